"""Where a page tells which gifts came into view (static/js/seen.js)."""

import re

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from guard.decorators import public_form
from guard.limits import LimitReached, hit
from guard.networks import network_hash
from leads import seen

# A page holds a handful of gifts; what is longer comes from no page of ours.
MOST_BYTES = 2_000
MOST_SIGHTS = 20
_SIGHT = re.compile(rf"([1-9]\d{{0,8}})\.(0|[1-9]\d{{0,8}})\.({seen.PLACE})", re.A)


def read_sights(values: list[str]) -> set[seen.Sight]:
    """Return what the values "<gift>.<page>.<placement>" tell; nothing for a value of another shape."""
    matches = (_SIGHT.fullmatch(value) for value in values[:MOST_SIGHTS])
    return {seen.Sight(int(match[1]), int(match[2]), match[3]) for match in matches if match}


@require_POST
@public_form
def count_seen(request: HttpRequest) -> HttpResponse:
    """Count, or not; the answer is the same. The coach and editors, who are logged in, count for nothing."""
    if _may_count(request) and (sights := read_sights(request.POST.getlist("gezien"))):
        try:
            hit("gift-seen", network_hash(request))
        except LimitReached:
            sights = set()
        seen.counter.add(sights)
    response = HttpResponse(status=204)
    response["Cache-Control"] = "no-store"
    return response


def _may_count(request: HttpRequest) -> bool:
    length = request.META.get("CONTENT_LENGTH") or "0"
    return (
        length.isdecimal()
        and int(length) <= MOST_BYTES
        and request.content_type == "application/x-www-form-urlencoded"
        and not request.guard_refused  # type: ignore[attr-defined]
        and settings.SESSION_COOKIE_NAME not in request.COOKIES
    )
