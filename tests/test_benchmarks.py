"""What the bench could get wrong without anybody seeing it: reading, judging, writing down, filling."""

import re
from pathlib import Path
from random import Random

import pytest
from django.test import Client

from blog.models import ArticlePage
from comments.models import Comment
from tests.benchmarks import dutch, figure, freshness, load, report, seed
from tests.benchmarks.articles import LAYOUT
from tests.benchmarks.first_visit import read as read_lighthouse
from tests.benchmarks.freshness import Answer

WRK = """Running 2s test @ http://127.0.0.1:8270/
  2 threads and 16 connections
  Thread Stats   Avg      Stdev     Max   +/- Stdev
    Latency   618.82us    1.03ms  13.08ms   93.32%
    Req/Sec    17.41k     3.20k   23.99k    66.67%
  Latency Distribution
     50%  330.00us
     75%  586.00us
     90%    1.23ms
     99%    5.57ms
  72714 requests in 2.10s, 681.20MB read
{trouble}Requests/sec:  34630.09
Transfer/sec:    324.43MB
"""


def test_load_is_read_as_wrk_prints_it() -> None:
    assert load.read(WRK.format(trouble="")) == load.Load(34630.09, 5.57, 0)


@pytest.mark.parametrize(
    ("printed", "milliseconds"), [("870.00us", 0.87), ("1.20s", 1200), ("1.10m", 66_000)]
)
def test_every_unit_of_time_becomes_milliseconds(printed: str, milliseconds: float) -> None:
    assert load.read(WRK.format(trouble="").replace("5.57ms", printed)).p99 == pytest.approx(milliseconds)


def test_refused_and_broken_answers_are_counted() -> None:
    trouble = "  Socket errors: connect 1, read 2, write 3, timeout 4\n  Non-2xx or 3xx responses: 20\n"
    assert load.read(WRK.format(trouble=trouble)).failed == 30


def test_what_is_no_measurement_is_no_figure() -> None:
    with pytest.raises(ValueError, match="no figures"):
        load.read("unable to connect to 127.0.0.1:8270 Connection refused")


def test_verdict_follows_the_goal() -> None:
    assert figure.at_least("a", 0.08, 0.08).verdict == "ok"
    assert figure.at_least("a", 0.0799, 0.08).verdict == "MISSED"
    assert figure.at_most("a", 15, 15, "ms").verdict == "ok"
    assert figure.at_most("a", float("inf"), 15, "ms").verdict == "MISSED"
    assert figure.told("a", 3).verdict == ""
    assert figure.left_out("a", "no wrk here", "≥ 1").verdict == "left out"


def test_only_what_misses_its_goal_is_missed() -> None:
    good, bad = figure.at_least("good", 2, 1), figure.at_least("bad", 1, 2)
    assert list(figure.missed([good, bad, figure.told("a", 1), figure.left_out("b", "no")])) == [bad]


def test_medians_are_taken_by_name() -> None:
    rounds = [{"rate": 3.0, "share": 0.1}, {"rate": 1.0, "share": 0.3}, {"rate": 2.0, "share": 0.2}]
    assert figure.medians(rounds) == {"rate": 2.0, "share": 0.2}


def test_shown_numbers_keep_what_tells_them_apart() -> None:
    assert [figure.shown(number) for number in (0.0812, 0.5, 1.25, 12.34, 5234.5, 3)] == [
        *("0.081", "0.50", "1.25", "12.3", "5,234", "3")
    ]


def test_change_is_as_late_as_the_last_process_to_show_it() -> None:
    answers = [
        Answer(1, 10.0, 10.1, 0),
        Answer(2, 10.0, 10.1, 0),
        Answer(1, 10.2, 10.3, 1),
        Answer(2, 10.5, 10.6, 0),
        Answer(2, 10.8, 10.9, 1),
    ]
    latest, stale = freshness.judge({1: 10.15}, answers)
    assert latest == pytest.approx(0.75)
    assert stale == 0


def test_answer_begun_a_second_after_the_commit_may_not_be_old() -> None:
    answers = [Answer(1, 10.2, 10.3, 1), Answer(1, 11.1, 11.2, 0), Answer(1, 11.3, 11.4, 0)]
    assert freshness.judge({1: 10.0}, answers)[1] == 2


def test_answer_that_failed_is_neither_new_nor_old() -> None:
    answers = [Answer(1, 10.2, 10.3, freshness.FAILED), Answer(1, 11.4, 11.5, 1)]
    latest, stale = freshness.judge({1: 10.0}, answers)
    assert (latest, stale) == (1.5, 0)


def test_process_that_never_shows_a_change_is_endlessly_late() -> None:
    answers = [Answer(1, 10.2, 10.3, 1), Answer(2, 10.2, 10.3, 0)]
    assert freshness.judge({1: 10.0}, answers)[0] == float("inf")


def test_section_takes_the_place_of_the_one_before(tmp_path: Path) -> None:
    document = tmp_path / "benchmarks.md"
    figures = [
        figure.at_least("speed | of pages", 1, 2, "a second", peer="Ghost 46"),
        figure.left_out("x", "no wrk"),
    ]
    for database, part, where in (
        ("SQLite", "Speed", "2 cores"),
        ("PostgreSQL", "Speed", "2 cores"),
        ("SQLite", "Memory", "2 cores"),
        ("SQLite", "Speed", "4 cores"),
    ):
        chosen = figures[:1] if where == "4 cores" else figures
        report.write(document, database, part, report.table(where, chosen))
    text = document.read_text()
    assert re.findall(r"^#+ .+$", text, re.MULTILINE) == [
        *("# Benchmarks", "## SQLite", "### Speed", "### Memory", "## PostgreSQL", "### Speed")
    ]
    assert re.findall(r"^\d cores$", text, re.MULTILINE) == ["4 cores", "2 cores", "2 cores"]
    assert "| speed \\| of pages | 1 a second | ≥ 2 a second | MISSED | Ghost 46 |" in text
    assert text.count("| x | no wrk |  | left out |  |") == 2
    report.write(document, "SQLite", "Speed", report.table("4 cores", figures[:1]))
    assert document.read_text() == text


def test_lighthouse_is_read_in_seconds_and_out_of_a_hundred() -> None:
    scores = ("performance", "accessibility", "best-practices", "seo")
    paint = {"largest-contentful-paint": {"numericValue": 1234}}
    rest = {name: {"numericValue": 0} for name in ("cumulative-layout-shift", "total-blocking-time")}
    found = read_lighthouse({"categories": {name: {"score": 1} for name in scores}, "audits": paint | rest})
    assert found["performance"] == 100
    assert found["paint"] == pytest.approx(1.234)


@pytest.mark.django_db
def test_filled_site_can_be_read_and_edited() -> None:
    seed.fill(3, 30)
    seed.fill(8, 60)
    articles = list(ArticlePage.objects.order_by("path"))
    assert [article.slug for article in articles] == [f"artikel-{number}" for number in range(8)]
    assert articles[0].get_parent().specific.get_children_count() == 8
    assert ArticlePage.find_problems() == ([], [], [], [], [])
    for article in (articles[0], articles[7]):
        answer = Client().get(article.get_url())
        assert answer.status_code == 200
        assert answer.content.count(b"<h2") > 3
        article.full_clean()
        assert len(article.body) == len(LAYOUT) == 30
        assert 2800 < article.word_count < 3400
        article.body.stream_block.clean(article.body)
    assert sum(kind == "i" for kind in LAYOUT) == 4
    assert Comment.objects.filter(page=articles[0]).count() == seed.REACTIONS
    assert Comment.objects.count() == 60
    answer = Comment.objects.exclude(parent=None).first()
    assert answer.thread_id == answer.parent_id
    assert answer.page_id == answer.parent.page_id


def test_sentences_are_the_same_for_the_same_seed() -> None:
    first, again, other = (dutch.sentences(60, Random(number)) for number in (1, 1, 2))  # noqa: S311
    assert first == again != other
    assert 60 <= len(first.split()) < 80
