"""Uploaded pictures and sound, for sites without a web server or object storage in front."""

import mimetypes
import re
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.core.exceptions import SuspiciousFileOperation
from django.http import (
    FileResponse,
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    StreamingHttpResponse,
)
from django.utils._os import safe_join
from django.utils.http import http_date
from django.views.decorators.http import require_safe
from django.views.static import was_modified_since

# Names of renditions carry a hash of what they show; originals and sound keep their name when replaced.
RENDITION_SECONDS, OTHER_SECONDS = 31_536_000, 3_600
CHUNK_BYTES = 64 * 1024
_RANGE = re.compile(r"bytes=([0-9]{0,18})-([0-9]{0,18})")


def _range(header: str, size: int) -> tuple[int, int] | None:
    """Return the first and last byte that a Range header (RFC 9110, section 14.2) asks for; None is all."""
    match = _RANGE.fullmatch(header)
    if not match or match.group(0) == "bytes=-":
        return None
    first, last = match.groups()
    if not first:
        return max(0, size - int(last)), size - 1
    return int(first), min(int(last), size - 1) if last else size - 1


def _part(file: Path, first: int, last: int) -> Iterator[bytes]:
    """Yield the bytes from `first` up to and including `last`."""
    with file.open("rb") as stream:
        stream.seek(first)
        left = last - first + 1
        while left > 0 and (chunk := stream.read(min(left, CHUNK_BYTES))):
            left -= len(chunk)
            yield chunk


@require_safe
def media(request: HttpRequest, path: str) -> HttpResponseBase:
    """Send an uploaded file; one byte range when asked, since players of sound seek with it."""
    try:
        file = Path(safe_join(settings.MEDIA_ROOT, path))
        stat = file.stat()
    except (OSError, ValueError, SuspiciousFileOperation) as error:
        raise Http404 from error
    if not file.is_file():
        raise Http404
    modified = http_date(stat.st_mtime)
    if not was_modified_since(request.headers.get("If-Modified-Since"), stat.st_mtime):
        return HttpResponse(status=304)
    span = None
    # A range of what has changed since would be glued to the wrong beginning (RFC 9110, section 13.1.5).
    if request.method == "GET" and request.headers.get("If-Range", modified) == modified:
        span = _range(request.headers.get("Range", ""), stat.st_size)
    if span is not None and (span[0] >= stat.st_size or span[0] > span[1]):
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{stat.st_size}"})
    if span is None:
        response: HttpResponseBase = FileResponse(file.open("rb"))
    else:
        response = StreamingHttpResponse(_part(file, *span), status=206)
        response["Content-Type"] = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        response["Content-Length"] = str(span[1] - span[0] + 1)
        response["Content-Range"] = f"bytes {span[0]}-{span[1]}/{stat.st_size}"
    response["Accept-Ranges"] = "bytes"
    response["Last-Modified"] = modified
    seconds = RENDITION_SECONDS if path.startswith("images/") else OTHER_SECONDS
    response["Cache-Control"] = f"public, max-age={seconds}"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    # Readers of feeds show our pictures and play our sound inside pages of their own.
    response["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response
