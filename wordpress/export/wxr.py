"""Writes WXR 1.2, the format in which WordPress moves its sites, item by item."""

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from email.utils import format_datetime
from html import escape
from typing import IO, Any

from django.utils import timezone

from wordpress.reading.items import Author, Item, Reaction, Term

NEVER = "0000-00-00 00:00:00"
# What XML 1.0 can't hold.
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NAMESPACES = {
    "excerpt": "http://wordpress.org/export/1.2/excerpt/",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "wfw": "http://wellformedweb.org/CommentAPI/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "wp": "http://wordpress.org/export/1.2/",
}


def write(
    file: IO[str],
    *,
    home: str,
    title: str,
    authors: Iterable[Author],
    terms: Iterable[Term],
    items: Iterable[Item],
) -> int:
    """Write an export to `file`; return how many items stand in it."""
    number = 0
    file.write('<?xml version="1.0" encoding="UTF-8" ?>\n<rss version="2.0"')
    file.write("".join(f'\n\txmlns:{name}="{address}"' for name, address in _NAMESPACES.items()))
    file.write(">\n<channel>\n")
    file.write("".join(f"\t{line}\n" for line in _head(home, title)))
    for author in authors:
        file.write(f"\t<wp:author>{''.join(_author(author))}</wp:author>\n")
    for term in terms:
        file.write("\t" + _term(term) + "\n")
    file.write("\t<generator>https://wordpress.org/?v=6.8</generator>\n")
    for item in items:
        number += 1
        file.write("\t<item>\n")
        file.writelines(f"\t\t{line}\n" for line in _item(item))
        file.write("\t</item>\n")
    file.write("</channel>\n</rss>\n")
    return number


def _head(home: str, title: str) -> Iterator[str]:
    yield _plain("title", title)
    yield _plain("link", home)
    yield "<description></description>"
    yield _plain("pubDate", format_datetime(timezone.now().astimezone(UTC)))
    yield "<language>nl-NL</language>"
    yield "<wp:wxr_version>1.2</wp:wxr_version>"
    yield _plain("wp:base_site_url", home)
    yield _plain("wp:base_blog_url", home)


def _author(author: Author) -> Iterator[str]:
    yield _plain("wp:author_id", author.id)
    yield _cdata("wp:author_login", author.login)
    yield _cdata("wp:author_email", author.email)
    yield _cdata("wp:author_display_name", author.name)
    yield _cdata("wp:author_first_name", "")
    yield _cdata("wp:author_last_name", "")


def _term(term: Term) -> str:
    number, name = _plain("wp:term_id", term.id), escape(term.name, quote=False)
    about = escape(term.description, quote=False)
    if term.taxonomy == "category":
        inner = _cdata("wp:category_nicename", term.slug) + _cdata("wp:category_parent", term.parent)
        inner += _cdata("wp:cat_name", name) + _cdata("wp:category_description", about)
        return f"<wp:category>{number}{inner}</wp:category>"
    inner = _cdata("wp:tag_slug", term.slug) + _cdata("wp:tag_name", name)
    return f"<wp:tag>{number}{inner}{_cdata('wp:tag_description', about)}</wp:tag>"


def _item(item: Item) -> Iterator[str]:
    yield _cdata("title", item.title)
    yield _plain("link", item.link)
    published = item.published_at if item.status != "draft" else None
    yield _plain("pubDate", format_datetime(published.astimezone(UTC)) if published else "")
    yield _cdata("dc:creator", item.creator)
    yield f'<guid isPermaLink="false">{_escaped(item.guid)}</guid>'
    yield "<description></description>"
    yield _cdata("content:encoded", item.content)
    yield _cdata("excerpt:encoded", item.excerpt)
    yield _plain("wp:post_id", item.id)
    # A draft has a date of its own, which WordPress does not keep in GMT until it is published.
    yield _cdata("wp:post_date", _local(item.published_at))
    yield _cdata("wp:post_date_gmt", _gmt(published))
    yield _cdata("wp:post_modified", _local(item.modified_at))
    yield _cdata("wp:post_modified_gmt", _gmt(item.modified_at))
    yield _cdata("wp:comment_status", "open" if item.comments_open else "closed")
    yield _cdata("wp:ping_status", "closed")
    yield _cdata("wp:post_name", item.slug)
    yield _cdata("wp:status", item.status)
    yield _plain("wp:post_parent", item.parent)
    yield _plain("wp:menu_order", item.menu_order)
    yield _cdata("wp:post_type", item.kind)
    yield _cdata("wp:post_password", item.password)
    yield _plain("wp:is_sticky", int(item.is_sticky))
    if item.attachment_url:
        yield _cdata("wp:attachment_url", item.attachment_url)
    for term in item.terms:
        which = f'domain="{term.taxonomy}" nicename="{escape(term.slug)}"'
        yield f"<category {which}><![CDATA[{_inside(escape(term.name, quote=False))}]]></category>"
    for key, value in item.meta.items():
        inner = _cdata("wp:meta_key", key) + _cdata("wp:meta_value", value)
        yield f"<wp:postmeta>{inner}</wp:postmeta>"
    for reaction in item.reactions:
        yield f"<wp:comment>{''.join(_reaction(reaction))}</wp:comment>"


def _reaction(reaction: Reaction) -> Iterator[str]:
    yield _plain("wp:comment_id", reaction.id)
    yield _cdata("wp:comment_author", escape(reaction.author_name, quote=False))
    yield _cdata("wp:comment_author_email", reaction.author_email)
    yield _plain("wp:comment_author_url", reaction.author_url)
    yield _cdata("wp:comment_author_IP", "")
    yield _cdata("wp:comment_date", _local(reaction.created_at))
    yield _cdata("wp:comment_date_gmt", _gmt(reaction.created_at))
    yield _cdata("wp:comment_content", reaction.text)
    yield _cdata("wp:comment_approved", reaction.approved)
    yield _cdata("wp:comment_type", reaction.kind)
    yield _plain("wp:comment_parent", reaction.parent)
    yield _plain("wp:comment_user_id", reaction.user)


def _plain(name: str, value: Any) -> str:
    return f"<{name}>{_escaped(str(value))}</{name}>"


def _escaped(text: str) -> str:
    return escape(_NOT_XML.sub("", text), quote=False)


def _cdata(name: str, text: str) -> str:
    return f"<{name}><![CDATA[{_inside(text)}]]></{name}>"


def _inside(text: str) -> str:
    return _NOT_XML.sub("", text).replace("]]>", "]]]]><![CDATA[>")


def _local(moment: datetime | None) -> str:
    return timezone.localtime(moment).strftime("%Y-%m-%d %H:%M:%S") if moment else NEVER


def _gmt(moment: datetime | None) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S") if moment else NEVER
