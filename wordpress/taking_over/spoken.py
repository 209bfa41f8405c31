"""The text of a reaction, which WordPress keeps as HTML, as plain text, the way our own are kept."""

import re
from html.parser import HTMLParser

_BREAK = re.compile(r"<br\s*/?>[ \t]*\n?", re.IGNORECASE)
# What no keyboard types; line ends and tabs stay.
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]|[\ud800-\udfff]")
_PARTS = frozenset({"p", "div", "blockquote", "pre", "ul", "ol", "table", "h1", "h2", "h3", "h4", "h5", "h6"})
_LINES = frozenset({"li", "tr", "dt", "dd"})
_UNSEEN = frozenset({"script", "style", "template", "iframe", "object", "noscript"})


def plain_text(html: str) -> str:
    """Return what a reader saw: a link as its words and its address, paragraphs with a line between them."""
    html = _BREAK.sub("\n", html.replace("\r\n", "\n").replace("\r", "\n"))
    reader = _Reader()
    reader.feed(html)
    reader.close()
    text = _CONTROLS.sub("", "".join(reader.pieces)).replace("\xa0", " ")
    lines = "\n".join(line.strip() for line in text.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", lines).strip()


def one_line(text: str) -> str:
    return " ".join(_CONTROLS.sub("", text).split())


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._unseen = 0
        # Of each link that is open its address, and where its words begin.
        self._links: list[tuple[str, int]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag in _UNSEEN:
            self._unseen += 1
        elif tag in _PARTS:
            self.pieces.append("\n\n")
        elif tag in _LINES:
            self.pieces.append("\n- " if tag == "li" else "\n")
        elif tag == "a":
            self._links.append((values.get("href") or "", len(self.pieces)))
        elif tag == "img" and not self._unseen:
            self.pieces.append(values.get("alt") or "")

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN:
            self._unseen = max(0, self._unseen - 1)
        elif tag in _PARTS:
            self.pieces.append("\n\n")
        elif tag == "a" and self._links:
            self._end_link()

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.pieces.append(data)

    def close(self) -> None:
        super().close()
        while self._links:
            self._end_link()

    def _end_link(self) -> None:
        address, start = self._links.pop()
        address = address.strip()
        words = "".join(self.pieces[start:]).strip()
        if address.lower().startswith(("http://", "https://", "mailto:")) and not _is_same(words, address):
            self.pieces.append(f" ({address.removeprefix('mailto:')})" if words else address)


def _is_same(words: str, address: str) -> bool:
    bare = re.sub(r"^(?:https?://|mailto:)(?:www\.)?", "", address.lower()).rstrip("/")
    return bare == re.sub(r"^(?:https?://)?(?:www\.)?", "", words.lower()).rstrip("/")
