"""What an item was on the old site, shown without asking that site for anything."""

from collections.abc import Callable, Iterable
from mmap import ACCESS_READ, mmap
from pathlib import Path
from tempfile import NamedTemporaryFile

import nh3
from django.utils.safestring import SafeString, mark_safe

from images.models import SiteImage
from wordpress.bodies.autop import autop
from wordpress.models import Imported
from wordpress.reading.export import Export
from wordpress.reading.items import BadExport, Item
from wordpress.taking_over.addresses import path_of, picture_path

# Nothing runs in it, nothing comes from elsewhere; only pictures and a style sheet of our own.
POLICY = (
    "default-src 'none'; img-src 'self'; style-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'self'; sandbox allow-same-origin"
)
_TAGS = nh3.ALLOWED_TAGS - {"map", "area", "center", "font", "link"} | {"figure", "figcaption"}
_ATTRIBUTES = {
    "img": {"src", "alt"},
    "a": {"title"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
    "ol": {"start"},
}
# Of wide screens and narrow columns.
_WIDE_ENOUGH = 400


def old_item(path: Path, number: int) -> Item | None:
    """Return an item of an export, quickly where it stands there as WordPress writes it."""
    piece = _piece(path, number)
    if piece:
        with NamedTemporaryFile(suffix=".xml") as file:
            file.write(piece)
            file.flush()
            if found := _read(Path(file.name), number):
                return found
    return _read(path, number)


def _read(path: Path, number: int) -> Item | None:
    try:
        return next(
            (item for item in Export(path).items() if isinstance(item, Item) and item.id == number), None
        )
    except BadExport:
        return None


def _piece(path: Path, number: int) -> bytes:
    """Return an export of one item, cut out of a large one; "" where it can't be told where that stands."""
    with path.open("rb") as file, mmap(file.fileno(), 0, access=ACCESS_READ) as text:
        at = text.find(b"<wp:post_id>%d</wp:post_id>" % number)
        start, end = text.rfind(b"<item>", 0, max(at, 0)), text.find(b"</item>", at)
        if at < 0 or start < 0 or end < 0:
            return b""
        return text[: text.find(b"<item>")] + text[start:end] + b"</item></channel></rss>"


def old_html(item: Item, site: str) -> SafeString:
    """Return its text as it looked there, more or less: with our pictures, and links that lead nowhere.

    Going where a link led would be a request to the old site.
    """
    content = item.content if "<!-- wp:" in item.content else autop(item.content)
    shown: dict[str, str] = {}

    def note(address: str) -> str:
        shown[address] = ""
        return address

    clean = _clean(content, note)
    shown |= _our_pictures(shown, site)
    return mark_safe(_clean(clean, shown.get))  # noqa: S308 - nh3 made it safe


def _clean(html: str, picture: Callable[[str], str | None]) -> str:
    def keep(tag: str, attribute: str, value: str) -> str | None:
        return (picture(value) or None) if (tag, attribute) == ("img", "src") else value

    return nh3.clean(html, tags=_TAGS, attributes=_ATTRIBUTES, attribute_filter=keep, link_rel=None)


def _our_pictures(addresses: Iterable[str], site: str) -> dict[str, str]:
    """Return for addresses of pictures on the old site where those are here."""
    paths = {address: picture_path(address) for address in addresses}
    wanted = {path for address in paths for path in (paths[address], path_of(address))}
    records = Imported.objects.filter(site=site, kind=Imported.Kind.MEDIA, old_path__in=wanted)
    images = {
        record.old_path: record.image
        for record in records.select_related("image").prefetch_related("image__renditions")
        if record.image
    }
    found = {address: images.get(paths[address]) or images.get(path_of(address)) for address in paths}
    return {address: _address(image) for address, image in found.items() if image}


def _address(image: SiteImage) -> str:
    fitting = [one for one in image.renditions.all() if one.width >= min(_WIDE_ENOUGH, image.width)]
    smallest = min(fitting, key=lambda one: one.width, default=None)
    url: str = smallest.url if smallest else image.file.url
    return url
