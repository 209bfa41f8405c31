"""The coach's own lists of what is spam at once: words, e-mail addresses, domains."""

import re
import unicodedata
from collections.abc import Iterable

from comments.blocklist_entries import MARK, compared, entries, tidy
from comments.models import Blocklist, Comment
from comments.text import folded
from mailing.addresses import address_hash, spellings

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
    addresses = entries(blocklist.addresses, "addresses")
    if addresses and not addresses.keys().isdisjoint(_written(comment.author_email)):
        reasons.append("Dit e-mailadres staat op de blokkeerlijst.")
    domains = entries(blocklist.domains, "domains")
    if domains and (found := sorted({domains[name] for name in _domains_of(comment) if name in domains})):
        reasons.append(f"Domein op de blokkeerlijst: {', '.join(found[:5])}.")
    return reasons


def forget(email: str) -> bool:
    """Put a hash in the place of an address on the list, which stays blocked; say whether it was there.

    The coach's note beside it goes: it may say who that is.
    """
    blocklist = Blocklist.objects.first()
    if blocklist is None:
        return False
    theirs = {compared(spelling, "addresses") for spelling in spellings(email)} - {""}
    lines = blocklist.addresses.splitlines()
    forgotten = [
        _mark(email) if compared(tidy(line, "addresses"), "addresses") in theirs else line for line in lines
    ]
    if forgotten == lines:
        return False
    blocklist.addresses = "\n".join(forgotten)
    blocklist.save()
    return True


def _written(email: str) -> set[str]:
    """Return how an address may stand on the list."""
    return {compared(email, "addresses"), _mark(email)} if email else set()


def _mark(email: str) -> str:
    return f"{MARK}{address_hash(email)}"


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
