"""What an uploaded file becomes before it is cut."""

import io
import os
import subprocess
import sys

import pytest
from django.core.files.base import ContentFile
from django.test import TestCase
from PIL import Image, ImageCms

from images.shapes import SHAPES
from images.sources import Unreadable, read
from tests.images.pictures import file_of, make_image
from tests.running_site import ROOT


class SourceTests(TestCase):
    def test_picture_is_turned_upright_and_its_colour_is_seen_after_that(self) -> None:
        exif = Image.Exif()
        exif[0x0112] = 6
        source = read(make_image(file_of(size=(300, 200), exif=exif)), SHAPES)
        self.assertEqual(source.picture.size, (200, 300))

    def test_large_picture_is_made_no_larger_than_its_renditions(self) -> None:
        for file_format in ("JPEG", "PNG", "WEBP"):
            with self.subTest(file_format):
                source = read(make_image(file_of(size=(4000, 2000), file_format=file_format)), SHAPES)
                self.assertEqual(source.picture.size, (2240, 1120))

    def test_small_picture_is_never_enlarged_and_each_size_comes_once(self) -> None:
        cuts = read(make_image(file_of(size=(500, 300))), {"whole": SHAPES["whole"]}).cuts
        self.assertEqual([cut.size[0] for cut in cuts], [240, 360, 500])
        self.assertEqual([cut.has_fallback for cut in cuts], [False, True, True])

    def test_transparent_picture_gets_webp_and_an_opaque_one_jpeg(self) -> None:
        for colour, asked in (((200, 0, 0, 100), "webp"), ((200, 0, 0, 255), "jpeg")):
            source = read(make_image(file_of(colour, file_format="PNG")), SHAPES)
            self.assertEqual({task.format for task in source.tasks()}, {asked})

    def test_odd_modes_come_out_in_plain_colours(self) -> None:
        for mode in ("L", "LA", "P", "1", "I;16", "CMYK"):
            with self.subTest(mode):
                stream = io.BytesIO()
                picture = Image.new("L", (30, 20), 128)
                picture = Image.new("I;16", (30, 20), 32768) if mode == "I;16" else picture.convert(mode)
                picture.save(stream, "JPEG" if mode == "CMYK" else "PNG")
                source = read(make_image(ContentFile(stream.getvalue(), "eb.png")), SHAPES)
                self.assertEqual(source.picture.mode, "RGB")
                if mode not in ("1", "CMYK"):
                    self.assertAlmostEqual(source.picture.getpixel((9, 9))[0], 128, delta=2)

    def test_colours_of_a_profile_become_those_of_the_web(self) -> None:
        srgb, xyz = (ImageCms.ImageCmsProfile(ImageCms.createProfile(name)) for name in ("sRGB", "XYZ"))
        for profile in (srgb.tobytes(), xyz.tobytes(), b"no profile"):
            source = read(make_image(file_of("#336699", icc_profile=profile)), SHAPES)
            self.assertNotIn("icc_profile", source.picture.info)

    def test_reasons_are_said_in_dutch(self) -> None:
        whole = file_of("sienna", (900, 900), "PNG").read()
        for content in (b"", b"no picture", whole[:200], file_of(size=(900, 900)).read()[:400]):
            image = make_image()
            image.file.storage.delete(image.file.name)
            image.file.name = image.file.storage.save("stuk.png", ContentFile(content))
            with self.subTest(content[:12]), pytest.raises(Unreadable, match="beschadigd"):
                read(image, SHAPES)
        image.file.storage.delete(image.file.name)
        with pytest.raises(Unreadable, match="niet meer"):
            read(image, SHAPES)


MEMORY = """
import django, sys
django.setup()
from PIL import Image
from images.models import SiteImage
from images.shapes import SHAPES
from images import sources
def peak():
    return int(next(line for line in open("/proc/self/status") if line.startswith("VmHWM")).split()[1])
before = peak()
sources.opened = lambda image: open(sys.argv[1], "rb")
image = SiteImage(title="Groot", width=7700, height=5150, collection_id=1)
for task in (source := sources.read(image, SHAPES)).tasks(with_avif=True):
    source.cut(task.cut)
print(peak() - before)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="the peak of memory is read from /proc")
def test_forty_megapixels_stay_within_bounds_of_memory(tmp_path) -> None:
    path = tmp_path / "groot.jpg"
    Image.effect_noise((770, 515), 60).convert("RGB").resize((7700, 5150)).save(path, quality=80)
    command = [sys.executable, "-c", MEMORY, str(path)]
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "liefdesverdriet.settings",
        "DATA_DIR": str(tmp_path),
    }
    ran = subprocess.run(command, capture_output=True, text=True, env=environment, cwd=ROOT, timeout=300)
    assert ran.returncode == 0, ran.stderr
    kilobytes = int(ran.stdout.split()[-1])
    print(f"40 megapixels of JPEG take {kilobytes / 1024:.0f} MB")
    assert kilobytes < 200 * 1024
