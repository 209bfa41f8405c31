"""Reading ease, worked out by hand."""

import pytest

from advice.readability import flesch_douma, reading_ease

# 3 sentences; 4 + 7 + 4 words ("20.30" is two); 5 + 8 + 4 syllables.
STILTE = "De stilte duurt lang. Mevr. Jansen belt om 20.30 uur. ‘Kom je?’ vraagt ze."


def test_flesch_douma_is_the_formula_of_1960() -> None:
    # 206.84 - 0.93 x 10 - 77 x 1.5 = 206.84 - 9.3 - 115.5
    assert flesch_douma(100, 10, 150) == pytest.approx(82.04)


def test_reading_ease_counts_sentences_words_and_syllables() -> None:
    # 206.84 - 0.93 x 15/3 - 77 x 17/15 = 206.84 - 4.65 - 87.2667
    assert reading_ease([STILTE]) == pytest.approx(114.9233, abs=1e-4)


def test_texts_apart_read_as_texts_together() -> None:
    assert reading_ease(STILTE.split(" ‘")) == pytest.approx(114.9233, abs=1e-4)


def test_without_words_there_is_no_reading_ease() -> None:
    assert reading_ease(["", "– …"]) is None
