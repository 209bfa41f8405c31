"""A keyphrase is found as a reader would find it."""

import pytest

from advice.matching import Keyphrase


@pytest.mark.parametrize(
    ("phrase", "text", "times"),
    [
        ("relatie", "Relaties gaan voorbij.", 1),
        ("relatie", "Met relatietherapie redden zij hun relatie.", 2),
        ("liefdesverdriet", "Liefdesverdriet duurt.", 1),
        ("ex loslaten", "Je laat je ex los. Loslaten van een ex kost tijd.", 1),
        ("omgaan met jaloezie", "Jaloezie: zo ga je ermee om. Hoe je met jaloezie kunt omgaan.", 1),
        ("relatie therapie", "Relatietherapie helpt.", 1),
        ("verdriet verwerken", "Verdriet is er. Verwerken kost tijd.", 0),
        ("man", "De manier waarop.", 0),
        ("ruzie", "Ruzies, weer een ruzie en nog een ruzietje.", 3),
        ("scheiding", "Een echtscheiding.", 1),
    ],
)
def test_inflections_and_compounds_count_within_a_sentence(phrase: str, text: str, times: int) -> None:
    assert Keyphrase(phrase).count(text) == times


def test_equal_questions_have_equal_keys() -> None:
    assert Keyphrase("je ex loslaten").key() == Keyphrase("Loslaten van een ex").key()


def test_a_keyphrase_of_small_words_alone_is_still_one() -> None:
    assert Keyphrase("wat nu").occurs("Wat nu?")
    assert not Keyphrase(" – ")
