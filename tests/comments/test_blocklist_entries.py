import pytest

from comments.blocklist_entries import MAX_MISTAKES, compared, entries, merge, tidy, tidy_list


@pytest.mark.parametrize(
    ("kind", "line", "entry"),
    [
        ("words", "  Gratis  GELD ", "Gratis GELD"),
        ("words", "C#", "C#"),
        ("words", "a", ""),
        ("addresses", "Iemand@Voorbeeld.example", "iemand@voorbeeld.example"),
        ("addresses", "<Jo\u0308rg@Müller.example>", "jörg@müller.example"),
        ("addresses", "mailto:iemand@voorbeeld.example", "iemand@voorbeeld.example"),
        ("addresses", "geen adres", ""),
        ("addresses", "@voorbeeld.example", ""),
        ("domains", "https://www.Winkel.example/pad?x=1#hier", "winkel.example"),
        ("domains", "https://winkel.example/", "winkel.example"),
        ("domains", "//winkel.example:8080/x", "winkel.example"),
        ("domains", "www.winkel.example.", "winkel.example"),
        ("domains", "*.winkel.example", "winkel.example"),
        ("domains", "@winkel.example", "winkel.example"),
        ("domains", "\u200bwinkel.example", "winkel.example"),
        ("domains", "Café.example", "café.example"),
        ("domains", "www.example", "www.example"),
        ("domains", "winkel", ""),
        ("domains", "winkel punt example", ""),
        ("domains", "iemand@winkel.example", ""),
        ("domains", "é" * 64 + ".example", ""),
        ("domains", "# winkel.example", ""),
    ],
)
def test_entry_is_kept_in_its_plain_form(kind, line, entry):
    assert tidy(line, kind) == entry


@pytest.mark.parametrize(
    ("kind", "entry", "key"),
    [
        ("words", "Café Noir", "cafe noir"),
        ("addresses", "jörg@müller.example", "jörg@xn--mller-kva.example"),
        ("domains", "CAFÉ.example", "xn--caf-dma.example"),
        ("domains", "straße.example", "xn--strae-oqa.example"),
        ("domains", "strasse.example", "strasse.example"),
    ],
)
def test_domains_and_addresses_keep_their_accents_where_words_lose_them(kind, entry, key):
    assert compared(entry, kind) == key


def test_merging_adds_what_is_new_below_and_leaves_the_rest_as_it_was():
    existing = "# van mij\nzeta.example # hardnekkig\n\nalfa.example\n"
    merged, new = merge(existing, "www.alfa.example\nbeta.example\n\n# wat\nniets\nBeta.example", "domains")
    assert (merged, new) == (f"{existing.rstrip()}\nbeta.example", 1)
    assert list(entries(merged, "domains")) == ["zeta.example", "alfa.example", "beta.example"]
    assert merge("", "beta.example", "domains") == ("beta.example", 1)


def test_list_with_only_mistakes_names_the_first_of_them():
    _, mistakes = tidy_list("fout\n" * 50, "domains")
    assert mistakes[0] == "Regel 1: dit is geen domein."
    assert len(mistakes) == MAX_MISTAKES
