"""Compress what everybody may see and the page cache does not keep, such as the results of a search.

WhiteNoise serves static files compressed already, and `pagecache` compresses once what it keeps.
"""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.cache import patch_vary_headers

from pagecache import encodings


def _is_public_text(response: HttpResponse) -> bool:
    """Say whether an answer is text without secrets.

    What is personal stays as it is: its compressed length could betray a secret in it (the BREACH attack).
    """
    control = response.get("Cache-Control", "")
    return (
        response.status_code in (200, 404, 410, 500)
        and not response.has_header("Content-Encoding")
        and not response.cookies
        and "no-store" not in control
        and "private" not in control
        and encodings.is_text(response.get("Content-Type", ""), response.content)
    )


def compress(
    get_response: Callable[[HttpRequest], HttpResponseBase],
) -> Callable[[HttpRequest], HttpResponseBase]:
    """Send public text with brotli or gzip where the browser takes it."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        if not isinstance(response, HttpResponse) or not _is_public_text(response):
            return response
        patch_vary_headers(response, ["Accept-Encoding"])
        # Not `request.headers`, which is a copy: for a page that is kept, the header is taken out meanwhile.
        encoding = encodings.preferred(request.META.get("HTTP_ACCEPT_ENCODING", ""))
        if encoding:
            response.content = encodings.compressed(response.content, encoding)
            response["Content-Encoding"] = encoding
            response["Content-Length"] = str(len(response.content))
            if response.has_header("ETag") and not response["ETag"].startswith("W/"):
                response["ETag"] = f"W/{response['ETag']}"
        return response

    return middleware
