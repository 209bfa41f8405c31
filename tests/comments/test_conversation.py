from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import PageViewRestriction

from comments.models import CommentSettings, Status
from comments.sections import PER_PAGE
from pagecache import versions
from tests.comments.factories import make_comment, make_page, open_for_comments
from tests.pagecache.reader import Reader

Order = CommentSettings.Order


class OnePage(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.page = make_page()
        cls.address = reverse("comments:conversation", args=[cls.page.pk])

    def setUp(self):
        self.enterContext(open_for_comments())

    def hidden_pages(self):
        draft = make_page("Concept", live=False)
        private = make_page("Besloten")
        PageViewRestriction.objects.create(page=private, restriction_type=PageViewRestriction.LOGIN)
        return [draft.pk, private.pk, 999999, 10**30]


class Conversation(OnePage):
    def names(self, query=""):
        response = self.client.get(f"{self.address}{query}")
        return [comment.author_name for comment in response.context["section"].threads]

    def fill(self, count):
        return [make_comment(self.page, number, author_name=str(number)) for number in range(count)]

    def test_all_conversations_fifty_at_a_time(self):
        self.fill(PER_PAGE + 1)
        self.assertEqual(self.names(), [str(number) for number in range(PER_PAGE)])
        self.assertEqual(self.names("?pagina=2"), ["50"])
        first, second = (self.client.get(f"{self.address}{query}") for query in ("", "?pagina=2"))
        self.assertContains(first, 'rel="next" href="?pagina=2">Nieuwere →</a>')
        self.assertContains(second, 'rel="prev" href="?pagina=1">← Oudere</a>')
        self.assertContains(second, "Bladzijde 2 van 2")

    def test_newest_first_keeps_its_order_on_the_next_part(self):
        self.fill(PER_PAGE + 1)
        response = self.client.get(f"{self.address}?volgorde=nieuwste")
        self.assertEqual(response.context["section"].threads[0].author_name, "50")
        self.assertContains(response, 'rel="next" href="?volgorde=nieuwste&amp;pagina=2">Oudere →</a>')
        self.assertEqual(self.names("?volgorde=nieuwste&pagina=2"), ["0"])

    def test_page_leads_back_to_the_article_and_takes_a_reaction(self):
        make_comment(self.page)
        response = self.client.get(self.address)
        self.assertContains(response, f"<h1>Reacties bij ‘{self.page.title}’</h1>", html=True)
        self.assertContains(response, f'href="{self.page.url}">Terug naar het artikel</a>')
        self.assertContains(response, f'action="/reacties/{self.page.pk}/plaatsen/"')

    def test_search_engines_are_sent_to_the_article(self):
        make_comment(self.page)
        response = self.client.get(self.address)
        self.assertContains(response, '<meta name="robots" content="noindex">', html=True)
        self.assertContains(response, f'<link rel="canonical" href="{self.page.full_url}">', html=True)

    def test_part_and_order_that_do_not_exist_are_not_found(self):
        self.fill(PER_PAGE + 1)
        for query in (
            *("pagina=3", "pagina=0", "pagina=-1", "pagina=x", "pagina=", "pagina=٣", "pagina=9999999"),
            *("volgorde=beste", "volgorde=", "volgorde=newest", "pagina=2&volgorde=x"),
        ):
            with self.subTest(query):
                self.assertEqual(self.client.get(f"{self.address}?{query}").status_code, 404)

    def test_other_ways_to_write_an_address_lead_to_the_plain_one(self):
        self.fill(PER_PAGE + 1)
        for query, plain in (
            ("?pagina=1", ""),
            ("?pagina=01", ""),
            ("?pagina=002", "?pagina=2"),
            ("?volgorde=oudste", ""),
            ("?volgorde=oudste&pagina=2", "?pagina=2"),
            ("?pagina=1&volgorde=nieuwste", "?volgorde=nieuwste"),
        ):
            with self.subTest(query):
                self.assertRedirects(self.client.get(f"{self.address}{query}"), f"{self.address}{plain}")
        CommentSettings(pk=1, order=Order.NEWEST).save()
        self.assertRedirects(self.client.get(f"{self.address}?volgorde=nieuwste"), self.address)
        self.assertEqual(self.names("?volgorde=oudste")[0], "0")

    def test_hidden_page_and_one_that_was_never_open_are_not_found(self):
        for page_id in self.hidden_pages():
            self.assertEqual(self.client.get(f"/reacties/{page_id}/").status_code, 404)
        with open_for_comments(False):
            self.assertEqual(self.client.get(self.address).status_code, 404)

    def test_nothing_yet_is_said_kindly(self):
        self.assertContains(self.client.get(self.address), "Jouw reactie mag de eerste zijn.")

    def test_closed_page_still_shows_its_conversations(self):
        make_comment(self.page)
        with open_for_comments(False):
            response = self.client.get(self.address)
        self.assertContains(response, "Reactie nummer 1.")
        self.assertContains(response, "Reageren op dit artikel kan niet meer.")

    def test_page_can_only_be_read(self):
        self.assertEqual(self.client.post(self.address).status_code, 405)

    def test_no_cookie_for_readers(self):
        self.assertFalse(self.client.get(self.address).cookies)

    def test_cost_does_not_grow_with_comments(self):
        # A process's first visit asks more: kinds of content, settings that are not there yet.
        self.client.get(self.address)
        counts = []
        for count in (1, 5, 60):
            for number in range(count):
                make_comment(self.page, 100 * count + number)
            with CaptureQueriesContext(connection) as counted:
                self.client.get(self.address)
            counts.append(len(counted))
        self.assertEqual(counts, [counts[0]] * 3)

    def test_each_part_is_kept_once(self):
        versions.forget()
        self.addCleanup(versions.forget)
        self.fill(PER_PAGE + 1)
        # The first visit ever makes the settings, which is a change.
        self.client.get(self.address)
        versions.forget()
        reader = Reader()
        for query in ("", "?pagina=2", "?volgorde=nieuwste"):
            answers = [reader.get(f"{self.address}{query}") for _ in range(2)]
            self.assertEqual([answer.cache for answer in answers], ["miss", "hit"])
        self.assertEqual(reader.get(f"{self.address}?bron=x").cache, "hit")
        for query in ("?pagina=1", "?pagina=02", "?volgorde=oudste", "?volgorde=beste", "?pagina=3"):
            self.assertIn(reader.get(f"{self.address}{query}").status, (302, 404), query)
        self.assertEqual(len(reader.cache.pages), 3)


class Permalink(OnePage):
    def go(self, comment_id, page_id=None):
        return self.client.get(f"/reacties/{page_id or self.page.pk}/reactie/{comment_id}/")

    def test_leads_to_the_article_or_to_the_part_where_the_reaction_stands(self):
        comments = [make_comment(self.page, number) for number in range(PER_PAGE + 1)]
        answer = make_comment(self.page, 99, parent=comments[-1])
        for comment, address in (
            (comments[0], self.page.url),
            (comments[49], self.page.url),
            (comments[50], f"{self.address}?pagina=2"),
            (answer, f"{self.address}?pagina=2"),
        ):
            self.assertRedirects(
                self.go(comment.pk), f"{address}#{comment.anchor}", fetch_redirect_response=False
            )

    def test_follows_the_order_that_the_coach_chose(self):
        comments = [make_comment(self.page, number) for number in range(PER_PAGE + 1)]
        CommentSettings(pk=1, order=Order.NEWEST).save()
        self.assertTrue(self.go(comments[0].pk)["Location"].startswith(f"{self.address}?pagina=2#"))
        self.assertTrue(self.go(comments[50].pk)["Location"].startswith(f"{self.page.url}#"))

    def test_what_is_not_shown_gets_a_kind_page(self):
        waiting = [
            make_comment(self.page, number, status=status, text="Nog niet gelezen")
            for number, status in enumerate((Status.PENDING, Status.SPAM, Status.TRASH))
        ]
        elsewhere = make_comment(make_page("Ander artikel"), 9)
        for comment_id in (*(comment.pk for comment in waiting), elsewhere.pk, 999999, 10**30):
            response = self.go(comment_id)
            self.assertContains(response, "<h1>Deze reactie staat hier niet</h1>", status_code=404)
            self.assertContains(response, f"{self.page.url}#reacties", status_code=404)
            self.assertNotContains(response, "Nog niet gelezen", status_code=404)

    def test_hidden_page_is_not_found(self):
        for page_id in self.hidden_pages():
            self.assertEqual(self.go(1, page_id).status_code, 404)
