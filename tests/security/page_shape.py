"""What a page is made of, read by two parsers that share no code: so one is not fooled where the other is."""

from html.parser import HTMLParser
from urllib.parse import urlsplit

from lxml import html as lxml_html

# Elements of which each attribute counts, not only that it is there: another address is another thing done.
ACTING = {"script", "iframe", "frame", "object", "embed", "base", "link", "form", "style", "template"}
ADDRESSES = {"href", "src", "action", "formaction", "data", "poster", "srcset", "background", "xlink:href"}
SCHEMES = {"", "http", "https", "mailto", "tel"}

Element = tuple[str, tuple[tuple[str, str], ...]]


class _Tokens(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[Element] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, tuple((name, value or "") for name, value in attrs)))

    def handle_data(self, data: str) -> None:
        self.words.append(data)


class Shape:
    """The elements of a page with their attributes, and the words in it, as a parser found them."""

    def __init__(self, elements: list[Element], words: list[str]) -> None:
        self.elements = elements
        self.words = [*words, *(value for _, attributes in elements for _, value in attributes)]

    def kinds(self) -> set[Element]:
        """Return each kind of element: its name and its attributes' names, with values where they act."""
        return {
            (tag, tuple((name, value if tag in ACTING else "") for name, value in attributes))
            for tag, attributes in self.elements
        }

    def handlers(self) -> list[Element]:
        return [one for one in self.elements if any(name.startswith("on") for name, _ in one[1])]

    def odd_addresses(self) -> list[str]:
        """Return addresses that do more than lead on, or lead what is not a link to another site."""
        found = []
        for tag, attributes in self.elements:
            for name, value in attributes:
                if name not in ADDRESSES:
                    continue
                parts = urlsplit("".join(value.split()))
                elsewhere = tag != "a" and parts.netloc.endswith(".example")
                if parts.scheme.lower() not in SCHEMES or elsewhere:
                    found.append(value)
        return found

    def says(self, words: str) -> bool:
        """Say whether `words` stand in one piece of the page, not taken for markup."""
        sought = " ".join(words.split())
        return any(sought in " ".join(piece.split()) for piece in self.words)


def shapes(page: str) -> list[Shape]:
    """Return how Python's tokenizer and libxml2's tree understand a page."""
    tokens = _Tokens()
    tokens.feed(page)
    tokens.close()
    tree = lxml_html.document_fromstring(page.encode())
    elements, words = [], []
    for node in tree.iter():
        # Comments and instructions have no name.
        if isinstance(node.tag, str):
            elements.append((node.tag, tuple(sorted((str(k), str(v)) for k, v in node.attrib.items()))))
        words += [piece for piece in (node.text, node.tail) if piece]
    return [Shape(tokens.elements, tokens.words), Shape(elements, words)]
