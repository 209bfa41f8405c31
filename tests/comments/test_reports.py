from datetime import UTC, date, datetime

from django.core.cache import cache
from django.test import Client, TestCase, override_settings
from django.urls import reverse

from comments.models import Report, Status
from comments.services.reports import report
from guard.limits import LimitReached
from guard.stamps import make_stamp
from tests.comments.factories import FROM_OUR_PAGE, make_comment, make_page

TODAY, TOMORROW = date(2026, 3, 14), date(2026, 3, 15)
LIMITS = {"comment-report": [(5, 600)]}


@override_settings(GUARD_LIMITS=LIMITS)
class ReportTestCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.page = make_page()
        cls.comment = make_comment(cls.page, text="Kijk <b>hier</b>: https://slecht.example")

    def setUp(self):
        cache.clear()

    def report(self, comment=None, network="n", day=TODAY) -> bool:
        return report(comment or self.comment, reason="spam", note="", network=network, day=day)

    def count(self) -> int:
        self.comment.refresh_from_db()
        return self.comment.report_count


class Reporting(ReportTestCase):
    def test_one_reader_counts_once_a_day(self):
        self.assertTrue(self.report())
        self.assertFalse(self.report())
        self.assertEqual(self.count(), 1)
        self.assertTrue(self.report(network="m"))
        self.assertTrue(self.report(network="k", day=TOMORROW))
        self.assertEqual((self.count(), Report.objects.count()), (3, 3))

    def test_only_what_readers_see_can_be_reported(self):
        for fields in (
            {"status": Status.PENDING},
            {"status": Status.SPAM},
            {"status": Status.APPROVED, "staff_label": "Coach"},
            {"status": Status.APPROVED, "withdrawn_at": datetime(2026, 3, 14, tzinfo=UTC)},
        ):
            self.assertFalse(self.report(make_comment(self.page, 2, **fields)))

    @override_settings(GUARD_LIMITS={"comment-report": [(1, 600)]})
    def test_beyond_the_limit_nothing_is_kept(self):
        self.report()
        self.assertFalse(self.report())
        with self.assertRaises(LimitReached):
            self.report(make_comment(self.page, 2))
        self.assertEqual(Report.objects.count(), 1)


class ReportPage(ReportTestCase):
    def setUp(self):
        super().setUp()
        self.address = reverse("comments:report", args=[self.page.pk, self.comment.pk])

    def send(self, headers=FROM_OUR_PAGE, **values):
        stamp = make_stamp("comment-report-1", self.comment.pk)
        data = {"reason": "hurtful", "note": "Dit doet pijn.", "onderwerp": "", "stamp": stamp, **values}
        return self.client.post(self.address, data, headers=headers)

    def test_page_quotes_the_reaction_without_its_links(self):
        response = self.client.get(self.address)
        self.assertContains(response, "Kijk &lt;b&gt;hier&lt;/b&gt;: https://slecht.example")
        self.assertNotContains(response, 'href="https://slecht.example')
        self.assertContains(response, 'type="radio"', count=5)
        self.assertEqual((response["Cache-Control"], response["X-Robots-Tag"]), ("no-store", "noindex"))
        self.assertFalse(response.cookies)
        self.assertFalse(Report.objects.exists())

    def test_report_is_kept_and_a_second_one_is_thanked_for_the_same(self):
        first, second = self.send(), self.send(note="Nog eens.")
        self.assertEqual((first.status_code, first["Location"]), (303, second["Location"]))
        self.assertContains(self.client.get(first["Location"]), "De coach kijkt er zelf naar")
        kept = Report.objects.get()
        self.assertEqual((kept.reason, kept.note, self.count()), ("hurtful", "Dit doet pijn.", 1))
        self.assertEqual(len(kept.network_hash), 64)

    def test_who_worries_about_the_writer_sees_the_lines_of_help(self):
        response = self.client.get(self.send(reason="worried")["Location"])
        self.assertContains(response, "0800-0113")
        self.assertContains(response, "0800-2000")
        self.assertNotContains(self.client.get(self.send()["Location"]), "0800-0113")

    def test_each_mistake_is_told_in_dutch_and_the_note_kept(self):
        for field, value, message in (
            ("reason", "", "Kies wat er aan de hand is."),
            ("reason", "hack", "Kies wat er aan de hand is."),
            ("note", "Dit doet pijn." + "x" * 500, "Je toelichting is langer dan 500 tekens."),
            ("stamp", "", "Het formulier kwam niet goed aan."),
        ):
            with self.subTest(field=field, value=value[:10]):
                response = self.send(**{field: value})
                self.assertContains(response, message, status_code=422)
                self.assertContains(response, "Dit doet pijn.", status_code=422)
        self.assertContains(
            self.send(reason=""),
            '<a href="#melding-reason_0">Wat is er aan de hand? Kies wat er aan de hand is.</a>',
            status_code=422,
            html=True,
        )
        self.assertFalse(Report.objects.exists())

    def test_report_with_the_hidden_field_filled_in_is_kept_and_marked(self):
        self.assertEqual(self.send(onderwerp="casino").status_code, 303)
        kept = Report.objects.get()
        self.assertEqual((kept.reason, kept.note), ("other", "Vulde het verborgen veld in."))

    def test_answer_of_the_coach_has_no_page_to_report_it(self):
        answer = make_comment(self.page, 5, staff_label="Coach")
        address = reverse("comments:report", args=[self.page.pk, answer.pk])
        self.assertEqual(self.client.get(address).status_code, 404)

    def test_report_tells_nobody_which_reactions_exist(self):
        waiting = make_comment(self.page, 6, status=Status.PENDING)
        elsewhere = make_comment(make_page("Ander artikel"), 7)
        for pk in (waiting.pk, elsewhere.pk, 987_654, 10**30):
            address = reverse("comments:report", args=[self.page.pk, pk])
            data = {"reason": "hurtful", "note": "", "stamp": make_stamp("comment-report-1", pk)}
            response = self.client.post(address, data, headers=FROM_OUR_PAGE)
            self.assertRedirects(
                response,
                reverse("comments:reported", args=[self.page.pk, pk]),
                status_code=303,
                fetch_redirect_response=False,
            )
        self.assertFalse(Report.objects.exists())

    def test_unclear_origin_keeps_the_words_and_comes_through_with_a_token(self):
        client = Client(enforce_csrf_checks=True)
        stamp = make_stamp("comment-report-1", self.comment.pk)
        data = {"reason": "other", "note": "Onleesbaar.", "stamp": stamp}
        response = client.post(self.address, data)
        self.assertContains(response, "Onleesbaar.", status_code=403)
        self.assertFalse(Report.objects.exists())
        data["csrfmiddlewaretoken"] = str(response.context["csrf_token"])
        mistaken = client.post(self.address, {**data, "reason": ""})
        self.assertContains(mistaken, "csrfmiddlewaretoken", status_code=422)
        self.assertEqual(client.post(self.address, data).status_code, 303)
        self.assertEqual(self.send(headers={"Sec-Fetch-Site": "cross-site"}).status_code, 403)
        self.assertEqual(Report.objects.count(), 1)

    @override_settings(GUARD_LIMITS={"comment-report": [(0, 600)]})
    def test_too_many_from_one_network_are_stopped_with_the_note_kept(self):
        response = self.send()
        self.assertContains(response, "Dit doet pijn.", status_code=429)
        self.assertIn(int(response["Retry-After"]), range(1, 601))
        # Nothing is wrong but the moment.
        self.assertContains(response, "Nog even wachten</h2>", status_code=429)

    def test_what_is_not_shown_has_no_page_and_its_report_is_thanked_for(self):
        type(self.comment).objects.update(status=Status.TRASH)
        self.assertEqual(self.client.get(self.address).status_code, 404)
        self.assertEqual(self.send().status_code, 303)
        self.assertFalse(Report.objects.exists())
        other = make_page("Ander artikel")
        elsewhere = reverse("comments:report", args=[other.pk, self.comment.pk])
        self.assertEqual(self.client.get(elsewhere).status_code, 404)
