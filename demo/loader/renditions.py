"""Show every page once, so that its pictures are ready in all their sizes before the first reader comes."""

from urllib.parse import urlsplit

from django.conf import settings
from django.test import Client, override_settings
from wagtail.models import Site

from leads.models import LeadMagnet

# The pages are rendered for their pictures alone: it must not matter whether static files were collected, and
# nothing of it is to be cached.
STORAGES = {
    **settings.STORAGES,
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}


MIDDLEWARE = [name for name in settings.MIDDLEWARE if "whitenoise" not in name and "pagecache" not in name]


def addresses() -> list[str]:
    """Return the path of every public page."""
    home = Site.objects.get(is_default_site=True).root_page
    pages = home.get_descendants(inclusive=True).live().public().specific()
    gifts = LeadMagnet.objects.available()
    return [urlsplit(page.full_url).path for page in pages] + [gift.get_absolute_url() for gift in gifts]


def render_all() -> list[str]:
    """Render all public pages, and return the paths of those that did not answer with 200."""
    site = urlsplit(settings.SITE_URL)
    client = Client(raise_request_exception=False, headers={"host": site.netloc})
    with override_settings(STORAGES=STORAGES, MIDDLEWARE=MIDDLEWARE):
        return [
            path for path in addresses() if client.get(path, secure=site.scheme == "https").status_code != 200
        ]
