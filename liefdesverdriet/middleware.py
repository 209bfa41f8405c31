"""Headers that every answer carries, and the policy of the admin's screens."""

from collections.abc import Callable
from http import HTTPStatus

from csp.constants import NONE, SELF, UNSAFE_INLINE
from django.http import HttpRequest, HttpResponseBase

ADMIN_PREFIX = "/admin/"
# Wagtail's choosers and dates start by inline scripts; its editor sets style attributes, draws small pictures
# as data addresses and shows previews in frames.
ADMIN_POLICY = {
    "default-src": [NONE],
    "script-src": [SELF, UNSAFE_INLINE],
    "style-src": [SELF, UNSAFE_INLINE],
    "img-src": [SELF, "data:", "blob:"],
    "media-src": [SELF],
    "font-src": [SELF, "data:"],
    "connect-src": [SELF],
    "frame-src": [SELF],
    "worker-src": [SELF, "blob:"],
    "form-action": [SELF],
    "base-uri": [NONE],
    "frame-ancestors": [SELF],
}


def policy_headers(
    get_response: Callable[[HttpRequest], HttpResponseBase],
) -> Callable[[HttpRequest], HttpResponseBase]:
    """Give the admin a policy of its own, written by django-csp; let other sites embed none of ours."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        if request.path_info.startswith(ADMIN_PREFIX) and not hasattr(response, "_csp_config"):
            response._csp_config = ADMIN_POLICY  # type: ignore[attr-defined]
        elif getattr(request, "is_preview", False):
            # The page itself under the readers' policy, shown in the editor's frame.
            response._csp_replace = {"frame-ancestors": [SELF]}  # type: ignore[attr-defined]
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        if response.status_code == HTTPStatus.MOVED_PERMANENTLY:
            # Browsers keep one for good (RFC 9111, 4.2.2): an address changed back would then go in circles.
            response.headers.setdefault("Cache-Control", "no-cache")
        return response

    return middleware
