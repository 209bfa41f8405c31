"""What may be cached: nothing, unless its view says so and neither request nor answer is personal."""

from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase

# Query parameters that choose another page; any other makes an address that is answered but never kept.
ALLOWED_PARAMETERS = ("pagina",)
LONGEST_PARAMETER = 6


def cacheable(response: HttpResponseBase) -> HttpResponseBase:
    """Mark an answer as the same for every reader. Views opt in with this; all others are never kept."""
    response._pagecache = True  # type: ignore[attr-defined]
    return response


def key(request: HttpRequest) -> str | None:
    """Return the key under which the answer to `request` may be kept, None when it may not.

    Only what a reader without any cookie of ours asks counts; HEAD shares the answer of GET.
    """
    if request.method not in ("GET", "HEAD"):
        return None
    if settings.SESSION_COOKIE_NAME in request.COOKIES or "Authorization" in request.headers:
        return None
    parameters = request.GET
    if any(
        name not in ALLOWED_PARAMETERS or len(values) != 1 or not 0 < len(values[0]) <= LONGEST_PARAMETER
        for name, values in parameters.lists()
    ):
        return None
    query = urlencode(sorted((name, value) for name, value in parameters.items()))
    return f"{request.scheme}://{request.get_host()}{request.path}?{query}"


def may_keep(response: HttpResponseBase) -> bool:
    """Say whether an answer may be kept: opted in, complete, without a cookie and not marked as private."""
    if not getattr(response, "_pagecache", False) or not isinstance(response, HttpResponse):
        return False
    control = response.headers.get("Cache-Control", "")
    return (
        response.status_code == 200
        and not response.cookies
        and "no-store" not in control
        and "private" not in control
    )
