"""Advice on the whole site: kept, sorted by what helps most, and never stale for long."""

import json
from io import StringIO

from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from blog.advising.reading import read_page
from blog.advising.site import Report, doubles, orphans, published, refresh
from blog.models import ArticlePage, PageAdvice
from tests.blog.factories import ImageFactory, figure, heading, items, link_to, make_site, stream
from tests.blog.users import user_in


class SiteAdviceTests(TestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        cls.site = make_site()
        cls.linked = cls.site.article(title="Alleen slapen", focus_keyphrase="alleen slapen")
        cls.weak = cls.site.article(
            title="Wachten",
            focus_keyphrase="slapen, alleen",
            body=stream(heading("Later", "h4"), ("paragraph", f"<p>Een zin met {link_to(cls.linked)}.</p>")),
        )

    def order(self, **options: bool) -> list[str]:
        refresh()
        report = Report(published(), **options)
        return [row.page.title for row in report.rows(report.order)]

    def test_what_helps_most_comes_first(self) -> None:
        self.assertEqual(self.order()[0], "Wachten")

    def test_articles_that_nothing_leads_to_are_orphans(self) -> None:
        self.assertEqual(orphans(), {self.weak.pk})
        self.assertEqual(self.order(only_orphans=True), ["Wachten"])

    def test_a_link_from_a_page_that_is_not_published_counts_for_nothing(self) -> None:
        self.weak.unpublish()
        self.assertEqual(orphans(), {self.linked.pk})

    def test_keyphrases_are_the_same_whatever_their_order(self) -> None:
        self.assertEqual(doubles(), {self.linked.pk: ["Wachten"], self.weak.pk: ["Alleen slapen"]})

    def test_only_what_was_published_since_is_judged_again(self) -> None:
        self.assertEqual(refresh(), 0)
        PageAdvice.objects.update(gain=999)
        refresh()
        self.assertEqual(set(PageAdvice.objects.values_list("gain", flat=True)), {999})
        ArticlePage.objects.filter(pk=self.weak.pk).update(last_published_at=timezone.now())
        refresh()
        self.assertLess(PageAdvice.objects.get(pk=self.weak.pk).gain, 999)
        self.assertEqual(PageAdvice.objects.get(pk=self.linked.pk).gain, 999)

    def test_other_rules_judge_all_again(self) -> None:
        refresh()
        PageAdvice.objects.update(gain=999, rules="of before")
        self.assertEqual(refresh(seconds=0), 6)
        refresh()
        self.assertFalse(PageAdvice.objects.filter(gain=999).exists())

    def test_home_and_lists_are_judged_by_what_makes_sense_there(self) -> None:
        self.site.podcast.intro = "Gesprekken over liefde die ophield."
        self.site.podcast.save()
        coach = self.site.author(title="Marit", portrait=ImageFactory(), portrait_alt="")
        self.site.home.about_author = coach
        self.site.home.about_text = f"<p>Lees {link_to(self.linked, 'hier')}.</p>"
        self.site.home.save()
        refresh()
        report = Report(published())
        found = {
            row.page.pk: {finding["rule"]: finding["verdict"] for finding in row.findings}
            for row in report.rows(report.order)
        }
        short = {"titel-breedte": "kan beter"}
        no_words = {"lijst-inleiding": "ontbreekt", "beschrijving-breedte": "ontbreekt"}
        self.assertEqual(found[self.site.blog.pk], short | no_words)
        self.assertEqual(found[self.site.podcast.pk], short | {"beschrijving-breedte": "kan beter"})
        self.assertEqual(
            found[self.site.home.pk],
            short
            | {
                "beschrijving-breedte": "kan beter",
                "beeld-beschrijving": "ontbreekt",
                "links-tekst": "kan beter",
            },
        )
        self.assertEqual(found[coach.pk]["beeld-beschrijving"], "ontbreekt")

    def test_whoever_waits_does_not_wait_for_all(self) -> None:
        self.assertEqual(refresh(seconds=0), 6)
        self.assertEqual(PageAdvice.objects.count(), 0)

    def test_the_report_takes_as_many_queries_for_more_pages(self) -> None:
        self.client.force_login(user_in("Coach"))
        address = reverse("advising:report")
        self.client.get(address)
        with CaptureQueriesContext(connection) as few:
            self.client.get(address)
        for number in range(4):
            self.site.article(title=f"Nog een {number}")
        refresh()
        with CaptureQueriesContext(connection) as more:
            html = self.client.get(address).content.decode()
        self.assertIn("Nog een 3", html)
        self.assertEqual(len(few), len(more))

    def test_the_screen_of_orphans_says_what_it_is_and_leads_back(self) -> None:
        self.client.force_login(user_in("Coach"))
        page = self.client.get(reverse("advising:report"), {"wezen": "1"})
        self.assertEqual(page.context["header_title"], "Waar niets naar verwijst")
        self.assertContains(page, "Terug naar alle pagina's")
        self.assertNotContains(page, "een kwartier werk")

    def test_the_report_shows_only_pages_that_one_may_edit(self) -> None:
        self.client.force_login(user_in("Coach"))
        html = self.client.get(reverse("advising:report")).content.decode()
        self.assertIn("Wachten", html)
        self.assertIn(reverse("wagtailadmin_pages:edit", args=[self.weak.pk]), html)
        html = self.client.get(reverse("advising:report") + "?wezen=1").content.decode()
        self.assertNotIn("Alleen slapen</a>", html)
        self.client.logout()
        self.assertEqual(self.client.get(reverse("advising:report")).status_code, 302)

    def command(self, *arguments: str) -> str:
        out = StringIO()
        call_command("advice", *arguments, stdout=out)
        return out.getvalue()

    def test_the_command_speaks_of_one_page_or_of_all(self) -> None:
        self.assertIn("Een kop slaat een stap over; kies daar ‘Kop’.", self.command("wachten"))
        self.assertIn("Wachten", self.command().splitlines()[0])
        lines = [json.loads(line) for line in self.command("--all", "--json").splitlines()]
        self.assertEqual(lines[0]["slug"], "wachten")
        self.assertEqual(lines[0]["gain"], sum(finding["gain"] for finding in lines[0]["findings"]))
        one = json.loads(self.command("wachten", "--json"))
        self.assertIn({"where": "title", "excerpt": ""}, [p for f in one["findings"] for p in f["places"]])
        with self.assertRaises(CommandError):
            self.command("is-er-niet")


class ReadingTests(TestCase):
    def test_every_kind_of_block_is_read(self) -> None:
        site = make_site()
        other = site.article(title="Verder")
        rich = "<p>Eén &amp; <b>twee</b>.</p><ul><li>Drie</li></ul>"
        case = {"names": "", "ages": "", "body": [{"type": "paragraph", "value": "<p>Dertien.</p>"}]}
        page = site.article(
            body=stream(
                ("paragraph", rich),
                heading("Kop", "h3"),
                figure(ImageFactory(), alt="Stoelen"),
                ("quote", {"text": "Vier.", "source": "", "kind": "client"}),
                ("insight", {"label": "insight", "text": "<p>Vijf.</p>"}),
                ("patterns", {"title": "Zes", "items": items({"term": "Zeven", "explanation": "Acht."})}),
                ("signals", {"title": "", "items": items("Negen")}),
                ("reflection", {"title": "", "questions": items("Tien?")}),
                ("faq", {"title": "", "items": items({"question": "Elf?", "answer": "<p>Twaalf.</p>"})}),
                ("read_also", {"page": other.pk, "text": ""}),
                ("case_study", case),
            )
        )
        text = read_page(page, [f"body-{number}" for number in range(11)])
        self.assertEqual(
            [(block.where, str(block.kind)[:1], block.text) for block in text.blocks],
            [
                ("body-0", "p", "Eén & twee."),
                ("body-0", "i", "Drie"),
                ("body-1", "h", "Kop"),
                ("body-3", "i", "Vier."),
                ("body-4", "p", "Vijf."),
                ("body-5", "i", "Zes"),
                ("body-5", "i", "Zeven"),
                ("body-5", "p", "Acht."),
                ("body-6", "i", "Negen"),
                ("body-7", "i", "Tien?"),
                ("body-8", "i", "Elf?"),
                ("body-8", "p", "Twaalf."),
                ("body-10", "p", "Dertien."),
            ],
        )
        self.assertEqual([(found.where, found.alt) for found in text.pictures], [("body-2", "Stoelen")])
        self.assertEqual(
            [(link.where, link.words, link.page) for link in text.links], [("body-9", "Verder", other.pk)]
        )
