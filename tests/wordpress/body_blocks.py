"""Blocks as they are expected of a text of WordPress, in few words."""

from typing import Any

from tests.wordpress.old_site import ARTICLE, IMAGE

Block = tuple[str, Any]
# Names of content, with how WordPress writes it and what it becomes.
Cases = dict[str, tuple[str, list[Block]]]


def p(html: str) -> Block:
    return ("paragraph", html)


def h(text: str, level: int = 2, anchor: str = "") -> Block:
    return ("heading", {"text": text, "level": f"h{level}", "anchor": anchor})


def picture(alt: str, caption: str = "") -> dict[str, Any]:
    return {"image": {"image": IMAGE, "alt_text": alt, "decorative": not alt}, "caption": caption}


def image(alt: str, caption: str = "", width: str = "text") -> Block:
    return ("image", {**picture(alt, caption), "width": width})


def gallery(columns: int, *pictures: dict[str, Any]) -> Block:
    return ("gallery", {"images": items(*pictures), "columns": str(columns)})


def items(*values: Any) -> list[dict[str, Any]]:
    return [{"type": "item", "value": value} for value in values]


def quote(text: str, source: str = "") -> Block:
    return ("quote", {"text": text, "source": source, "kind": "saying"})


def table(caption: str, head: list[str], *rows: list[str]) -> Block:
    columns = [{"type": "text", "heading": words} for words in head]
    values = [{"values": row} for row in rows]
    return ("table", {"caption": caption, "table": {"columns": columns, "rows": values, "caption": ""}})


def embed(url: str, title: str) -> Block:
    return ("embed", {"url": url, "title": title, "thumbnail": None})


def button(words: str, *, title: str = "", page: int | None = None, url: str = "") -> Block:
    return ("call_to_action", {"title": title, "text": "", "button_text": words, "page": page, "url": url})


def faq(*pairs: tuple[str, str]) -> Block:
    return ("faq", {"title": "", "items": items(*({"question": q, "answer": a} for q, a in pairs))})


def note(text: str) -> Block:
    return ("note", {"text": text})


def see(words: str = "") -> Block:
    return ("read_also", {"page": ARTICLE, "text": words})


DIVIDER: Block = ("divider", None)
LINK = f'<a linktype="page" id="{ARTICLE}">hier</a>'
YOUTUBE = "https://www.youtube.com/watch?v=abcdefghijk"
