"""Where Dutch sentences end."""

import pytest

from advice.sentences import sentences, words

BY_HAND = [
    "Mevr. Jansen belt. | Hij zwijgt.",
    "Dat kost bijv. Hanne veel. | ‘Waarom?’ vroeg ze. | 's Avonds belt hij. | ’s Nachts niet!",
    "1. Begin klein. | 2. Ga door.",
    "J. de Vries kwam om 20.30 uur. | Toen… niets. | Toen… | Niets.",
    "Echt?! | ‘Ja.’ | ‘Nee.’ d.w.z. Nooit. | Enz. | Klaar.",
    "Op 3 mei 2026. | Daarna niet meer.",
    "Zo (zie blz. 12) gaat het. | (Meestal.) | “Ja,” zei ze.",
    "Dr. A.B. Smit schreef o.a. Liefde. | Mooi.",
]


@pytest.mark.parametrize("marked", BY_HAND)
def test_sentences_end_where_a_reader_ends_them(marked: str) -> None:
    assert sentences(marked.replace(" | ", " ")) == marked.split(" | ")


def test_a_line_break_ends_a_sentence_and_signs_alone_are_none() -> None:
    assert sentences("Een begin\n\n– – –\nzonder punt") == ["Een begin", "zonder punt"]


def test_words_keep_their_apostrophes_and_hyphens() -> None:
    assert words("Auto's van m'n ex-man: 2, of 3?") == ["Auto's", "van", "m'n", "ex-man", "2", "of", "3"]
