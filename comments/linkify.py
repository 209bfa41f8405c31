"""A reader's plain text as HTML: paragraphs, line breaks and, once approved, links.

What is typed is escaped first of all. Only http and https become links, to a host without a user name in
front (https://bank.example@thief.example leads to the thief), and nothing invisible gets into an address.
"""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import normalize_newlines

SHOWN_LENGTH = 50
MAX_ADDRESS = 2048

# White space, quotes, brackets of HTML, backslash (a slash to browsers), controls, and what has no width or
# turns the direction of writing.
_NOT_IN_ADDRESS = (
    r"\s<>\"`\\\x00-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff"
)
_NOT_IN_ADDRESS += "\ufff9-\uffff«»“”„‘"
_ADDRESS = re.compile(rf"(?<![\w@.\-/])(?:https?://|www\.)[^{_NOT_IN_ADDRESS}]+", re.IGNORECASE)
_HOST = re.compile(r"(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.){1,10}[^\W_](?:[\w-]{0,61}[^\W_])?", re.IGNORECASE)
_PARAGRAPHS = re.compile(r"\n(?:[ \t]*\n)+")
_TRAILING = ".,:;!?…'’*_~|"
_CLOSING = {")": "(", "]": "[", "}": "{"}

# Endings of web addresses that are seldom the word after a forgotten space ("weg.de volgende" is no address).
_ENDINGS = (
    "com|net|org|info|biz|eu|nl|be|fr|uk|ru|cn|io|co|us|tv|cc|tk|ml|cf|gq|xyz|icu|vip|pro|app|dev|shop|store"
    "|online|site|website|club|click|link|live|blog|space|bid|loan|amsterdam|gent|vlaanderen|frl"
    r"|(?:de|nu|me|it|to|in|is|top|ga|win|fun)(?=/\w)"
)
_LINK = re.compile(
    rf"""
    # A link in HTML.
    <a\s[^<>]{{0,500}}?\bhref\b[^<>]{{0,2000}}>?
    # A link in the code of a forum, with its address inside or after.
    | \[url\b[^\[\]]{{0,500}}\](?:\s*(?:https?://|www\.)[^\s<>\[\]]+)?
    | https?://[^\s<>"\[\]]+
    | (?<![\w@])www\.[^\s<>"\[\]]+
    # A bare domain, not in a mail address, with its path.
    | (?<![\w@.\-])(?:[a-z0-9][a-z0-9-]{{0,62}}\.){{1,4}}(?P<ending>{_ENDINGS})
      (?![\w\-]|\.\w)(?![\w.+\-]{{0,64}}@)(?:[:/?\#][^\s<>"\[\]]*)?
    """,
    re.IGNORECASE | re.VERBOSE,
)


def linkify(text: str) -> SafeString:
    """Return approved text as HTML of <p>, <br> and <a href rel>."""
    # Each piece is escaped, or a link that _link has built from escaped parts.
    return mark_safe(_paragraphs("".join(_pieces(_clean(text)))))


def plain(text: str) -> SafeString:
    """Return text as HTML of <p> and <br>: what has not been approved holds no links."""
    return mark_safe(_paragraphs(escape(_clean(text))))


def count_links(text: str) -> int:
    """Count the web addresses that a reader sees, with or without https://, and links in code."""
    return sum(
        # "weg.Net toen": a sentence that starts without a space.
        not (match["ending"] and match["ending"].istitle())
        for match in _LINK.finditer(text)
    )


def _clean(text: str) -> str:
    return normalize_newlines(str(text)).strip()


def _paragraphs(html: str) -> str:
    """Wrap paragraphs and line breaks around safe HTML without newlines inside its tags."""
    parts = _PARAGRAPHS.split(html)
    return "\n\n".join("<p>{}</p>".format(part.replace("\n", "<br>")) for part in parts if part)


def _pieces(text: str) -> Iterator[str]:
    end = 0
    for match in _ADDRESS.finditer(text):
        address = _trimmed(match[0])
        if _is_web(address):
            yield escape(text[end : match.start()])
            yield _link(address)
            end = match.start() + len(address)
    yield escape(text[end:])


def _link(address: str) -> str:
    scheme, separator, rest = address.partition("://")
    href = f"{scheme.lower()}://{rest}" if separator else f"https://{address}"
    shown = address if len(address) <= SHOWN_LENGTH else f"{address[: SHOWN_LENGTH - 1]}…"
    return f'<a href="{escape(href)}" rel="ugc nofollow noopener">{escape(shown)}</a>'


def _trimmed(address: str) -> str:
    """Leave off punctuation at the end, and closing brackets that were not opened inside."""
    open_minus_closed = {
        bracket: address.count(_CLOSING[bracket]) - address.count(bracket) for bracket in _CLOSING
    }
    end = len(address)
    while end:
        last = address[end - 1]
        if open_minus_closed.get(last, 0) < 0:
            open_minus_closed[last] += 1
        elif last not in _TRAILING:
            break
        end -= 1
    return address[:end]


def _is_web(address: str) -> bool:
    if len(address) > MAX_ADDRESS:
        return False
    try:
        parts = urlsplit(address if "://" in address else f"https://{address}")
        port = parts.port
    except ValueError:
        return False
    host = parts.netloc.removesuffix(f":{port}") if port else parts.netloc
    # "www.ik": the start of a word after a typing mistake.
    return bool(_HOST.fullmatch(host)) and (not host.lower().startswith("www.") or host.count(".") > 1)
