from dataclasses import dataclass

from charts.columns import Kind, chart_of
from charts.spark import spark_of

KINDS = (Kind("yes", "bevestigd", "good"), Kind("no", "niet bevestigd", "empty"))


@dataclass(frozen=True)
class Column:
    label: str
    counts: dict[str, int]


def test_columns_are_as_high_as_their_numbers_and_stay_inside():
    chart = chart_of([Column("2 mrt", {}), Column("9 mrt", {"yes": 6, "no": 3})], KINDS)
    yes, no = chart.bars
    assert round(yes.height, 6) == round(2 * no.height, 6)
    assert round(yes.y, 6) == round(no.y + no.height, 6)
    assert no.y > 0
    assert yes.title == "9 mrt: 6 bevestigd"
    assert [line.label for line in chart.lines] == ["0", "5", "10", "15", "20"]


def test_large_numbers_stay_inside_and_get_room_and_dots():
    chart = chart_of([Column("mrt 2026", {"yes": 123_456})], KINDS)
    assert chart.lines[-1].label == "200.000"
    assert chart.left > 60
    assert chart.bars[0].y > 0


def test_many_columns_share_a_few_labels_and_the_last_has_one():
    chart = chart_of([Column(str(number), {}) for number in range(52)], KINDS)
    assert len(chart.labels) <= 9
    assert chart.labels[-1].label == "51"


def test_nothing_to_count_is_an_empty_picture():
    chart = chart_of([], KINDS)
    assert chart.bars == []
    assert len(chart.lines) == 5


def test_small_line_runs_from_the_first_to_the_last_number():
    spark = spark_of([0, 4, 2], "Bevestigd per week: 0, 4, 2")
    assert spark.points == "3.0,21.0 48.0,3.0 93.0,12.0"
    assert (spark.x, spark.y) == (93.0, 12.0)
    assert spark_of([0], "niets").points == "3.0,21.0"
