"""Addresses of the blog outside the page tree."""

from django.urls import path
from wagtail.contrib.sitemaps.views import sitemap

from blog import views
from blog.feeds import ArticleAtomFeed, ArticleFeed
from blog.sitemaps import SITEMAPS

app_name = "blog"
urlpatterns = [
    path("zoeken/", views.search, name="search"),
    path("feed/", ArticleFeed(), name="feed"),
    path("feed/atom/", ArticleAtomFeed(), name="feed_atom"),
    path("sitemap.xml", sitemap, {"sitemaps": SITEMAPS}, name="sitemap"),
    path("favicon.ico", views.favicon, name="favicon"),
    path("robots.txt", views.robots, name="robots"),
]
