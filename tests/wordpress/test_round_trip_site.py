"""A site that is written out and taken over by an empty one is the same site."""

import io
import tempfile
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.test import TestCase
from django.utils import timezone
from wagtail.blocks import StreamValue
from wagtail.models import Page, PageViewRestriction, Revision

from blog.models import (
    ArticleIndexPage,
    ArticlePage,
    AuthorIndexPage,
    AuthorPage,
    Category,
    HomePage,
    PodcastEpisodePage,
    PodcastIndexPage,
    RelatedArticle,
    StandardPage,
)
from comments.models import Comment
from images.models import SiteImage
from leads.models import LeadMagnet
from tests.blog import factories
from tests.blog.factories import figure, items, link_to, stream
from tests.blog.sounds import mp3
from tests.wordpress.test_own_blocks import without_ids
from wordpress.models import Imported
from wordpress.taking_over.run import take_over
from wordpress.taking_over.task import Options, Task

MOMENT = datetime(2024, 6, 1, 18, 30, tzinfo=UTC)
FIELDS = (
    *("title", "slug", "live", "first_published_at", "seo_title", "search_description", "noindex"),
    *(
        "canonical_url",
        "intro",
        "focus_keyphrase",
        "comments_open",
        "summary",
        "season",
        "number",
        "duration",
    ),
    *("episode_type", "explicit", "audio_address", "audio_kind", "audio_bytes", "guid"),
    *("hero_alt", "hero_caption", "revised_on", "sensitive", "show_in_menus", "transcript"),
    *("role", "short_bio", "portrait_alt", "specialisms"),
    *("hero_sentence", "hero_text", "about_title", "feed_title", "category", "feed_locked"),
)
STREAMS = ("body", "chapters", "guests", "hosts", "articles", "ways_in", "gifts", "platforms")
LISTS = (HomePage, ArticleIndexPage, AuthorIndexPage, PodcastIndexPage)
PICTURES = ("hero_image", "cover", "portrait", "social_image")


def fields_of(page: Any) -> dict[str, Any]:
    """Return what a page is, without the numbers that it has in this database."""
    pictures = {one.pk: f"{one.title} ({one.credit})" for one in SiteImage.objects.all()}
    pages = dict(Page.objects.values_list("pk", "slug"))
    fields = {name: getattr(page, name) for name in FIELDS if not callable(getattr(page, name, callable))}
    for name in STREAMS:
        if isinstance(getattr(page, name, None), StreamValue):
            fields[name] = _named(without_ids(list(getattr(page, name).raw_data)), pages, pictures)
    fields |= {name: pictures.get(getattr(page, f"{name}_id", None)) for name in PICTURES}
    fields["locked"] = list(page.get_view_restrictions().values_list("restriction_type", "password"))
    if isinstance(page, ArticlePage):
        fields["categories"] = [category.name for category in page.categories.all()]
        fields["tags"] = sorted(tag.name for tag in page.tags.all())
        fields["authors"] = [link.author.title for link in page.article_authors.all()]
        fields["related"] = [link.other.slug for link in page.related_articles.all()]
        fields["magnet"] = page.magnet and page.magnet.slug
    if isinstance(page, (AuthorPage, *LISTS)):
        # WordPress has no such pages, so nobody asks since when they are there.
        del fields["first_published_at"]
    if isinstance(page, HomePage):
        fields["about_text"] = _named(page.about_text, pages, pictures)
        fields["about_author"] = page.about_author and page.about_author.slug
    if not page.live:
        fields["goes_live"] = page.scheduled_revision and page.scheduled_revision.approved_go_live_at
    return fields


def _named(value: Any, pages: dict[int, str], pictures: dict[int, str]) -> Any:
    """Return a raw value with names for numbers."""
    if isinstance(value, dict):
        of_page = value.get("type") in ("host", "article")
        named = {"page": pages, "episode": pages, "value": pages if of_page else {}, "start": {}}
        named["magnet"] = dict(LeadMagnet.objects.values_list("pk", "slug"))
        named["category"] = dict(Category.objects.values_list("pk", "slug"))
        return {
            key: named.get(key, pictures).get(one, one)
            if isinstance(one, int) and not isinstance(one, bool)
            else _named(one, pages, pictures)
            for key, one in value.items()
        }
    if isinstance(value, str):
        for pk, slug in pages.items():
            value = value.replace(f'linktype="page" id="{pk}"', f'linktype="page" id="{slug}"')
        return value
    return [_named(one, pages, pictures) for one in value] if isinstance(value, list) else value


def comments_of(slug: str) -> list[tuple[Any, ...]]:
    found = Comment.objects.filter(page__slug=slug).select_related("parent").order_by("created_at", "text")
    return [
        (
            *(one.author_name, one.author_email, one.author_url, one.text, one.status, one.created_at),
            *(one.is_staff, one.parent.text if one.parent else ""),
        )
        for one in found
    ]


def everything() -> dict[str, dict[str, Any]]:
    kinds = (StandardPage, ArticlePage, PodcastEpisodePage, AuthorPage, *LISTS)
    return {f"{kind.__name__} {page.slug}": fields_of(page) for kind in kinds for page in kind.objects.all()}


class RoundTripTests(TestCase):
    maxDiff = None

    def setUp(self) -> None:
        self.site = factories.make_site()
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name) / "uit"
        self._fill()

    def _fill(self) -> None:
        site = self.site
        picture = factories.ImageFactory(title="Zee", description="Een grijze zee", credit="Foto: Roos")
        self.gift = LeadMagnet.objects.create(name="Stappen", slug="stappen", pitch="Acht stappen.")
        roos = site.author(
            title="Roos",
            slug="roos-de-coach",
            role="Coach",
            short_bio="Luistert & schrijft.",
            specialisms="rouw, contact",
            portrait=picture,
            portrait_alt="Roos aan zee",
            body=stream(("paragraph", "<p>Ik begon <b>laat</b>.</p>")),
        )
        bo = site.author(title="Bo", slug="bo", short_bio="")
        first = site.article(title="Ander artikel", slug="ander", intro="Een.", authors=[roos])
        episode = site.episode(
            title="Over stilte",
            slug="over-stilte",
            summary="Een gesprek.",
            season=2,
            number=5,
            audio_address="https://geluid.example/5.mp3",
            audio_kind="audio/mpeg",
            audio_bytes=1234,
            duration=754,
            first_published_at=MOMENT,
            transcript="Roos: welkom.\n\nBo: dank je <lacht>.",
            chapters=stream(
                ("chapter", {"start": 0, "title": "Begin", "url": "", "image": None}),
                ("chapter", {"start": 65, "title": "Stil & zacht", "url": "", "image": picture.pk}),
            ),
            guests=stream(
                ("guest", {"name": "An", "role": "lezer", "url": "https://an.example/", "portrait": None})
            ),
            hosts=stream(("host", roos.pk)),
            articles=stream(("article", first.pk)),
        )
        rouw = factories.CategoryFactory(name="Rouw & troost", slug="rouw")
        main = site.article(
            title="Eb & <vloed>",
            slug="eb-en-vloed",
            intro="Over ‘het’ tij & meer.",
            first_published_at=MOMENT,
            hero_image=picture,
            seo_title="Eb en vloed in de liefde",
            search_description="Hoe het tij keert.",
            focus_keyphrase="eb en vloed",
            noindex=True,
            hero_alt="Zee bij eb",
            hero_caption="Bij de pier",
            revised_on=date(2025, 1, 2),
            sensitive=True,
            magnet=self.gift,
            authors=[bo, roos],
            categories=[rouw],
            tags=["gemis", "rust & ruimte"],
            body=stream(
                ("paragraph", f"<p>Zie {link_to(first)}.</p><ul><li>een<ul><li>twee</li></ul></li></ul>"),
                ("heading", {"text": "De eerste weken", "level": "h2", "anchor": ""}),
                figure(picture, caption="Eb", width="wide"),
                ("insight", {"label": "remember", "text": f"<p>Lees <b>dit</b> {link_to(episode)}</p>"}),
                ("read_also", {"page": first.pk, "text": ""}),
                ("listen_also", {"episode": episode.pk, "text": "Luister"}),
                ("divider", None),
                ("quote", {"text": "Ik blijf.", "source": "An", "kind": "client"}),
                ("faq", {"title": "", "items": items({"question": "Hoe?", "answer": "<p>Zo.</p>"})}),
            ),
        )
        RelatedArticle.objects.create(article=main, other=first)
        RelatedArticle.objects.create(article=first, other=main)
        for article in (first, main):
            ArticlePage.objects.get(pk=article.pk).save_revision().publish()
        self._fill_lists(roos, picture, rouw)
        closed = site.article(title="Op slot", slug="op-slot", intro="Dicht.", comments_open=False)
        PageViewRestriction.objects.create(page=closed, restriction_type="password", password="a&b<c")
        site.article(
            title="Concept", slug="concept", intro="Nog niet.", live=False, first_published_at=None
        ).save_revision()
        later = site.article(
            title="Straks", slug="straks", intro="Nog even.", live=False, first_published_at=None
        )
        later.go_live_at = timezone.now().replace(microsecond=0) + timedelta(days=30)
        later.save_revision().publish()
        above = site.standard_page(
            title="Begeleiding", slug="begeleiding", intro="Samen.", show_in_menus=True
        )
        factories.StandardPageFactory(parent=above, title="Tarieven", slug="tarieven", intro="Kosten.")
        self._react(ArticlePage.objects.get(slug="eb-en-vloed"))

    def _fill_lists(self, roos: AuthorPage, picture: SiteImage, rouw: Category) -> None:
        site = self.site
        home = site.home
        home.hero_text, home.about_title, home.about_author = "Voor wie wacht.", "Over Roos", roos
        home.about_text = f"<p>Lees {link_to(roos)} en {link_to(site.blog)}.</p>"
        home.ways_in = stream(("way", {"title": "Net uit elkaar", "text": "", "category": rouw.pk}))
        home.gifts = stream(("gift", {"magnet": self.gift.pk}))
        site.blog.title, site.blog.slug, site.blog.intro = "Stukken", "stukken", "Alles."
        site.people.intro = "Wie wij zijn."
        site.people.body = stream(("paragraph", f"<p>Wij zijn {link_to(roos)}.</p>"))
        site.podcast.intro, site.podcast.feed_title = "Praten.", "Tij"
        site.podcast.category, site.podcast.feed_locked = "Society & Culture|Relationships", False
        site.podcast.platforms = stream(("platform", {"name": "Spotify", "url": "https://s.example/"}))
        for page in (home, site.blog, site.people, site.podcast):
            page.save_revision().publish()

    def _react(self, page: ArticlePage) -> None:
        def comment(text: str, status: str, minutes: int, **fields: Any) -> Comment:
            given = {"author_name": "An & co", "author_email": "an@lezer.example", **fields}
            moment = MOMENT + timedelta(minutes=minutes)
            return Comment.objects.create(
                page=page, page_title=page.title, text=text, status=status, created_at=moment, **given
            )

        first = comment("Mooi <b>stuk</b> & meer\n\nVan mij", "approved", 1, author_url="https://an.example/")
        comment("Dank je", "approved", 2, parent=first, thread=first, author_name="Roos", staff_label="Coach")
        for minutes, status in enumerate(("pending", "spam", "trash"), start=3):
            comment(f"Deze is {status}", status, minutes)

    def test_the_same_pages_come_back(self) -> None:
        before = everything()
        self._move()
        after = everything()
        self.assertEqual(set(after), set(before))
        for name, fields in before.items():
            with self.subTest(name):
                self.assertEqual(after[name], fields)
        self.assertEqual(StandardPage.objects.get(slug="tarieven").get_parent().slug, "begeleiding")

    def test_the_same_reactions_come_back(self) -> None:
        before = comments_of("eb-en-vloed")
        self._move()
        self.assertEqual(comments_of("eb-en-vloed"), before)

    def test_a_sound_that_only_a_text_plays_comes_along(self) -> None:
        name = default_storage.save("adem/rustig adem.mp3", ContentFile(mp3()))
        block = ("audio", {"title": "Adem", "url": default_storage.url(name)})
        self.site.article(title="Oefening", slug="oefening", intro="Adem.", body=stream(block))
        self._move(lose=name)
        (sound,) = ArticlePage.objects.get(slug="oefening").body.raw_data
        self.assertEqual((sound["type"], sound["value"]["title"]), ("audio", "Adem"))
        came_as = unquote(sound["value"]["url"].removeprefix(settings.MEDIA_URL))
        with default_storage.open(came_as) as file:
            self.assertEqual(file.read(), mp3())

    def test_a_second_time_nothing_changes(self) -> None:
        self._move()
        before = everything(), Revision.objects.count()
        report = take_over(self.folder / "site.wxr.xml", Task(Options(media=str(self.folder / "media"))))
        changed = [(line.kind, line.title, line.words) for line in report.lines if line.outcome != "known"]
        self.assertEqual(changed, [])
        self.assertEqual((everything(), Revision.objects.count()), before)

    def test_what_somebody_wrote_here_on_a_list_or_of_an_author_stays(self) -> None:
        self._move()
        roos, blog = AuthorPage.objects.get(slug="roos-de-coach"), ArticleIndexPage.objects.get()
        roos.short_bio, roos.role, blog.intro = "Zelf geschreven.", "", "Onze stukken."
        for page in (roos, blog):
            page.save_revision().publish()
        take_over(self.folder / "site.wxr.xml", Task(Options(media=str(self.folder / "media"))))
        roos.refresh_from_db()
        blog.refresh_from_db()
        self.assertEqual(
            (roos.short_bio, roos.role, blog.intro), ("Zelf geschreven.", "Coach", "Onze stukken.")
        )

    def _move(self, lose: str = "") -> None:
        """Write the site out, empty it, and take over what was written."""
        call_command("export_site", str(self.folder), format="wxr", stdout=io.StringIO())
        self._empty()
        self.assertEqual(
            (list(everything()), Comment.objects.count()), ([f"HomePage {self.site.home.slug}"], 0)
        )
        report = take_over(self.folder / "site.wxr.xml", Task(Options(media=str(self.folder / "media"))))
        self.assertEqual(report.error, "")

    def _empty(self) -> None:
        Comment.objects.all().delete()
        PageViewRestriction.objects.all().delete()
        home = HomePage.objects.get()
        for page in home.get_children():
            page.specific.delete()
        home = HomePage.objects.get()
        home.hero_text, home.about_title, home.about_text, home.about_author = "", "", "", None
        home.ways_in = home.gifts = "[]"
        home.save_revision().publish()
        Category.objects.all().delete()
        SiteImage.objects.all().delete()
        Imported.objects.all().delete()
