from search.passages import Hits, Piece, mark, passage

TEXT = "Eerst iets anders. " * 30 + "Dan komt de relatietherapie aan bod. En de grenzen ook.\nNog een regel."


def hits(pieces: list[Piece]) -> list[str]:
    return [piece.text for piece in pieces if piece.is_hit]


def test_other_forms_and_parts_of_compounds_are_marked():
    assert hits(mark("Grenzen, grensgeval en Relatietherapie.", Hits({"grens", "relatie"}))) == [
        *("Grenzen", "grensgeval", "Relatietherapie")
    ]


def test_marking_keeps_every_letter():
    assert "".join(piece.text for piece in mark(TEXT, Hits({"grens"}))) == TEXT


def test_passage_is_where_most_words_are():
    found = passage(TEXT, Hits({"grens", "relatietherapie"}))
    assert hits(found) == ["relatietherapie", "grenzen"]
    assert len("".join(piece.text for piece in found)) < 300


def test_passage_begins_with_its_sentence():
    assert "".join(
        piece.text for piece in passage("Marit begeleidt relaties.", Hits({"relatie"}))
    ).startswith("Marit")
    assert passage(TEXT, Hits({"relatietherapie"}))[0].text.endswith("Dan komt de ")


def test_text_without_a_hit_has_no_passage():
    assert passage(TEXT, Hits({"zebra"})) == []
    assert passage("", Hits({"zebra"})) == []
