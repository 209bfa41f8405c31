"""Sitemaps as XML."""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple
from xml.sax.saxutils import escape

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
IMAGES = "http://www.google.com/schemas/sitemap-image/1.1"


class Entry(NamedTuple):
    """One page: its address, when what it says last changed, and the pictures that it shows."""

    address: str
    changed: datetime | None = None
    pictures: tuple[str, ...] = ()


def part(entries: Iterable[Entry]) -> str:
    lines = [f'{HEAD}<urlset xmlns="{NAMESPACE}" xmlns:image="{IMAGES}">']
    for entry in entries:
        shown = "".join(
            f"<image:image><image:loc>{escape(picture)}</image:loc></image:image>"
            for picture in entry.pictures
        )
        lines.append(f"<url>{_place(entry)}{shown}</url>")
    return "\n".join([*lines, "</urlset>\n"])


def index(parts: Iterable[Entry]) -> str:
    lines = [f'{HEAD}<sitemapindex xmlns="{NAMESPACE}">']
    lines += [f"<sitemap>{_place(part)}</sitemap>" for part in parts]
    return "\n".join([*lines, "</sitemapindex>\n"])


def _place(entry: Entry) -> str:
    changed = f"<lastmod>{entry.changed.isoformat(timespec='seconds')}</lastmod>" if entry.changed else ""
    return f"<loc>{escape(entry.address)}</loc>{changed}"
