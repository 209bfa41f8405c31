from datetime import date, timedelta

from charts.calendar import Span, midnight, monday_of, months_before


def test_day_begins_at_midnight_in_amsterdam_summer_and_winter():
    assert midnight(date(2026, 3, 29)).isoformat() == "2026-03-29T00:00:00+01:00"
    assert midnight(date(2026, 3, 30)).isoformat() == "2026-03-30T00:00:00+02:00"


def test_week_begins_on_monday():
    assert monday_of(date(2026, 3, 15)) == date(2026, 3, 9)
    assert monday_of(date(2026, 3, 16)) == date(2026, 3, 16)


def test_months_go_back_over_the_turn_of_the_year():
    assert months_before(date(2026, 2, 17), 0) == date(2026, 2, 1)
    assert months_before(date(2026, 2, 17), 3) == date(2025, 11, 1)
    assert months_before(date(2025, 12, 31), -1) == date(2026, 1, 1)


def test_span_is_cut_by_the_calendar_with_parts_at_its_ends():
    span = Span(date(2026, 3, 12), date(2026, 3, 25))
    assert [part.start for part in span.by("week")] == [
        date(2026, 3, 12),
        date(2026, 3, 16),
        date(2026, 3, 23),
    ]
    assert span.by("week")[-1].end == span.end
    assert len(span.by("dag")) == 13
    assert span.by("maand") == [span]


def test_whole_months_are_named_and_parts_by_their_first_day():
    parts = Span(date(2026, 2, 20), date(2026, 4, 1)).by("maand")
    assert [part.label("maand") for part in parts] == ["20 feb", "mrt 2026"]


def test_earlier_span_is_as_long():
    span = Span(date(2026, 3, 16), date(2026, 3, 18)).earlier(timedelta(weeks=1))
    assert span == Span(date(2026, 3, 9), date(2026, 3, 11))
