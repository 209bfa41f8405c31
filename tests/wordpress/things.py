"""Things of an old site as the reading gives them, for tests of what becomes of them."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from tests.wordpress.exports import HOME
from wordpress.reading.items import Author, Contents, Entry, Header, Item, Reaction, Term

MOMENT = datetime(2019, 3, 5, 8, 30, tzinfo=UTC)
HEADER = Header("1.2", "Het oude huis", HOME, HOME, "nl-NL", "https://wordpress.org/?v=6.8.1")


def item(id: int = 1, **fields: Any) -> Item:
    plain = Item(
        line=1,
        id=id,
        kind="post",
        status="publish",
        title="Alleen thuis op zondag",
        link=f"{HOME}/alleen-thuis-op-zondag/",
        guid=f"{HOME}/?p={id}",
        slug="alleen-thuis-op-zondag",
        creator="marijke",
        content="",
        excerpt="",
        published_at=MOMENT,
        modified_at=MOMENT,
        comments_open=True,
        password="",
        parent=0,
        menu_order=0,
        is_sticky=False,
        attachment_url="",
        terms=(),
        meta={},
        reactions=(),
    )
    return replace(plain, **fields)


def attachment(id: int, file: str, *, address: str = "", alt: str = "", **fields: Any) -> Item:
    slug = file.rpartition("/")[2].partition(".")[0]
    meta = {"_wp_attached_file": file} | ({"_wp_attachment_image_alt": alt} if alt else {})
    address = address or f"{HOME}/wp-content/uploads/{file}"
    values = {"kind": "attachment", "status": "inherit", "title": slug, "slug": slug, "guid": address}
    values |= {"link": f"{HOME}/{slug}/", "attachment_url": address, "meta": meta}
    return item(id, **{**values, **fields})


def reaction(id: int, text: str = "Wat een fijn stuk.", **fields: Any) -> Reaction:
    values: dict[str, Any] = {
        "kind": "comment",
        "approved": "1",
        "author_name": "Anneke",
        "author_email": "Anneke@Lezer.example",
        "author_url": "",
        "created_at": MOMENT.replace(day=6, minute=id % 60),
    }
    return Reaction(id=id, text=text, **{**values, **fields})


def contents(
    *items: Item,
    header: Header = HEADER,
    authors: list[Author] | None = None,
    terms: list[Term] | None = None,
) -> Contents:
    entries = {
        one.id: Entry(
            one.id,
            one.kind,
            one.status,
            one.title,
            one.link,
            one.slug,
            one.guid,
            one.parent,
            one.attachment_url,
        )
        for one in items
    }
    return Contents(header, authors=authors or [], terms=terms or [], entries=entries)
