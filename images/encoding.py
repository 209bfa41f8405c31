"""How renditions are written."""

from typing import Any

from willow.plugins.pillow import PillowImage

# libaom's scale goes from 0 (smallest file) to 10 (fastest). Measured on the demo's pictures at 1600 pixels
# and quality 60: speed 6, Pillow's own choice, takes 0.74 s for 192 kB; speed 8 takes 0.12 s for 185 kB.
AVIF_SPEED = 8

_save_as_avif = PillowImage.save_as_avif


def _save_as_avif_quickly(image: PillowImage, *args: Any, **kwargs: Any) -> Any:
    # Pillow merges this with the options that Willow hands to `Image.save`, which have no room for a speed.
    image.image.encoderinfo = {"speed": AVIF_SPEED}
    return _save_as_avif(image, *args, **kwargs)


def write_avif_quickly() -> None:
    """Let Willow write AVIF at our speed, for which it has no setting: the first reader waits for it."""
    PillowImage.save_as_avif = _save_as_avif_quickly
