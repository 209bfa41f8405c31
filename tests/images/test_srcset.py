from types import SimpleNamespace

from images.srcset import width_srcset


def rendition(width: int, url: str) -> SimpleNamespace:
    return SimpleNamespace(width=width, url=url)


def test_each_size_is_listed_with_its_width() -> None:
    renditions = [rendition(480, "/a.webp"), rendition(960, "/b.webp")]
    assert width_srcset(renditions) == "/a.webp 480w, /b.webp 960w"


def test_small_picture_is_listed_once() -> None:
    renditions = [rendition(300, "/a.webp"), rendition(300, "/b.webp"), rendition(300, "/c.webp")]
    assert width_srcset(renditions) == "/a.webp 300w"
