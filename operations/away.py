"""What visitors get while the database is away or the disk is full: a page that says so, with their words.

It needs nothing that could be away itself. A form comes back with everything in it, ready to be sent again.
"""

import errno
import sqlite3
import sys
from http import HTTPStatus

from django.core.exceptions import RequestDataTooBig, SuspiciousOperation
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.http.multipartparser import MultiPartParserError
from django.shortcuts import render
from django.views.defaults import server_error

from guard.origin import Decision, decide

RETRY_SECONDS = 30
# Of the system: no room, no room for us, read-only, and a disk that answers no more.
_NO_STORAGE = {errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EIO}
# Forms with more in them than this are none of ours.
MOST_FIELDS, LONGEST = 40, 50_000
NEVER_SHOWN = ("csrfmiddlewaretoken", "bewijs")


def server_error_or_away(request: HttpRequest) -> HttpResponse:
    """Answer for what a view could not: 503 where that passes by itself, else Django's 500."""
    error = sys.exc_info()[1]
    if error is None or not is_away(error):
        return server_error(request)
    fields = _typed(request)
    context = {
        "is_form": request.method == "POST",
        "fields": [(name, value) for name, value in fields if name != "text"],
        "text": dict(fields).get("text", ""),
        # Sent from elsewhere it is only shown: nobody sends in somebody's name what they did not write.
        "may_send": bool(fields) and decide(request) is Decision.ACCEPT,
        "address": request.path,
    }
    response = render(request, "503.html", context, status=HTTPStatus.SERVICE_UNAVAILABLE)
    response["Retry-After"] = str(RETRY_SECONDS)
    response["Cache-Control"] = "no-store"
    return response


def is_away(error: BaseException) -> bool:
    """Say whether an error means that database or disk are away for now, and not that we made a mistake."""
    if isinstance(error, OSError) and error.errno in _NO_STORAGE:
        return True
    if isinstance(error, OperationalError | InterfaceError):
        cause = error.__cause__
        # SQLite calls a missing table an operational error too.
        return not (
            isinstance(cause, sqlite3.Error)
            and getattr(cause, "sqlite_errorcode", None) == sqlite3.SQLITE_ERROR
        )
    return error.__cause__ is not None and is_away(error.__cause__)


def _typed(request: HttpRequest) -> list[tuple[str, str]]:
    """Return what was filled in, where it is a public form that can be sent again."""
    if request.method != "POST" or request.path.startswith("/admin/"):
        return []
    try:
        pairs = [(name, value) for name, values in request.POST.lists() for value in values]
    except (OSError, SuspiciousOperation, RequestDataTooBig, MultiPartParserError):
        return []
    if len(pairs) > MOST_FIELDS or sum(len(value) for _, value in pairs) > LONGEST:
        return []
    return [(name, value) for name, value in pairs if name not in NEVER_SHOWN]
