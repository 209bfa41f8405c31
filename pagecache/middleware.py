"""Django's side of the page cache: tell the wrapper in front of Django which answers may be kept."""

from collections.abc import Callable
from http import HTTPStatus

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.cache import patch_cache_control

from pagecache.policy import ASKED, BRIEF_STATUSES, CACHE_CONTROL, OPTED_IN

# What the wrapper sees to by itself for what it keeps: it needs the whole page, as it is.
_LEFT_TO_THE_WRAPPER = ("HTTP_ACCEPT_ENCODING", "HTTP_IF_NONE_MATCH", "HTTP_IF_MODIFIED_SINCE")


def hand_over(
    get_response: Callable[[HttpRequest], HttpResponseBase],
) -> Callable[[HttpRequest], HttpResponseBase]:
    """Name the parameters of an answer that may be kept; keep proxies from keeping what an editor sees.

    Stands inside of what compresses and compares, so that a page to be kept passes those as it is.
    """

    def middleware(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        opted_in = getattr(response, "_pagecache_parameters", None)
        if opted_in is not None:
            response.headers.setdefault("Cache-Control", CACHE_CONTROL)
        if settings.SESSION_COOKIE_NAME in request.COOKIES:
            if "public" not in response.headers.get("Cache-Control", ""):
                patch_cache_control(response, private=True)
        elif ASKED in request.META and isinstance(response, HttpResponse):
            code = response.status_code
            if code in BRIEF_STATUSES or code >= HTTPStatus.INTERNAL_SERVER_ERROR:
                opted_in = frozenset()
            elif code != HTTPStatus.OK:
                opted_in = None
            if opted_in is not None:
                request.META[OPTED_IN] = opted_in
                for name in _LEFT_TO_THE_WRAPPER:
                    request.META.pop(name, None)
        return response

    return middleware
