"""Writing renditions."""

import io
from unittest.mock import patch

from PIL import AvifImagePlugin
from PIL import Image as PillowModule
from willow.image import Image
from willow.plugins.pillow import PillowImage

from images.encoding import AVIF_SPEED


def _willow_image() -> Image:
    file = io.BytesIO()
    PillowModule.new("RGB", (60, 40), "rosybrown").save(file, "PNG")
    file.seek(0)
    return PillowImage.open(Image.open(file))


def test_avif_is_written_at_our_speed_and_the_asked_quality() -> None:
    asked = {}

    def save(image: PillowModule.Image, *args: object) -> None:
        asked.update(image.encoderinfo)
        AvifImagePlugin._save(image, *args)

    target = io.BytesIO()
    with patch.dict(PillowModule.SAVE, {"AVIF": save}):
        _willow_image().save_as_avif(target, quality=60)
    assert asked["speed"] == AVIF_SPEED
    assert asked["quality"] == 60
    assert target.getvalue()[4:12] == b"ftypavif"
