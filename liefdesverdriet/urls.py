"""Addresses of the site. Pages answer last, by the tree."""

from django.conf import settings
from django.urls import include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls

urlpatterns = [
    path("admin/", include(wagtailadmin_urls)),
    path("reacties/", include("comments.urls")),
    path("", include("leads.urls")),
    path("", include(wagtail_urls)),
]
