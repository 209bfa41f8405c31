"""How a private file reaches its reader: through us, through the web server in front, or from its storage.

Which of these is settings.DOWNLOAD_BY (docs/operations.md, Downloads).
"""

import hashlib
import inspect
import unicodedata
from collections.abc import Callable
from http import HTTPStatus
from typing import IO, Any
from urllib.parse import quote

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.cache import get_conditional_response
from django.utils.http import http_date

from leads import ranges
from leads.models import LeadMagnetFile

# A presigned address need only live until the browser has followed it; what was begun may be finished.
ADDRESS_SECONDS = 300


def hand_over(request: HttpRequest, gift: LeadMagnetFile, take: Callable[[int], None]) -> HttpResponseBase:
    """Answer a GET or HEAD for a file. Raises FileNotFoundError when its content is gone.

    `take` is told from which byte on the file is handed over, just before that, and may raise to prevent it.
    It is not called where nothing is: HEAD, 304, 412, 416. A HEAD is answered by us whatever the way, since
    it would give a presigned address away.
    """
    size = gift.file.size
    etag, last_modified = _validators(gift, size)
    # Before anything is taken: the middleware would say the same too late (RFC 9110, 13.2).
    if unneeded := get_conditional_response(request, etag=etag, last_modified=last_modified):
        return unneeded
    if settings.DOWNLOAD_BY == "stream" or request.method == "HEAD":
        response = _stream(request, gift, size, etag, take)
    else:
        take(_first_byte(request, size, etag, last_modified))
        response = _accelerated(gift) if settings.DOWNLOAD_BY == "accel" else _redirect(gift)
    response["Content-Disposition"] = disposition(gift.download_name)
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["X-Content-Type-Options"] = "nosniff"
    return response


def _stream(
    request: HttpRequest, gift: LeadMagnetFile, size: int, etag: str, take: Callable[[int], None]
) -> HttpResponseBase:
    def open_at(first: int) -> IO[bytes]:
        file: IO[bytes] = gift.file.storage.open(gift.file.name or "")
        try:
            take(first)
        except BaseException:
            file.close()
            raise
        return file

    response = ranges.send(request, open_at, size, etag, gift.content_type)
    response["ETag"] = etag
    return response


def _accelerated(gift: LeadMagnetFile) -> HttpResponse:
    """Have the web server in front send it, which sees to ranges itself."""
    response = HttpResponse(content_type=gift.content_type)
    response["X-Accel-Redirect"] = settings.DOWNLOAD_ACCEL_PREFIX + quote(gift.file.name or "")
    return response


def _redirect(gift: LeadMagnetFile) -> HttpResponse:
    """Send the reader on to the storage, by an address that its own `url()` signs."""
    url = gift.file.storage.url
    takes = inspect.signature(url).parameters
    arguments: dict[str, Any] = {}
    # As django-storages' S3Storage has it, which speaks to most object stores; others use what they know.
    if {"parameters", "expire", "http_method"} <= takes.keys():
        arguments["expire"] = ADDRESS_SECONDS
        arguments["parameters"] = {
            "ResponseContentDisposition": disposition(gift.download_name),
            "ResponseContentType": gift.content_type,
        }
    # Not Django's redirect, which would also take a path of our own.
    return HttpResponse(status=HTTPStatus.FOUND, headers={"Location": url(gift.file.name or "", **arguments)})


def _first_byte(request: HttpRequest, size: int, etag: str, last_modified: int | None) -> int:
    """Return where the request begins; a range that is not in the file begins nowhere later than at 0.

    Of what has changed since (If-Range) the web server sends all. What an object store calls its contents is
    not known here: that one is believed, and the parts of a use are counted anyway.
    """
    known = {etag, http_date(last_modified) if last_modified else etag}
    if settings.DOWNLOAD_BY == "accel" and request.headers.get("If-Range", etag) not in known:
        return 0
    try:
        span = ranges.asked_range(request, size)
    except ranges.NoSuchRange:
        return 0
    return span[0] if span else 0


def _validators(gift: LeadMagnetFile, size: int) -> tuple[str, int | None]:
    """Return the ETag of the file, and its Last-Modified where one is sent.

    With "accel" these are the ones that nginx makes, since its answers are what readers ask about. Otherwise
    a strong ETag of ours: a stored name (gift_path) is never used again for another content.
    """
    if settings.DOWNLOAD_BY == "accel":
        modified = int(gift.file.storage.get_modified_time(gift.file.name or "").timestamp())
        return f'"{modified:x}-{size:x}"', modified
    return f'"{hashlib.sha256((gift.file.name or "").encode()).hexdigest()[:32]}"', None


def disposition(name: str) -> str:
    """Return Content-Disposition (RFC 6266): the name in plain letters, then with all of them (RFC 8187)."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    header = 'attachment; filename="{}"'.format(plain.replace("\\", "_").replace('"', "_"))
    return header if plain == name else f"{header}; filename*=UTF-8''{quote(name, safe='')}"
