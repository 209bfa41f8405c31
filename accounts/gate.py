"""Nobody is anybody before all steps are done: what stands between Django's sessions and every view."""

from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from django.contrib.auth import get_user
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import Resolver404, resolve
from django.utils.functional import SimpleLazyObject

from accounts import entering, factors, first_passwords, open_sessions, pending
from accounts.models import Method
from accounts.roles import needs_second_factor

ADMIN = "/admin/"
# What a session with a password alone may ask for: its next steps, the way out and back, and the pictures and
# words of those screens, which anybody may have.
OPEN = {
    *("wagtailadmin_login", "wagtailadmin_logout", "wagtailadmin_sprite", "wagtailadmin_javascript_catalog"),
    *("wagtailadmin_password_reset", "wagtailadmin_password_reset_done"),
    *("wagtailadmin_password_reset_confirm", "wagtailadmin_password_reset_complete"),
}
# Views of ours that look for themselves at who stands before them (accounts.views.person).
OPEN_NAMESPACE = "accounts"


def gate(
    get_response: Callable[[HttpRequest], HttpResponseBase],
) -> Callable[[HttpRequest], HttpResponseBase]:
    """Give a view a user only when the session has done all that this user's account asks for.

    It stands behind AuthenticationMiddleware and asks nothing of the database before somebody looks at
    `request.user`; readers have no session. In the admin who is half-way is led to the next step.
    """

    def middleware(request: HttpRequest) -> HttpResponseBase:
        request.user = SimpleLazyObject(lambda: admitted(request))  # type: ignore[assignment]
        if request.path_info.startswith(ADMIN):
            # Not `if request.user`: this is what makes a session with a password alone pending.
            is_in = request.user.is_authenticated
            if not is_in and not _is_open(request.path_info) and (stage := pending.of(request)):
                return _lead_on(request, stage)
        return get_response(request)

    return middleware


def admitted(request: HttpRequest) -> Any:
    """Return the user of this request, or nobody while a step is missing or the session was ended."""
    user = get_user(request)
    if not user.is_authenticated:
        return user
    row = open_sessions.row_of(request, user)
    if row is None and open_sessions.key_of(request):
        request.session.flush()
        return AnonymousUser()
    # A session without a row is of before there were rows: a factor may have come since.
    has_stepped = row.has_second_factor if row else False
    if not has_stepped and (needs_second_factor(user) or (row is None and factors.has_factor(user))):
        pending.begin(request, user)
        return AnonymousUser()
    # Nobody gets a row before they chose a password, and it goes when another makes them one.
    if row is None and first_passwords.is_waiting(user):
        pending.begin(request, user, method=Method.PASSWORD)
        return AnonymousUser()
    return user


def _is_open(path: str) -> bool:
    try:
        match = resolve(path)
    except Resolver404:
        return False
    return match.url_name in OPEN or match.namespaces == [OPEN_NAMESPACE]


def _lead_on(request: HttpRequest, stage: pending.Pending) -> HttpResponse:
    if request.headers.get("X-Requested-With") == "XMLHttpRequest" or request.method not in ("GET", "HEAD"):
        return HttpResponse(
            "Log eerst verder in.", status=HTTPStatus.FORBIDDEN, content_type="text/plain; charset=utf-8"
        )
    return redirect(entering.step_of(stage))
