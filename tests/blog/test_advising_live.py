"""The editor's panel: what it says of a form as it stands, and that it keeps nothing of it."""

import json
from typing import Any

from django.contrib.auth.models import Permission, User
from django.test import RequestFactory, TestCase
from django.urls import reverse
from wagtail.models import Revision
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from blog.models import ArticlePage
from blog.templatetags.advising import quoted
from blog.userbar import WritersChecks
from tests.blog.factories import ImageFactory, link_to, make_site, stream
from tests.blog.users import user_in


class LiveAdviceTests(TestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        cls.site = make_site()
        cls.coach = user_in("Coach")
        cls.article = cls.site.article(title="Stilte", focus_keyphrase="stilte")

    def setUp(self) -> None:
        self.client.force_login(self.coach)

    def ask(self, blocks: list[tuple[str, Any]], address: str = "", **fields: str) -> str:
        form = {
            "title": "Loslaten",
            "slug": "loslaten",
            "intro": "Loslaten kost tijd.",
            "focus_keyphrase": "loslaten",
            "body": streamfield(blocks),
            **fields,
        }
        return self.post(nested_form_data(form), address)

    def post(self, form: dict[str, Any], address: str = "") -> str:
        address = address or reverse("wagtailadmin_pages:edit", args=[self.article.pk])
        self.answer = self.client.post(reverse("advising:live"), {**form, "advice-for": address})
        return self.answer.content.decode()

    def verdict(self, rule: str, html: str) -> str:
        before, found, after = html.partition(f'data-advice-rule="{rule}" data-verdict="')
        return after.partition('"')[0] if found else ""

    def test_it_judges_what_was_typed_and_not_what_is_stored(self) -> None:
        html = self.ask([("paragraph", rich_text("<p>Wie loslaat, houdt niet vast.</p>"))])
        self.assertEqual(self.verdict("zoekwoord-titel", html), "goed")
        html = self.ask([], title="Vasthouden", slug="vasthouden")
        self.assertEqual(self.verdict("zoekwoord-titel", html), "ontbreekt")

    def test_nothing_is_written(self) -> None:
        before = ArticlePage.objects.values_list("title", "latest_revision_id").get(pk=self.article.pk)
        revisions = Revision.objects.count()
        self.ask([("heading", {"text": "Kop", "level": "h2"})])
        self.assertEqual(
            ArticlePage.objects.values_list("title", "latest_revision_id").get(pk=self.article.pk), before
        )
        self.assertEqual(Revision.objects.count(), revisions)

    def test_a_page_that_was_never_saved_is_judged_too(self) -> None:
        address = reverse("wagtailadmin_pages:add", args=["blog", "articlepage", self.site.blog.pk])
        html = self.ask([("paragraph", rich_text("<p>Een zin.</p>"))], address)
        self.assertEqual(self.verdict("zoekwoord-titel", html), "goed")
        self.assertEqual(ArticlePage.objects.count(), 1)

    def test_home_and_lists_are_judged_as_they_are_typed(self) -> None:
        edit = reverse("wagtailadmin_pages:edit", args=[self.site.home.pk])
        self.assertContains(self.client.get(edit), "data-advice=")
        form = {
            "title": "Tussentij, voor wie achterblijft na een relatie",
            "hero_sentence": "Voor wie achterblijft.",
            "hero_text": "",
            "about_text": rich_text(f"<p>{link_to(self.article, 'Klik hier')}</p>"),
        }
        html = self.post(form, edit)
        self.assertEqual(self.verdict("titel-breedte", html), "goed")
        self.assertEqual(self.verdict("links-tekst", html), "kan beter")
        self.assertIn('data-advice-go="about_text"', html)
        self.assertEqual(self.verdict("tekst-lengte", html), "")
        self.post({**form, "about_text": "onzin"}, edit)
        self.assertEqual(self.answer.status_code, 400)
        blog = reverse("wagtailadmin_pages:edit", args=[self.site.blog.pk])
        html = self.post({"title": "Blog", "intro": ""}, blog)
        self.assertEqual(self.verdict("lijst-inleiding", html), "ontbreekt")

    def test_a_form_that_cannot_be_published_is_judged_too(self) -> None:
        html = self.ask([("heading", {"text": "", "level": "h4"})], title="", slug="", intro="")
        self.assertEqual(self.verdict("titel-breedte", html), "ontbreekt")
        self.assertEqual(self.verdict("koppen-leeg", html), "ontbreekt")
        self.assertIn('data-advice-go="body-0"', html)

    def test_a_block_is_named_as_the_editor_names_it_after_moving_and_deleting(self) -> None:
        form = nested_form_data(
            {
                "title": "Loslaten",
                "body": streamfield(
                    [
                        ("heading", {"text": "Gewoon", "level": "h2"}),
                        ("heading", {"text": "", "level": "h2"}),
                        ("heading", {"text": "", "level": "h2"}),
                    ]
                ),
            }
        )
        form |= {"body-1-deleted": "1", "body-2-order": "0", "body-0-order": "2"}
        html = self.post(form)
        self.assertIn('data-advice-go="body-2"', html)
        self.assertNotIn('data-advice-go="body-1"', html)

    def test_a_picture_without_a_description_is_named(self) -> None:
        image = ImageFactory()
        block = {"image": {"image": str(image.pk), "alt_text": ""}, "caption": "", "width": "text"}
        html = self.ask([("image", block)])
        self.assertEqual(self.verdict("beeld-beschrijving", html), "ontbreekt")
        block["image"]["alt_text"] = "Twee stoelen"
        self.assertEqual(self.verdict("beeld-beschrijving", self.ask([("image", block)])), "goed")

    def test_links_and_doubles_of_the_site_are_known(self) -> None:
        other = self.site.article(title="Los van je ex", focus_keyphrase="het loslaten")
        other.body = stream(("paragraph", f"<p>{link_to(self.article)}</p>"))
        other.save()
        html = self.ask([("paragraph", rich_text(f"<p>{link_to(other, 'Los van je ex')}</p>"))])
        self.assertEqual(self.verdict("links-uit", html), "goed")
        self.assertEqual(self.verdict("links-in", html), "goed")
        self.assertEqual(self.verdict("zoekwoord-dubbel", html), "kan beter")
        self.assertIn("‘Los van je ex’", html)

    def test_a_pasted_address_of_the_site_is_a_link_within_it(self) -> None:
        other = self.site.article()
        html = self.ask([("paragraph", rich_text(f'<p><a href="{other.full_url}">Verder</a></p>'))])
        self.assertEqual(self.verdict("links-uit", html), "goed")

    def test_articles_that_share_words_are_suggested_until_they_are_linked(self) -> None:
        other = self.site.article(title="Hoe loslaten begint")
        html = self.ask([("paragraph", rich_text("<p>Een zin.</p>"))])
        self.assertIn(f'data-advice-copy="{other.full_url}"', html)
        html = self.ask([("paragraph", rich_text(f"<p>{link_to(other)}</p>"))])
        self.assertNotIn("data-advice-copy", html)

    def test_plain_pages_and_episodes_are_judged_without_a_keyphrase(self) -> None:
        for page in (self.site.standard_page(), self.site.episode()):
            html = self.post(
                {"title": "Kort", "slug": "kort", "intro": "Een zin.", "summary": "Een zin."},
                reverse("wagtailadmin_pages:edit", args=[page.pk]),
            )
            self.assertEqual(self.answer.status_code, 200)
            self.assertNotIn("zoekwoord", html)

    def test_who_may_not_edit_gets_nothing(self) -> None:
        self.client.logout()
        self.ask([])
        self.assertEqual(self.answer.status_code, 302)
        visitor = User.objects.create_user("kijker", password="niet-te-raden")
        visitor.user_permissions.add(Permission.objects.get(codename="access_admin"))
        self.client.force_login(visitor)
        for address in (
            reverse("wagtailadmin_pages:edit", args=[self.article.pk]),
            reverse("wagtailadmin_pages:add", args=["blog", "articlepage", self.site.blog.pk]),
        ):
            html = self.ask([], address)
            self.assertNotIn("data-advice-found", html)
            self.assertRedirects(self.answer, reverse("wagtailadmin_home"), fetch_redirect_response=False)

    def test_what_is_no_editor_or_no_form_is_refused(self) -> None:
        for address, status in (
            ("/admin/", 404),
            ("geen adres", 404),
            (reverse("wagtailadmin_pages:edit", args=[99_999]), 404),
            (reverse("wagtailadmin_pages:add", args=["blog", "homepage", self.site.blog.pk]), 404),
        ):
            self.post({"title": "x"}, address)
            self.assertEqual(self.answer.status_code, status, address)
        self.post({"title": "x", "body-count": "twee"})
        self.assertEqual(self.answer.status_code, 400)
        self.post({"title": "x", "body-count": "3"})
        self.assertEqual(self.answer.status_code, 400)
        self.assertEqual(self.client.get(reverse("advising:live")).status_code, 405)

    def test_typed_words_are_escaped(self) -> None:
        html = self.ask([("heading", {"text": "<script>alert(1)</script>", "level": "h4"})])
        self.assertNotIn("<script>", html)
        self.assertIn("&lt;script&gt;", html)

    def test_the_editor_shows_the_panel_in_dutch_and_drops_what_it_says_twice(self) -> None:
        html = self.client.get(reverse("wagtailadmin_pages:edit", args=[self.article.pk])).content.decode()
        self.assertIn(f'data-advice="{reverse("advising:live")}"', html)
        self.assertNotIn("data-content-readability-score", html)
        _, _, after = html.partition('id="checker-axe-configuration" type="application/json">')
        rules = json.loads(after.partition("</script>")[0])["options"]["runOnly"]
        self.assertNotIn("heading-order", rules)
        self.assertIn("link-name", rules)

    def test_checks_of_the_preview_pass_over_the_site_in_one_selector(self) -> None:
        # Wagtail's script makes of this list one path through frames, where a second item finds nothing.
        request = RequestFactory().get("/")
        (within,) = WritersChecks(in_editor=True).get_axe_exclude(request)
        for part in (*WritersChecks.axe_exclude, "wagtail-userbar"):
            self.assertIn(part, within.split(", "))
        self.assertEqual(WritersChecks().get_axe_exclude(request)[:-1], WritersChecks.axe_exclude)

    def test_words_between_quotation_marks_get_no_second_ones(self) -> None:
        self.assertEqual([quoted("‘Nee’, zei ze"), quoted("Nee")], ["‘Nee’, zei ze", "‘Nee’"])
