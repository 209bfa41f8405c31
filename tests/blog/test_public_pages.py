"""What holds for every page that readers see: no cookie, nothing from elsewhere, nothing inline."""

from html.parser import HTMLParser
from urllib.parse import urlsplit

from django.core.files.base import ContentFile
from django.test import Client, TestCase
from django.utils.html import escape

from blog.models import SiteSettings
from blog.similarity import refresh_similar
from tests.blog.factories import CategoryFactory, ImageFactory, figure, heading, items, make_site, stream
from tests.comments.factories import make_comment
from tests.leads.gifts import make_magnet

LOADING = {
    "audio": ("src",),
    "embed": ("src",),
    "iframe": ("src", "srcdoc"),
    "img": ("src", "srcset"),
    "input": ("src",),
    "object": ("data",),
    "script": ("src",),
    "source": ("src", "srcset"),
    "track": ("src",),
    "use": ("href",),
    "video": ("src", "poster"),
}
LOADING_RELATIONS = {
    "stylesheet",
    "preload",
    "modulepreload",
    "icon",
    "manifest",
    "prefetch",
    "preconnect",
    "dns-prefetch",
}


class Page(HTMLParser):
    """What a page would load, what stands inline in it, its ids and the places it links to within itself."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.loads: list[str] = []
        self.inline: list[str] = []
        self.ids: list[str] = []
        self.fragments: list[str] = []
        self.headings: list[int] = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        self.inline += [f"{tag} {name}" for name in values if name == "style" or name.startswith("on")]
        if tag == "style" or (
            tag == "script" and "src" not in values and values.get("type") != "application/ld+json"
        ):
            self.inline.append(tag)
        for name in LOADING.get(tag, ()):
            if values.get(name):
                self.loads += [part.split()[0] for part in values[name].split(",") if part.strip()]
        if tag == "link" and LOADING_RELATIONS & set((values.get("rel") or "").split()):
            self.loads.append(values["href"])
        if values.get("id"):
            self.ids.append(values["id"])
        if tag == "a" and (values.get("href") or "").startswith("#"):
            self.fragments.append(values["href"][1:])
        if tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
            self.headings.append(int(tag[1]))

    handle_startendtag = handle_starttag


class EveryPage(TestCase):
    @classmethod
    def setUpTestData(cls):
        site = make_site()
        gift = make_magnet(cover=ImageFactory())
        category = CategoryFactory()
        author = site.author(portrait=ImageFactory(), body=stream(heading("Artikelen")))
        episode = site.episode(cover=ImageFactory(), audio=ContentFile(b"ID3", name="eb.mp3"), duration=725)
        site.settings.notice = "We zijn er even niet."
        site.settings.default_magnet = gift
        site.settings.crisis_lines = stream(
            ("line", {"name": "113", "text": "", "phone": "0800-0113", "url": "https://www.113.nl/"})
        )
        site.settings.save()
        site.home.gifts = stream(("gift", {"magnet": gift.pk}))
        site.home.hero_image = ImageFactory()
        site.home.save()
        for _ in range(2):
            site.article(hero_image=ImageFactory(), categories=[category], tags=["slaap"], authors=[author])
        cls.article = site.article(
            title="Eb",
            hero_image=ImageFactory(),
            categories=[category],
            tags=["slaap"],
            authors=[author],
            sensitive=True,
            body=stream(
                heading("Inhoud"),
                heading("Reacties"),
                heading("Verder lezen"),
                figure(ImageFactory()),
                (
                    "embed",
                    {"url": "https://vimeo.com/76979871", "title": "Film", "thumbnail": ImageFactory().pk},
                ),
                ("lead_magnet", {"magnet": None}),
                ("lead_magnet", {"magnet": gift.pk}),
                ("faq", {"title": "", "items": items({"question": "Eb?", "answer": "<p>Vloed.</p>"})}),
            ),
        )
        refresh_similar()
        make_comment(cls.article, author_url="https://hanne.example/")
        cls.paths = [
            "/",
            "/blog/",
            f"/blog/categorie/{category.slug}/",
            "/blog/onderwerp/slaap/",
            cls.article.url,
            "/over-ons/",
            author.url,
            "/podcast/",
            episode.url,
            site.standard_page(body=stream(heading("Eb"))).url,
            "/zoeken/",
            "/zoeken/?q=eb",
            "/bestaat/niet/",
        ]
        answers = {path: Client().get(path) for path in cls.paths}
        cls.html = {path: answer.text for path, answer in answers.items()}
        cls.cookies = {path: answer.cookies for path, answer in answers.items()}

    def test_no_page_sets_a_cookie(self):
        for path in ["/feed/", "/feed/atom/", "/sitemap.xml", "/robots.txt"]:
            self.cookies[path] = self.client.get(path).cookies
        self.assertEqual({path for path, cookies in self.cookies.items() if cookies}, set())

    def test_no_page_loads_anything_from_elsewhere(self):
        for path in self.paths:
            with self.subTest(path):
                loads = Page(self.html[path]).loads
                self.assertTrue(loads)
                self.assertEqual(
                    [url for url in loads if urlsplit(url).netloc or not url.startswith("/")], []
                )

    def test_no_page_holds_script_or_style_inline(self):
        for path in self.paths:
            with self.subTest(path):
                self.assertEqual(Page(self.html[path]).inline, [])

    def test_no_page_uses_an_id_twice_or_links_to_one_that_is_not_there(self):
        for path in self.paths:
            with self.subTest(path):
                page = Page(self.html[path])
                self.assertEqual(sorted(page.ids), sorted(set(page.ids)))
                self.assertEqual(set(page.fragments) - set(page.ids) - {""}, set())

    def test_every_page_has_one_h1_and_skips_no_level(self):
        for path in self.paths:
            with self.subTest(path):
                levels = Page(self.html[path]).headings
                self.assertEqual(levels.count(1), 1)
                steps = zip([0, *levels], levels, strict=False)
                self.assertEqual([step for step in steps if step[1] > step[0] + 1], [])

    def test_every_page_says_its_language_and_title_and_shows_the_crisis_lines(self):
        for path in self.paths:
            with self.subTest(path):
                html = self.html[path]
                self.assertIn('<html lang="nl">', html)
                self.assertNotIn("<title></title>", html)
                self.assertIn("tel:08000113", html)
                self.assertIn("We zijn er even niet.", html)

    def test_no_form_holds_a_token_of_a_session(self):
        for path in self.paths:
            with self.subTest(path):
                self.assertNotIn("csrfmiddlewaretoken", self.html[path])

    def test_settings_are_escaped(self):
        evil = "<script>alert(1)</script>"
        names = ("practice_name", "tagline", "notice", "footer_text", "contact_phone")
        SiteSettings.objects.update(**dict.fromkeys(names, evil))
        html = self.client.get("/").text
        self.assertNotIn(evil, html)
        self.assertIn(escape(evil), html)
