"""A body as WordPress keeps one: its own blocks where they say the same, ours where they would not."""

import re
from collections.abc import Callable, Iterable
from html import escape
from typing import Any

from wordpress.export.attachments import IMAGES
from wordpress.export.own_blocks import Addresses, comment, encode, links_out, without_shortcodes

_PART = re.compile(r"<(/?)(p|ul|ol)\b[^>]*>")
# What a reader of exports makes something else of: read-also links, and addresses alone on a line.
_TAKEN_FOR_MORE = re.compile(
    r"<p>(?:<[^>]*>|[^\w<])*(?:lees|bekijk|luister|zie|read|see|listen|https?:)", re.IGNORECASE
)
_IN_LINE = {"<b>": "<strong>", "</b>": "</strong>", "<i>": "<em>", "</i>": "</em>"}
_WIDTHS = {"text": "", "wide": "wide", "full": "full"}
_LIST = re.compile(r"<(ul|ol|li)\b[^>]*>|</(ul|ol|li)>")


def body(stream: Iterable[dict[str, Any]], addresses: Addresses) -> str:
    """Return the raw blocks of a stream as the text of a post."""
    written: list[str] = []
    before = ""
    for block in stream:
        kind = block["type"]
        standard = STANDARD.get(kind)
        # Two texts next to each other would come back as one.
        follows_text = kind == before == "paragraph"
        text = standard(block["value"], addresses) if standard and not follows_text else ""
        written.append(text or encode(block, addresses))
        before = kind
    return "\n\n".join(written)


def paragraph(value: Any, addresses: Addresses) -> str:
    html = links_out(str(value or ""), addresses)
    if _TAKEN_FOR_MORE.search(html):
        return ""
    parts = _parts(html)
    if parts is None:
        return ""
    return "\n\n".join(_list(part) if part[1] != "p" else _paragraph(part) for part in parts)


def _parts(html: str) -> list[str] | None:
    """Return the paragraphs and lists of rich text, None when something else stands between them."""
    parts: list[str] = []
    depth, begin, end = 0, 0, 0
    for tag in _PART.finditer(html):
        if not tag[1]:
            if depth == 0:
                if html[end : tag.start()].strip():
                    return None
                begin = tag.start()
            depth += 1
        else:
            depth -= 1
            if depth == 0:
                end = tag.end()
                parts.append(html[begin:end])
    return parts if depth == 0 and not html[end:].strip() else None


def _paragraph(html: str) -> str:
    return comment("paragraph", {}, _in_line(html))


def _list(html: str) -> str:
    def with_comment(found: re.Match[str]) -> str:
        name = found[1] or found[2]
        block = "list-item" if name == "li" else "list"
        if found[2]:
            return f"</{name}>\n<!-- /wp:{block} -->"
        attributes = ' {"ordered":true}' if name == "ol" else ""
        begin = "<li>" if name == "li" else f'<{name} class="wp-block-list">'
        return f"<!-- wp:{block}{attributes} -->\n{begin}"

    return _LIST.sub(with_comment, _in_line(html))


def _in_line(html: str) -> str:
    for ours, theirs in _IN_LINE.items():
        html = html.replace(ours, theirs)
    return without_shortcodes(html)


def heading(value: dict[str, Any], addresses: Addresses) -> str:
    level = int((value.get("level") or "h2")[1])
    anchor = f' id="{escape(value["anchor"])}"' if value.get("anchor") else ""
    words = _words(value.get("text"))
    html = f'<h{level} class="wp-block-heading"{anchor}>{words}</h{level}>'
    return comment("heading", {} if level == 2 else {"level": level}, html) if words else ""


def image(value: dict[str, Any], addresses: Addresses) -> str:
    width = _WIDTHS.get(value.get("width") or "text", "")
    return _image(value, addresses, width)


def _image(value: dict[str, Any], addresses: Addresses, width: str = "") -> str:
    """Return a picture; "" when its description would come back as another one."""
    given = value.get("image")
    chosen: dict[str, Any] = given if isinstance(given, dict) else {}
    number, alt = chosen.get("image") or 0, chosen.get("alt_text") or ""
    address = addresses.image(number) if number else ""
    if not address or not alt.strip() or chosen.get("decorative"):
        return ""
    attributes = {"id": IMAGES + number, "sizeSlug": "full", "linkDestination": "none"}
    classes = "wp-block-image size-full"
    if width:
        attributes["align"] = width
        classes = f"wp-block-image align{width} size-full"
    caption = _words(value.get("caption"))
    html = f'<img src="{escape(address)}" alt="{_words(alt)}" class="wp-image-{IMAGES + number}"/>'
    if caption:
        html += f'<figcaption class="wp-element-caption">{caption}</figcaption>'
    return comment("image", attributes, f'<figure class="{classes}">{html}</figure>')


def gallery(value: dict[str, Any], addresses: Addresses) -> str:
    pictures = [_image(item["value"], addresses) for item in value.get("images") or [] if "value" in item]
    if len(pictures) < 2 or not all(pictures):
        return ""
    columns = int(value.get("columns") or 3)
    classes = f"wp-block-gallery has-nested-images columns-{columns} is-cropped"
    html = f'<figure class="{classes}">' + "\n\n".join(pictures) + "</figure>"
    return comment("gallery", {"columns": columns, "linkTo": "none"}, html)


def quote(value: dict[str, Any], addresses: Addresses) -> str:
    text, source = value.get("text") or "", value.get("source") or ""
    if value.get("kind") != "saying" or "\n" in text or not text.strip():
        return ""
    said = comment("paragraph", {}, f"<p>{_words(text)}</p>")
    cite = f"<cite>{_words(source)}</cite>" if source else ""
    return comment("quote", {}, f'<blockquote class="wp-block-quote">{said}{cite}</blockquote>')


def table(value: dict[str, Any], addresses: Addresses) -> str:
    given = value.get("table") or {}
    columns, rows = given.get("columns") or [], given.get("rows") or []
    caption = _words(value.get("caption"))
    if not (caption and rows and len(columns) > 1) or given.get("caption"):
        return ""
    head = "".join(f"<th>{_words(column.get('heading'))}</th>" for column in columns)
    lines = "".join(
        "<tr>" + "".join(f"<td>{_words(cell)}</td>" for cell in row["values"]) + "</tr>" for row in rows
    )
    html = f"<table><thead><tr>{head}</tr></thead><tbody>{lines}</tbody></table>"
    html += f'<figcaption class="wp-element-caption">{caption}</figcaption>'
    return comment("table", {}, f'<figure class="wp-block-table">{html}</figure>')


def audio(value: dict[str, Any], addresses: Addresses) -> str:
    title, address = _words(value.get("title")), value.get("url") or ""
    if not title or not address.startswith("https://"):
        return ""
    html = f'<audio controls src="{escape(address)}"></audio>'
    html += f'<figcaption class="wp-element-caption">{title}</figcaption>'
    return comment("audio", {}, f'<figure class="wp-block-audio">{html}</figure>')


def divider(value: Any, addresses: Addresses) -> str:
    return comment("separator", {}, '<hr class="wp-block-separator has-alpha-channel-opacity"/>')


def _words(text: Any) -> str:
    return without_shortcodes(escape(str(text or "")))


STANDARD: dict[str, Callable[[Any, Addresses], str]] = {
    "paragraph": paragraph,
    "heading": heading,
    "image": image,
    "gallery": gallery,
    "quote": quote,
    "table": table,
    "audio": audio,
    "divider": divider,
}
