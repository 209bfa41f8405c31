"""What an attachment of the old site tells of its file: what it is called, what it shows, whose it is."""

import re
from html import unescape
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from blog.podcast.audio import SUFFIXES as SOUNDS
from wordpress import own
from wordpress.reading.items import Item
from wordpress.taking_over.addresses import path_of

# Of a GIF the first frame.
IMAGES = frozenset({"jpg", "jpeg", "jpe", "png", "webp", "avif", "gif"})
DOCUMENTS = frozenset({"pdf", "epub", "zip"})
_OTHER_IMAGES = frozenset({"svg", "svgz", "bmp", "tif", "tiff", "heic", "heif", "ico", "psd"})
_VIDEOS = frozenset({"mp4v", "m4v", "mov", "avi", "wmv", "mpg", "mpeg", "ogv", "webm", "3gp", "flv", "mkv"})
# Folders in which WordPress keeps uploads: of one site, of one of many, and of old.
_UPLOADS = re.compile(r"/(?:wp-content/)?(?:uploads|blogs\.dir/\d+/files|files)/(?:sites/\d+/)?")
_BY_MONTH = re.compile(r"(?:^|/)(\d{4}/\d{2}/[^/]+)$")
_TAG = re.compile(r"<[^>]*>")
# In the serialised array of PHP that holds what a camera wrote.
_MAKER = re.compile(r's:\d+:"(credit|copyright)";s:\d+:"(.*?)";', re.DOTALL)
_SAYS_WHOSE = re.compile(
    r"(?:foto|photo|beeld|image|illustratie|bron|credits?|copyright|©|\(c\))\b|©", re.IGNORECASE
)


def suffix(item: Item) -> str:
    return PurePosixPath(path_of(item.attachment_url)).suffix.lstrip(".").lower()


def refusal(item: Item) -> str:
    """Return in Dutch why a file of this kind is not taken over, "" when it is."""
    found = suffix(item)
    if not item.attachment_url:
        return "de export noemt geen adres van het bestand"
    if found in IMAGES or found in DOCUMENTS or found in SOUNDS:
        return ""
    kind = found.upper() or "zonder soort"
    if found in _OTHER_IMAGES:
        return f"een afbeelding van deze soort ({kind}) bewaren wij niet; maak er een JPEG of PNG van"
    if found in _VIDEOS:
        return f"een video ({kind}) bewaren wij niet zelf; zet haar op een videosite en sluit haar in"
    return f"een bestand van deze soort ({kind}) bewaren wij niet"


def names(item: Item) -> list[str]:
    """Return paths below wp-content/uploads where the file may be, likeliest first."""
    found = [
        _below(item.meta.get("_wp_attached_file", "")),
        _below(unquote(urlsplit(item.attachment_url).path)),
    ]
    for name in found[:]:
        stem, dot, ending = name.rpartition(".")
        # Of a very large picture WordPress shows a smaller copy, and keeps what was uploaded beside it.
        other = stem.removesuffix("-scaled") if stem.endswith("-scaled") else f"{stem}-scaled"
        found.append(f"{other}{dot}{ending}")
    return [name for name in dict.fromkeys(found) if name and not name.startswith((".", "-scaled"))]


def _below(path: str) -> str:
    parted = _UPLOADS.split(path, maxsplit=1)
    if len(parted) > 1:
        return parted[1]
    if path.startswith(("/", "http:", "https:")) and (month := _BY_MONTH.search(path)):
        return month[1]
    return path.lstrip("/")


def file_name(item: Item, ending: str = "") -> str:
    """Return what the file was called, with the ending of what is in it."""
    name = PurePosixPath(path_of(item.attachment_url))
    return f"{name.stem[:80] or 'bestand'}.{ending or suffix(item)}"


def title(item: Item) -> str:
    return (plain(item.title) or PurePosixPath(path_of(item.attachment_url)).stem)[:255]


def alt(item: Item) -> str:
    return plain(item.meta.get("_wp_attachment_image_alt", ""))


def caption(item: Item) -> str:
    return plain(item.excerpt)


def credit(item: Item) -> str:
    """Return whose picture it is: as its description says, else as the camera wrote."""
    if own_credit := plain(item.meta.get(own.CREDIT, "")):
        return own_credit[:200]
    described = plain(item.content)
    if len(described) <= 200 and _SAYS_WHOSE.match(described):
        return described
    told = dict(_MAKER.findall(item.meta.get("_wp_attachment_metadata", "")))
    return plain(told.get("credit", "") or told.get("copyright", ""))[:200]


def description_left(item: Item) -> bool:
    """Say whether there is a description that found no place."""
    described = plain(item.content)
    return bool(described) and described not in (credit(item), alt(item), caption(item), title(item))


def plain(html: str) -> str:
    return " ".join(unescape(_TAG.sub(" ", html)).replace("\0", "").split())
