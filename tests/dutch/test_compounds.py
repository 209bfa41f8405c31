import pytest

from dutch.compounds import parts, pieces

SITE = {
    *("relatie", "therapie", "liefde", "verdriet", "angst", "binding", "hechting", "stijl", "stijlen"),
    *("problemen", "ex", "vriend", "los", "laten", "laat", "trouwen", "ver", "mens", "kennis", "de"),
}


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("relatietherapie", ("relatie", "therapie")),
        ("Liefdesverdriet", ("liefde", "verdriet")),
        ("bindingsangst", ("binding", "angst")),
        ("hechtingsstijlen", ("hechting", "stijlen")),
        ("relatieproblemen", ("relatie", "problemen")),
        ("exvriend", ("ex", "vriend")),
        ("loslaten", ("los", "laten")),
        ("mensenkennis", ("mens", "kennis")),
        ("liefdesrelatieproblemen", ("liefde", "relatie", "problemen")),
    ],
)
def test_compound_is_split_into_words_of_the_site(word, expected):
    assert parts(word, SITE) == expected


@pytest.mark.parametrize("word", ["vertrouwen", "verdriet", "therapie", "angsten", "de", "", "relatiezebra"])
def test_what_is_no_compound_of_these_words_stays_whole(word):
    assert parts(word, SITE) == ()


def test_pieces_hold_every_part_there_can_be():
    assert {"relatie", "therapie"} <= pieces("relatietherapie")
    assert "relatietherapie" not in pieces("relatietherapie")


def test_long_nonsense_is_quick():
    assert parts("los" * 30 + "x", SITE) == ()
