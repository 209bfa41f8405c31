"""Clean HTML as a tree that is easy to walk: children are texts and elements in their order."""

import re
from collections.abc import Iterator
from html import unescape

VOID = frozenset({"br", "hr", "img", "source"})
# Elements that stand on lines of their own.
LINES = frozenset(
    {
        *("address", "article", "aside", "blockquote", "center", "dd", "details", "div", "dl", "dt"),
        *("figcaption", "figure", "footer", "header", "hr", "main", "p", "pre", "section", "summary"),
        *("table", "caption", "tbody", "thead", "tfoot", "tr", "td", "th", "ul", "ol", "li", "h1", "h2"),
        *("h3", "h4", "h5", "h6"),
    }
)
# Deeper elements become part of the one above them, so that walking needs no deep stack.
MAX_DEPTH = 80
# nh3 writes every tag in one way: lower case, attributes between double quotes.
_TAG = re.compile(r'<(?P<end>/?)(?P<name>[a-z][a-z0-9-]*)(?P<attributes>(?: [^\s="<>/]+="[^"]*")*) ?/?>')
_ATTRIBUTE = re.compile(r'([^\s="<>/]+)="([^"]*)"')
_SPACE = re.compile(r"\s+")


class Node:
    __slots__ = ("attributes", "children", "tag")

    def __init__(self, tag: str, attributes: dict[str, str]) -> None:
        self.tag = tag
        self.attributes = attributes
        self.children: list[str | Node] = []

    def get(self, name: str) -> str:
        return self.attributes.get(name, "")

    @property
    def classes(self) -> list[str]:
        return self.get("class").split()

    @property
    def elements(self) -> list["Node"]:
        return [child for child in self.children if isinstance(child, Node)]

    def below(self) -> Iterator["Node"]:
        """Yield every element in it, in reading order."""
        for child in self.elements:
            yield child
            yield from child.below()

    def first(self, *tags: str) -> "Node | None":
        return next((node for node in self.below() if node.tag in tags), None)

    def text(self) -> str:
        """Return its words in one line."""
        return _SPACE.sub(" ", "".join(self._texts())).strip()

    def _texts(self) -> Iterator[str]:
        for child in self.children:
            if isinstance(child, str):
                yield child
            elif child.tag in LINES or child.tag == "br":
                yield " "
                yield from child._texts()
                yield " "
            elif child.tag == "img" and is_emoji(child):
                yield child.get("alt")
            else:
                yield from child._texts()


def is_emoji(image: Node) -> bool:
    return bool({"wp-smiley", "emoji"} & set(image.classes)) and len(image.get("alt")) <= 12


def build(html: str) -> Node:
    """Return the tree of HTML as `nh3.clean` writes it."""
    root = Node("div", {})
    path = [root]
    # How many elements beyond MAX_DEPTH are open.
    beyond = at = 0
    for tag in _TAG.finditer(html):
        if tag.start() > at:
            path[-1].children.append(unescape(html[at : tag.start()]))
        at = tag.end()
        name = tag["name"]
        if tag["end"]:
            if beyond:
                beyond -= 1
            elif len(path) > 1:
                path.pop()
            continue
        written = tag["attributes"]
        attributes = {key: unescape(value) for key, value in _ATTRIBUTE.findall(written)} if written else {}
        node = Node(name, attributes)
        if name in VOID:
            path[-1].children.append(node)
        elif len(path) > MAX_DEPTH:
            beyond += 1
        else:
            path[-1].children.append(node)
            path.append(node)
    if at < len(html):
        path[-1].children.append(unescape(html[at:]))
    return root
