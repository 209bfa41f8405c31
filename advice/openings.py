"""Sentences in a row that begin alike."""

from itertools import groupby

from advice.findings import Finding, Place, Verdict, excerpt
from advice.sentences import sentences, words
from advice.text import Kind, Text

IN_A_ROW = 3
MOST_PLACES = 5
# Of these the next word decides: "de man … de tafel …" do not begin alike.
_LOOK_ON = frozenset(
    {
        "de",
        "het",
        "een",
        "'t",
        "dit",
        "dat",
        "deze",
        "die",
        "één",
        "twee",
        "drie",
        "vier",
        "vijf",
        "zes",
        "zeven",
        "acht",
        "negen",
        "tien",
    }
)


def opening(sentence: str) -> str:
    """Return the word by which `sentence` begins, with the one after it where that tells more."""
    first = [word.lower() for word in words(sentence)[:2]]
    return " ".join(first if first and first[0] in _LOOK_ON else first[:1])


def openings(text: Text) -> list[Finding]:
    runs: list[list[tuple[str, str]]] = [[]]
    if text.intro.strip():
        runs = [[(text.where("intro"), sentence) for sentence in sentences(text.intro)], []]
    for block in text.blocks:
        if block.kind is Kind.PARAGRAPH:
            runs[-1] += [(block.where, sentence) for sentence in sentences(block.text)]
        else:
            runs.append([])
    if sum(map(len, runs)) < IN_A_ROW:
        return []
    alike = []
    for run in runs:
        for begin, group in groupby(run, key=lambda found: opening(found[1])):
            same = list(group)
            if len(same) >= IN_A_ROW:
                alike.append((begin, same))
    message = "De zinnen beginnen afwisselend."
    if alike:
        begin, same = max(alike, key=lambda found: len(found[1]))
        message = f"{len(same)} zinnen achter elkaar beginnen met ‘{begin}’."
        if len(alike) > 1:
            message = f"Op {len(alike)} plekken beginnen {IN_A_ROW} of meer zinnen achter elkaar gelijk."
    return [
        Finding(
            "zinsbegin",
            Verdict.COULD_BE_BETTER if alike else Verdict.GOOD,
            message,
            "Met opzet is het een stijlmiddel; zonder opzet klinkt het als een opsomming.",
            tuple(Place(same[0][0], excerpt(same[0][1])) for _, same in alike[:MOST_PLACES]),
            weight=1,
        )
    ]
