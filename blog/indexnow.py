"""Tell search engines of what changed (indexnow.org), where the site has a key for it.

An address waits in `ChangedAddress`, written in the transaction of the change; `run_due`, called by
liefdesverdriet.schedule, tells of all that wait in one message. No reader and no coach waits for it, and what
the other side answers fails nothing here.
"""

import json
import logging
from collections.abc import Iterable
from datetime import datetime, timedelta
from http import HTTPStatus
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from django.conf import settings
from django.db.models import F
from django.db.models.signals import post_delete
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.urls import reverse
from django.views.decorators.http import require_safe
from wagtail.models import Page, get_page_models
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

from blog.models import ChangedAddress
from pagecache.policy import cacheable

logger = logging.getLogger("blog")

# In one message; the protocol takes ten thousand.
BATCH = 500
TIMEOUT_SECONDS = 10
# Who is told by more than one process is told twice: nothing worse.
LEASE = timedelta(minutes=2)
FIRST_PAUSE = timedelta(minutes=5)
MOST_ATTEMPTS = 8
# What is wrong with our message itself is wrong the next time too.
NEVER = {
    HTTPStatus.BAD_REQUEST,
    HTTPStatus.FORBIDDEN,
    HTTPStatus.UNPROCESSABLE_ENTITY,
    HTTPStatus.NOT_FOUND,
}


class _NoRedirects(HTTPRedirectHandler):
    def redirect_request(self, *args: Any) -> None:
        return None


_opener = build_opener(_NoRedirects)


def is_on() -> bool:
    return bool(settings.INDEXNOW_KEY) and not settings.HIDE_FROM_SEARCH


def tell(addresses: Iterable[str | None]) -> None:
    """Let `addresses` be told of, in the transaction that one is in. One that waits already waits once."""
    longest = ChangedAddress._meta.get_field("url").max_length or 0
    known = [address for address in addresses if address and len(address) <= longest]
    if is_on() and known:
        ChangedAddress.objects.bulk_create(
            [ChangedAddress(url=address) for address in dict.fromkeys(known)], ignore_conflicts=True
        )


def run_due(now: datetime) -> None:
    """Tell of what waits, in one message a round. Raises nothing because of the other side."""
    if not is_on():
        return
    due = ChangedAddress.objects.filter(next_try__lte=now).order_by("next_try", "pk")
    batch = dict(due.values_list("pk", "url")[:BATCH])
    if not batch or not due.filter(pk__in=batch).order_by().update(next_try=now + LEASE):
        return
    told = ChangedAddress.objects.filter(pk__in=batch)
    answer = send(list(batch.values()))
    if answer in (HTTPStatus.OK, HTTPStatus.ACCEPTED):
        told.delete()
        return
    logger.warning("IndexNow was not told of %d addresses: %s", len(batch), answer)
    if answer in NEVER:
        told.delete()
        return
    told.filter(attempts__gte=MOST_ATTEMPTS - 1).delete()
    tried = told.order_by("attempts").values_list("attempts", flat=True).last() or 0
    told.update(attempts=F("attempts") + 1, next_try=now + FIRST_PAUSE * 2**tried)


def send(addresses: list[str]) -> int | str:
    """Send one message; return the status of the answer, or what went wrong on the way."""
    host = urlsplit(settings.SITE_URL)
    message = {
        "host": host.hostname,
        "key": settings.INDEXNOW_KEY,
        "keyLocation": settings.SITE_URL + reverse("blog:indexnow_key", args=[settings.INDEXNOW_KEY]),
        "urlList": addresses,
    }
    request = Request(  # noqa: S310 - the address is a setting
        settings.INDEXNOW_URL,
        json.dumps(message).encode(),
        {"Content-Type": "application/json; charset=utf-8"},
    )
    try:
        with _opener.open(request, timeout=TIMEOUT_SECONDS) as answer:
            return int(answer.status)
    except HTTPError as error:
        error.close()
        return error.code
    except (URLError, OSError, ValueError) as error:
        return str(error)


@require_safe
def key_file(request: HttpRequest, key: str) -> HttpResponseBase:
    """Show the key, by which the site proves that it is the one that tells."""
    if not is_on() or key != settings.INDEXNOW_KEY:
        raise Http404
    return cacheable(HttpResponse(key, "text/plain; charset=utf-8"))


def is_to_be_found(page: Page) -> bool:
    """Say whether search engines may know `page`: published, for everybody, nowhere hidden."""
    return (
        page.live
        and not getattr(page, "noindex", False)
        and not getattr(page, "canonical_url", "")
        and not page.get_view_restrictions().exists()
    )


def _on_published(instance: Page, **_: Any) -> None:
    if is_on() and is_to_be_found(instance):
        tell([instance.full_url])


def _on_gone(instance: Page, **_: Any) -> None:
    if is_on() and not getattr(instance, "noindex", False):
        tell([instance.full_url])


def _on_removed(instance: Page, **_: Any) -> None:
    if instance.live:
        _on_gone(instance)


def _on_new_slug(instance: Page, instance_before: Page, **_: Any) -> None:
    if is_on() and is_to_be_found(instance):
        tell([instance_before.full_url, instance.full_url])


def _on_moved(instance: Page, url_path_before: str, url_path_after: str, **_: Any) -> None:
    if not is_on() or url_path_before == url_path_after:
        return
    before = Page(pk=instance.pk, url_path=url_path_before)
    if is_to_be_found(instance.specific):
        tell([before.full_url, instance.full_url])


def connect() -> None:
    page_published.connect(_on_published)
    page_unpublished.connect(_on_gone)
    page_slug_changed.connect(_on_new_slug)
    post_page_move.connect(_on_moved)
    for model in get_page_models():
        post_delete.connect(_on_removed, sender=model)
