"""What a page costs the database, after a restart and later; docs/architecture.md names the limits."""

from django.test import TestCase

from blog.similarity import refresh_similar
from comments.models import Comment
from tests.blog.factories import (
    CategoryFactory,
    ImageFactory,
    figure,
    heading,
    items,
    link_to,
    make_site,
    stream,
)
from tests.blog.queries import named, queries_of
from tests.comments.factories import make_comment
from tests.leads.gifts import make_magnet

# On the first visit after a restart, and on later ones.
LIMIT, WARM_LIMIT = 22, 12


class FullSite(TestCase):
    """A site on which everything that costs a query is filled in."""

    @classmethod
    def setUpTestData(cls):
        cls.site = site = make_site()
        cls.gift = make_magnet(cover=ImageFactory())
        site.settings.default_magnet = cls.gift
        site.settings.social_image = ImageFactory()
        site.settings.privacy_page = site.standard_page(title="Privacy", show_in_menus=True)
        site.settings.footer_links = stream(
            ("link", {"page": site.people.pk, "text": ""}), ("link", {"page": site.podcast.pk, "text": ""})
        )
        site.settings.save()
        cls.categories = [CategoryFactory(), CategoryFactory()]
        cls.authors = [site.author(portrait=ImageFactory()) for _ in range(2)]
        cls.episodes = [site.episode(cover=ImageFactory()) for _ in range(2)]
        cls.articles = [cls.make_article() for _ in range(5)]

    @classmethod
    def make_article(cls, *blocks, **fields):
        values = {
            "hero_image": ImageFactory(),
            "categories": cls.categories,
            "tags": ["slaap"],
            "authors": cls.authors,
        }
        if blocks:
            values["body"] = stream(*blocks)
        return cls.site.article(**{**values, **fields})

    def assert_within_limit(self, path: str, status: int = 200) -> None:
        for warm, limit in ((False, LIMIT), (True, WARM_LIMIT)):
            queries = queries_of(path, warm=warm, status=status)
            self.assertLessEqual(len(queries), limit, f"{path}, {warm=}, takes {named(queries)}")

    def assert_same_cost(self, one: str, many: str) -> None:
        few, more = queries_of(one), queries_of(many)
        self.assertEqual(len(few), len(more), f"one takes {named(few)}\nmany take {named(more)}")


class Article(FullSite):
    def test_thirty_blocks_of_every_kind_and_twenty_comments_stay_within_the_limit(self):
        others = self.articles
        table = {"columns": [{"type": "text", "heading": "Uur"}], "rows": [{"values": ["6"]}], "caption": ""}
        story = [{"type": "paragraph", "value": f"<p>{link_to(others[0])}</p>", "id": "1"}]
        other_gift = make_magnet(slug="ander", cover=ImageFactory())
        blocks = [
            *(heading(f"Kop {number}") for number in range(4)),
            *(figure(ImageFactory()) for _ in range(4)),
            *(("paragraph", f"<p>{link_to(other)}</p>") for other in others),
            *(("read_also", {"page": other.pk, "text": ""}) for other in others[:3]),
            ("listen_also", {"episode": self.episodes[0].pk, "text": ""}),
            ("quote", {"text": "Ik bel.", "source": "", "kind": "client"}),
            ("insight", {"label": "insight", "text": f"<p>{link_to(others[1])}</p>"}),
            ("table", {"caption": "Getij", "table": table}),
            ("divider", None),
            ("case_study", {"names": "Hanne", "ages": "", "body": story}),
            ("patterns", {"title": "", "items": items({"term": "Trekken", "explanation": "Bellen."})}),
            ("signals", {"title": "", "items": items("Je slaapt licht.")}),
            ("reflection", {"title": "", "questions": items("Wat mis je?")}),
            (
                "faq",
                {"title": "", "items": items({"question": "Eb?", "answer": f"<p>{link_to(others[2])}</p>"})},
            ),
            ("lead_magnet", {"magnet": None}),
            ("lead_magnet", {"magnet": other_gift.pk}),
            (
                "call_to_action",
                {"title": "Kom", "text": "", "button_text": "Ja", "page": self.site.people.pk, "url": ""},
            ),
            (
                "media_appearance",
                {"outlet": "o", "title": "t", "url": "", "date": None, "image": ImageFactory().pk},
            ),
            (
                "embed",
                {"url": "https://vimeo.com/76979871", "title": "Film", "thumbnail": ImageFactory().pk},
            ),
        ]
        self.assertGreaterEqual(len(blocks), 30)
        article = self.make_article(*blocks, magnet=make_magnet(slug="eigen", cover=ImageFactory()))
        article.related_articles.create(other=others[4])
        refresh_similar()
        parent = None
        for number in range(20):
            parent = make_comment(article, number, parent=parent if number % 4 else None)
        self.assert_within_limit(article.url)

    def test_gift_of_a_category_costs_no_more_than_that_of_the_site(self):
        category = CategoryFactory(magnet=make_magnet(slug="van-de-categorie", cover=ImageFactory()))
        theirs = self.make_article(categories=[category])
        self.assert_within_limit(theirs.url)
        ours, others = queries_of(self.make_article().url, warm=True), queries_of(theirs.url, warm=True)
        self.assertEqual(len(ours), len(others), f"{named(ours)}\n{named(others)}")

    def assert_growth(self, block) -> None:
        """`block` makes a block from a number: an article with six must cost what one with one does."""
        self.assert_same_cost(
            self.make_article(block(0)).url, self.make_article(*(block(number) for number in range(6))).url
        )

    def test_pictures_cost_the_same_however_many(self):
        pictures = [ImageFactory() for _ in range(6)]
        self.assert_growth(lambda number: figure(pictures[number]))

    def test_links_cost_the_same_however_many(self):
        pages = [*self.articles, self.site.blog]
        self.assert_growth(lambda number: ("paragraph", f"<p>{link_to(pages[number])}</p>"))

    def test_read_also_costs_the_same_however_many(self):
        pages = [*self.articles, self.make_article()]
        self.assert_growth(lambda number: ("read_also", {"page": pages[number].pk, "text": ""}))

    def test_gifts_cost_the_same_however_many(self):
        gifts = [make_magnet(slug=f"weggever-{number}", cover=ImageFactory()) for number in range(6)]
        self.assert_growth(lambda number: ("lead_magnet", {"magnet": gifts[number].pk}))

    def test_questions_with_links_cost_the_same_however_many(self):
        def questions(number):
            answer = f"<p>{link_to(self.articles[number % 5])}</p>"
            return ("faq", {"title": "", "items": items({"question": "Eb?", "answer": answer})})

        self.assert_growth(questions)

    def test_comments_cost_the_same_however_many(self):
        article = self.make_article()
        make_comment(article)
        one = queries_of(article.url)
        for number in range(2, 7):
            make_comment(article, number, parent=Comment.objects.order_by("pk").last())
        many = queries_of(article.url)
        self.assertEqual(len(one), len(many), named(many))

    def test_authors_cost_the_same_however_many(self):
        more = [self.site.author(portrait=ImageFactory()) for _ in range(3)]
        self.assert_same_cost(
            self.make_article(authors=self.authors[:1]).url,
            self.make_article(authors=[*self.authors, *more]).url,
        )

    def test_tags_and_categories_cost_the_same_however_many(self):
        categories = [CategoryFactory() for _ in range(4)]
        self.assert_same_cost(
            self.make_article(tags=["a"], categories=categories[:1]).url,
            self.make_article(tags=["a", "b", "c", "d"], categories=categories).url,
        )


class Lists(FullSite):
    @classmethod
    def setUpTestData(cls):
        super().setUpTestData()
        home = cls.site.home
        home.hero_image = ImageFactory()
        home.about_author = cls.authors[0]
        home.about_text = f"<p>{link_to(cls.site.people)}</p>"
        gifts = [cls.gift, make_magnet(slug="ander", cover=ImageFactory())]
        home.gifts = stream(*(("gift", {"magnet": gift.pk}) for gift in gifts))
        home.ways_in = stream(
            *(("way", {"title": "Kom", "text": "", "category": category.pk}) for category in cls.categories)
        )
        home.save()
        cls.lists = {
            "home": "/",
            "blog": "/blog/",
            "category": f"/blog/categorie/{cls.categories[0].slug}/",
            "tag": "/blog/onderwerp/slaap/",
            "authors": "/over-ons/",
            "author": cls.authors[0].url,
            "podcast": "/podcast/",
            "episode": cls.episodes[0].url,
            "search": "/zoeken/?q=artikel",
            "feed": "/feed/",
            "atom": "/feed/atom/",
        }

    def test_every_list_stays_within_the_limit(self):
        for name, path in self.lists.items():
            with self.subTest(name):
                self.assert_within_limit(path)

    def test_address_that_is_not_there_stays_within_the_limit(self):
        for path in ("/nergens/", "/blog/nergens/", "/a/b/c/"):
            with self.subTest(path):
                self.assert_within_limit(path, status=404)

    def test_lists_cost_the_same_with_one_article_as_with_five(self):
        many = {name: queries_of(path) for name, path in self.lists.items()}
        for article in self.articles[1:]:
            article.delete()
        for name, path in self.lists.items():
            with self.subTest(name):
                one = queries_of(path)
                self.assertEqual(len(one), len(many[name]), f"{named(one)}\n{named(many[name])}")

    def test_lists_of_people_and_episodes_cost_the_same_however_long(self):
        paths = [self.lists[name] for name in ("home", "authors", "podcast")]
        few = [queries_of(path) for path in paths]
        for _ in range(4):
            self.site.author(portrait=ImageFactory())
            self.site.episode(cover=ImageFactory())
        for path, before in zip(paths, few, strict=True):
            with self.subTest(path):
                after = queries_of(path)
                self.assertEqual(len(before), len(after), named(after))

    def test_site_map_costs_the_same_however_many_articles(self):
        before = queries_of("/sitemap.xml")
        for _ in range(4):
            self.make_article()
        after = queries_of("/sitemap.xml")
        self.assertEqual(len(before), len(after), named(after))
