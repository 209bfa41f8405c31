"""From an element of the export to what it stands for."""

from collections.abc import Iterator

from django.utils.text import slugify

from wordpress.reading import values
from wordpress.reading.elements import LARGEST_ITEM, Element
from wordpress.reading.items import Author, BadItem, Entry, Item, Reaction, Term, TermOfItem

NO_NUMBER = "Dit onderdeel heeft geen nummer van WordPress, en is daarom niet terug te vinden."
TOO_LARGE = f"Dit onderdeel is groter dan {LARGEST_ITEM // 1_000_000} MB."
# WordPress itself keeps no longer ones; a table of contents of a strange file stays small.
_SHORT, _LONG = 255, 1000


def item(element: Element) -> Item | BadItem:
    """Read an item. What it needs to be found again is its number; all else may be missing."""
    number = values.number(element.get("wp:post_id"))
    title = element.get("title").strip()
    if element.is_too_large or number < 1:
        reason = TOO_LARGE if element.is_too_large else NO_NUMBER
        return BadItem(element.line, max(number, 0), title[:_SHORT], reason)
    texts = _texts(element)
    get = texts.get
    date, date_gmt = get("wp:post_date", ""), get("wp:post_date_gmt", "")
    modified, modified_gmt = get("wp:post_modified", ""), get("wp:post_modified_gmt", "")
    published_at = values.moment(date_gmt, date, values.zone_between(modified_gmt, modified))
    return Item(
        line=element.line,
        id=number,
        kind=get("wp:post_type", "").strip()[:40] or "post",
        # What does not say that it is public is not.
        status=get("wp:status", "").strip()[:40] or "draft",
        title=title,
        link=get("link", "").strip(),
        guid=get("guid", "").strip(),
        slug=values.slug(get("wp:post_name", "")),
        creator=get("creator", "").strip(),
        content=get("content", "").strip(),
        excerpt=get("excerpt", "").strip(),
        published_at=published_at or values.moment_of_feed(get("pubDate", "")),
        modified_at=values.moment(modified_gmt, modified, values.zone_between(date_gmt, date)),
        comments_open=get("wp:comment_status", "").strip() == "open",
        password=get("wp:post_password", ""),
        parent=max(values.number(get("wp:post_parent", "")), 0),
        menu_order=values.number(get("wp:menu_order", ""), values.LARGEST_ORDER),
        is_sticky=get("wp:is_sticky", "").strip() == "1",
        attachment_url=get("wp:attachment_url", "").strip(),
        terms=tuple(_terms(element)),
        meta={
            pair.get("wp:meta_key").strip(): pair.get("wp:meta_value") for pair in element.all("wp:postmeta")
        },
        reactions=tuple(_reactions(element)),
    )


def entry(of: Item) -> Entry:
    """Return what the table of contents keeps of an item."""
    return Entry(
        id=of.id,
        kind=of.kind,
        status=of.status,
        title=of.title[:_SHORT],
        link=of.link[:_LONG],
        slug=of.slug[:_SHORT],
        guid=of.guid[:_LONG],
        parent=of.parent,
        attachment_url=of.attachment_url[:_LONG],
    )


def author(element: Element) -> Author | None:
    """Read somebody who wrote; None without a login, which is what items call them by."""
    login = element.get("wp:author_login").strip()
    first, last = element.get("wp:author_first_name"), element.get("wp:author_last_name")
    shown = element.get("wp:author_display_name")
    return (
        Author(
            id=max(values.number(element.get("wp:author_id")), 0),
            login=login,
            email=element.get("wp:author_email").strip(),
            name=(values.name(shown) or values.name(f"{first} {last}") or login)[:_SHORT],
        )
        if login and not element.is_too_large
        else None
    )


def term(element: Element) -> Term | None:
    """Read a category, a tag or another term; None without a slug, which is what items call it by."""
    kind = element.name.removeprefix("wp:")
    taxonomy, own, label, parent, about = {
        "category": ("", "category_nicename", "cat_name", "category_parent", "category_description"),
        "tag": ("", "tag_slug", "tag_name", "", "tag_description"),
        "term": ("term_taxonomy", "term_slug", "term_name", "term_parent", "term_description"),
    }[kind]
    slug = values.slug(element.get(f"wp:{own}"))[:_SHORT]
    if not slug or element.is_too_large:
        return None
    told = element.get(f"wp:{taxonomy}").strip()[:40] if taxonomy else ""
    return Term(
        id=max(values.number(element.get("wp:term_id")), 0),
        taxonomy=told or {"tag": "post_tag"}.get(kind, kind),
        slug=slug,
        name=values.name(element.get(f"wp:{label}"))[:_SHORT] or slug,
        parent=values.slug(element.get(f"wp:{parent}"))[:_SHORT] if parent else "",
        description=element.get(f"wp:{about}").strip()[:10_000],
    )


def _texts(element: Element) -> dict[str, str]:
    """Return the first text of each name, joined once."""
    texts: dict[str, str] = {}
    for child in element.children:
        if child.name not in texts:
            texts[child.name] = child.text
    return texts


def _terms(element: Element) -> Iterator[TermOfItem]:
    """Give each category and tag once. WXR 1.0 has each twice, of which once without its slug."""
    seen: set[tuple[str, str]] = set()
    every = sorted(element.all("category"), key=lambda child: not child.attributes.get("nicename"))
    names: set[tuple[str, str]] = set()
    for child in every:
        domain = child.attributes.get("domain", "category")
        taxonomy = {"tag": "post_tag"}.get(domain, domain)[:40]
        name = values.name(child.text)[:_SHORT]
        own = values.slug(child.attributes.get("nicename", ""))[:_SHORT]
        if not own and (taxonomy, name) in names:
            continue
        own = own or slugify(name, allow_unicode=True)[:_SHORT]
        if own and (taxonomy, own) not in seen:
            seen.add((taxonomy, own))
            names.add((taxonomy, name))
            yield TermOfItem(taxonomy, own, name or own)


def _reactions(element: Element) -> Iterator[Reaction]:
    for child in element.all("wp:comment"):
        texts = _texts(child)
        get = texts.get
        yield Reaction(
            id=max(values.number(get("wp:comment_id", "")), 0),
            kind=get("wp:comment_type", "").strip()[:40],
            approved=get("wp:comment_approved", "").strip()[:20],
            author_name=values.name(get("wp:comment_author", "")),
            author_email=get("wp:comment_author_email", "").strip(),
            author_url=get("wp:comment_author_url", "").strip(),
            text=get("wp:comment_content", "").strip(),
            created_at=values.moment(get("wp:comment_date_gmt", ""), get("wp:comment_date", "")),
            parent=max(values.number(get("wp:comment_parent", "")), 0),
            user=max(values.number(get("wp:comment_user_id", "")), 0),
        )
