"""How pages present themselves to search engines and social networks."""

import json
from datetime import date
from html.parser import HTMLParser

from django.test import TestCase

from blog.listings import ARTICLES_A_PAGE
from tests.blog.factories import FIRST, CategoryFactory, ImageFactory, items, make_site, stream
from tests.comments.factories import make_comment


class Head(HTMLParser):
    """Title, meta data, canonical address and structured data of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.meta: dict[str, str] = {}
        self.canonical = self.title = self._json = ""
        self._inside = ""
        self.feed(html)
        self.graph = json.loads(self._json)["@graph"] if self._json else []

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        if tag == "meta" and values.get("content"):
            self.meta[values.get("name") or values.get("property") or ""] = values["content"]
        if tag == "link" and values.get("rel") == "canonical":
            self.canonical = values["href"]
        is_json = tag == "script" and values.get("type") == "application/ld+json"
        self._inside = "json" if is_json else tag

    def handle_endtag(self, tag):
        self._inside = ""

    def handle_data(self, data):
        if self._inside == "json":
            self._json += data
        elif self._inside == "title":
            self.title += data

    def of_type(self, kind: str) -> dict:
        return next(part for part in self.graph if part["@type"] == kind)


class Seo(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.site = make_site()
        cls.site.site.hostname = "tussentij.example"
        cls.site.site.save()

    def head(self, path: str) -> Head:
        response = self.client.get(path, headers={"host": "localhost"})
        self.assertIn(response.status_code, (200, 404))
        return Head(response.text)


class Words(Seo):
    def test_own_title_and_description_go_first(self):
        own = self.site.article(
            title="Eb", intro="Water.", seo_title="Laag water", search_description="Over eb."
        )
        head = self.head(own.url)
        self.assertEqual((head.title, head.meta["description"]), ("Laag water – Tussentij", "Over eb."))
        self.assertEqual(head.meta["og:title"], "Laag water")
        self.assertEqual(head.meta["og:site_name"], "Tussentij")

    def test_title_and_intro_stand_in_for_them(self):
        head = self.head(self.site.article(title="Eb", intro="Water.").url)
        self.assertEqual((head.title, head.meta["description"]), ("Eb – Tussentij", "Water."))

    def test_page_without_words_takes_the_description_of_the_site(self):
        self.site.settings.default_description = "Over liefdesverdriet."
        self.site.settings.save()
        self.assertEqual(self.head("/blog/").meta["description"], "Over liefdesverdriet.")

    def test_what_was_typed_is_escaped(self):
        evil = '"><script>alert(1)</script>'
        article = self.site.article(
            title=evil, slug="eb", intro=f"</script>{evil} & eb", search_description=evil
        )
        response = self.client.get(article.url)
        self.assertNotContains(response, "<script>alert(1)")
        head = Head(response.text)
        self.assertEqual(head.meta["description"], evil)
        self.assertEqual(head.of_type("BlogPosting")["headline"], evil)


class Addresses(Seo):
    def test_canonical_address_is_that_of_the_site_whatever_name_was_asked_for(self):
        article = self.site.article(title="Eb")
        head = self.head(article.url)
        self.assertEqual(head.canonical, "http://tussentij.example/blog/eb/")
        self.assertEqual(head.meta["og:url"], "http://tussentij.example/blog/eb/")
        self.assertNotIn("localhost", json.dumps(head.graph))

    def test_parameters_make_no_other_canonical_address(self):
        article = self.site.article(title="Eb")
        for query in ("?utm_source=brief", "?pagina=2", "?pagina=eb"):
            self.assertEqual(self.head(article.url + query).canonical, "http://tussentij.example/blog/eb/")

    def test_sub_lists_and_later_pages_are_pages_of_their_own(self):
        category = CategoryFactory(slug="loslaten")
        for _ in range(ARTICLES_A_PAGE + 1):
            self.site.article(categories=[category])
        for path, canonical in {
            "/blog/": "/blog/",
            "/blog/?pagina=1": "/blog/",
            "/blog/?pagina=2": "/blog/?pagina=2",
            "/blog/?pagina=99": "/blog/?pagina=2",
            "/blog/categorie/loslaten/?pagina=2": "/blog/categorie/loslaten/?pagina=2",
        }.items():
            self.assertEqual(self.head(path).canonical, f"http://tussentij.example{canonical}")

    def test_text_that_appeared_elsewhere_first_names_that_place(self):
        article = self.site.article(canonical_url="https://elders.example/eb/")
        self.assertEqual(self.head(article.url).canonical, "https://elders.example/eb/")


class Robots(Seo):
    def test_hidden_page_asks_not_to_be_listed(self):
        self.assertEqual(self.head(self.site.article(noindex=True).url).meta["robots"], "noindex")
        self.assertEqual(self.head(self.site.article().url).meta["robots"], "max-image-preview:large")

    def test_preview_of_a_draft_asks_so_too(self):
        response = self.site.article().make_preview_request()
        self.assertEqual(Head(response.rendered_content).meta["robots"], "noindex")

    def test_lists_of_a_tag_search_results_and_errors_ask_so_too(self):
        self.site.article(tags=["slaap"])
        for path in ("/blog/onderwerp/slaap/", "/zoeken/?q=eb", "/bestaat-niet/"):
            self.assertEqual(self.head(path).meta["robots"], "noindex", path)
            if "onderwerp" not in path:
                self.assertEqual(self.head(path).canonical, "")


class Pictures(Seo):
    def test_own_picture_goes_before_that_of_the_page_and_that_of_the_site(self):
        own, hero, default = (ImageFactory(title=name) for name in ("eigen", "groot", "standaard"))
        self.site.settings.social_image = default
        self.site.settings.save()
        articles = [
            self.site.article(social_image=own, hero_image=hero),
            self.site.article(hero_image=hero),
            self.site.article(),
        ]
        for article, picture in zip(articles, (own, hero, default), strict=True):
            name = picture.get_rendition("fill-1200x630|format-jpeg").url
            self.assertEqual(self.head(article.url).meta["og:image"], f"http://tussentij.example{name}")

    def test_page_without_picture_names_none(self):
        self.assertNotIn("og:image", self.head(self.site.article().url).meta)

    def test_lost_file_of_a_picture_is_no_error(self):
        picture = ImageFactory()
        article = self.site.article(hero_image=picture)
        picture.file.storage.delete(picture.file.name)
        self.assertNotIn("og:image", self.head(article.url).meta)


class StructuredData(Seo):
    def test_article_says_who_wrote_it_when_and_what_of_it_there_is(self):
        author = self.site.author(title="Marit", role="relatiecoach")
        article = self.site.article(
            title="Eb",
            intro="Water.",
            authors=[author],
            first_published_at=FIRST,
            revised_on=date(2026, 4, 2),
        )
        make_comment(article)
        found = self.head(article.url).of_type("BlogPosting")
        self.assertEqual(found["headline"], "Eb")
        self.assertEqual(found["author"][0]["name"], "Marit")
        self.assertEqual(found["author"][0]["jobTitle"], "relatiecoach")
        self.assertEqual(found["datePublished"], FIRST.isoformat())
        self.assertEqual(found["dateModified"], "2026-04-02")
        self.assertEqual((found["commentCount"], found["wordCount"]), (1, article.word_count))

    def test_article_without_author_is_of_the_practice(self):
        head = self.head(self.site.article().url)
        publisher = head.of_type("Organization")["@id"]
        self.assertEqual(head.of_type("BlogPosting")["author"], [{"@id": publisher}])

    def test_trail_leads_from_the_home_page_to_the_article(self):
        trail = self.head(self.site.article(title="Eb").url).of_type("BreadcrumbList")["itemListElement"]
        self.assertEqual([step["name"] for step in trail], ["Tussentij", "Blog", "Eb"])
        self.assertEqual([step["position"] for step in trail], [1, 2, 3])
        self.assertEqual(trail[2]["item"], "http://tussentij.example/blog/eb/")

    def test_home_page_has_no_trail(self):
        self.assertNotIn("BreadcrumbList", [part["@type"] for part in self.head("/").graph])

    def test_questions_and_answers_are_plain_words(self):
        answer = '<p>Lang &amp; <b>breed</b>.</p><p>Zie <a linktype="page" id="1">hier</a>.</p>'
        article = self.site.article(
            body=stream(("faq", {"title": "", "items": items({"question": "Hoelang?", "answer": answer})}))
        )
        question = self.head(article.url).of_type("FAQPage")["mainEntity"][0]
        self.assertEqual(question["name"], "Hoelang?")
        self.assertEqual(question["acceptedAnswer"]["text"], "Lang & breed. Zie hier.")

    def test_author_and_episode_say_what_they_are(self):
        self.assertEqual(
            self.head(self.site.author(title="Marit").url).of_type("ProfilePage")["mainEntity"]["name"],
            "Marit",
        )
        self.assertEqual(
            self.head(self.site.episode(title="Stilte").url).of_type("PodcastEpisode")["name"], "Stilte"
        )
