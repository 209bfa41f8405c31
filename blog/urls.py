"""Addresses of the blog outside the page tree."""

from django.urls import path

from blog import sitemaps, views
from blog.feeds import ArticleAtomFeed, ArticleFeed

app_name = "blog"
urlpatterns = [
    path("zoeken/", views.search, name="search"),
    path("feed/", ArticleFeed(), name="feed"),
    path("feed/atom/", ArticleAtomFeed(), name="feed_atom"),
    path("sitemap.xml", sitemaps.whole, name="sitemap"),
    path("sitemap-<slug:section>.xml", sitemaps.part, name="sitemap_part"),
    path("favicon.ico", views.favicon, name="favicon"),
    path("robots.txt", views.robots, name="robots"),
]
