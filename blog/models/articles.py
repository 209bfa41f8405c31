"""ArticleIndexPage "Blog" and the articles."""

from django import forms
from django.db import models
from django.http import Http404
from django.shortcuts import get_object_or_404
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from taggit.models import Tag, TaggedItemBase
from wagtail.admin.panels import (
    FieldPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    PageChooserPanel,
    TabbedInterface,
    TitleFieldPanel,
)
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.fields import StreamField
from wagtail.models import Orderable
from wagtail.search import index

from blog.blocks.body import ArticleBody, has_italics
from blog.forms import ArticleForm
from blog.listings import as_cards, open_to_all, paginate
from blog.models.base import SitePage, image_key
from blog.models.categories import Category, categories, give_categories, used_categories
from blog.outline import plain_words, reading_minutes
from images.reading import prefetch_renditions
from pagecache.policy import cacheable


class ArticleIndexPage(RoutablePageMixin, SitePage):
    intro = models.TextField("inleiding", blank=True)

    content_panels = [TitleFieldPanel("title", placeholder="Titel"), FieldPanel("intro")]
    edit_handler = TabbedInterface(
        [
            ObjectList(content_panels, heading="Inhoud"),
            ObjectList([*SitePage.search_engine_panels, *SitePage.menu_panels], heading="Vindbaarheid"),
        ]
    )
    parent_page_types = ["blog.HomePage"]
    subpage_types = ["blog.ArticlePage"]
    page_description = "Alle artikelen, ook per categorie en per onderwerp."
    template = "blog/article_index_page.html"

    class Meta:
        verbose_name = "overzicht van artikelen"
        verbose_name_plural = "overzichten van artikelen"

    def serve(self, request, *args, **kwargs):
        # The mixin answers by itself, so what SitePage.serve says about keeping is said here again.
        response = super().serve(request, *args, **kwargs)
        return response if self.get_view_restrictions().exists() else cacheable(response, "pagina")

    def articles(self):
        """Return the published articles of the whole site, also those directly under the home page."""
        return as_cards(open_to_all(ArticlePage.objects.descendant_of(self.get_parent())))

    def _listing(self, request, articles, **context):
        shown = paginate(request, articles, kept_as=(self.get_parent().pk, request.path))
        give_categories(shown.object_list)
        prefetch_renditions(article.hero_image for article in shown.object_list)
        overrides = {"articles": shown, "categories": used_categories(), **context}
        return self.render(request, context_overrides=overrides)

    @path("")
    def all_articles(self, request):
        return self._listing(request, self.articles())

    @path("categorie/<slug:slug>/", name="category")
    def category(self, request, slug):
        category = next((found for found in categories().values() if found.slug == slug), None)
        if category is None:
            raise Http404
        return self._listing(
            request,
            self.articles().filter(categories=category),
            category=category,
            listing_title=category.name,
            listing_intro=category.description,
        )

    @path("onderwerp/<str:slug>/", name="tag")
    def tag(self, request, slug):
        tag = get_object_or_404(Tag, slug=slug)
        return self._listing(
            request,
            self.articles().filter(tags=tag),
            tag=tag,
            listing_title=f"Over {tag.name}",
            listing_intro="",
        )


class TaggedArticle(TaggedItemBase):
    content_object = ParentalKey("blog.ArticlePage", on_delete=models.CASCADE, related_name="tagged_items")


class ArticlePage(SitePage):
    intro = models.TextField(
        "inleiding", help_text="Eén tot drie zinnen, groot onder de titel en in elke lijst."
    )
    hero_image = image_key("grote afbeelding")
    hero_alt = models.CharField(
        "beschrijving van de afbeelding",
        max_length=255,
        blank=True,
        help_text="Wat is er te zien? Voor wie de afbeelding niet kan zien. Leeg als zij alleen versiert.",
    )
    hero_caption = models.CharField("onderschrift", max_length=255, blank=True)
    body = StreamField(ArticleBody(), blank=True, verbose_name="tekst", default=[("paragraph", "")])
    categories = ParentalManyToManyField(
        Category, verbose_name="categorieën", related_name="articles", blank=True
    )
    tags = ClusterTaggableManager(
        through=TaggedArticle, blank=True, verbose_name="onderwerpen", help_text="Met komma's ertussen."
    )
    revised_on = models.DateField(
        "herzien op", null=True, blank=True, help_text="Vul in als je de inhoud wezenlijk hebt bijgewerkt."
    )
    magnet = models.ForeignKey(
        "leads.LeadMagnet",
        verbose_name="weggever bij dit artikel",
        help_text="Leeg: die van de eerste categorie, anders die van de hele site.",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    comments_open = models.BooleanField("lezers kunnen reageren", default=True)
    sensitive = models.BooleanField(
        "gevoelig onderwerp",
        default=False,
        help_text="Toont de hulplijnen ook direct onder het artikel. De weggever staat dan alleen in en "
        "onder de tekst.",
    )
    focus_keyphrase = models.CharField(
        "zoekwoord",
        max_length=100,
        blank=True,
        help_text="Met welke woorden moet men dit artikel vinden?",
    )
    # The name by which readers of feeds know an article that came from elsewhere; empty: one of our own.
    feed_guid = models.CharField(max_length=255, blank=True, default="", editable=False)
    # Derived on save, so that lists of a thousand articles need not read their bodies.
    word_count = models.PositiveIntegerField(default=0, editable=False)
    # What `blog.models.categories.give_categories` found; None where it was not asked.
    known_categories: list[Category] | None = None
    reading_minutes = models.PositiveSmallIntegerField(default=1, editable=False)

    content_panels = [
        TitleFieldPanel("title", placeholder="Titel van het artikel"),
        FieldPanel("intro"),
        MultiFieldPanel(
            [FieldPanel("hero_image"), FieldPanel("hero_alt"), FieldPanel("hero_caption")],
            heading="Afbeelding bovenaan",
        ),
        FieldPanel("body"),
    ]
    placing_panels = [
        InlinePanel("article_authors", heading="Auteurs", label="auteur", min_num=0),
        FieldPanel("categories", widget=forms.CheckboxSelectMultiple),
        FieldPanel("tags"),
        InlinePanel(
            "related_articles",
            heading="Verwante artikelen",
            label="artikel",
            help_text="Zelf gekozen; tot drie vult de site aan met artikelen die erop lijken.",
            max_num=3,
        ),
        FieldPanel("magnet"),
        MultiFieldPanel(
            [FieldPanel("comments_open"), FieldPanel("sensitive"), FieldPanel("revised_on")],
            heading="Bijzonderheden",
        ),
    ]
    edit_handler = TabbedInterface(
        [
            ObjectList(content_panels, heading="Schrijven"),
            ObjectList(placing_panels, heading="Indelen"),
            ObjectList(
                [FieldPanel("focus_keyphrase"), *SitePage.search_engine_panels], heading="Vindbaarheid"
            ),
        ],
        base_form_class=ArticleForm,
    )
    search_fields = [
        *SitePage.search_fields,
        index.SearchField("intro", boost=2),
        index.SearchField("body"),
        index.AutocompleteField("intro"),
        index.RelatedFields("categories", [index.SearchField("name")]),
    ]
    parent_page_types = ["blog.ArticleIndexPage", "blog.HomePage"]
    subpage_types: list[str] = []
    page_description = "Een artikel met afbeeldingen, citaten, casussen en reacties."
    template = "blog/article_page.html"
    reading_relations = ("social_image", "social_picture", "hero_image")
    exclude_fields_in_copy = ["feed_guid"]

    class Meta:
        verbose_name = "artikel"
        verbose_name_plural = "artikelen"

    def full_clean(self, *args, **kwargs):
        words = plain_words(self.body)
        self.word_count = len(words) + len(self.intro.split())
        self.reading_minutes = reading_minutes(self.word_count)
        super().full_clean(*args, **kwargs)

    def authors(self) -> list:
        """Return the author pages in their order; published ones only."""
        return [link.author for link in self.article_authors.all() if link.author.live]

    @property
    def has_italics(self) -> bool:
        return has_italics(self.body)

    def main_category(self):
        """Return the first category, None without one."""
        known = self.known_categories
        return next(iter(self.categories.all() if known is None else known), None)

    def more_context(self, request, context):
        from blog.article_context import article_context

        return article_context(self, request, context)


class ArticleAuthor(Orderable):
    article = ParentalKey(ArticlePage, on_delete=models.CASCADE, related_name="article_authors")
    author = models.ForeignKey(
        "blog.AuthorPage", verbose_name="auteur", on_delete=models.CASCADE, related_name="article_links"
    )

    panels = [PageChooserPanel("author")]

    class Meta(Orderable.Meta):
        constraints = [
            models.UniqueConstraint(fields=["article", "author"], name="blog_author_once_per_article")
        ]


class RelatedArticle(Orderable):
    article = ParentalKey(ArticlePage, on_delete=models.CASCADE, related_name="related_articles")
    other = models.ForeignKey(ArticlePage, verbose_name="artikel", on_delete=models.CASCADE, related_name="+")

    panels = [PageChooserPanel("other")]


class SimilarArticle(models.Model):
    """How alike two articles are, worked out when one of them is published (see `blog.similarity`)."""

    article = models.ForeignKey(ArticlePage, on_delete=models.CASCADE, related_name="similar")
    other = models.ForeignKey(ArticlePage, on_delete=models.CASCADE, related_name="+")
    score = models.FloatField()

    class Meta:
        ordering = ["-score", "other_id"]
        constraints = [models.UniqueConstraint(fields=["article", "other"], name="blog_similar_pair_once")]

    def __str__(self) -> str:
        return f"{self.article_id} ~ {self.other_id}: {self.score:.2f}"
