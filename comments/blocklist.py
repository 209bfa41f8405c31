"""The coach's own lists of what is spam at once: words, e-mail addresses, domains."""

import re
import unicodedata
from collections.abc import Iterable

from comments.blocklist_entries import compared, entries
from comments.models import Blocklist, Comment
from comments.text import folded

# Whatever looks like a domain, with or without https://: only what is listed matters.
HOST = re.compile(r"(?<![^\W_])(?<!-)(?:[^\W_]|-)+(?:\.(?:[^\W_]|-)+)+")
MAX_HOST = 253


def blocked_by(blocklist: Blocklist, comment: Comment) -> list[str]:
    """Return in Dutch why the lists stop `comment`; an empty list when they do not."""
    reasons = []
    words = entries(blocklist.words, "words")
    written = folded(f"{comment.author_name} {comment.text}") if words else ""
    if found := [entry for word, entry in words.items() if _stands_in(word, written)]:
        reasons.append(f"Op de blokkeerlijst: {', '.join(found[:5])}.")
    if compared(comment.author_email, "addresses") in entries(blocklist.addresses, "addresses"):
        reasons.append("Dit e-mailadres staat op de blokkeerlijst.")
    domains = entries(blocklist.domains, "domains")
    if domains and (found := sorted({domains[name] for name in _domains_of(comment) if name in domains})):
        reasons.append(f"Domein op de blokkeerlijst: {', '.join(found[:5])}.")
    return reasons


def _stands_in(word: str, text: str) -> bool:
    """Say whether `word` stands in `text` as a word of its own; both are folded."""
    start = text.find(word)
    while start != -1:
        end = start + len(word)
        before, after = text[start - 1 : start], text[end : end + 1]
        if not (before.isalnum() and word[0].isalnum()) and not (after.isalnum() and word[-1].isalnum()):
            return True
        start = text.find(word, start + 1)
    return False


def _domains_of(comment: Comment) -> Iterable[str]:
    """Give every domain that a comment names, and those above it: a.b.nl gives a.b.nl and b.nl."""
    written = unicodedata.normalize("NFKC", f"{comment.author_url} {comment.text}")
    seen = "".join(character for character in written if unicodedata.category(character) != "Cf")
    for host in [comment.author_email.rpartition("@")[2], *HOST.findall(seen)]:
        labels = compared(host.strip("-.")[-MAX_HOST:], "domains").split(".")
        for level in range(len(labels) - 1):
            yield ".".join(labels[level:])
