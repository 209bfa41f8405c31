"""What is plainly wrong in the HTML of a page: tags that do not pair, ids twice, forbidden nesting."""

from html.parser import HTMLParser

_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
_VOID |= {"path", "use", "circle", "rect", "line", "polyline"}
# Before these a paragraph ends by itself.
_NOT_IN_P = {
    "address",
    "article",
    "aside",
    "blockquote",
    "details",
    "div",
    "dl",
    "fieldset",
    "figure",
    "footer",
}
_NOT_IN_P |= {"form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "main", "nav", "ol", "p", "pre"}
_NOT_IN_P |= {"section", "table", "ul"}
_ALONE = frozenset({"a", "button", "form", "label"})
_PARENTS = {"li": {"ul", "ol", "menu"}, "dt": {"dl", "div"}, "dd": {"dl", "div"}, "figcaption": {"figure"}}
_PARENTS |= {"td": {"tr"}, "th": {"tr"}, "tr": {"thead", "tbody", "tfoot", "table"}, "summary": {"details"}}


def faults_of(html: str) -> list[str]:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.faults + [f"<{tag}> is never closed" for tag in reader.open]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: set[str] = set()
        self.faults: list[str] = []

    def _fault(self, words: str) -> None:
        self.faults.append(f"{self.getpos()}: {words}")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        if len(names) != len(set(names)):
            self._fault(f"<{tag}> has an attribute twice: {names}")
        values = dict(attrs)
        if (one := values.get("id")) is not None:
            if not one or one in self.ids or " " in one:
                self._fault(f"id {one!r} is empty, has a blank or is there twice")
            self.ids.add(one)
        if tag == "img" and "alt" not in values:
            self._fault("a picture without alt")
        if "p" in self.open and tag in _NOT_IN_P:
            self._fault(f"<{tag}> in <p>")
        if tag in _ALONE and tag in self.open:
            self._fault(f"<{tag}> in <{tag}>")
        if tag in _PARENTS and (not self.open or self.open[-1] not in _PARENTS[tag]):
            self._fault(f"<{tag}> right in <{self.open[-1] if self.open else ''}>")
        if self.open and self.open[-1] in ("ul", "ol") and tag not in ("li", "script", "template"):
            self._fault(f"<{tag}> right in a list")
        if tag not in _VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        if tag in _VOID:
            return
        if not self.open or self.open[-1] != tag:
            self._fault(f"</{tag}> where <{self.open[-1] if self.open else ''}> is open")
        if tag in self.open:
            while self.open.pop() != tag:
                pass
