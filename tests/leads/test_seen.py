"""How often gifts are seen: counted in memory, written together, nothing lost but what a kill takes."""

from datetime import UTC, date, datetime
from threading import Thread
from unittest.mock import patch

from django.conf import settings
from django.core.cache import cache
from django.db import connection
from django.test import TestCase
from wagtail.models import Page

from guard.limits import DEFAULT_LIMITS
from leads import seen
from leads.models import MagnetView
from leads.seen import SeenCounter, Sight
from leads.views.seen import MOST_SIGHTS, read_sights
from tests.comments.parallel import ParallelTestCase
from tests.leads.gifts import make_magnet

FROM_OUR_PAGE = {"Sec-Fetch-Site": "same-origin"}
ADDRESS = "/aanmelden/gezien/"
URLENCODED = "application/x-www-form-urlencoded"


def rows() -> list[tuple]:
    return sorted(MagnetView.objects.values_list("magnet", "page", "placement", "day", "count"))


class Shapes(TestCase):
    def test_known_shapes_are_read_and_equal_ones_once(self):
        told = [
            "3.7.end",
            "3.7.end",
            "3.0.landing",
            "3.7.article",
            "3.7.article-2",
            "3.7.sidebar",
            "3.7.slide-in",
        ]
        assert read_sights(told) == {
            Sight(3, 0, "landing"),
            *(Sight(3, 7, place) for place in ("end", "article", "article-2", "sidebar", "slide-in")),
        }

    def test_all_else_counts_for_nothing(self):
        wrong = [
            "",
            "3.7",
            "3.7.elders",
            "0.7.end",
            "-3.7.end",
            "3.7.end\n",
            " 3.7.end",
            "３.7.end",
            "3.7.article-0",
            "3.7.article-100",
            f"{10**9}.7.end",
            "3.7.end.end",
            "3.7.voorbeeld",
        ]
        assert read_sights(wrong) == set()

    def test_a_post_tells_of_a_handful_at_most(self):
        assert len(read_sights([f"3.{page}.end" for page in range(100)])) == MOST_SIGHTS


class Telling(TestCase):
    def setUp(self):
        cache.clear()
        self.magnet = make_magnet()
        self.counter = SeenCounter(seconds=0)
        self.enterContext(patch.object(seen, "counter", self.counter))

    def tell(self, *sights: str, headers=FROM_OUR_PAGE, **extra):
        data = "&".join(f"gezien={sight}" for sight in sights)
        return self.client.post(ADDRESS, data, content_type=URLENCODED, headers=headers, **extra)

    def test_several_at_once_are_counted_without_a_query_and_without_a_cookie(self):
        with self.assertNumQueries(0):
            response = self.tell(f"{self.magnet.pk}.0.landing", f"{self.magnet.pk}.1.end")
        assert response.status_code == 204
        assert response["Cache-Control"] == "no-store"
        assert not response.cookies
        assert self.counter.waiting() == 2

    def test_a_get_counts_nothing(self):
        assert self.client.get(ADDRESS).status_code == 405

    def test_no_gift_can_have_this_address(self):
        make_magnet(slug="gezien")
        assert self.tell().status_code == 204

    def test_posts_from_elsewhere_get_the_same_answer_and_count_for_nothing(self):
        for headers in ({"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://kwaad.example"}, {}):
            with self.subTest(headers):
                assert self.tell("1.1.end", headers=headers).status_code == 204
        assert self.counter.waiting() == 0

    def test_older_browsers_are_known_by_their_origin(self):
        self.tell("1.1.end", headers={"Origin": settings.SITE_URL})
        assert self.counter.waiting() == 1

    def test_coach_who_looks_at_the_site_counts_for_nothing(self):
        self.client.cookies[settings.SESSION_COOKIE_NAME] = "a"
        assert self.tell("1.1.end").status_code == 204
        assert self.counter.waiting() == 0

    def test_too_much_from_one_network_gets_the_same_answer_and_counts_for_nothing(self):
        allowed, _ = DEFAULT_LIMITS["gift-seen"][0]
        with patch.dict(DEFAULT_LIMITS, {"gift-seen": [(2, 600)]}):
            answers = [self.tell("1.1.end").status_code for _ in range(5)]
        assert allowed >= 100, "many may read behind one address"
        assert answers == [204] * 5
        assert self.counter.waiting() == 2

    def test_what_no_page_of_ours_sends_counts_for_nothing(self):
        assert self.tell(*["1.1.end"] * 500).status_code == 204
        assert self.client.post(ADDRESS, {"gezien": "1.1.end"}, headers=FROM_OUR_PAGE).status_code == 204
        assert self.tell("%ff%00", "1.1.<b>").status_code == 204
        assert self.counter.waiting() == 0


class Writing(TestCase):
    def setUp(self):
        self.magnet = make_magnet()
        self.page = Page.objects.get(depth=2)
        self.counter = SeenCounter(seconds=0)

    def count(self, page: int | None = None, placement: str = "end", times: int = 1) -> None:
        for _ in range(times):
            self.counter.add([Sight(self.magnet.pk, self.page.pk if page is None else page, placement)])

    def counted(self) -> list[tuple]:
        return [(page, placement, count) for _, page, placement, _, count in rows()]

    def test_counts_of_one_day_come_together_in_one_row_a_place(self):
        self.count(times=3)
        self.count(page=0, placement="landing")
        self.counter.write()
        self.count(times=2)
        self.counter.write()
        assert self.counted() == [(0, "landing", 1), (self.page.pk, "end", 5)]
        assert self.counter.waiting() == 0

    def test_two_processes_add_to_the_same_row(self):
        other = SeenCounter(seconds=0)
        self.count(times=2)
        other.add([Sight(self.magnet.pk, self.page.pk, "end")])
        self.counter.write()
        other.write()
        assert self.counted() == [(self.page.pk, "end", 3)]

    def test_days_are_those_of_amsterdam(self):
        for moment in (datetime(2026, 7, 1, 21, 59, tzinfo=UTC), datetime(2026, 7, 1, 22, 1, tzinfo=UTC)):
            with patch("django.utils.timezone.now", return_value=moment):
                self.count()
        self.counter.write()
        assert [day for *_, day, _ in rows()] == [date(2026, 7, 1), date(2026, 7, 2)]

    def test_gifts_and_pages_that_are_not_there_are_left_out(self):
        self.count(page=987_654)
        self.counter.add([Sight(987_654, self.page.pk, "end")])
        self.count()
        self.counter.write()
        assert self.counted() == [(self.page.pk, "end", 1)]

    def test_numbers_of_a_gift_go_with_it(self):
        self.count()
        self.counter.write()
        self.magnet.delete()
        assert rows() == []

    def test_a_thousand_places_take_few_statements(self):
        pages = Page.objects.bulk_create(
            Page(
                path=f"9{number:07}",
                depth=2,
                title="p",
                slug=f"p{number}",
                content_type=self.page.content_type,
                locale=self.page.locale,
            )
            for number in range(1_500)
        )
        self.counter.add(Sight(self.magnet.pk, page.pk, "end") for page in pages)
        # BEGIN and END, gifts, pages twice, rows twice.
        with self.assertNumQueries(7):
            self.counter.write()
        assert MagnetView.objects.count() == 1_500

    def test_nothing_counted_asks_nothing(self):
        with self.assertNumQueries(0):
            self.counter.write()

    def test_memory_has_an_end_and_what_is_known_goes_on_counting(self):
        small = SeenCounter(seconds=0, most=2)
        small.add([Sight(1, page, "end") for page in (1, 2, 3)])
        small.add([Sight(1, 1, "end")])
        assert small.waiting() == 3


class Away(TestCase):
    def test_counts_wait_while_the_database_is_away(self):
        magnet = make_magnet()
        counter = SeenCounter(seconds=0)
        counter.add([Sight(magnet.pk, 0, "landing")])

        def write_to_nowhere() -> None:
            nowhere = {"NAME": "/nowhere/at.all", "HOST": "127.0.0.1", "PORT": "1"}
            connection.settings_dict = {**connection.settings_dict, **nowhere}
            counter.write()

        with self.assertLogs("leads.seen", "WARNING"):
            thread = Thread(target=write_to_nowhere)
            thread.start()
            thread.join(timeout=60)
        counter.add([Sight(magnet.pk, 0, "landing")])
        assert counter.waiting() == 2
        counter.write()
        assert MagnetView.objects.get().count == 2


class AtOnce(ParallelTestCase):
    def test_a_thousand_counts_from_eight_threads_while_others_write_are_all_there(self):
        magnet = make_magnet()
        counter = SeenCounter(seconds=0)
        sight = Sight(magnet.pk, 0, "landing")

        def count() -> None:
            for _ in range(125):
                counter.add([sight])

        def write() -> None:
            for _ in range(10):
                counter.write()

        self.all_at_once([*[count] * 8, write, write])
        self.all_at_once([counter.write])

        assert counter.waiting() == 0
        assert self.look(lambda: MagnetView.objects.get().count) == 1_000

    def test_processes_that_write_the_same_rows_at_once_lose_none_and_never_lock_each_other(self):
        magnets = [make_magnet(slug=f"weggever-{number}") for number in range(5)]
        sights = [Sight(magnet.pk, 0, place) for magnet in magnets for place in ("landing", "end", "sidebar")]
        counters = [SeenCounter(seconds=0) for _ in range(6)]

        def work(counter: SeenCounter, order: list[Sight]) -> None:
            for _ in range(10):
                counter.add(order)
                counter.write()

        self.all_at_once(
            [
                lambda counter=counter, order=sights[:: 1 if number % 2 else -1]: work(counter, order)
                for number, counter in enumerate(counters)
            ]
        )
        counts = self.look(lambda: set(MagnetView.objects.values_list("count", flat=True)))
        assert counts == {60}
