from datetime import date

from django.test import TestCase

from charts.calendar import Span
from leads.report import GONE, OWN_PAGE, Counts, Narrowed, Place, by_place, fold, over_time
from leads.report_choice import ChoiceForm
from leads.report_tables import percentage
from tests.comments.factories import make_page
from tests.leads.gifts import make_magnet
from tests.leads.numbers import asked, seen

MARCH = Span(date(2026, 3, 1), date(2026, 4, 1))


class ReportTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.roadmap = make_magnet()
        cls.ebook = make_magnet(slug="e-book", name="Het e-boek")
        cls.article = make_page()

    def test_conversion_counts_in_the_week_it_was_asked_for_and_only_once_confirmed(self):
        asked(self.roadmap, "2026-03-08 23:59", confirmed=True, downloaded=True)  # confirmed on Monday
        asked(self.roadmap, "2026-03-09 00:00")
        first, second = over_time([*Span(date(2026, 3, 2), date(2026, 3, 16)).by("week")])
        self.assertEqual(first, Counts(0, 1, 1, 1))
        self.assertEqual(second, Counts(0, 1, 0, 0))

    def test_weeks_stay_whole_when_the_clock_goes_forward(self):
        asked(self.roadmap, "2026-03-29 23:30")
        asked(self.roadmap, "2026-03-30 00:30")
        weeks = Span(date(2026, 3, 23), date(2026, 4, 6)).by("week")
        self.assertEqual([counts.requested for counts in over_time(weeks)], [1, 1])

    def test_views_are_added_up_over_days_pages_and_placements(self):
        seen(self.roadmap, "2026-03-01", 3)
        seen(self.roadmap, "2026-03-31", 4, self.article.pk, "article-2")
        seen(self.roadmap, "2026-04-01", 50)
        self.assertEqual(over_time([MARCH]), [Counts(7, 0, 0, 0)])

    def test_narrowing_counts_the_same_over_time_and_by_place(self):
        page = {"page": self.article, "placement": "article"}
        asked(self.roadmap, "2026-03-10 12:00", confirmed=True, **page)
        asked(self.roadmap, "2026-03-10 12:00", page=self.article, placement="article-2")
        asked(self.roadmap, "2026-03-10 12:00", page=self.article, placement="sidebar")
        asked(self.ebook, "2026-03-10 12:00", placement="landing")
        seen(self.roadmap, "2026-03-10", 5, self.article.pk, "article")
        seen(self.ebook, "2026-03-10", 9)
        for narrowed, expected in (
            (Narrowed(), Counts(14, 4, 1, 0)),
            (Narrowed(magnet=self.roadmap.pk), Counts(5, 3, 1, 0)),
            (Narrowed(page=self.article.pk), Counts(5, 3, 1, 0)),
            (Narrowed(page=OWN_PAGE), Counts(9, 1, 0, 0)),
            (Narrowed(placement="article"), Counts(5, 2, 1, 0)),
            (Narrowed(self.ebook.pk, self.article.pk), Counts()),
        ):
            with self.subTest(narrowed):
                self.assertEqual(over_time([MARCH], narrowed), [expected])
                folded = fold(by_place(MARCH), lambda place: place.magnet, narrowed)
                self.assertEqual(sum(folded.values(), Counts()), expected)

    def test_numbers_of_a_page_outlive_it(self):
        asked(self.roadmap, "2026-03-10 12:00", page=self.article, placement="end")
        seen(self.roadmap, "2026-03-10", 8, self.article.pk, "end")
        self.article.delete()
        self.assertEqual(by_place(MARCH), {Place(self.roadmap.pk, GONE, "end"): Counts(8, 1, 0, 0)})

    def test_what_brought_most_confirmed_sign_ups_comes_first(self):
        for _ in range(3):
            asked(self.ebook, "2026-03-10 12:00")
        asked(self.roadmap, "2026-03-10 12:00", confirmed=True)
        found = fold(by_place(MARCH), lambda place: place.magnet)
        self.assertEqual(list(found), [self.roadmap.pk, self.ebook.pk])

    def test_number_of_queries_does_not_grow(self):
        weeks = MARCH.by("week")
        for number in range(5):
            asked(self.roadmap, f"2026-03-1{number} 12:00", page=make_page(f"Artikel {number}"))
            seen(self.roadmap, f"2026-03-1{number}", 1)
        with self.assertNumQueries(2):
            over_time(weeks)
        with self.assertNumQueries(3):
            by_place(MARCH)


class ShareTests(TestCase):
    def test_shares_are_of_the_step_before(self):
        self.assertEqual(Counts(200, 10, 5, 5).shares, (0.05, 0.5, 1.0))

    def test_nothing_seen_is_no_share(self):
        self.assertEqual([percentage(share) for share in Counts(0, 3, 0, 0).shares], ["–", "0 %", "–"])

    def test_percentages_are_as_one_writes_them_in_dutch(self):
        self.assertEqual(
            [percentage(share) for share in (0.034, 0.0996, 0.5, 1.0, 1.2)],
            ["3,4 %", "10 %", "50 %", "100 %", "> 100 %"],
        )


class ChoiceTests(TestCase):
    TODAY = date(2026, 3, 18)  # a Wednesday

    def choice(self, **query):
        return ChoiceForm(query, today=self.TODAY).choice()

    def test_usual_is_half_a_year_by_week(self):
        choice = self.choice()
        self.assertEqual((choice.period, choice.unit), ("26", "week"))
        self.assertEqual(len(choice.span.by("week")), 26)
        self.assertEqual(choice.span.end, date(2026, 3, 19))

    def test_this_week_is_compared_with_the_same_days_of_last_week(self):
        choice = self.choice(periode="week")
        self.assertEqual(choice.span, Span(date(2026, 3, 16), date(2026, 3, 19)))
        self.assertEqual(choice.before, Span(date(2026, 3, 9), date(2026, 3, 12)))
        self.assertEqual(choice.unit, "dag")

    def test_own_days_are_compared_with_as_many_before_and_end_today(self):
        choice = self.choice(van="2026-03-11", tot="2026-12-31")
        self.assertEqual(choice.span, Span(date(2026, 3, 11), date(2026, 3, 19)))
        self.assertEqual(choice.before, Span(date(2026, 3, 3), date(2026, 3, 11)))

    def test_long_time_is_shown_by_month_however_it_was_asked(self):
        choice = self.choice(van="2020-01-01", tot="2026-03-01", per="dag")
        self.assertEqual((choice.units, choice.unit), (["maand"], "maand"))

    def test_wrong_days_are_told_and_the_usual_time_is_shown(self):
        for van, tot in (
            ("2026-03-11", ""),
            ("2026-03-11", "2026-03-10"),
            ("2027-01-01", "2027-01-02"),
            ("1900-01-01", "2026-01-01"),
            ("gisteren", "2026-01-01"),
        ):
            with self.subTest(van=van, tot=tot):
                form = ChoiceForm({"van": van, "tot": tot}, today=self.TODAY)
                self.assertEqual(form.choice().period, "26")
                self.assertTrue(form.errors)

    def test_nonsense_in_the_address_is_left_out(self):
        choice = self.choice(periode="ooit", per="eeuw", weggever="x", pagina="-4", plek="<b>")
        self.assertEqual((choice.period, choice.unit, choice.narrowed), ("26", "week", Narrowed()))
