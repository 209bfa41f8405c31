"""Headers that every answer carries, and the policy of the admin's screens."""

from collections.abc import Callable
from http import HTTPStatus

from csp.constants import SELF
from django.http import HttpRequest, HttpResponseBase

from liefdesverdriet import policies

ADMIN_PREFIX = "/admin/"


def policy_headers(
    get_response: Callable[[HttpRequest], HttpResponseBase],
) -> Callable[[HttpRequest], HttpResponseBase]:
    """Give the admin a policy of its own, written by django-csp; let other sites embed none of ours."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        if request.path_info.startswith(ADMIN_PREFIX) and not hasattr(response, "_csp_config"):
            response._csp_config = policies.ADMIN  # type: ignore[attr-defined]
        elif getattr(request, "is_preview", False):
            # The page itself under the readers' policy, shown in the editor's frame.
            response._csp_replace = {"frame-ancestors": [SELF]}  # type: ignore[attr-defined]
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        if response.status_code == HTTPStatus.MOVED_PERMANENTLY:
            # Browsers keep one for good (RFC 9111, 4.2.2): an address changed back would then go in circles.
            response.headers.setdefault("Cache-Control", "no-cache")
        return response

    return middleware
