"""Words of danger are found, idioms that only sound like it are not, and no line or text makes it slow."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comments.danger import MAX_FOUND, check_lexicon, default_idioms, default_words, find_danger
from tests.quickest import quickest

SENTENCES = [
    json.loads(line)
    for line in (Path(__file__).parent / "data" / "danger.jsonl").read_text(encoding="utf-8").splitlines()
]
DANGER = [sentence["text"] for sentence in SENTENCES if sentence["danger"]]
HARMLESS = [sentence["text"] for sentence in SENTENCES if not sentence["danger"]]
# One read takes about 10 ms; an exponential one would take for ever.
SECONDS = 1


def found(text: str) -> list[str]:
    return find_danger(text, default_words(), default_idioms())


def seconds(text: str, words: str, idioms: str = "") -> float:
    find_danger("", words, idioms)
    return quickest(lambda: find_danger(text, words, idioms))


@pytest.mark.parametrize("text", DANGER)
def test_a_sentence_of_danger_is_found(text: str) -> None:
    assert found(text)


def test_the_sentences_are_many() -> None:
    assert len(DANGER) >= 120
    assert len(HARMLESS) >= 100


def test_at_most_one_in_twenty_harmless_sentences_is_a_false_alarm() -> None:
    alarms = {text: phrases for text in HARMLESS if (phrases := found(text))}
    assert len(alarms) <= len(HARMLESS) * 0.05, alarms


@pytest.mark.parametrize(
    ("idiom", "danger"),
    [
        ("Ik schrok me dood.", "Ik wil dood."),
        ("Dat slaat nergens op.", "Hij slaat me."),
        ("Ik kan hem wel wurgen.", "Hij wilde me wurgen."),
        ("Het is zelfmoord voor je relatie.", "Ik denk aan zelfmoord."),
        ("Onze relatie is dood.", "Ik wil niet meer leven."),
        ("Ik ben doodmoe.", "Ik ben doodmoe van het leven."),
        ("Hij sloeg een arm om me heen.", "Hij sloeg me."),
    ],
)
def test_an_idiom_hides_itself_and_no_other_danger(idiom: str, danger: str) -> None:
    assert found(idiom) == []
    assert found(f"{idiom} {danger}") == found(danger) != []
    assert found(f"{danger} {idiom}") == found(danger)


def test_phrases_come_as_they_stand_in_the_text_in_order_and_once() -> None:
    text = "Hij BEDREIGT\n mij. Ik wil écht dood! En hij bedreigt mij, ik wil echt dood; zelfmoordgedachten."
    words = "zelfmoord*\nwil ... dood\nbedreigt mij"
    assert find_danger(text, words, "") == ["BEDREIGT\n mij", "wil écht dood", "zelfmoordgedachten"]


def test_at_most_ten_phrases_are_returned() -> None:
    text = " ".join(f"gevaar{number}" for number in range(30))
    assert find_danger(text, "gevaar*", "") == [f"gevaar{number}" for number in range(MAX_FOUND)]


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("wil dood", "Ik WIL DOOD"),
        ("wil dood", "ik wil, dood"),
        ("wil dood", "ik wil dóód"),
        ("wil dood", "ik wil do\u200bod"),
        ("wil dood", "ik wil do\u00adod"),
        ("wil dood", "ik wil doooood"),
        ("wil dood", "ik wil nu echt dood"),
        ("suïcid*", "suicidaal"),
        ("suïcid*", "sui\u0308cide"),
        ("zelfm rd", "zelfm*rd"),
        ("bedreigt mij", "hij bedreigt me"),
        ("mijn leven", "m’n leven"),
        ("mezelf", "me zelf"),
        ("wil ... dood", "ik wil van hem af dood"),
        ("wil … dood", "ik wil alleen nog dood"),
        ("wil dood", "ik wil... dood"),
        ("  wil   dood  # opmerking", "ik wil dood"),
    ],
)
def test_writing_differs_and_meaning_does_not(line: str, text: str) -> None:
    assert find_danger(text, line, "")


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("dood", "doodmoe"),
        ("dood", "halfdood"),
        ("wil dood", "wil je dood"),
        ("wil ... dood", "wil een twee drie vier dood"),
        ("wil ... dood", "Dat is wat ik wil. De dood van mijn vader kwam snel."),
        ("wil ... dood", "dat is wat ik wil\n\nDe dood van mijn vader"),
        ("# dood", "dood"),
        ("", "dood"),
        ("*", "dood"),
        ("...", "dood"),
        ("... * ...", "dood"),
        ("a ... b ... c ... d ... e", "a b c d e"),
    ],
)
def test_what_does_not_match(line: str, text: str) -> None:
    assert find_danger(text, line, "") == []


@pytest.mark.parametrize(
    "line", ["(dood", "[dood]", "dood+", "^dood$", "\\dood", "(?:dood", "dood|", "{dood}"]
)
def test_any_sign_but_star_and_dots_is_only_a_sign(line: str) -> None:
    assert find_danger("ik ga dood aan je", line, "") == ["dood"]
    assert find_danger("ik leef", line, "") == []


@given(st.text(), st.text(), st.text())
def test_any_text_and_any_list_can_be_read(text: str, words: str, idioms: str) -> None:
    phrases = find_danger(text, words, idioms)
    assert all(phrase and phrase in text for phrase in phrases)
    assert len(phrases) <= MAX_FOUND


@given(st.text(alphabet="ab .*…\n!", max_size=60), st.text(alphabet="ab .*…\n#", max_size=60))
def test_small_alphabets_collide_and_still_read(text: str, words: str) -> None:
    check_lexicon(words)
    assert all(phrase in text for phrase in find_danger(text, words, words.upper() + "\nb ... b"))


@pytest.mark.parametrize(
    "text",
    [
        "ik wil " * 715,
        "slaat me niet " * 358,
        "a " * 2500,
        "é" * 5000,
        "\u0301" * 5000,
        "a\u200b" * 2500,
        "m'n zelf " * 555,
        ". " * 2500,
        "\n " * 2500,
        "\n" + " " * 4999,
        " ".join(DANGER)[:5000],
    ],
    ids=lambda text: repr(text[:12]),
)
def test_a_long_text_is_read_at_once(text: str) -> None:
    assert seconds(text, default_words(), default_idioms()) < SECONDS


@pytest.mark.parametrize(
    "line", ["a* ... a* ... a* ... a*", "a a a a a a a a a a a a", "a* a* a* a*", "* * * *", "a...a...a"]
)
def test_no_line_is_slow(line: str) -> None:
    words = "\n".join(f"{line}\n{line} b{number}" for number in range(250))
    assert seconds("a " * 2500, words) < 2


def test_the_default_lists_have_nothing_to_complain_about() -> None:
    assert check_lexicon(default_words()) == []
    assert check_lexicon(default_idioms()) == []


def test_the_default_lists_keep_their_groups_and_leave_out_what_is_for_developers() -> None:
    for default in (default_words(), default_idioms()):
        assert "\n# " in default
        assert "##" not in default
        assert default.endswith("\n")
        assert not default.startswith("\n")


@pytest.mark.parametrize(
    "line",
    ["ik", "de", "*", "...", "d*", "aan*", "x", "ik ben", "... de ...", "wil*", "woord " * 13],
)
def test_a_line_that_matches_too_much_or_nothing_is_named(line: str) -> None:
    (message,) = check_lexicon(f"# Groep\nzelfmoord*\n{line}\n\nwil dood")
    assert message.startswith(f"Regel 3, ‘{line.strip()[:40]}’: ")
    assert message.endswith(".")


def test_too_many_gaps_are_named() -> None:
    assert "puntjes" in check_lexicon("een ... ander ... derde ... vierde ... vijfde")[0]


@pytest.mark.parametrize(
    "line", ["113", "kms", "wil dood", "er niet meer zijn", "sla ... mij", "", "# ik", "dood"]
)
def test_a_good_line_passes(line: str) -> None:
    assert check_lexicon(line) == []
