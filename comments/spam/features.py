"""From a reaction to the features that the filter counts.

Words ("w:casino"), pairs of words ("pair:gratis spins"), and traits of the whole (traits.py).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from comments.spam import lexicon, traces, traits, wording
from comments.spam.document import Document

_GLUE = lexicon.lists("glue")
_ALL_GLUE = frozenset().union(*_GLUE.values())
_LONGEST = 30
# So many words beside a quotation are something of one's own.
_SOME = 6
# Of very long texts the beginning and the end are counted; traits look at all of it.
_EACH_END = 300
# A text is in a language when at least one in this many words is that language's glue.
_ONE_IN = 8


@dataclass(frozen=True)
class Features:
    """What is counted of one reaction, each once.

    `words` are compared with reactions in the same language, so that English
    alone is no sign of anything; `traits` with all. The strings are for hashing and for telling the coach;
    nothing stores them.
    """

    language: str  # "nl", "en", "other", or "short" where it cannot be told
    words: frozenset[str]
    traits: frozenset[str]
    leads_away: bool  # to a site, an address or a number

    @property
    def of_language(self) -> str:
        """The feature that counts how many reactions there are in this language."""
        return f"language of all:{self.language}"

    def all(self) -> frozenset[str]:
        return self.words | self.traits | {self.of_language}


def extract(document: Document) -> Features:
    """Return the features of `document`; never raises, whatever was typed."""
    text, tricks = wording.reveal(document.text)
    found = traces.trace(text, document.url)
    read = wording.read(found.rest)
    unquoted = wording.without_quotations(text)
    if unquoted != text:
        own = traces.trace(unquoted, document.url)
        # Judge writers by their own words, if any; those who warn others, by their own links too.
        own_words = wording.read(own.rest)
        if not traits.WARNING.isdisjoint(own_words.words):
            found = own
        if len(own_words.words) >= _SOME:
            read = own_words
    signed, tricks_of_name = wording.reveal(document.author[:200])
    name = wording.read(signed)
    language = _language(read)
    return Features(
        language,
        frozenset(_words(read.words)),
        frozenset(traits.traits(document, found, read, name, tricks | tricks_of_name, language)),
        bool(found.site) or found.lures,
    )


def _language(read: wording.Wording) -> str:
    if read.foreign > 0.3:
        return "other"
    counts = {name: sum(word in glue for word in read.words) for name, glue in _GLUE.items()}
    best = max(counts, key=counts.__getitem__)
    if counts[best] * _ONE_IN < len(read.words):
        return "other" if len(read.words) > _ONE_IN else "short"
    return best


def _words(words: tuple[str, ...]) -> Iterator[str]:
    if len(words) > 2 * _EACH_END:
        words = words[:_EACH_END] + words[-_EACH_END:]
    words = tuple(word[:_LONGEST] for word in words)
    for word in words:
        if word not in _ALL_GLUE:
            yield f"w:{word}"
    for first, second in pairwise(words):
        if not (first in _ALL_GLUE and second in _ALL_GLUE):
            yield f"pair:{first} {second}"
