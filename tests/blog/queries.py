"""Count what a reader's first visit to a page asks of the database, and name it."""

from base64 import b64decode
from io import BytesIO
from unittest import mock

from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
from django.core.files import File
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.images.models import Filter
from wagtail.models import Site

from images.models import SiteImage
from pagecache import kept, versions

_PIXEL = b64decode("R0lGODdhAQABAIAAAAAAAAAAACwAAAAAAQABAAACAkQBADs=")


def forget_everything() -> None:
    """Empty every memory that a process keeps between requests, as after a restart."""
    cache.clear()
    versions.forget()
    kept.forget()
    ContentType.objects.clear_cache()
    Site.clear_site_root_paths_cache()


def _quick_rendition(image: SiteImage, filter: Filter, **_: object) -> File:
    """Stand in for the making of a rendition, which takes long and asks the database nothing."""
    return File(BytesIO(_PIXEL), name=f"{image.pk}.{filter.spec.replace('|', '.')}.gif")


def queries_of(path: str, *, warm: bool = False, status: int = 200) -> list[str]:
    """Return the SQL of one visit: the first after a restart, or a later one (`warm`) of the same content.

    A visit before it makes the renditions, which happens once in a picture's life.
    """
    with (
        mock.patch.object(SiteImage, "generate_rendition_file", _quick_rendition),
        # A test is one transaction, in which nothing would be kept.
        mock.patch.object(kept, "_may_keep", return_value=True),
        # One look-up of the version a visit, also on a slow machine.
        mock.patch.object(versions, "LOOK_UP_SECONDS", 3600),
    ):
        forget_everything()
        try:
            Client().get(path)
            if warm:
                versions.forget()
            else:
                forget_everything()
            with CaptureQueriesContext(connection) as captured:
                response = Client().get(path)
        finally:
            forget_everything()
    assert response.status_code == status, response.status_code
    return [query["sql"] for query in captured.captured_queries]


def named(queries: list[str]) -> str:
    """Return a numbered list of `queries`, for the message of a failing test."""
    lines = [f"{number:3}. {' '.join(sql.split())[:300]}" for number, sql in enumerate(queries, start=1)]
    return f"{len(queries)} queries:\n" + "\n".join(lines)
