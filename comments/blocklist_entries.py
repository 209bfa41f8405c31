"""The coach's lists of what is spam at once, line by line: as they are kept, and as they are compared.

One entry a line. What stands behind a `#`, at the start of a line or after a space, is the coach's own note.
"""

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache

import dns.exception
import dns.name

from comments.text import folded

KINDS = ("words", "addresses", "domains")
MISTAKES = {
    "words": "dit is te kort om naar te zoeken",
    "addresses": "dit is geen e-mailadres",
    "domains": "dit is geen domein",
}
MAX_MISTAKES = 10

# An address of which only the hash is kept, because whoever it is of was erased (comments.blocklist.forget).
MARK = "kenmerk:"

_MARKED = re.compile(rf"{MARK}[0-9a-f]{{64}}")
_NOTE = re.compile(r"(?:^|(?<=\s))#.*")
_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_DOMAIN = re.compile(rf"{_LABEL}(?:\.{_LABEL})+")
_SCHEME = re.compile(r"(?:[a-z][a-z0-9+.-]{0,30}:)?//", re.IGNORECASE)
_BEFORE_DOMAIN = re.compile(r"@?(?:\*\.)?(?:www\.(?=.*\.))?")
_AFTER_DOMAIN = re.compile(r"[/?\\].*|:\d*(?:[/?\\].*)?$")


def entries(lines: str, kind: str) -> Mapping[str, str]:
    """Return the entries of a list: as they are compared, each with how it stands in the list.

    `kind`: one of KINDS. Empty lines, notes and what can't be read are none.
    """
    return _entries(lines, kind)


def merge(existing: str, added: str, kind: str) -> tuple[str, int]:
    """Put what is new in a plain list below what the coach has; return the whole, and how many were new."""
    known = entries(existing, kind)
    new = [entry for key, entry in entries(added, kind).items() if key not in known]
    return "\n".join(filter(None, [existing.rstrip(), *new])), len(new)


def tidy_list(lines: str, kind: str) -> tuple[str, list[str]]:
    """Return a list with each entry tidied, notes and order kept, and in Dutch which lines can't be read."""
    tidied, mistakes = [], []
    for number, line in enumerate(lines.strip().splitlines(), 1):
        note = _NOTE.search(line)
        typed = _NOTE.sub("", line).strip()
        entry = tidy(line, kind)
        if typed and not entry:
            mistakes.append(f"Regel {number}: {MISTAKES[kind]}.")
        tidied.append(" ".join(filter(None, [entry, note and note[0].rstrip()])))
    return "\n".join(tidied), mistakes[:MAX_MISTAKES]


def tidy(line: str, kind: str) -> str:
    """Return an entry as it is kept, or "" for a line that is none."""
    text = unicodedata.normalize("NFC", _seen(_NOTE.sub("", line)))
    if kind == "words":
        entry = " ".join(text.split())
    elif kind == "addresses":
        entry = re.sub("^mailto:", "", text.strip().strip("<>"), flags=re.IGNORECASE).lower()
    else:
        host = _SCHEME.sub("", text.strip().lower(), count=1)
        entry = _AFTER_DOMAIN.sub("", _BEFORE_DOMAIN.sub("", host, count=1)).rstrip(".")
    return entry if compared(entry, kind) else ""


def compared(entry: str, kind: str) -> str:
    """Return a tidied entry, or what a reader typed, as it is compared; "" for what is none."""
    if kind == "words":
        word = folded(entry)
        return word if len(word) > 1 else ""
    if kind == "domains":
        return _ascii_domain(entry)
    if _MARKED.fullmatch(entry):
        return entry
    local, _, host = unicodedata.normalize("NFC", entry).rpartition("@")
    host = _ascii_domain(host)
    return f"{local.casefold()}@{host}" if host and re.fullmatch(r"[^\s@]+", local) else ""


@lru_cache(maxsize=8)
def _entries(lines: str, kind: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for line in lines.splitlines():
        if entry := tidy(line, kind):
            found.setdefault(compared(entry, kind), entry)
    return found


def _ascii_domain(host: str) -> str:
    """Return a domain as the internet spells it (IDNA 2008), in small letters, or "" for what is none.

    Accents stay what they are: café.nl and cafe.nl belong to two people.
    """
    spelled = unicodedata.normalize("NFC", host).lower()
    if not spelled.isascii():
        try:
            name = dns.name.from_text(spelled, idna_codec=dns.name.IDNA_2008_Practical)
        except (dns.exception.DNSException, UnicodeError):
            return ""
        spelled = name.to_text(omit_final_dot=True).lower()
    return spelled if _DOMAIN.fullmatch(spelled) else ""


def _seen(text: str) -> str:
    """Return `text` without characters that nobody sees."""
    return "".join(character for character in text if unicodedata.category(character) != "Cf")
