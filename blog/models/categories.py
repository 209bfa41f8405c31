"""Category: the way in that a reader chooses."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import Exists, OuterRef
from wagtail.admin.panels import FieldPanel
from wagtail.admin.widgets.slug import SlugInput

from leads.name_panel import NameFieldPanel
from pagecache.kept import kept
from pagecache.prepared import Prepared

if TYPE_CHECKING:
    from blog.models.articles import ArticlePage


class Category(models.Model):
    name = models.CharField("naam", max_length=80)
    slug = models.SlugField(
        "adres", max_length=80, unique=True, help_text="Het stukje in de link, zonder spaties."
    )
    description = models.TextField(
        "omschrijving", blank=True, help_text="Eén of twee zinnen bovenaan de lijst met artikelen."
    )
    magnet = models.ForeignKey(
        "leads.LeadMagnet",
        verbose_name="weggever",
        help_text="Onder de artikelen van deze categorie die geen eigen weggever hebben.",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    sort_order = models.PositiveSmallIntegerField("volgorde", default=0, help_text="Laagste eerst.")

    panels = [
        NameFieldPanel("name", targets=["slug"], placeholder=False),
        FieldPanel("slug", widget=SlugInput),
        FieldPanel("description"),
        FieldPanel("magnet"),
        FieldPanel("sort_order"),
    ]

    class Meta:
        ordering = ["sort_order", "name"]
        verbose_name = "categorie"
        verbose_name_plural = "categorieën"

    def __str__(self) -> str:
        return self.name


def categories() -> dict[int, Category]:
    """Return all categories by id, in their order, with their gifts; shared by all readers."""
    every = Category.objects.select_related("magnet__cover")
    return kept("categories", lambda: {category.pk: category for category in every})


def give_categories(articles: Iterable["ArticlePage"]) -> None:
    """Let each of `articles` know its categories, in one query."""
    # A draft knows its own.
    articles = [article for article in articles if not getattr(article, "_cluster_related_objects", None)]
    by_article: dict[int, set[int]] = {article.pk: set() for article in articles if article.pk}
    if not by_article:
        return
    for article_id, category_id in _links(list(by_article)):
        by_article[article_id].add(category_id)
    every = categories()
    for article in articles:
        chosen = by_article.get(article.pk, ())
        article.known_categories = [category for pk, category in every.items() if pk in chosen]


_links = Prepared(
    lambda ids: _held().objects.filter(articlepage__in=ids).values_list("articlepage_id", "category_id")
)


def _held() -> Any:
    """Return the model of the links between articles and their categories."""
    return Category._meta.get_field("articles").through


def used_categories() -> list[Category]:
    """Return the categories that hold a published article, in their order."""
    held = Category.objects.filter(
        Exists(_held().objects.filter(category=OuterRef("pk"), articlepage__live=True))
    )
    return kept("used categories", lambda: list(held))
