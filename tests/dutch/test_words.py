from dutch.words import is_stop_word, plain, words


def test_words_know_where_they_stand():
    text = "Je ex-partner: ‘foto’s’ & één_woord"
    assert [word.text for word in words(text)] == ["Je", "ex", "partner", "foto’s", "één", "woord"]
    assert all(text[word.start : word.end] == word.text for word in words(text))


def test_accents_capitals_and_apostrophes_make_no_difference():
    assert {plain(word) for word in ("Café", "CAFE", "cafe\u0301")} == {"cafe"}
    assert plain("ruzieën") == "ruzieen"
    assert plain("foto’s") == plain("foto's") == "fotos"


def test_words_that_say_nothing_are_known():
    assert all(is_stop_word(word) for word in ("de", "Mijn", "m’n", "hoé", "x"))
    assert not any(is_stop_word(word) for word in ("ex", "alleen", "samen", "7", "nacht"))
