from io import BytesIO

from django.core.files.base import ContentFile
from django.test import TestCase
from PIL import Image

from images.models import SiteImage


def picture(colour: str) -> ContentFile:
    stream = BytesIO()
    Image.new("RGB", (60, 40), colour).save(stream, "PNG")
    return ContentFile(stream.getvalue(), "eb.png")


def rendition_name(image: SiteImage) -> str:
    """Return the name of a small rendition, without its folder."""
    return str(image.get_rendition("width-20").file.name).rpartition("/")[2]


class RenditionNameTests(TestCase):
    def test_two_pictures_of_one_name_get_renditions_of_different_names(self) -> None:
        names = [
            rendition_name(SiteImage.objects.create(title="Eb", file=picture(colour), width=60, height=40))
            for colour in ("white", "black")
        ]
        self.assertNotEqual(names[0][:8], names[1][:8])
