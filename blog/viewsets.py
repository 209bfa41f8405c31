"""The admin's lists of articles, episodes and categories."""

from typing import Any

import django_filters
from django import forms
from django.urls import reverse
from django.utils.functional import cached_property
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.ui.tables.pages import BulkActionsColumn, PageStatusColumn, PageTitleColumn
from wagtail.admin.views.pages.listing import IndexView
from wagtail.admin.viewsets.pages import PageListingViewSet
from wagtail.snippets.views.snippets import SnippetViewSet

from blog.models import ArticlePage, AuthorPage, Category, PodcastEpisodePage, PodcastIndexPage
from blog.panels import new_article_url
from blog.podcast import import_screen

# Left out on a narrow screen by static/css/admin.css, like all of "column-extra".
APPEARED = {
    "label": "Verschenen",
    "sort_key": "first_published_at",
    "classname": "column-extra",
    "width": "14%",
}


class ArticleFilterSet(WagtailFilterSet):
    categories = django_filters.ModelMultipleChoiceFilter(
        label="Categorie", queryset=Category.objects.all(), widget=forms.CheckboxSelectMultiple
    )
    author = django_filters.ModelMultipleChoiceFilter(
        label="Auteur",
        field_name="article_authors__author",
        queryset=AuthorPage.objects.all(),
        widget=forms.CheckboxSelectMultiple,
    )
    live = django_filters.BooleanFilter(label="Gepubliceerd")

    class Meta:
        model = ArticlePage
        fields: list[str] = []


class NamesColumn(Column):
    """Names of related objects, with commas between."""

    def get_value(self, instance: Any) -> str:
        return ", ".join(str(name) for name in super().get_value(instance))


class AuthorsColumn(Column):
    def get_value(self, instance: ArticlePage) -> str:
        return ", ".join(link.author.title for link in instance.article_authors.all())


class ArticleIndexView(IndexView):
    page_title = "Artikelen"
    add_item_label = "Nieuw artikel"

    def get_add_url(self) -> str:
        return new_article_url(self.request.user)

    def get_base_queryset(self) -> Any:
        return super().get_base_queryset().prefetch_related("article_authors__author", "categories")


class ArticleListingViewSet(PageListingViewSet):
    model = ArticlePage
    name = "articles"
    url_prefix = "artikelen"
    icon = "edit"
    menu_label = "Artikelen"
    menu_order = 110
    add_to_admin_menu = True
    index_view_class = ArticleIndexView
    filterset_class = ArticleFilterSet
    columns = [
        BulkActionsColumn("bulk_actions"),
        PageTitleColumn("title", label="Titel", sort_key="title", classname="title"),
        AuthorsColumn("authors", label="Auteur", classname="column-extra", width="16%"),
        NamesColumn(
            "categories", label="Categorie", accessor="categories.all", classname="column-extra", width="18%"
        ),
        DateColumn("first_published_at", **APPEARED),
        PageStatusColumn("status", label="Stand", sort_key="live", width="12%"),
    ]


class EpisodeIndexView(IndexView):
    page_title = "Podcast"
    add_item_label = "Nieuwe aflevering"

    @cached_property
    def podcasts(self) -> list[PodcastIndexPage]:
        """The podcasts that the user may add episodes to."""
        pages = PodcastIndexPage.objects.order_by("path")
        return [page for page in pages if import_screen.may_take_over(page, self.request.user)]

    def get_add_url(self) -> str:
        if not self.podcasts:
            return ""
        kind = PodcastEpisodePage._meta.model_name
        return reverse("wagtailadmin_pages:add", args=["blog", kind, self.podcasts[0].pk])

    @cached_property
    def header_more_buttons(self) -> list[Any]:
        buttons = super().header_more_buttons
        if self.podcasts:
            buttons += import_screen.buttons(self.podcasts[0], self.request.user)
        return buttons


class EpisodeListingViewSet(PageListingViewSet):
    model = PodcastEpisodePage
    name = "episodes"
    url_prefix = "podcast"
    icon = "media"
    menu_label = "Podcast"
    menu_order = 120
    add_to_admin_menu = True
    index_view_class = EpisodeIndexView
    columns = [
        BulkActionsColumn("bulk_actions"),
        PageTitleColumn("title", label="Titel", sort_key="title", classname="title"),
        Column("number", label="Nummer", sort_key="number", classname="column-extra", width="12%"),
        DateColumn("first_published_at", **APPEARED),
        PageStatusColumn("status", label="Stand", sort_key="live", width="12%"),
    ]


class CategoryViewSet(SnippetViewSet):
    model = Category
    icon = "tag"
    menu_label = "Categorieën"
    menu_order = 300
    add_to_settings_menu = True
    list_display = ["name", "slug", "sort_order"]
    ordering = ["sort_order", "name"]
    copy_view_enabled = False
