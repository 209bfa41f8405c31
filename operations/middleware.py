"""Around each request that the site itself answers: its number, its line in the log, its count, its trace.

Kept pages (pagecache) never come here; they have no number, and are only counted.
"""

import logging
import re
import time
from collections.abc import Callable
from uuid import uuid4

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase

from operations import tracing
from operations.logs import request_id
from pagecache import counts
from pagecache.policy import OPTED_IN

HEADER = "X-Request-ID"
# In the WSGI environment of a request that nobody made (liefdesverdriet.application).
REHEARSAL = "operations.rehearsal"
# Asked every few seconds, by nobody.
PROBES = {"/livez", "/readyz", "/metrics"}
NUMBER = re.compile(r"[A-Za-z0-9._-]{8,64}")

logger = logging.getLogger("liefdesverdriet.requests")

GetResponse = Callable[[HttpRequest], HttpResponseBase]


def watch(get_response: GetResponse) -> GetResponse:
    """Stand outermost, so that whatever goes wrong inside is watched too."""
    is_counted = bool(settings.METRICS_TOKEN)

    def middleware(request: HttpRequest) -> HttpResponseBase:
        if REHEARSAL in request.META:
            return get_response(request)
        number = _number(request)
        token = request_id.set(number)
        began = time.perf_counter()
        try:
            with tracing.request(request) as trace:
                response = get_response(request)
                trace(response)
            took = time.perf_counter() - began
            if is_counted:
                counts.add(counts.ANSWERED)
                counts.add(counts.MICROSECONDS, int(took * 1_000_000))
                counts.add(counts.STATUSES + response.status_code // 100 - 1)
            if logger.isEnabledFor(logging.INFO) and request.path not in PROBES:
                _write(request, response, took)
        finally:
            request_id.reset(token)
        if OPTED_IN not in request.META:
            # What may be kept is sent to others too.
            response.headers[HEADER] = number
        return response

    return middleware


def _number(request: HttpRequest) -> str:
    """Return the number that a proxy of ours gave, else one of our own."""
    given = request.headers.get(HEADER, "")
    if settings.TRUSTED_PROXY_DEPTH and NUMBER.fullmatch(given):
        return str(given)
    return uuid4().hex


def _write(request: HttpRequest, response: HttpResponseBase, took: float) -> None:
    """Write a line: what was asked without its query, and how it went; nothing of who asked."""
    milliseconds = round(took * 1000, 1)
    logger.info(
        "%s %s %d %s ms",
        request.method,
        request.path,
        response.status_code,
        milliseconds,
        extra={"fields": {"status": response.status_code, "milliseconds": milliseconds}},
    )
