"""GIFs of the old site: the first frame stays, the report says so, and none is decoded that is too large."""

import io
import struct
import tempfile
from pathlib import Path

import pytest
from django.test import override_settings
from PIL import Image, ImageDraw

from images.models import SiteImage
from tests.wordpress.exports import HOME
from tests.wordpress.things import attachment, contents
from wordpress.models import Imported
from wordpress.taking_over.media import Files
from wordpress.taking_over.report import Line, Outcome
from wordpress.taking_over.storing import MOVED, WAS_GIF
from wordpress.taking_over.task import Options, Task

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(settings):
    with (
        tempfile.TemporaryDirectory(prefix="liefdesverdriet-uploads-") as folder,
        tempfile.TemporaryDirectory(prefix="liefdesverdriet-media-") as media,
    ):
        settings.MEDIA_ROOT = media
        yield Path(folder)


def gif(*colours: str, size: tuple[int, int] = (40, 30), **options: object) -> bytes:
    """Return a GIF with a frame of each colour, in which something is drawn that differs."""
    frames = []
    for number, colour in enumerate(colours):
        frame = Image.new("RGB", size, colour)
        ImageDraw.Draw(frame).point((number, 0), "white")
        frames.append(frame.convert("P"))
    file = io.BytesIO()
    more = {"save_all": True, "append_images": frames[1:], "duration": 80} if frames[1:] else {}
    frames[0].save(file, "GIF", **more, **options)
    for frame in frames:
        frame.close()
    return file.getvalue()


def kept_picture() -> Image.Image:
    return Image.open(io.BytesIO(Path(SiteImage.objects.get().file.path).read_bytes()))


def bring(folder: Path, content: bytes, name: str = "golf.gif", number: int = 7) -> Line:
    (folder / name).write_bytes(content)
    item = attachment(number, name, alt="Een golf")
    return Files(HOME, contents(item), Task(Options(media=str(folder)))).bring(item)


def test_a_still_gif_is_a_png_with_its_words(folder):
    line = bring(folder, gif("red"))
    assert (line.outcome, line.words) == (Outcome.NEW, [WAS_GIF])
    image = SiteImage.objects.get()
    assert (image.description, image.file.name.rpartition(".")[2]) == ("Een golf", "png")
    with kept_picture() as kept:
        assert (kept.format, kept.size) == ("PNG", (40, 30))
        assert kept.convert("RGB").getpixel((9, 9)) == (255, 0, 0)


def test_a_moving_gif_stands_still_at_its_first_frame_and_says_so(folder):
    line = bring(folder, gif("red", "blue", "lime"))
    assert (line.outcome, line.words) == (Outcome.NEW, [MOVED])
    with kept_picture() as kept:
        assert getattr(kept, "n_frames", 1) == 1
        assert kept.convert("RGB").getpixel((9, 9)) == (255, 0, 0)


def test_what_is_transparent_stays_so(folder):
    picture = Image.new("P", (8, 8), 1)
    picture.putpalette([0, 0, 0, 200, 10, 10])
    picture.putpixel((0, 0), 0)
    file = io.BytesIO()
    picture.save(file, "GIF", transparency=0)
    bring(folder, file.getvalue())
    with kept_picture() as kept:
        assert kept.convert("RGBA").getpixel((0, 0))[3] == 0
        assert kept.convert("RGBA").getpixel((4, 4)) == (200, 10, 10, 255)


def test_a_second_run_and_the_same_gif_under_another_name_make_no_second_picture(folder):
    bring(folder, gif("red", "blue"))
    assert bring(folder, gif("red", "blue")).outcome is Outcome.KNOWN
    assert bring(folder, gif("red", "blue"), "golf-1.gif", 8).outcome is Outcome.NEW
    assert SiteImage.objects.count() == 1


def test_a_gif_under_the_name_of_another_kind_is_known_by_what_is_in_it(folder):
    assert bring(folder, gif("red"), "golf.jpg").words == [WAS_GIF]
    assert SiteImage.objects.get().file.name.endswith(".png")


def test_another_picture_that_calls_itself_gif_comes_as_what_it_is(folder):
    file = io.BytesIO()
    Image.new("RGB", (8, 8), "red").save(file, "PNG")
    assert bring(folder, file.getvalue()).words == ["heette .gif, maar is PNG; zo heet het nu ook"]


def test_a_gif_of_too_many_pixels_is_never_decoded(folder, monkeypatch):
    def decoded(*_: object) -> None:
        raise AssertionError("it was decoded")

    monkeypatch.setattr("PIL.GifImagePlugin.GifImageFile.load", decoded)
    for size in ((9000, 9000), (65535, 65535)):
        # A screen of that size, and a frame on it; hardly any bytes.
        content = bytearray(gif("red"))
        content[6:10] = struct.pack("<HH", *size)
        line = bring(folder, bytes(content))
        assert line.outcome is Outcome.LEFT_OUT
        assert "beeldpunten" in line.words[0]
    assert not SiteImage.objects.exists()


def test_a_gif_of_too_many_bytes_is_not_read(folder):
    with override_settings(WAGTAILIMAGES_MAX_UPLOAD_SIZE=50):
        line = bring(folder, gif("red"))
    assert line.outcome is Outcome.FAILED
    assert "te groot" in line.words[0]


def test_what_is_damaged_or_no_gif_is_left_out_and_what_follows_a_whole_frame_is_no_matter(folder):
    moving = gif("red", "blue")
    for number, content in enumerate((b"GIF89a", moving[:60], b"GIF89a/*<script>*/=1;"), start=20):
        line = bring(folder, content, f"{number}.gif", number)
        assert line.outcome is Outcome.LEFT_OUT, content
        assert line.words[0]
    assert not SiteImage.objects.exists()
    line = bring(folder, moving[: moving.rindex(b"\x2c") + 4])
    assert (line.outcome, line.words) == (Outcome.NEW, [MOVED])


def test_a_page_hidden_in_a_gif_does_not_come_along(folder):
    bring(folder, gif("red", comment=b"<script>alert(1)</script>") + b"<?php system($_GET[0]); ?>")
    kept = Path(SiteImage.objects.get().file.path).read_bytes()
    assert b"script" not in kept
    assert b"php" not in kept
    assert Imported.objects.get().image is not None
