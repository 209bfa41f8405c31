"""Structured data hangs together, and has what search engines ask of each type."""

import json
import re
from collections.abc import Iterator
from datetime import date

from django.core.files.base import ContentFile

from blog.models import SiteSettings
from tests.blog.factories import FIRST, CategoryFactory, ImageFactory, items, stream
from tests.blog.test_seo import Head, Seo
from tests.comments.factories import make_comment

ROOT = "http://tussentij.example/"
# What Google's documentation of each type requires, and what makes the others useful.
REQUIRED = {
    "Answer": {"text"},
    "AudioObject": {"contentUrl"},
    "BlogPosting": {"headline", "author", "datePublished", "dateModified", "image", "publisher", "wordCount"},
    "BreadcrumbList": {"itemListElement"},
    "CollectionPage": {"url", "name", "isPartOf"},
    "FAQPage": {"mainEntity"},
    "ImageObject": {"url", "width", "height"},
    "ItemList": {"itemListElement"},
    "ListItem": {"position", "name"},
    "Organization": {"name", "url", "logo"},
    "Person": {"name"},
    "PodcastEpisode": {"name", "url", "datePublished", "partOfSeries", "associatedMedia"},
    "PodcastSeries": {"name", "url"},
    "ProfilePage": {"mainEntity"},
    "Question": {"name", "acceptedAnswer"},
    "SearchAction": {"target", "query-input"},
    "WebPage": {"url", "name", "isPartOf"},
    "WebSite": {"name", "url", "publisher", "potentialAction"},
}
DATE = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d))?$")


def nodes(value: object) -> Iterator[dict]:
    """Yield each object in the graph, however deep."""
    if isinstance(value, dict):
        yield value
        for child in value.values():
            yield from nodes(child)
    elif isinstance(value, list):
        for child in value:
            yield from nodes(child)


def faults(head: Head) -> list[str]:
    """Return what a checker of structured data would say of a page."""
    found = []
    every = list(nodes(head.graph))
    defined = {node["@id"] for node in every if "@id" in node and len(node) > 1}
    for node in every:
        kind = node.get("@type")
        if kind is None:
            if set(node) != {"@id"}:
                found.append(f"no type: {node}")
            elif node["@id"] not in defined:
                found.append(f"{node['@id']} is nowhere")
            continue
        found += [f"{kind} lacks {name}" for name in REQUIRED.get(kind, set()) - set(node)]
        found += [f"{kind}.{name} is empty" for name, value in node.items() if value in ("", [], {}, None)]
        for name in ("datePublished", "dateModified"):
            if not DATE.match(node.get(name, "2026-01-01")):
                found.append(f"{kind}.{name}: {node[name]}")
        for name in ("url", "contentUrl", "item", "logo", "@id", "webFeed"):
            if isinstance(address := node.get(name, ROOT), str) and not address.startswith(ROOT):
                found.append(f"{kind}.{name}: {address}")
    return found


def reached(head: Head) -> set[str]:
    """Return the nodes that one gets to from the page's own, by their addresses."""
    by_id: dict[str, list[dict]] = {}
    for node in nodes(head.graph):
        if "@id" in node:
            by_id.setdefault(node["@id"], []).append(node)
    todo = [f"{head.canonical}#pagina"]
    seen: set[str] = set()
    while todo:
        address = todo.pop()
        if address in seen:
            continue
        seen.add(address)
        todo += [node["@id"] for whole in by_id.get(address, []) for node in nodes(whole) if "@id" in node]
    return seen


class Graph(Seo):
    @classmethod
    def setUpTestData(cls):
        super().setUpTestData()
        image = ImageFactory()
        image.get_rendition("fill-1200x630|format-jpeg")
        category = CategoryFactory(name="Loslaten", slug="loslaten")
        cls.writer = cls.site.author(title="Marit", role="relatiecoach", specialisms="rouw, hechting")
        answer = "<p>Lang &amp; <b>breed</b>.</p>"
        cls.article = cls.site.article(
            title="Eb",
            hero_image=image,
            authors=[cls.writer],
            categories=[category],
            tags=["slaap"],
            first_published_at=FIRST,
            revised_on=date(2026, 4, 2),
            body=stream(("faq", {"title": "", "items": items({"question": "Hoelang?", "answer": answer})})),
        )
        make_comment(cls.article)
        cls.hidden = cls.site.author(title="Gestopt", live=False)
        hanne = {"name": "Hanne", "role": "schreef ‘Eb’", "url": "https://hanne.example/", "portrait": None}
        joris = {"name": "Joris", "role": "", "url": "", "portrait": None}
        cls.episode = cls.site.episode(
            title="Stilte",
            number=3,
            season=1,
            duration=3725,
            audio_address="https://geluid.example/3.mp3",
            hosts=stream(("host", cls.writer.pk), ("host", cls.hidden.pk)),
            guests=stream(("guest", hanne), ("guest", joris)),
        )
        cls.page = cls.site.standard_page()

    def addresses(self) -> list[str]:
        pages = [self.article, self.episode, self.writer, self.page, self.site.home, self.site.blog]
        pages += [self.site.people, self.site.podcast]
        return [page.url for page in pages] + ["/blog/categorie/loslaten/"]

    def test_each_page_has_what_checkers_ask(self):
        for address in self.addresses():
            with self.subTest(address):
                sound = [fault for fault in faults(self.head(address)) if "geluid.example" not in fault]
                self.assertEqual(sound, [])

    def test_everything_hangs_together(self):
        for address in self.addresses():
            head = self.head(address)
            with self.subTest(address):
                own = {node["@id"] for node in head.graph}
                # What the page asks and answers points at the page.
                self.assertLessEqual({at for at in own if not at.endswith("#vragen")}, reached(head))

    def test_article_is_on_its_page_of_its_site_by_its_publisher(self):
        head = self.head(self.article.url)
        article, page = head.of_type("BlogPosting"), head.of_type("WebPage")
        self.assertEqual(page["mainEntity"], {"@id": article["@id"]})
        self.assertEqual(article["mainEntityOfPage"], {"@id": page["@id"]})
        self.assertEqual(page["isPartOf"], {"@id": head.of_type("WebSite")["@id"]})
        self.assertEqual(page["breadcrumb"], {"@id": head.of_type("BreadcrumbList")["@id"]})
        self.assertEqual(page["primaryImageOfPage"], article["image"])
        self.assertEqual((article["articleSection"], article["keywords"]), (["Loslaten"], ["slaap"]))
        self.assertEqual((article["commentCount"], article["timeRequired"]), (1, "PT1M"))

    def test_author_is_the_same_person_under_an_article_and_on_the_own_page(self):
        of_article = self.head(self.article.url).of_type("BlogPosting")["author"][0]
        profile = self.head(self.writer.url).of_type("ProfilePage")
        self.assertEqual(of_article["@id"], profile["mainEntity"]["@id"])
        self.assertEqual(profile["mainEntity"]["knowsAbout"], ["rouw", "hechting"])

    def test_episode_names_its_sound_its_length_and_its_series(self):
        found = self.head(self.episode.url).of_type("PodcastEpisode")
        self.assertEqual(found["associatedMedia"]["contentUrl"], "https://geluid.example/3.mp3")
        self.assertRegex(found["associatedMedia"]["duration"], r"^PT(1H2M|62M)5S$")
        self.assertEqual((found["episodeNumber"], found["partOfSeason"]["seasonNumber"]), (3, 1))
        series = self.head(self.site.podcast.url).of_type("PodcastSeries")
        self.assertEqual(found["partOfSeries"]["@id"], series["@id"])

    def test_episode_names_who_made_it_and_who_is_its_guest(self):
        found = self.head(self.episode.url).of_type("PodcastEpisode")
        profile = self.head(self.writer.url).of_type("ProfilePage")
        self.assertEqual([one["@id"] for one in found["author"]], [profile["mainEntity"]["@id"]])
        self.assertEqual(
            [{name: value for name, value in one.items() if name != "@id"} for one in found["actor"]],
            [
                {
                    "@type": "Person",
                    "name": "Hanne",
                    "description": "schreef ‘Eb’",
                    "sameAs": "https://hanne.example/",
                },
                {"@type": "Person", "name": "Joris"},
            ],
        )

    def test_episode_of_nobody_names_nobody(self):
        found = self.head(self.site.episode(title="Leeg").url).of_type("PodcastEpisode")
        self.assertTrue({"author", "actor"}.isdisjoint(found))

    def test_list_names_its_pages_in_their_order(self):
        newer = self.site.article(title="Vloed")
        found = self.head("/blog/").of_type("ItemList")["itemListElement"]
        self.assertEqual([step["name"] for step in found], [newer.title, "Eb"])
        self.assertEqual([step["position"] for step in found], [1, 2])

    def test_revision_before_the_beginning_is_none(self):
        article = self.site.article(first_published_at=FIRST, revised_on=date(2020, 1, 1))
        found = self.head(article.url).of_type("BlogPosting")
        self.assertEqual(found["dateModified"], found["datePublished"])

    def test_practice_says_where_else_it_is(self):
        settings = SiteSettings.objects.get()
        settings.profile_links = "https://www.linkedin.com/company/tussentij/\n"
        settings.logo = ImageFactory()
        settings.logo.get_rendition("fill-540x540|format-jpeg")
        settings.save()
        found = self.head("/").of_type("Organization")
        self.assertEqual(found["sameAs"], ["https://www.linkedin.com/company/tussentij/"])
        self.assertIn("fill-540x540", found["logo"]["url"])

    def test_site_of_one_person_is_published_by_that_person(self):
        settings = SiteSettings.objects.get()
        settings.publisher_person = self.writer
        settings.save()
        head = self.head(self.article.url)
        self.assertNotIn("Organization", [node["@type"] for node in head.graph])
        self.assertEqual(head.of_type("WebSite")["publisher"]["@id"], f"{ROOT}over-ons/marit/#persoon")
        self.assertEqual(faults(head), [])

    def test_what_was_typed_ends_no_script(self):
        evil = "</script><b>&amp;"
        self.article.title = evil
        self.article.save()
        response = self.client.get(self.article.url, headers={"host": "localhost"})
        self.assertNotContains(response, "</script><b>")
        self.assertEqual(Head(response.text).of_type("BlogPosting")["headline"], evil)


class OpenGraph(Seo):
    def test_article_says_when_by_whom_and_about_what(self):
        article = self.site.article(
            title="Eb",
            authors=[self.site.author(title="Marit")],
            categories=[CategoryFactory(name="Loslaten", slug="loslaten")],
            tags=["slaap"],
            first_published_at=FIRST,
            revised_on=date(2026, 4, 2),
        )
        meta = self.head(article.url).meta
        self.assertEqual(meta["og:type"], "article")
        self.assertEqual(meta["og:locale"], "nl_NL")
        self.assertEqual(meta["article:published_time"], FIRST.isoformat())
        self.assertEqual(meta["article:modified_time"], "2026-04-02")
        self.assertEqual(meta["article:author"], f"{ROOT}over-ons/marit/")
        self.assertEqual((meta["article:section"], meta["article:tag"]), ("Loslaten", "slaap"))

    def test_page_of_a_person_is_a_profile(self):
        self.assertEqual(self.head(self.site.author().url).meta["og:type"], "profile")

    def test_card_goes_with_its_page_and_says_its_size_and_words(self):
        article = self.site.article(title="Eb")
        card = article.social_picture
        card.file.save("1-1-eb.jpg", ContentFile(b"jpeg"))
        meta = self.head(article.url).meta
        self.assertEqual(meta["og:image"], f"{ROOT.rstrip('/')}{card.file.url}")
        self.assertEqual((meta["og:image:width"], meta["og:image:height"]), ("1200", "630"))
        self.assertEqual(meta["og:image:alt"], "Eb – Tussentij")
        self.assertEqual(meta["twitter:card"], "summary_large_image")


class Way(Seo):
    def test_way_back_on_the_page_is_that_of_the_structured_data(self):
        for address in (self.site.article(title="Eb").url, self.site.author(title="Marit").url):
            response = self.client.get(address, headers={"host": "localhost"})
            told = Head(response.text).of_type("BreadcrumbList")["itemListElement"]
            shown = response.text.partition('aria-label="Kruimelpad"')[2].partition("</nav>")[0]
            names = re.findall(r">([^<>]+)</(?:a|span)>", shown)
            self.assertEqual(names, [step["name"] for step in told])

    def test_home_page_and_what_stands_right_under_it_show_none(self):
        for address in ("/", "/blog/", self.site.standard_page().url):
            self.assertNotContains(self.client.get(address, headers={"host": "localhost"}), "Kruimelpad")

    def test_list_of_a_category_is_a_step_of_its_own(self):
        self.site.article(categories=[CategoryFactory(name="Loslaten", slug="loslaten")])
        steps = self.head("/blog/categorie/loslaten/?pagina=1").of_type("BreadcrumbList")["itemListElement"]
        self.assertEqual([step["name"] for step in steps], ["Tussentij", "Blog", "Loslaten"])
        self.assertEqual(steps[2]["item"], f"{ROOT}blog/categorie/loslaten/")


class Size(Seo):
    def test_structured_data_is_small_beside_its_page(self):
        response = self.client.get(self.site.article().url, headers={"host": "localhost"})
        graph = re.search(r'application/ld\+json">(.*?)</script>', response.text, re.DOTALL)
        assert graph
        self.assertLess(len(graph[1]), 4000)
        json.loads(graph[1])
