"""Addresses of the site. Pages answer last, by the tree."""

from django.conf import settings
from django.urls import include, path, re_path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from accounts.views.login import PageLogin
from liefdesverdriet import documents, health, media, well_known
from operations import figures

handler500 = "operations.away.server_error_or_away"

urlpatterns = [
    path(".well-known/security.txt", well_known.security),
    path("livez", health.livez),
    path("readyz", health.readyz),
    path("metrics", figures.metrics),
    path("admin/", include("accounts.urls")),
    # In the place of Wagtail's, for pages that are for some.
    path("_util/login/", PageLogin.as_view()),
    path("admin/", include(wagtailadmin_urls)),
    re_path(r"^documenten/(\d+)/(.*)$", documents.hand_over),
    path("documenten/", include(wagtaildocs_urls)),
    path("media/<path:path>", media.media),
    path("reacties/", include("comments.urls")),
    path("post/", include("mailing.urls")),
    path("mijn-gegevens/", include("privacy.urls")),
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
