from datetime import UTC, date, datetime, timedelta
from unittest import mock

import pytest
from django.db import OperationalError
from django.test import TestCase

from search import recording
from search.models import Asked
from tests.blog.factories import make_site
from tests.blog.users import user_in

NOW = datetime(2026, 5, 1, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    "query",
    [
        *(
            "jan@voorbeeld.example",
            "06-12345678",
            "bel 0612345678",
            "1234 AB",
            "http://zee.example",
            "www.zee.nl",
        ),
        *("", "   ", "12", "x" * 70, "a b c d e f g h i", "<script>alert(1)</script>", "a\u200bb"),
    ],
)
def test_what_looks_like_personal_data_or_like_nothing_is_not_kept(query):
    assert recording.to_keep(query) == ""


def test_what_is_kept_is_in_lower_case():
    assert recording.to_keep("  Geen   Contact ") == "geen contact"


class Recording(TestCase):
    def setUp(self):
        recording.flush()
        Asked.objects.all().delete()
        recording._written = float("-inf")

    def asked(self) -> dict[str, tuple[int, int]]:
        return {row.query: (row.times, row.results) for row in Asked.objects.all()}

    def test_first_question_is_written_and_those_soon_after_wait(self):
        recording.record("Brief", 3)
        self.assertEqual(self.asked(), {"brief": (1, 3)})
        with self.assertNumQueries(0):
            recording.record("brief", 4)
            recording.record("zebra", 0)
        recording.flush()
        self.assertEqual(self.asked(), {"brief": (2, 4), "zebra": (1, 0)})

    def test_robot_that_asks_much_fills_neither_memory_nor_database(self):
        recording._written = float("inf")
        for number in range(recording.MOST_WAITING + 50):
            recording.record(f"vraag {'abcdefghij'[number % 10]} {'x' * (number // 10)}", 0)
        self.assertLessEqual(len(recording._waiting), recording.MOST_WAITING)
        with mock.patch.object(recording, "MOST_A_DAY", 5):
            recording.flush()
        self.assertEqual(Asked.objects.count(), 5)

    def test_database_that_is_away_stops_no_search(self):
        with mock.patch.object(recording, "write", side_effect=OperationalError):
            recording.record("brief", 1)

    def test_what_was_asked_long_ago_is_forgotten(self):
        for days, times in ((200, 9), (40, 1), (40, 2), (1, 1)):
            day = date(2026, 5, 1) - timedelta(days=days)
            Asked.objects.create(day=day, query=f"{days} {times}", times=times)
        recording.expire(NOW)
        self.assertEqual(set(self.asked()), {"40 2", "1 1"})

    def test_page_counts_a_question_once_and_not_its_filters_or_further_pages(self):
        make_site().article(title="Een brief")
        for address in ("?q=brief", "?q=brief&soort=artikel", "?q=brief&pagina=2", "?q=", ""):
            self.client.get(f"/zoeken/{address}")
        recording.flush()
        self.assertEqual(self.asked(), {"brief": (1, 1)})


class Report(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.site = make_site()
        cls.coach = user_in("Coach")

    def test_misses_come_first_with_ways_to_mend_them(self):
        today = recording.timezone.localdate()
        Asked.objects.create(day=today, query="hartepijn", times=4, results=0)
        Asked.objects.create(day=today, query="brief", times=9, results=2)
        self.client.force_login(self.coach)
        page = self.client.get("/admin/zoeken/")
        text = page.content.decode()
        self.assertLess(text.index("hartepijn"), text.index(">brief<"))
        self.assertContains(page, "/admin/snippets/search/synonyms/add/?vraag=hartepijn")
        self.assertContains(page, "/admin/zoeken/uitlichten/?vraag=hartepijn")
        form = self.client.get("/admin/snippets/search/synonyms/add/?vraag=hartepijn")
        self.assertContains(form, 'value="hartepijn, "')
        promote = self.client.get("/admin/zoeken/uitlichten/?vraag=hartepijn")
        self.assertContains(promote, 'value="hartepijn"')

    def test_slip_that_was_understood_is_told_from_what_is_not_there(self):
        self.site.article(title="Hechting", body="[]")
        for query in ("hegting", "schoonmoeder"):
            Asked.objects.create(day=recording.timezone.localdate(), query=query, times=1, results=0)
        self.client.force_login(self.coach)
        page = self.client.get("/admin/zoeken/")
        self.assertEqual(
            {row.query: row.meant for row in page.context["missed"]},
            {"hegting": "hechting", "schoonmoeder": ""},
        )
        self.assertContains(page, "Gelezen als ‘hechting’", count=1)

    def test_word_that_nothing_has_is_told_though_the_rest_was_found(self):
        self.site.article(title="Je ex", body="[]")
        Asked.objects.create(day=recording.timezone.localdate(), query="jaloers op je ex", times=1, results=1)
        self.client.force_login(self.coach)
        page = self.client.get("/admin/zoeken/")
        self.assertEqual([row.lacking for row in page.context["found"]], [("jaloers",)])
        self.assertContains(page, "Staat hier nergens: ‘jaloers’")

    def test_who_may_not_see_it_is_turned_away(self):
        self.assertEqual(self.client.get("/admin/zoeken/").status_code, 302)

    def test_nothing_asked_is_said(self):
        self.client.force_login(self.coach)
        self.assertContains(self.client.get("/admin/zoeken/"), "zocht er nog niemand")
