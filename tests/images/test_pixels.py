"""Too many pixels: what the model itself refuses, however a picture came."""

from pathlib import Path
from tempfile import TemporaryDirectory

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.test import TestCase, override_settings
from PIL.Image import DecompressionBombError

from images.models import SiteImage
from tests.security.hostile_files import animated, jpeg_that_says, picture, png_bomb


class WithoutAForm(TestCase):
    """A picture that code gives to the model, as an import does, meets the limit that the form has."""

    def setUp(self):
        self.enterContext(override_settings(MEDIA_ROOT=self.enterContext(TemporaryDirectory())))

    def save(self, data: bytes, name: str) -> None:
        SiteImage(title="Eb", file=ContentFile(data, name)).save()

    def test_too_many_pixels_are_refused_before_anything_is_decoded_or_kept(self):
        for name, data in (
            ("eb.png", png_bomb(8_000, 5_001)),
            ("eb.jpg", jpeg_that_says(8_000, 5_001)),
            ("eb.webp", animated("WEBP", 50, (1_000, 1_000))),
        ):
            with self.subTest(name), self.assertRaisesMessage(ValidationError, "miljoen beeldpunten"):
                self.save(data, name)
        self.assertFalse(SiteImage.objects.exists())
        self.assertEqual(list(Path(settings.MEDIA_ROOT).rglob("*.*")), [])

    def test_far_too_many_are_refused_by_whoever_reads_them_first(self):
        with self.assertRaises((ValidationError, DecompressionBombError)):
            self.save(png_bomb(65_000, 65_000), "eb.png")
        self.assertFalse(SiteImage.objects.exists())

    def test_replacing_meets_the_limit_and_leaves_the_picture_as_it_was(self):
        self.save(picture("PNG"), "eb.png")
        image = SiteImage.objects.get()
        before = image.file.name
        image.file = ContentFile(png_bomb(8_000, 5_001), "groot.png")
        with self.assertRaises(ValidationError):
            image.save()
        self.assertEqual(SiteImage.objects.get().file.name, before)
