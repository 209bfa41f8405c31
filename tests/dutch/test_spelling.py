import pytest

from dutch.spelling import distance, nearest, sound

SITE = [("relatie", 9), ("vertrouwen", 8), ("verlangen", 3), ("jaloezie", 2), ("scheiding", 4), ("angst", 5)]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("ex", "ex", 0),
        ("relatie", "relaite", 1),
        ("angst", "angts", 1),
        ("brief", "bief", 1),
        ("brief", "zee", 3),
    ],
)
def test_distance_counts_letters_and_gives_up(one, other, expected):
    assert distance(one, other, 2) == distance(other, one, 2) == expected


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("realtie", "relatie"),
        ("vertrauwen", "vertrouwen"),
        ("jalouzie", "jaloezie"),
        ("schijding", "scheiding"),
        ("anst", "angst"),
    ],
)
def test_nearest_word_is_the_one_that_was_meant(written, meant):
    assert nearest(written, SITE) == meant


def test_nothing_near_is_nothing():
    assert nearest("zebra", SITE) is None


def test_spellings_that_sound_alike_sound_alike():
    assert sound("gezeid") == sound("gezijt")


def test_y_at_the_end_of_a_loan_word_sounds_like_ie():
    assert sound("therapy") == sound("therapie")
    assert sound("vrij") != sound("vrie")
