"""The public export with which themes of WordPress are tried, taken over whole."""

import os
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from unittest import skipUnless
from urllib.parse import unquote_to_bytes, urldefrag, urlsplit

from django.test import TestCase
from wagtail.models import Page, PageViewRestriction

from blog.models import ArticlePage, StandardPage
from comments.models import Comment, Status
from tests.blog.factories import make_site
from tests.wordpress.html_faults import faults_of
from tests.wordpress.moving import adds_up, move_bytes
from wordpress.reading.export import Export

BESIDE = Path(__file__).resolve().parents[3] / "shared/data/theme-unit-test-data.en.xml"
EXPORT = Path(os.environ.get("WORDPRESS_EXPORT", BESIDE))
LINK = re.compile(r"<a\b[^>]*?\shref=\"([^\"]*)\"")
UNSAFE = re.compile(r"<script|<iframe|\son\w+\s*=\s*[\\\"']|javascript:", re.IGNORECASE)


@skipUnless(EXPORT.is_file(), f"no export at {EXPORT}: set WORDPRESS_EXPORT")
class GoldenTests(TestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        cls.site = make_site()
        cls.report = move_bytes(EXPORT.read_bytes())

    def test_counts_add_up_and_are_those_of_the_file(self) -> None:
        report = self.report
        assert adds_up(report)
        assert report.error == ""
        assert report.read["post"] == 58
        assert report.read["page"] == 21
        assert report.read["attachment"] == 37
        assert report.read["comment"] == 33
        assert report.counts["post"] == {"new": 58}
        assert report.counts["page"] == {"new": 21}
        assert not [
            line for line in report.lines if line.outcome == "failed" and line.kind in ("post", "page")
        ]

    def test_states_are_as_they_were(self) -> None:
        assert ArticlePage.objects.count() == 58
        assert StandardPage.objects.count() == 21
        hidden = set(ArticlePage.objects.not_live().values_list("title", flat=True))
        assert "Draft" in hidden
        assert PageViewRestriction.objects.get().password == "enter"
        assert Page.find_problems() == ([], [], [], [], [])

    def test_approved_reactions_are_shown_and_pingbacks_are_not(self) -> None:
        # Of 30 approved ones two are pingbacks and two are trackbacks.
        assert self.report.counts["comment"] == {"new": 29, "left_out": 4}
        assert Comment.objects.filter(status=Status.APPROVED).count() == 26
        assert Comment.objects.filter(status=Status.PENDING).count() == 3

    def test_nothing_that_runs_is_in_any_text(self) -> None:
        for model in (ArticlePage, StandardPage):
            for page in model.objects.all():
                stored = page.body.stream_block.get_prep_value(page.body)
                assert not UNSAFE.search(str(stored)), page.title

    def test_every_page_answers(self) -> None:
        for page in Page.objects.descendant_of(self.site.home).live().public():
            response = self.client.get(page.url)
            assert response.status_code == 200, (page.title, page.url)

    def test_every_page_is_html_as_it_should_be(self) -> None:
        faults = {}
        for page in Page.objects.descendant_of(self.site.home, inclusive=True).live().public():
            if found := faults_of(self.client.get(page.url).content.decode()):
                faults[page.url] = found
        assert faults == {}

    def test_every_link_on_every_page_leads_to_something(self) -> None:
        links: dict[str, str] = {}
        for page in Page.objects.descendant_of(self.site.home, inclusive=True).live().public():
            for address in LINK.findall(self.client.get(page.url).content.decode()):
                address = urldefrag(unescape(address)).url.removeprefix("http://localhost")
                if address.startswith("/") and not address.startswith(("//", "/static/", "/media/")):
                    links.setdefault(address, page.url)
        assert len(links) > 100
        wrong = {}
        for address, page_url in links.items():
            response = self.client.get(address)
            if response.status_code == 302 and address.startswith("/reacties/"):
                # Where a reaction stands depends on how many there are.
                response = self.client.get(urldefrag(response["Location"]).url)
            if response.status_code != 200:
                wrong[address] = (response.status_code, page_url)
        assert wrong == {}

    def test_every_old_address_leads_in_one_step_to_what_it_was(self) -> None:
        wrong = {}
        addresses = set(self._old_addresses())
        assert len(addresses) > 250
        for address in addresses:
            # The client takes what follows two slashes for a host.
            path, _, query = address.partition("?")
            raw = unquote_to_bytes(path).decode("latin-1")
            response = self.client.get("/", PATH_INFO=raw, QUERY_STRING=query)
            if response.status_code == 301:
                response = self.client.get(response["Location"].removeprefix("http://localhost"))
            if response.status_code != 200:
                wrong[address] = (response.status_code, response.get("Location"))
        assert wrong == {}

    def _old_addresses(self) -> Iterator[str]:
        contents = Export(EXPORT).contents()
        for entry in contents.entries.values():
            if entry.status == "publish" and entry.kind in ("post", "page"):
                parts = urlsplit(entry.link)
                yield f"{parts.path}?{parts.query}" if parts.query else parts.path
                yield f"/?p={entry.id}"
                if not parts.query:
                    yield f"{parts.path}feed/"
        above = {term.slug: term.parent for term in contents.terms if term.taxonomy == "category"}
        for term in contents.terms:
            if term.taxonomy == "category":
                slugs = [term.slug]
                while above.get(slugs[0]):
                    slugs.insert(0, above[slugs[0]])
                yield f"/category/{'/'.join(slugs)}/"
                yield f"/?cat={term.id}"
            elif term.taxonomy == "post_tag":
                yield f"/tag/{term.slug}/"
        for author in contents.authors:
            yield f"/author/{author.login}/"
            yield f"/?author={author.id}"
        yield from ("/", "/feed/", "/2012/", "/2012/01/", "/page/2/", "/?m=201201", "/?feed=rss2")

    def test_again_changes_nothing(self) -> None:
        before = list(Page.objects.order_by("pk").values_list("pk", "latest_revision", "path"))
        report = move_bytes(EXPORT.read_bytes())
        assert list(Page.objects.order_by("pk").values_list("pk", "latest_revision", "path")) == before
        assert report.counts["post"] == {"known": 58}
