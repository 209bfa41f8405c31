"""Active and passive, judged by hand."""

import pytest

from advice.passive import is_passive

PASSIVE = """
Er werd weinig gezegd.
De brief is geschreven.
Zij wordt door hem gebeld.
Het gesprek werd afgebroken toen de telefoon ging.
Je kunt worden gekwetst.
De sleutels waren al teruggegeven.
Omdat zij gezien wil worden, praat ze hard.
Zijn woorden werden niet begrepen.
Dat is haar verweten.
"""
ACTIVE = """
Zij is gekomen.
Hij is verliefd.
Het wordt beter.
We zijn uit elkaar gegaan.
Je bent bezorgd en moe.
Er is veel veranderd.
Zij heeft de brief geschreven.
Zij belde, hij was thuis.
Het wordt stil in huis.
Gevoelens zijn gewoon lastig.
Dat is geen gesprek.
Zij zijn getrouwd.
"""


@pytest.mark.parametrize("sentence", PASSIVE.strip().splitlines())
def test_passive_sentences_are_found(sentence: str) -> None:
    assert is_passive(sentence)


@pytest.mark.parametrize("sentence", ACTIVE.strip().splitlines())
def test_active_sentences_are_left_alone(sentence: str) -> None:
    assert not is_passive(sentence)
