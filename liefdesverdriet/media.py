"""Uploaded pictures and sound, for sites without a web server or object storage in front."""

import mimetypes
from http import HTTPStatus
from pathlib import Path

from django.conf import settings
from django.core.exceptions import SuspiciousFileOperation
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.utils._os import safe_join
from django.utils.http import http_date
from django.views.decorators.http import require_safe
from django.views.static import was_modified_since

from leads import ranges
from liefdesverdriet import policies, private_media

# Names of renditions carry a hash of what they show; originals and sound keep their name when replaced.
RENDITION_SECONDS, OTHER_SECONDS = 31_536_000, 3_600
# As the feed of a podcast names them; machines differ in what they call these.
SOUND = {
    ".m4a": "audio/x-m4a",
    ".aac": "audio/aac",
    ".ogg": "audio/ogg",
    ".opus": "audio/ogg",
    ".vtt": "text/vtt",
}
TEXT, LATER = "text/plain; charset=utf-8", {"Retry-After": "30", "Cache-Control": "no-store"}


@require_safe
def media(request: HttpRequest, path: str) -> HttpResponseBase:
    """Send an uploaded file; one byte range when asked, since players of sound seek with it."""
    try:
        file = Path(safe_join(settings.MEDIA_ROOT, path))
        stat = file.stat()
        name = file.relative_to(Path(settings.MEDIA_ROOT).absolute()).as_posix()
    except (OSError, ValueError, SuspiciousFileOperation) as error:
        raise Http404 from error
    if not file.is_file() or not private_media.may_be_sent(name, request):
        raise Http404
    is_guarded = private_media.is_guarded(name)
    modified = http_date(stat.st_mtime)
    if not was_modified_since(request.headers.get("If-Modified-Since"), stat.st_mtime):
        return HttpResponse(status=304)
    content_type = SOUND.get(file.suffix.lower()) or mimetypes.guess_type(file.name)[0]
    content_type = content_type or "application/octet-stream"
    try:
        response = ranges.send(request, lambda first: file.open("rb"), stat.st_size, modified, content_type)
    except ranges.TooManyStreams:
        return HttpResponse("Het is even druk. Probeer het zo nog eens.\n", TEXT, 503, headers=LATER)
    if response.status_code == HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE:
        return response
    response["Last-Modified"] = modified
    seconds = RENDITION_SECONDS if path.startswith("images/") else OTHER_SECONDS
    response["Cache-Control"] = "private, no-store" if is_guarded else f"public, max-age={seconds}"
    response["Content-Security-Policy"] = policies.FILE
    # Readers of feeds show our pictures and play our sound inside pages of their own.
    response["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response
