"""A full name, a number, an address or an e-mail address is noticed; what only looks like one is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comments.personal_details import LABELS, MAX_FOUND, Detail, find_details
from tests.quickest import quickest

SECONDS = 1


@pytest.mark.parametrize(
    ("kind", "found"),
    [
        ("email", "marit@voorbeeld.example"),
        ("email", "marit.de-vries+blog@mail.voorbeeld.example"),
        ("email", "marit (at) voorbeeld.example"),
        ("email", "marit[apenstaartje]voorbeeld.example"),
        ("phone", "06-12345678"),
        ("phone", "0612345678"),
        ("phone", "06 12 34 56 78"),
        ("phone", "020-1234567"),
        ("phone", "(020) 123 45 67"),
        ("phone", "+31 6 12345678"),
        ("phone", "+31 (0)6 12345678"),
        ("phone", "0031612345678"),
        ("phone", "31612345678"),
        ("phone", "0470 12 34 56"),
        ("phone", "0470/12.34.56"),
        ("phone", "02 123 45 67"),
        ("phone", "+32 470 12 34 56"),
        ("phone", "+49 170 1234567"),
        ("phone", "+597 123 4567"),
        ("address", "Dorpsstraat 12"),
        ("address", "dorpsstraat 12a"),
        ("address", "Hendrikkade 3"),
        ("address", "Laan van Meerdervoort 3b"),
        ("address", "Kerkweg 5-3"),
        ("address", "Gentsesteenweg 100"),
        ("address", "1234 AB"),
        ("address", "1234AB"),
        ("name", "Jan de Vries"),
        ("name", "Fatima El Amrani"),
        ("name", "Kim van der Berg"),
        ("name", "Jan Willem van 't Hof"),
        ("name", "Marie-Louise Peeters"),
        ("name", "Mehmet Yılmaz"),
        ("name", "Zoë Van den Bossche"),
        ("name", "Anouk Jansen"),
    ],
)
def test_a_detail_is_found_wherever_it_stands(kind: str, found: str) -> None:
    assert find_details(found) == [Detail(kind, found)]
    assert find_details(f"Mijn gegevens: {found}, graag een reactie.") == [Detail(kind, found)]
    assert find_details(f"Je mag dit gebruiken ({found}).\nDank je wel.") == [Detail(kind, found)]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Bel 113 of 0800-0113, of Veilig Thuis op 0800-2000. Bij nood 112.",
        "Bel 0900 1234567 voor informatie.",
        "We waren samen van 2009 tot 2019, op 06-12-2023 ging het uit, om 14.30 uur.",
        "Op 2023-12-06 14:30 belde hij 12 keer.",
        "Dat kostte € 10.000.000 of 1.250,50 euro, 0612345678,50 desnoods.",
        "Mijn rekening is NL91 ABNA 0417 1643 00.",
        "Ik ben 3 jaar, 2 maanden en 14 dagen alleen; 1 2 3 4 5 6 7 8 9 10.",
        "Ik was onderweg 3 uur aan het huilen en bleef weg 2 dagen.",
        "Een keer overslaan 3 of 4 dagen later.",
        "Op straat 3 keer tegengekomen, op het plein 2 keer.",
        "Dorpsstraat 3 keer op en neer gereden.",
        "IN 2019 EN 2020 IK WIST NIET BETER",
        "Beste Joost, wat fijn. Lieve Marit, dank je.",
        "Groetjes, Anouk",
        "Veilig Thuis, Den Haag, Tweede Kamer, Rode Kruis",
        "Lisa Maandag bel ik je. Tim Ik ga weg. Eva Groetjes.",
        "Jan Willem en Anne Marie zijn lief. Jan uit Utrecht ook.",
        "Ik las een boek van Esther Perel en van Dirk De Wachter.",
        "Hallo Jan.\nMorgen bel ik. Piet, Klaas en Jan, Morgen",
        "JAN IS WEG EN SANNE WIL NIET MEER",
        "Zie www.voorbeeld.example of @marit op Instagram.",
    ],
)
def test_what_only_looks_like_a_detail_is_left_alone(text: str) -> None:
    assert find_details(text) == []


def test_details_come_in_the_order_of_the_text_each_once_and_at_most_five() -> None:
    text = "Jan de Vries, 06-12345678, a@b.example, 1234 AB, Dorpsstraat 1, Dorpsstraat 2. Jan de Vries."
    assert [detail.kind for detail in find_details(text)] == ["name", "phone", "email", "address", "address"]
    assert len(find_details(text)) == MAX_FOUND
    assert find_details("a@b.example a@b.example") == [Detail("email", "a@b.example")]


def test_a_number_before_another_number_is_found() -> None:
    assert find_details("06-12345678 2 keer bellen") == [Detail("phone", "06-12345678")]


def test_the_writers_own_first_name_counts_as_a_first_name() -> None:
    text = "Groet, Xandrine Bakker"
    assert find_details(text) == []
    assert find_details(text, "Xandrine") == [Detail("name", "Xandrine Bakker")]


def test_the_name_the_writer_shows_anyway_is_no_news() -> None:
    assert find_details("Groet, Kim van der Berg", "kim van der berg") == []
    assert find_details("Groet, Kim van der Berg", "Kim") == [Detail("name", "Kim van der Berg")]


def test_every_kind_has_a_dutch_label() -> None:
    text = "Jan de Vries, 06-12345678, a@b.example, 1234 AB"
    assert {detail.kind for detail in find_details(text)} == set(LABELS)


@given(st.text(), st.text(max_size=80))
def test_any_text_can_be_read(text: str, name: str) -> None:
    assert all(detail.found and detail.kind in LABELS for detail in find_details(text, name))


@pytest.mark.parametrize(
    "text",
    [
        "1 " * 2500,
        "0" * 5000,
        "06 " * 1666,
        "+31" * 1666,
        "(0" * 2500,
        "a@" * 2500,
        "a." * 2500,
        "a@a." * 1250,
        "Jan " * 1250,
        "Jan van " * 625,
        "Laan van " * 555,
        "Laan van De " * 416,
        "straat 1 " * 555,
        "A’" * 2500,
        "NL91 ABNA 0417 " * 333,
        "1234 " * 1000,
        "a" * 5000,
        "-" * 5000,
        "+" * 5000,
        " " * 5000,
    ],
    ids=lambda text: repr(text[:12]),
)
def test_a_long_text_is_read_at_once(text: str) -> None:
    assert quickest(lambda: find_details(text, "Jan")) < SECONDS
