"""HTML of the old site with nothing in it that runs, asks or hides: what of it may be read at all."""

import re

import nh3

from wordpress.bodies.tree import Node, build

# With all that is in them. An iframe's own text is for browsers that have none.
NOT_AT_ALL = {
    *(
        "script",
        "style",
        "form",
        "select",
        "textarea",
        "svg",
        "math",
        "template",
        "object",
        "title",
        "noembed",
    ),
}
TAGS = {
    *(
        "a",
        "abbr",
        "address",
        "article",
        "aside",
        "audio",
        "b",
        "big",
        "blockquote",
        "br",
        "button",
        "caption",
    ),
    *("center", "cite", "code", "dd", "del", "details", "div", "dl", "dt", "em", "figcaption", "figure"),
    *("footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "i", "iframe", "img", "ins", "kbd", "li"),
    *("main", "mark", "ol", "p", "pre", "q", "s", "section", "small", "source", "span", "strong", "sub"),
    *("summary", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "u", "ul", "video", "x-block"),
}
ATTRIBUTES = {
    "*": {"class", "id", "style", "hidden"},
    "a": {"href", "name"},
    "audio": {"src"},
    "iframe": {"src", "title", "data-src"},
    "img": {"src", "alt", "title", "data-id", "width", "height"},
    "ol": {"start"},
    "source": {"src"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan"},
    "video": {"src"},
    # A place that wordpress.bodies.markup left for what HTML can't say.
    "x-block": {"data-n"},
}
SCHEMES = {"http", "https", "mailto", "tel"}
WORDS = {
    "script": "Een script is weggelaten.",
    "form": "Een formulier is weggelaten.",
    "object": "Een ingesloten object is weggelaten.",
}
_GONE = re.compile(r"<(script|form|object)\b", re.IGNORECASE)
# What XML and HTML can't hold, and signs that only turn the direction of what is shown.
_CONTROL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff\u202a-\u202e\u2066-\u2069]"
)
_COMMENT = re.compile(r"<!--(?:(?!-->).)*+(?:-->|\Z)", re.DOTALL)
_OPENED = re.compile(r"<(/?)([a-zA-Z][^\s/>]*)")
# Elements that end by themselves where the next begins, and those without an end: these nest nothing.
_FLAT = frozenset(
    {
        *("p", "li", "dt", "dd", "td", "th", "tr", "thead", "tbody", "tfoot", "option", "br", "hr", "img"),
        *("source", "input", "link", "meta", "wbr", "area", "col"),
    }
)
# What HTML opens again in each paragraph until it is closed.
_FORMATTING = frozenset(
    {
        *("a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"),
    }
)
MOST_OPEN, MOST_FORMATTING = 100, 12


def without_control(text: str) -> str:
    return _CONTROL.sub("", text).replace("\r\n", "\n").replace("\r", "\n")


def clean(html: str) -> tuple[Node, list[str]]:
    """Return HTML as a tree of what may be read, and remarks on what was taken out of it."""
    gone = {found.lower() for found in _GONE.findall(html)}
    remarks = [words for tag, words in WORDS.items() if tag in gone]
    cleaned = nh3.clean(
        _bounded(_COMMENT.sub("", html)),
        tags=TAGS,
        clean_content_tags=NOT_AT_ALL,
        attributes=ATTRIBUTES,
        url_schemes=SCHEMES,
        link_rel=None,
    )
    return build(cleaned), remarks


def _bounded(html: str) -> str:
    """Take out tags that are opened in too many others.

    How HTML is read takes time in the square of the depth: 20,000 open elements would take a minute.
    """
    open_tags: dict[str, int] = {}
    left_out: dict[str, int] = {}
    depth = formatting = 0

    def judged(tag: re.Match[str]) -> str:
        nonlocal depth, formatting
        name = tag[2].lower()
        if name in _FLAT:
            return tag[0]
        if tag[1]:
            if left_out.get(name):
                left_out[name] -= 1
                return "<!/"
            if open_tags.get(name):
                open_tags[name] -= 1
                depth -= 1
                formatting -= name in _FORMATTING
            return tag[0]
        if depth >= MOST_OPEN or (name in _FORMATTING and formatting >= MOST_FORMATTING):
            left_out[name] = left_out.get(name, 0) + 1
            # Up to its end it reads as a comment.
            return "<!x"
        open_tags[name] = open_tags.get(name, 0) + 1
        depth += 1
        formatting += name in _FORMATTING
        return tag[0]

    return _OPENED.sub(judged, html)
