"""What the report says of a move that ended before its time."""

from wordpress.report_tables import what_ended
from wordpress.report_text import as_text
from wordpress.taking_over.places import NO_HOME
from wordpress.taking_over.report import Report


def test_a_site_without_a_home_page_is_no_fault_of_the_file() -> None:
    assert what_ended(Report(error=NO_HOME)) == NO_HOME
    assert "niet heel" not in as_text(Report(error=NO_HOME))


def test_a_file_that_breaks_off_is_said_to() -> None:
    words = what_ended(Report(error="Het bestand houdt op bij regel 12."))
    assert words.startswith("Het bestand is niet heel. Het bestand houdt op bij regel 12.")
    assert words in as_text(Report(error="Het bestand houdt op bij regel 12."))


def test_of_a_move_that_came_to_its_end_nothing_is_said() -> None:
    assert what_ended(Report()) == ""
