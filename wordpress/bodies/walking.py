"""Walks through clean HTML in reading order and puts what it meets in blocks of ours."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from html import escape, unescape
from typing import Any

from wordpress.bodies.headings import LONGEST, anchor, own_words
from wordpress.bodies.links import Link, Notebook
from wordpress.bodies.markup import Place
from wordpress.bodies.tree import LINES, Node, is_emoji

BOLD, ITALIC = frozenset({"b", "strong"}), frozenset({"i", "em", "cite"})
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BLANKS = re.compile(r"[ \t\n\f]+")
_EMPTY = re.compile(r"<b>(?:\s|<br/>)*+</b>|<i>(?:\s|<br/>)*+</i>|<a [^<>]*+>\s*+</a>")
_TAG = re.compile(r"<[^<>]*>")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden")
_BOLD_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)")
_ITALIC_STYLE = re.compile(r"font-style\s*:\s*italic")


@dataclass(slots=True)
class Frame:
    """What a figure says of the one thing that it holds; `caption` is taken from it by that thing."""

    caption: str = ""
    width: str = "text"

    def take_caption(self) -> str:
        caption, self.caption = self.caption, ""
        return caption


class Walker:
    """Gathers blocks. `rich` are finished lines and lists that are to be one paragraph block together."""

    def __init__(
        self, notebook: Notebook, places: list[Place], *, is_part: bool = False, depth: int = 0
    ) -> None:
        self.notebook = notebook
        self.places = places
        # Whether this is about a part of a text that has no headings of its own, such as an answer.
        self.is_part = is_part
        self.depth = depth
        self.blocks: list[dict[str, Any]] = []
        self.rich: list[str] = []
        self.line: list[str] = []
        self.open: list[tuple[str, str]] = []
        self.frame: Frame | None = None
        # What the words or the picture that are walked through lead to.
        self.link: Link | None = None
        self.new_ids: list[str] = []

    def part(self) -> "Walker":
        """Return a walker for a part of the text, which is put together before it becomes a block."""
        part = Walker(self.notebook, self.places, is_part=True, depth=self.depth + 1)
        part.frame = self.frame
        return part

    def finish(self) -> list[dict[str, Any]]:
        self.end_line()
        self.flush()
        if not self.is_part:
            self._name_places(len(self.notebook.headings) - 1)
        return self.blocks

    # Lines and blocks

    def add(self, kind: str, value: Any) -> None:
        """Put a block after all that was met before it."""
        self.end_line()
        self.flush()
        self.blocks.append({"type": kind, "value": value})

    def note(self, words: str) -> None:
        self.add("note", {"text": words})

    def flush(self) -> None:
        if self.rich:
            self.blocks.append({"type": "paragraph", "value": "".join(self.rich)})
            self.rich = []

    def end_line(self) -> None:
        if not self.line:
            return
        html = "".join([*self.line, *(end for _, end in reversed(self.open))])
        self.line = [begin for begin, _ in self.open]
        if "></" in html or "> <" in html or "<br/>" in html:
            for _ in range(3):
                html = _EMPTY.sub("", html)
        html = _trimmed(html)
        if not html or not _TAG.sub("", html).strip():
            return
        if html.startswith("http") and " " not in html and "<" not in html:
            self.line = []
            if any(takes(self, unescape(html)) for takes in ALONE):
                return
            self.line = [begin for begin, _ in self.open]
        self.rich.append(f"<p>{html}</p>")

    def text(self, words: str) -> None:
        words = _BLANKS.sub(" ", words)
        if not self.line or self.line[-1] == "<br/>":
            words = words.lstrip(" ")
        if words:
            self.line.append(escape(words, quote=False))
            if words != " ":
                self._name_places(len(self.notebook.headings) - 1)

    def line_break(self) -> None:
        if self.line and self.line[-2:] != ["<br/>", "<br/>"]:
            self.line.append("<br/>")

    def has_words(self) -> bool:
        return any(not piece.startswith("<") and piece.strip() for piece in self.line)

    # Walking

    def children(self, node: Node) -> None:
        nodes = node.children
        at = 0
        while at < len(nodes):
            child = nodes[at]
            at += 1
            if isinstance(child, str):
                self.text(child)
                continue
            if child.tag in LINES and (taken := max(takes(self, nodes, at - 1) for takes in TOGETHER)):
                at += taken - 1
                continue
            self.node(child)

    def node(self, node: Node) -> None:
        if name := node.get("id") or (node.get("name") if node.tag == "a" else ""):
            self.new_ids.append(name)
        style = node.get("style")
        if (style and _HIDDEN.search(style)) or "hidden" in node.attributes:
            self._hidden(node)
        elif (handler := _handler(node)) is not None:
            handler(self, node)
        elif node.tag in LINES:
            self.end_line()
            self.children(node)
            self.end_line()
        elif node.tag in BOLD or (style and _BOLD_STYLE.search(style)):
            self.within("<b>", "</b>", node)
        elif node.tag in ITALIC or (style and _ITALIC_STYLE.search(style)):
            self.within("<i>", "</i>", node)
        elif node.tag == "q":
            self.line.append("‘")
            self.children(node)
            self.line.append("’")
        else:
            self.children(node)

    def within(self, begin: str, end: str, node: Node) -> None:
        if any(known == end for _, known in self.open):
            self.children(node)
            return
        self.open.append((begin, end))
        self.line.append(begin)
        self.children(node)
        self.open.pop()
        self.line.append(end)

    def _hidden(self, node: Node) -> None:
        if "thrive-shortcode-config" in node.classes:
            BY_CLASS["thrive-shortcode-config"](self, node)
        elif node.text():
            self.notebook.remark("Tekst die op de oude site niet te zien was, is weggelaten.")

    # Headings and places

    def heading(self, node: Node) -> None:
        words = node.text()
        for image in list(node.below()):
            if image.tag == "img" and not is_emoji(image):
                self.node(image)
        if not words:
            return
        if self.is_part or len(words) > LONGEST:
            self.end_line()
            self.line.append("<b>")
            self.children(node)
            self.line.append("</b>")
            self.end_line()
            return
        for below in node.below():
            if name := below.get("id") or (below.get("name") if below.tag == "a" else ""):
                self.new_ids.append(name)
            if below.tag == "a" and below.get("href") and (link := self.notebook.link(below.get("href"))):
                self.notebook.remark(f"Een link in een kop is vervallen: {link.address or below.get('href')}")
        given = next(filter(None, map(anchor, self.new_ids)), "")
        value = {"text": words, "level": node.tag, "anchor": "" if given == own_words(words) else given}
        self.add("heading", value)
        self.notebook.headings.append(value)
        self._name_places(len(self.notebook.headings) - 1)

    def _name_places(self, number: int) -> None:
        """Let the ids met since the last words stand for the heading with this number."""
        if self.new_ids:
            for name in self.new_ids:
                self.notebook.places.setdefault(anchor(name), number)
            self.new_ids = []

    # Parts

    def put(self, block: dict[str, Any]) -> None:
        """Add a block of a part; paragraphs join those before them."""
        if block["type"] == "paragraph":
            self.end_line()
            self.rich.append(block["value"])
        else:
            self.add(block["type"], block["value"])

    def texts_of(self, node: Node) -> tuple[str, list[dict[str, Any]]]:
        """Return what stands in `node` as rich text, and the blocks that no rich text can hold."""
        part = self.part()
        part.children(node)
        html, others = "", []
        for block in part.finish():
            if block["type"] == "paragraph":
                html += block["value"]
            else:
                others.append(block)
        self.new_ids += part.new_ids
        return html, others


def _handler(node: Node) -> "Handler | None":
    if node.tag in LINES:
        for name in node.classes:
            if name in BY_CLASS:
                return BY_CLASS[name]
    return HANDLERS.get(node.tag)


def _trimmed(html: str) -> str:
    begin, end = 0, len(html)
    while begin < end:
        if html[begin].isspace():
            begin += 1
        elif html.startswith("<br/>", begin):
            begin += 5
        else:
            break
    while end > begin:
        if html[end - 1].isspace():
            end -= 1
        elif html.endswith("<br/>", begin, end):
            end -= 5
        else:
            break
    return html[begin:end]


Handler = Callable[[Walker, Node], None]
# By the name of the element, and by a class of WordPress or a plugin; wordpress.bodies.convert fills them.
HANDLERS: dict[str, Handler] = {}
BY_CLASS: dict[str, Handler] = {}
# Asked first, of an address that stands alone on a line: whether it was made a block.
ALONE: list[Callable[[Walker, str], bool]] = []
# Asked first, of a node among others: how many were made blocks, with those behind it that belong to it.
TOGETHER: list[Callable[[Walker, list[str | Node], int], int]] = []
