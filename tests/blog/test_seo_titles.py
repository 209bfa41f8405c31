"""Titles and descriptions: from the coach's templates, within the room that search results give."""

import pytest
from django.core.exceptions import ValidationError

from advice.widths import DESCRIPTION_LIMIT, TITLE_LIMIT, description_width, title_width
from blog.seo.titles import (
    check_profiles,
    check_template,
    check_title_template,
    cut_title,
    described,
    fitting,
    full_title,
)


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("Eb", "Eb – Tussentij"),
        ("Tussentij", "Tussentij"),
        ("  Eb \n en vloed ", "Eb en vloed – Tussentij"),
        ("a" * 42, "a" * 42 + " – Tussentij"),
        ("a" * 43, "a" * 43),
        # Narrow letters leave more room than wide ones.
        ("i" * 60, "i" * 60 + " – Tussentij"),
        ("W" * 26, "W" * 26),
        ("Wat {praktijk} en {titel} zijn", "Wat {praktijk} en {titel} zijn – Tussentij"),
    ],
)
def test_name_of_the_practice_follows_a_title_where_there_is_room(title, shown):
    assert full_title(title, "Tussentij") == shown


def test_template_of_the_coach_puts_the_name_where_it_belongs():
    assert full_title("Eb", "Tussentij", "{praktijk}: {titel}") == "Tussentij: Eb"
    assert full_title("Eb", "Tussentij", "{titel}") == "Eb"


@pytest.mark.parametrize(
    "template", ["{title} – {praktijk}", "{titel", "{praktijk}", "{titel} {titel}", "{titel} {inleiding}"]
)
def test_template_that_would_show_as_it_was_typed_or_name_all_pages_alike_is_refused(template):
    with pytest.raises(ValidationError):
        check_title_template(template)


def test_good_templates_are_taken():
    check_title_template("{titel} – {praktijk}")
    check_template("{inleiding} Lees meer bij {praktijk}.")
    with pytest.raises(ValidationError):
        check_template("{inleidng}")


def test_profiles_are_whole_addresses_one_a_line():
    check_profiles("https://www.linkedin.com/in/marit/\n\nhttps://mastodon.example/@marit")
    with pytest.raises(ValidationError):
        check_profiles("linkedin.com/in/marit")
    with pytest.raises(ValidationError):
        check_profiles("javascript:alert(1)")


def test_description_that_is_derived_fits_and_ends_after_a_whole_word():
    text = "Liefdesverdriet is een wond die niemand ziet, en die tijd nodig heeft. " * 20
    shown = fitting(text)
    assert description_width(shown) <= DESCRIPTION_LIMIT
    assert shown.endswith("…")
    assert text.startswith(shown[:-1])
    assert text[len(shown) - 1] in " ,."


def test_short_description_stays_as_it_is_and_one_endless_word_breaks_nothing():
    assert fitting("Over  eb\nen vloed.") == "Over eb en vloed."
    assert fitting("a" * 5000).endswith("…")


def test_template_of_descriptions_is_filled_in_once():
    assert described("{titel}!", "Eb", "Tij", "{inleiding} ({praktijk})") == "{titel}! (Tij)"
    assert described("", "Eb", "Tij", "{inleiding} ({praktijk})") == ""


def test_title_without_room_is_cut_after_a_whole_word():
    title = cut_title("Woorden over liefdesverdriet, " * 6)
    assert title_width(title) <= TITLE_LIMIT
    assert title.endswith("…")


def test_letters_have_the_widths_of_the_type_in_search_results():
    """Measured in a browser, in a type with the widths of Arial: 200.1, 234.6 and 94.4 pixels."""
    assert title_width("De eerste nacht alleen") == 200
    assert title_width("Reünie: één ijsje – ‘naïef’?") == 235
    assert title_width("WWW & iii") == 94
    assert title_width("zacht\u00adjes") == title_width("zachtjes")
