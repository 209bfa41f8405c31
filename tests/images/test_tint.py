import colorsys

from PIL import Image

from images.tint import mean_colour, tint_classes


def test_one_colour_is_its_own_mean() -> None:
    for colour in ("#336699", "#000000", "#ffffff", "#01020a"):
        assert mean_colour(Image.new("RGB", (50, 30), colour)) == colour


def test_mean_is_of_light_and_not_of_numbers() -> None:
    half = Image.new("RGB", (64, 64), "black")
    half.paste("white", (0, 0, 32, 64))
    # Half the light of white is 188 of 255, not 128.
    assert mean_colour(half) == "#bcbcbc"


def test_greys_have_no_hue_and_no_colour_no_class() -> None:
    assert tint_classes("#808080") == "tint tint-l6"
    assert tint_classes("") == ""


def test_hues_go_round() -> None:
    assert tint_classes("#8a5a44").endswith("tint-h2")
    seen = {
        tint_classes("#" + "".join(f"{round(part * 255):02x}" for part in colorsys.hsv_to_rgb(at / 60, 1, 1)))
        for at in range(60)
    }
    assert len({classes.split()[-1] for classes in seen}) >= 10
