"""Syllables, as the Dutch hyphenate."""

import pytest

from advice.syllables import syllables

BY_HAND = {
    1: "nieuw leeuw jij bij vrouw ui 's tv 2026 strijd team",
    2: "mooie kraaien bloeien zeeën ruïne:3 naïef yoga royaal baby hockey bijeen blije auto's ex-man twijfel",
    3: "relatie relaties serieus vacuüm patiënt België sociaal radio ideeën beantwoord museum",
    4: "liefdesverdriet coördinatie:5 officieel situatie drieëntwintig ingenieur aandachtspunten",
    5: "geïnteresseerd onafhankelijk relatietherapeut:6 onvoorwaardelijk",
}


@pytest.mark.parametrize(
    ("word", "count"),
    [
        (entry.partition(":")[0], int(entry.partition(":")[2] or count))
        for count, entries in BY_HAND.items()
        for entry in entries.split()
    ],
)
def test_syllables_are_counted_as_by_hand(word: str, count: int) -> None:
    assert syllables(word) == count
    assert syllables(word.upper()) == count
