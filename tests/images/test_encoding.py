import io

import pytest
from PIL import Image

from images import encoding
from images.encoding import OPTIONS, encode


@pytest.mark.parametrize("file_format", list(OPTIONS))
def test_every_format_can_be_read_back_in_its_size(file_format: str) -> None:
    read = Image.open(io.BytesIO(encode(Image.new("RGB", (60, 40), "rosybrown"), file_format)))
    assert (read.format, read.size) == (file_format.upper(), (60, 40))


def test_a_picture_for_phones_is_smaller_than_it_would_be_in_a_hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    waves = Image.radial_gradient("L").resize((540, 360)).convert("RGB")
    careful = len(encode(waves, "avif"))
    monkeypatch.setattr(encoding, "CAREFUL_UP_TO", 0)
    assert careful < 0.95 * len(encode(waves, "avif"))


def test_webp_keeps_what_one_sees_through() -> None:
    read = Image.open(io.BytesIO(encode(Image.new("RGBA", (8, 8), (200, 0, 0, 0)), "webp")))
    assert read.convert("RGBA").getpixel((4, 4))[3] == 0


def test_place_and_owner_of_a_camera_are_left_out() -> None:
    picture = Image.new("RGB", (8, 8))
    picture.getexif()[0x8298] = "Hanne"
    assert b"Hanne" not in encode(picture, "jpeg")
