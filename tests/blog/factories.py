"""A small site to read, with fixed dates: pages, pictures, and streams in their stored form."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import factory
import wagtail_factories
from wagtail.models import Page, Site

from blog.models import (
    ArticleAuthor,
    ArticleIndexPage,
    ArticlePage,
    AuthorIndexPage,
    AuthorPage,
    Category,
    HomePage,
    PodcastEpisodePage,
    PodcastIndexPage,
    SiteSettings,
    StandardPage,
)
from images.models import SiteImage

FIRST = datetime(2026, 3, 1, 19, 30, tzinfo=UTC)


def stream(*blocks: tuple[str, Any]) -> str:
    """Return (type, value) pairs as the JSON that a StreamField stores."""
    return json.dumps([{"type": kind, "value": value, "id": str(uuid4())} for kind, value in blocks])


def items(*values: Any) -> list[dict[str, Any]]:
    """Return values as a ListBlock stores them."""
    return [{"type": "item", "value": value, "id": str(uuid4())} for value in values]


def heading(text: str, level: str = "h2") -> tuple[str, dict]:
    return ("heading", {"text": text, "level": level})


def figure(image: SiteImage, alt: str = "Twee stoelen", **fields: Any) -> tuple[str, dict]:
    picture = {"image": image.pk, "alt_text": alt, "decorative": False}
    return ("image", {"image": picture, "caption": "", "width": "text", **fields})


def link_to(page: Page, words: str = "hier") -> str:
    return f'<a linktype="page" id="{page.pk}">{words}</a>'


class ImageFactory(wagtail_factories.ImageFactory):
    title = factory.Sequence(lambda number: f"Beeld {number}")
    file = factory.django.ImageField(width=60, height=40, color="sienna", format="PNG")

    class Meta:
        model = SiteImage


class CategoryFactory(factory.django.DjangoModelFactory):
    name = factory.Sequence(lambda number: f"Categorie {number}")
    slug = factory.LazyAttribute(lambda category: category.name.lower().replace(" ", "-"))

    class Meta:
        model = Category
        django_get_or_create = ("slug",)


class HomePageFactory(wagtail_factories.PageFactory):
    title = "Tussentij"
    slug = "tussentij"
    hero_sentence = "Voor wie achterblijft."
    first_published_at = FIRST

    class Meta:
        model = HomePage


class ArticleIndexPageFactory(wagtail_factories.PageFactory):
    title = "Blog"
    show_in_menus = True
    first_published_at = FIRST

    class Meta:
        model = ArticleIndexPage


class AuthorIndexPageFactory(wagtail_factories.PageFactory):
    title = "Over ons"
    show_in_menus = True
    first_published_at = FIRST

    class Meta:
        model = AuthorIndexPage


class AuthorPageFactory(wagtail_factories.PageFactory):
    title = factory.Sequence(lambda number: f"Auteur {number}")
    short_bio = "Schrijft over wat overblijft."
    first_published_at = FIRST

    class Meta:
        model = AuthorPage


class PodcastIndexPageFactory(wagtail_factories.PageFactory):
    title = "Podcast"
    show_in_menus = True
    first_published_at = FIRST

    class Meta:
        model = PodcastIndexPage


class PodcastEpisodePageFactory(wagtail_factories.PageFactory):
    title = factory.Sequence(lambda number: f"Aflevering {number}")
    summary = "Over de stilte in huis."
    first_published_at = factory.Sequence(lambda number: FIRST + timedelta(minutes=number))

    class Meta:
        model = PodcastEpisodePage


class StandardPageFactory(wagtail_factories.PageFactory):
    title = "Begeleiding"
    first_published_at = FIRST

    class Meta:
        model = StandardPage


class ArticlePageFactory(wagtail_factories.PageFactory):
    """A published article, a day newer than the one before; `categories`, `tags`, `authors` take lists."""

    title = factory.Sequence(lambda number: f"Artikel {number}")
    intro = "Een avond is lang."
    body = stream(("paragraph", "<p>De stilte is een geluid.</p>"))
    first_published_at = factory.Sequence(lambda number: FIRST + timedelta(minutes=number))

    class Meta:
        model = ArticlePage

    @classmethod
    def _create_instance(cls, model_class, parent, kwargs):
        categories, tags = kwargs.pop("categories", []), kwargs.pop("tags", [])
        authors = kwargs.pop("authors", [])
        article = super()._create_instance(model_class, parent, kwargs)
        article.categories.set(categories)
        article.tags.set(tags)
        for order, author in enumerate(authors):
            ArticleAuthor.objects.create(article=article, author=author, sort_order=order)
        article.save()
        return ArticlePage.objects.get(pk=article.pk)


@dataclass(frozen=True)
class BlogSite:
    """The pages that every test site has."""

    site: Site
    home: HomePage
    blog: ArticleIndexPage
    people: AuthorIndexPage
    podcast: PodcastIndexPage
    settings: SiteSettings

    def article(self, **fields: Any) -> ArticlePage:
        return ArticlePageFactory(parent=self.blog, **fields)

    def author(self, **fields: Any) -> AuthorPage:
        return AuthorPageFactory(parent=self.people, **fields)

    def episode(self, **fields: Any) -> PodcastEpisodePage:
        return PodcastEpisodePageFactory(parent=self.podcast, **fields)

    def standard_page(self, **fields: Any) -> StandardPage:
        return StandardPageFactory(parent=self.home, **fields)


def make_site() -> BlogSite:
    """Make a home page with its lists, and let the default site point at it."""
    home = HomePageFactory(parent=Page.objects.get(depth=1))
    site = Site.objects.get(is_default_site=True)
    site.root_page = home
    site.save()
    settings = SiteSettings.for_site(site)
    settings.practice_name = "Tussentij"
    settings.tagline = "Over liefdesverdriet"
    settings.save()
    return BlogSite(
        site=site,
        home=home,
        blog=ArticleIndexPageFactory(parent=home),
        people=AuthorIndexPageFactory(parent=home),
        podcast=PodcastIndexPageFactory(parent=home),
        settings=settings,
    )
