"""Typed links within the site become page links; what leads nowhere is refused, not shown, and listed."""

from django.db import connection
from django.test import TestCase, override_settings
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.blocks import StreamBlockValidationError
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, PageViewRestriction
from wagtail.test.utils.form_data import rich_text, streamfield

from blog.advising.site import findings_of
from blog.blocks.body import ArticleBody
from blog.dead_links.addresses import CLOSED, DRAFT, GONE, look_up, own_path
from blog.dead_links.anchors import NO_PLACE
from blog.dead_links.finding import dead_links
from blog.dead_links.publishing import settle_text
from blog.models import ArticlePage
from blog.roles import COACH
from tests.blog.factories import CategoryFactory, heading, items, link_to, make_site, stream
from tests.blog.test_admin_planning import article_form
from tests.blog.users import user_in
from tests.leads.gifts import make_magnet


def typed(address: str, words: str = "hier") -> str:
    return f'<p>Lees <a href="{address}">{words}</a>.</p>'


class Addresses(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.site = make_site()
        cls.article = cls.site.article(slug="eb")

    def problem(self, path: str) -> str:
        return look_up([path])[path].problem

    @override_settings(SITE_URL="https://www.tussentij.nl")
    def test_our_own_addresses_are_known_however_they_are_typed(self):
        for address in (
            "/blog/eb/",
            "https://www.tussentij.nl/blog/eb/",
            "http://tussentij.nl/blog/eb/",
            "//www.tussentij.nl/blog/eb/",
            "HTTPS://WWW.TUSSENTIJ.NL/blog/eb/?a=1#kop",
        ):
            self.assertEqual(own_path(address), "/blog/eb/", address)
        for address in (
            "https://elders.nl/blog/eb/",
            "mailto:ik@tussentij.nl",
            "tel:0612345678",
            "#kop",
            "https://[kapot/",
        ):
            self.assertIsNone(own_path(address), address)

    def test_page_is_found_by_its_address(self):
        self.assertEqual(look_up(["/blog/eb"])["/blog/eb"].page_id, self.article.pk)
        self.assertEqual(look_up(["/"])["/"].page_id, self.site.home.pk)

    def test_page_that_is_not_there_is_not(self):
        self.site.article(slug="schets", live=False)
        PageViewRestriction.objects.create(page=self.site.article(slug="dicht"), restriction_type="login")
        self.assertEqual(self.problem("/blog/weg/"), GONE)
        self.assertEqual(self.problem("/blog/eb/weg/"), GONE)
        self.assertEqual(self.problem("/bestand.php"), GONE)
        self.assertEqual(self.problem("/blog/schets/"), DRAFT)
        self.assertEqual(self.problem("/blog/dicht/"), CLOSED)

    def test_lists_gifts_and_screens_of_the_site_are_there(self):
        CategoryFactory(slug="rouw")
        make_magnet(slug="roadmap")
        for path in ("/blog/categorie/rouw/", "/aanmelden/roadmap/", "/zoeken/", "/feed/", "/static/a.css"):
            self.assertEqual(self.problem(path), "", path)
        for path in ("/blog/categorie/weg/", "/aanmelden/weg/"):
            self.assertEqual(self.problem(path), GONE, path)

    def test_old_address_of_a_page_leads_to_it(self):
        Redirect.add_redirect("/oud/", self.article)
        self.assertEqual(look_up(["/oud/"])["/oud/"].page_id, self.article.pk)

    def test_many_take_as_many_queries_as_one(self):
        with CaptureQueriesContext(connection) as one:
            look_up(["/blog/weg/"])
        with CaptureQueriesContext(connection) as many:
            look_up([f"/blog/weg-{number}/" for number in range(20)])
        self.assertEqual(len(many), len(one), many.captured_queries)


class Publishing(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.site = make_site()
        cls.article = cls.site.article(slug="eb")
        cls.draft = cls.site.article(slug="schets", live=False)

    def cleaned(self, *blocks):
        body = ArticleBody()
        return body.clean(body.to_python([{"type": kind, "value": value} for kind, value in blocks]))

    def errors(self, *blocks) -> dict[int, str]:
        with self.assertRaises(StreamBlockValidationError) as caught:
            self.cleaned(*blocks)
        return {number: " ".join(error.messages) for number, error in caught.exception.block_errors.items()}

    def test_typed_address_of_a_page_becomes_a_link_to_it(self):
        body = self.cleaned(("paragraph", typed("http://localhost/blog/eb/")))
        expected = f'<p>Lees <a linktype="page" id="{self.article.pk}">hier</a>.</p>'
        self.assertEqual(body[0].value.source, expected)

    def test_it_stays_when_the_page_gets_another_address(self):
        body = self.cleaned(("paragraph", typed("/blog/eb/")))
        self.article.slug = "nieuw"
        self.article.save()
        self.assertIn('href="/blog/nieuw/"', str(body[0].value))

    def test_typed_address_of_a_draft_becomes_one_that_works_once_it_is_published(self):
        body = self.cleaned(("paragraph", typed("/blog/schets/")))
        self.assertEqual(body[0].value.source, f"<p>Lees {link_to(self.draft)}.</p>")

    def test_place_within_a_page_is_kept(self):
        source = typed("/blog/eb/#kop")
        self.assertEqual(self.cleaned(("paragraph", source))[0].value.source, source)

    def test_so_does_one_in_the_text_of_the_home_page(self):
        self.site.home.about_text = typed("/blog/eb/")
        self.site.home.full_clean()
        self.assertIn(f'linktype="page" id="{self.article.pk}"', self.site.home.about_text)

    def test_link_that_leads_nowhere_is_refused_where_it_stands(self):
        errors = self.errors(
            ("paragraph", typed("https://elders.example/")),
            ("paragraph", typed("/blog/weg/", "dit <b>verhaal</b>")),
        )
        self.assertEqual(list(errors), [1])
        self.assertIn("De link ‘dit verhaal’ gaat naar /blog/weg/. Die pagina bestaat niet.", errors[1])

    def test_every_text_of_a_block_is_looked_at(self):
        dead = typed("/weg/")
        for block in (
            ("insight", {"label": "insight", "text": dead}),
            ("faq", {"title": "", "items": items({"question": "Hoe?", "answer": dead})}),
            (
                "case_study",
                {"names": "Hanne", "ages": "", "body": [{"type": "paragraph", "value": dead, "id": "1"}]},
            ),
            (
                "call_to_action",
                {
                    "title": "Kom",
                    "text": "",
                    "button_text": "Ja",
                    "page": None,
                    "url": "http://localhost/weg/",
                },
            ),
        ):
            self.assertIn("bestaat niet", self.errors(block)[0], block[0])

    def test_button_to_an_own_page_is_given_that_page(self):
        value = {"title": "Kom", "text": "", "button_text": "Ja", "page": None}
        body = self.cleaned(("call_to_action", {**value, "url": "http://localhost/blog/eb/"}))
        self.assertEqual((body[0].value["page"].pk, body[0].value["url"]), (self.article.pk, ""))

    def test_text_without_own_addresses_takes_no_query(self):
        text = typed("https://elders.example/") + typed("mailto:ik@elders.example")
        with CaptureQueriesContext(connection) as captured:
            self.cleaned(("paragraph", text))
            self.assertEqual(settle_text(text), text)
        asked = {query["sql"].split(" FROM ")[1].split()[0] for query in captured.captured_queries}
        self.assertLessEqual(asked, {'"wagtailcore_site"'}, "more than the names of our sites")

    def test_editor_says_where_and_keeps_a_draft(self):
        self.client.force_login(user_in(COACH))
        address = reverse("wagtailadmin_pages:edit", args=[self.article.pk])
        text = rich_text(typed("/blog/weg/"), features=["link"])
        form = article_form(title="Eb", slug="eb", body=streamfield([("paragraph", text)]))
        answer = self.client.post(address, {**form, "action-publish": "1"})
        self.assertContains(answer, "Die pagina bestaat niet.")
        self.assertEqual(self.client.post(address, form).status_code, 302)


class Report(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.site = make_site()
        cls.draft = cls.site.article(slug="schets", title="Schets", live=False)
        cls.article = cls.site.article(
            slug="eb",
            title="Eb",
            body=stream(
                ("paragraph", f"<p>{link_to(cls.draft, 'over een schets')}</p>"),
                ("read_also", {"page": cls.draft.pk, "text": ""}),
                ("paragraph", typed("/blog/weg/", "weg &amp; kwijt")),
                ("paragraph", '<p><a linktype="page" id="999999">oud</a></p>'),
                ("paragraph", f"<p>{link_to(cls.site.home, 'goed')}</p>"),
            ),
        )

    def found(self) -> list[tuple[str, str, str, str]]:
        return [(link.place, link.words, link.target, link.problem) for link in dead_links()]

    def test_each_dead_link_is_listed_with_place_words_target_and_reason(self):
        self.assertEqual(
            self.found(),
            [
                ("Tekst", "over een schets", "Schets", DRAFT),
                ("Lees ook", "Schets", "Schets", DRAFT),
                ("Tekst", "weg & kwijt", "/blog/weg/", GONE),
                ("Tekst", "oud", "een verwijderde pagina", GONE),
            ],
        )

    def test_published_page_leaves_the_list(self):
        self.draft.save_revision().publish()
        self.assertEqual([words for _, words, _, _ in self.found()], ["weg & kwijt", "oud"])

    def test_links_of_drafts_are_not_listed(self):
        self.article.unpublish()
        self.assertEqual(self.found(), [])

    def test_home_and_footer_are_looked_at(self):
        self.article.delete()
        self.site.home.about_text = f"<p>{link_to(self.draft, 'thuis')}</p>"
        self.site.home.save()
        self.site.settings.footer_links = [("link", {"page": Page.objects.get(pk=self.draft.pk), "text": ""})]
        self.site.settings.save()
        self.assertEqual(
            self.found(), [("Tekst", "thuis", "Schets", DRAFT), ("Links onderaan", "Schets", "Schets", DRAFT)]
        )

    def test_more_pages_take_no_more_queries(self):
        def count() -> int:
            with CaptureQueriesContext(connection) as captured:
                dead_links()
            return len(captured)

        dead_links()
        before = count()
        for number in range(5):
            self.site.article(body=stream(("paragraph", typed(f"/weg-{number}/") + link_to(self.draft))))
        first = count()
        self.assertEqual(len(dead_links()), 4 + 10)
        self.assertEqual(count(), before)
        # Reading five pages is as many queries as reading one.
        self.article.save()
        self.assertEqual(count(), first)

    def test_page_that_was_saved_without_publishing_is_read_again(self):
        dead_links()
        self.article.body = stream(("paragraph", typed("/blog/elders/", "anders")))
        self.article.save()
        self.assertEqual(self.found(), [("Tekst", "anders", "/blog/elders/", GONE)])

    def test_coach_reads_the_list_and_goes_to_the_page(self):
        self.client.force_login(user_in(COACH))
        answer = self.client.get(reverse("blog_admin:dead_links"))
        self.assertContains(answer, "over een schets")
        self.assertContains(answer, "is niet gepubliceerd")
        self.assertContains(answer, reverse("wagtailadmin_pages:edit", args=[self.article.pk]))

    def test_site_without_dead_links_says_so(self):
        self.article.delete()
        self.client.force_login(user_in(COACH))
        self.assertContains(self.client.get(reverse("blog_admin:dead_links")), "Geen dode links")

    def test_nobody_else_gets_it(self):
        self.assertEqual(self.client.get(reverse("blog_admin:dead_links")).status_code, 302)


class Places(TestCase):
    """A link may name a heading of a page, or anything else there that has a name."""

    @classmethod
    def setUpTestData(cls):
        cls.site = make_site()
        cls.target = cls.site.article(slug="doel", body=stream(heading("Wat helpt"), heading("Wat helpt")))

    def found(self, *addresses: str, **fields) -> list[tuple[str, str]]:
        text = "".join(typed(address, address) for address in addresses)
        self.site.article(body=stream(heading("Hier zelf"), ("paragraph", text)), **fields)
        return [(link.target, link.problem) for link in dead_links()]

    def test_place_that_is_not_there_is_listed(self):
        addresses = ["/blog/doel/#wat-hielp", "http://localhost/blog/doel/?a=1#wat-helpt-3", "#kwijt"]
        self.assertEqual(self.found(*addresses), [(address, NO_PLACE) for address in addresses])

    def test_place_that_is_there_is_not(self):
        addresses = ["/blog/doel/#wat-helpt", "/blog/doel/#wat-helpt-2", "#hier-zelf", "/blog/doel/#inhoud"]
        addresses += [
            "/blog/doel/#reactie-7",
            "/blog/doel/#reacties",
            "/podcast/#t=1:05",
            "/zoeken/#q",
            "https://elders.nl/#x",
            "#",
        ]
        self.assertEqual(self.found(*addresses), [])

    def test_it_is_listed_once_the_heading_changes(self):
        self.assertEqual(self.found("/blog/doel/#wat-helpt-2"), [])
        self.target.body = stream(heading("Wat helpt"))
        self.target.save()
        self.assertEqual([link.target for link in dead_links()], ["/blog/doel/#wat-helpt-2"])

    def test_it_can_be_published_and_the_advice_says_so(self):
        body = ArticleBody()
        blocks = [
            {"type": "paragraph", "value": typed("/blog/doel/#weg", "daar") + typed("#ook-weg", "hier")}
        ]
        self.assertIn("#weg", body.clean(body.to_python(blocks))[0].value.source)
        article = self.site.article(
            body=stream(
                heading("Eb"),
                (
                    "paragraph",
                    typed("/blog/doel/#weg", "daar") + typed("#ook-weg", "hier") + typed("#eb", "eb"),
                ),
            )
        )
        found = next(finding for finding in findings_of(article) if finding.rule == "links-plek")
        self.assertEqual(
            found.message,
            "De link ‘daar’ gaat naar #weg, maar die plek is er niet op een pagina van je site. "
            "Bij 2 links is dat zo.",
        )
        self.assertEqual([place.excerpt for place in found.places], ["daar", "hier"])
        self.assertFalse([one for one in findings_of(self.target) if one.rule == "links-plek"])


class BeforeItGoes(TestCase):
    """Who takes a page away is told first how many others lead to it."""

    @classmethod
    def setUpTestData(cls):
        cls.site = make_site()
        cls.article = cls.site.article(slug="doel")
        for _ in range(2):
            cls.site.article(body=stream(("paragraph", f"<p>{link_to(cls.article)}</p>")))

    def assert_told(self, name: str) -> None:
        self.client.force_login(user_in(COACH))
        answer = self.client.get(reverse(f"wagtailadmin_pages:{name}", args=[self.article.pk]))
        usage = reverse("wagtailadmin_pages:usage", args=[self.article.pk])
        self.assertContains(answer, usage)
        self.assertContains(answer, "Er bestaan 2 verwijzingen naar")

    def test_when_it_is_removed(self):
        self.assert_told("delete")

    def test_when_it_is_unpublished(self):
        self.assert_told("unpublish")


class Readers(TestCase):
    def test_blocks_show_no_link_to_what_is_not_there(self):
        site = make_site()
        target = site.article(slug="doel", title="Het doel")
        site.article(
            slug="eb",
            body=stream(
                ("paragraph", f"<p>Lees {link_to(target, 'dit')}.</p>"),
                ("read_also", {"page": target.pk, "text": "Verder"}),
                (
                    "call_to_action",
                    {"title": "Kom", "text": "", "button_text": "Ja", "page": target.pk, "url": ""},
                ),
            ),
        )
        for hide in (
            lambda: PageViewRestriction.objects.create(page=target, restriction_type="login"),
            lambda: ArticlePage.objects.get(pk=target.pk).unpublish(),
            lambda: ArticlePage.objects.get(pk=target.pk).delete(),
        ):
            hide()
            body = self.client.get("/blog/eb/").text
            self.assertIn("<p>Lees dit.</p>", body)
            self.assertNotIn("/blog/doel/", body)
            self.assertNotIn("Verder</a>", body)
