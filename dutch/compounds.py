"""Compounds: "relatietherapie" is "relatie" and "therapie", "liefdesverdriet" is "liefde" and "verdriet"."""

from collections.abc import Container, Iterator

from dutch.words import STOP_WORDS, plain

LEAST = 3
MOST_PARTS = 4
# Between two parts may stand: nothing, -s-, -en-, -e-, -n-.
_LINKS = ("", "s", "en", "e", "n")
# Two letters, and a word all the same.
_SHORT = frozenset({"ex", "ik", "tv"})
# Beginnings and endings that words are made with, and that are no words in a compound.
_NO_PART = """
    achtig baar been bel den der ering gen heid her ing isch ken len lijk lijke lijks loos men mis nen nis
    ont pro ren ring schap sen ster teit ten tie ver zaam
"""
_NO_PARTS = frozenset(_NO_PART.split())


def pieces(word: str) -> set[str]:
    """Return all that could be a part of `word`: what a vocabulary has to be asked about."""
    bare = plain(word)
    return {
        bare[start:end]
        for start in range(len(bare))
        for end in range(start + 2, len(bare) + 1)
        if _may_be_part(bare[start:end]) and end - start < len(bare)
    }


def parts(word: str, vocabulary: Container[str]) -> tuple[str, ...]:
    """Split `word` into words of `vocabulary` (plain forms); () where it can't be.

    As few parts as possible, and of equally many those with the longest last one, which is what it is a
    kind of.
    """
    bare = plain(word)
    if len(bare) < 2 * LEAST - 1:
        return ()
    found = sorted(_splits(bare, vocabulary, MOST_PARTS), key=lambda split: (len(split), -len(split[-1])))
    return next((split for split in found if len(split) > 1), ())


def _splits(rest: str, vocabulary: Container[str], most: int) -> Iterator[tuple[str, ...]]:
    if _may_be_part(rest) and rest in vocabulary:
        yield (rest,)
    if most == 1:
        return
    for end in range(2, len(rest) - LEAST + 1):
        head = rest[:end]
        if not _may_be_part(head) or head not in vocabulary:
            continue
        for link in _LINKS:
            tail = rest[end + len(link) :]
            if rest.startswith(link, end) and len(tail) >= LEAST:
                for split in _splits(tail, vocabulary, most - 1):
                    yield (head, *split)


def _may_be_part(piece: str) -> bool:
    if piece in _NO_PARTS or piece in STOP_WORDS:
        return False
    return len(piece) >= LEAST or piece in _SHORT
