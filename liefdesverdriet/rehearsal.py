"""What the first readers would wait for is done before there are any, once for all processes.

What is loaded or compiled after a fork each process has for itself, and it writes to much of what they share
while it does: a page of each kind read beforehand saves 13 MB in each of them (docs/decisions/0015).
"""

from collections.abc import Iterator
from io import BytesIO
from urllib.parse import urlsplit
from wsgiref.util import setup_testing_defaults

from django.conf import settings
from django.db import DatabaseError, connections
from django.db.models import Max
from django.urls import get_resolver
from wagtail.models import Page

from blog.restrictions import is_open
from liefdesverdriet.wsgi import application
from operations.middleware import REHEARSAL

# Of the questions asked here, one with a page number is not written down.
OF_EVERY_SITE = (
    "/",
    "/zoeken/",
    "/zoeken/?q=liefde&pagina=1",
    "/feed/",
    "/sitemap.xml",
    "/deze-pagina-is-er-niet/",
)


def warm_up() -> None:
    """Load what the first requests would load, so that it is loaded once for all forks.

    Raises RuntimeError when the application does not answer.
    """
    get_resolver().url_patterns  # noqa: B018
    from dutch.lemmas import lemma
    from liefdesverdriet import schedule  # noqa: F401
    from mailing.management.commands import worker  # noqa: F401

    if answer("/livez") != "200 OK":
        raise RuntimeError("The application does not answer /livez.")
    for path in (*OF_EVERY_SITE, *_one_of_each_kind()):
        answer(path)
    # The dictionary of the search.
    lemma("liefde")
    connections.close_all()


def answer(address: str) -> str:
    """Return the status line of the answer to a GET of a path with its query, asked within this process."""
    statuses: list[str] = []
    scheme, host = settings.SITE_URL.split("://")
    parts = urlsplit(address)
    environ = {
        "PATH_INFO": parts.path,
        "QUERY_STRING": parts.query,
        "HTTP_HOST": host,
        "HTTP_ACCEPT_ENCODING": "gzip",
        "HTTP_X_FORWARDED_PROTO": scheme,
        "wsgi.url_scheme": scheme,
        "wsgi.input": BytesIO(),
        REHEARSAL: True,
    }
    setup_testing_defaults(environ)
    body = application(environ, lambda status, headers, *rest: statuses.append(status))
    for _ in body:
        pass
    if hasattr(body, "close"):
        body.close()
    return statuses[0]


def _one_of_each_kind() -> Iterator[str]:
    """Yield the path of the newest published page of each kind that there is."""
    try:
        newest = (
            Page.objects.live().filter(depth__gt=2).order_by().values("content_type").annotate(pk=Max("pk"))
        )
        pages = list(Page.objects.filter(pk__in=[row["pk"] for row in newest]))
    except DatabaseError:
        # The site answers that it is away for a while, and needs nothing loaded for that.
        return
    for page in pages:
        if is_open(page) and (address := page.get_url()):
            yield urlsplit(address).path
