"""Addresses of the site. Pages answer last, by the tree."""

from django.conf import settings
from django.urls import include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from liefdesverdriet import health, media

urlpatterns = [
    path("livez", health.livez),
    path("readyz", health.readyz),
    path("admin/", include(wagtailadmin_urls)),
    path("documenten/", include(wagtaildocs_urls)),
    path("media/<path:path>", media.media),
    path("reacties/", include("comments.urls")),
    path("post/", include("mailing.urls")),
    path("", include("leads.urls")),
    path("", include("search.urls")),
    path("", include("blog.urls")),
    path("", include(wagtail_urls)),
]

if settings.DEBUG_TOOLBAR:
    urlpatterns = [
        path("__debug__/", include("debug_toolbar.urls")),
        path("__reload__/", include("django_browser_reload.urls")),
        *urlpatterns,
    ]
