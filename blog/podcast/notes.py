"""Show notes as listening programs take them: plain HTML with whole addresses, without forms or players."""

import re
from urllib.parse import urljoin

import nh3
from django.utils.html import escape, format_html
from wagtail.rich_text import expand_db_html

from blog.rich_text import preloaded

_TAGS = {"p", "br", "ul", "ol", "li", "a", "b", "strong", "i", "em", "h2", "h3", "h4", "blockquote"}
_ADDRESS = re.compile(r'href="(/[^"]*)"')


def notes_html(episode, root: str, linked_pages: dict) -> str:
    """Return the notes, the chapters and the guests of an episode as HTML."""
    with preloaded(linked_pages):
        parts = [_block(child.block_type, child.value, root) for child in episode.body]
    chapters = episode.chapter_list()
    if chapters:
        rows = [format_html("<li>{} {}</li>", row.clock, row["title"]) for row in chapters]
        parts.append("<h2>Hoofdstukken</h2><ul>" + "".join(rows) + "</ul>")
    html = "".join(filter(None, parts)) or format_html("<p>{}</p>", episode.summary)
    whole = _ADDRESS.sub(lambda match: f'href="{urljoin(root, match[1])}"', html)
    # What an editor can type holds nothing else; other programs show this in pages of theirs.
    return nh3.clean(whole, tags=_TAGS, attributes={"a": {"href"}}, link_rel=None)


def _block(kind: str, value, root: str) -> str:
    match kind:
        case "paragraph":
            return expand_db_html(value.source)
        case "heading":
            level = value["level"] or "h2"
            return f"<{level}>{escape(value['text'])}</{level}>"
        case "quote":
            source = f" — {escape(value['source'])}" if value["source"] else ""
            return f"<blockquote><p>{escape(value['text'])}{source}</p></blockquote>"
        case "insight":
            return expand_db_html(value["text"].source)
        case "read_also" | "listen_also":
            page = value.live_page
            if page is None:
                return ""
            word = "Lees ook" if kind == "read_also" else "Luister ook"
            target = escape(urljoin(root, page.url or ""))
            return f'<p>{word}: <a href="{target}">{escape(value.link_text)}</a></p>'
        case "call_to_action":
            target = urljoin(root, value.target)
            words = escape(value["title"] or value["button_text"])
            return f'<p><a href="{escape(target)}">{words}</a></p>' if value.target else ""
        case _:
            return ""
