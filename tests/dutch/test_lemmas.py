import pytest

from dutch.lemmas import lemma, lemmas


@pytest.mark.parametrize(
    ("forms", "expected"),
    [
        ("relatie relaties Relaties", "relatie"),
        ("grens grenzen", "grens"),
        ("weiger weigert weigeren weigerde geweigerd", "weigeren"),
        ("gevoel gevoelens", "gevoel"),
        ("mist gemist missen mis", "missen"),
        ("geblokkeerd blokkeert blokkeren", "blokkeren"),
        ("losgelaten loslaten loslaat", "loslaten"),
        ("terugkomen terugkomt teruggekomen", "terugkomen"),
        ("ex exen", "ex"),
        ("date daten datet dates gedatet", "daten"),
        ("hechtingsstijl hechtingsstijlen", "hechtingsstijl"),
        ("ruzie ruzies ruzieën", "ruzie"),
        ("kind kinderen kindje", "kind"),
        ("boos boze", "boos"),
    ],
)
def test_forms_of_one_word_have_one_lemma(forms, expected):
    assert {form: lemma(form) for form in forms.split()} == dict.fromkeys(forms.split(), expected)


def test_a_word_nobody_knows_stays_itself():
    assert lemma("qqqqzz") == "qqqqzz"
    assert lemma("漢字") == "漢字"


def test_lemmas_of_a_text_leave_out_what_says_nothing():
    assert lemmas("Mijn partner weigert de relatietherapie.") == ["partner", "weigeren", "relatietherapie"]
