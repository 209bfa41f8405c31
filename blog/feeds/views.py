"""Addresses of the feeds."""

from datetime import UTC, datetime

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_safe
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Site

from blog.feeds.articles import items, newest
from blog.feeds.documents import WRITERS, written
from blog.listings import open_to_all
from blog.models import ArticlePage, AuthorPage, Category, SiteSettings
from blog.models.categories import categories
from blog.navigation import blog_url
from pagecache.policy import cacheable

# When a feed without articles last changed; Atom wants a date.
NEVER = datetime(2000, 1, 1, tzinfo=UTC)


@require_safe
def of_all(request: HttpRequest, form: str) -> HttpResponseBase:
    settings = SiteSettings.for_request(request)
    return _feed(request, form, ArticlePage.objects.all(), settings.practice_name, "", "/")


@require_safe
def of_category(request: HttpRequest, slug: str, form: str) -> HttpResponseBase:
    category = next((found for found in categories().values() if found.slug == slug), None)
    if category is None:
        return redirect(feed_path("feed_category", _new_category(slug), form=form), permanent=True)
    articles = ArticlePage.objects.filter(categories=category)
    page = category_path(request, category)
    return _feed(request, form, articles, category.name, category.description, page)


@require_safe
def of_author(request: HttpRequest, slug: str, form: str) -> HttpResponseBase:
    author = open_to_all(AuthorPage.objects.filter(slug=slug)).order_by("path").first()
    if author is None:
        return redirect(feed_path("feed_author", _new_author(slug), form=form), permanent=True)
    articles = ArticlePage.objects.filter(article_authors__author=author)
    return _feed(request, form, articles, author.title, author.short_bio, author.get_url(request) or "/")


@require_safe
def gone(request: HttpRequest) -> HttpResponseBase:
    """Tell readers of feeds that there is none of reactions: who takes one back wants it gone everywhere."""
    return HttpResponse("Deze feed is er niet meer.\n", "text/plain; charset=utf-8", status=410)


def category_path(request: HttpRequest, category: Category) -> str:
    return f"{blog_url(request)}categorie/{category.slug}/"


def _feed(
    request: HttpRequest,
    form: str,
    articles: QuerySet[ArticlePage],
    title: str,
    description: str,
    path: str,
) -> HttpResponseBase:
    settings = SiteSettings.for_request(request)
    site = Site.find_for_request(request)
    if site is None:
        raise Http404
    practice = settings.practice_name
    found = newest(articles.filter(path__startswith=site.root_page.path))
    text = written(
        form,
        items(found, request),
        title=title if title == practice else f"{title} – {practice}",
        description=description or settings.default_description or settings.tagline,
        address=site.root_url + path,
        feed_address=site.root_url + request.path,
        publisher=practice,
        when_empty=site.root_page.last_published_at or NEVER,
    )
    return cacheable(HttpResponse(text, WRITERS[form].content_type))


def _new_category(slug: str) -> str:
    """Return the slug that a category has now; 404 when there never was one of that name."""
    places = Redirect.objects.filter(old_path__endswith=f"/categorie/{slug}")
    for route in places.values_list("redirect_page_route_path", flat=True):
        new = route.strip("/").rpartition("/")[2]
        if route.startswith("/categorie/") and any(found.slug == new for found in categories().values()):
            return new
    raise Http404


def _new_author(slug: str) -> str:
    """Return the slug that an author has now; 404 when there never was one of that name."""
    moved = Redirect.objects.filter(old_path__endswith=f"/{slug}").values("redirect_page")
    author = open_to_all(AuthorPage.objects.filter(pk__in=moved)).first()
    if author is None or author.slug == slug:
        raise Http404
    return author.slug


def feed_path(name: str, *keys: str, form: str = "rss") -> str:
    """Return the path of the feed `name` of blog.urls."""
    return reverse(f"blog:{name}" if form == "rss" else f"blog:{name}_{form}", args=keys)
