"""Addresses of the blog outside the page tree."""

from django.urls import path, re_path
from django.views.generic import RedirectView

from blog import indexnow, views
from blog.feeds import views as feeds
from blog.sitemaps import views as sitemaps

app_name = "blog"
RSS, ATOM = {"form": "rss"}, {"form": "atom"}
urlpatterns = [
    path("feed/", feeds.of_all, RSS, name="feed"),
    path("feed/atom/", feeds.of_all, ATOM, name="feed_atom"),
    path("feed/categorie/<slug:slug>/", feeds.of_category, RSS, name="feed_category"),
    path("feed/categorie/<slug:slug>/atom/", feeds.of_category, ATOM, name="feed_category_atom"),
    path("feed/auteur/<slug:slug>/", feeds.of_author, RSS, name="feed_author"),
    path("feed/auteur/<slug:slug>/atom/", feeds.of_author, ATOM, name="feed_author_atom"),
    path("sitemap.xml", sitemaps.index, name="sitemap"),
    path("sitemap-<slug:section>-<int:number>.xml", sitemaps.part, name="sitemap_part"),
    path("favicon.ico", views.favicon, name="favicon"),
    path("robots.txt", views.robots, name="robots"),
    path("<slug:key>.txt", indexnow.key_file, name="indexnow_key"),
    # Where a WordPress site, or Yoast in it, had its sitemap and its feeds.
    re_path(
        r"^(?:wp-sitemap|sitemap_index)\.xml$",
        RedirectView.as_view(pattern_name="blog:sitemap", permanent=True),
    ),
    re_path(r"^feed/(?:rss2?|rdf)/$", RedirectView.as_view(pattern_name="blog:feed", permanent=True)),
    re_path(
        r"^category/(?:[^/]+/)*(?P<slug>[-\w]+)/feed/(?:rss2?/|rdf/)?$",
        RedirectView.as_view(pattern_name="blog:feed_category", permanent=True),
    ),
    re_path(
        r"^category/(?:[^/]+/)*(?P<slug>[-\w]+)/feed/atom/$",
        RedirectView.as_view(pattern_name="blog:feed_category_atom", permanent=True),
    ),
    re_path(
        r"^author/(?P<slug>[-\w]+)/feed/(?:rss2?/|rdf/)?$",
        RedirectView.as_view(pattern_name="blog:feed_author", permanent=True),
    ),
    re_path(
        r"^author/(?P<slug>[-\w]+)/feed/atom/$",
        RedirectView.as_view(pattern_name="blog:feed_author_atom", permanent=True),
    ),
    re_path(r"^comments/feed/(?:rss2?/|rdf/|atom/)?$", feeds.gone),
]
