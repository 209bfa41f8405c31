"""The door of a public form: a view for GET and POST whose form stands on cached pages without a token."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import CsrfViewMiddleware, RejectRequest
from django.views.decorators.csrf import csrf_exempt

from guard.origin import Decision, decide

View = Callable[..., HttpResponse]


class _Token(CsrfViewMiddleware):
    """Django's token check alone; its Origin check would refuse `null`, the very case we ask a token for.

    A token is proof enough: it is bound to a SameSite cookie, under HTTPS with the __Host- prefix, which
    neither another site nor someone on the line can set or read.
    """

    def matches(self, request: HttpRequest) -> bool:
        try:
            self._check_token(request)  # type: ignore[attr-defined]
        except RejectRequest:
            return False
        return True


_token = _Token(lambda request: HttpResponse())


def public_form(view: View) -> View:
    """Let `view` take posts from our own pages only, without a token on the page.

    Sets `request.guard_refused` (False on GET). Where it is True the view must do nothing but show its form
    again, status 403, with what was typed and a token (`GuardMixin.use_token`), so that nobody loses a word.
    """

    @wraps(view)
    def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        request.guard_refused = request.method == "POST" and not is_welcome(request)  # type: ignore[attr-defined]
        return view(request, *args, **kwargs)

    return csrf_exempt(guarded)


def is_welcome(request: HttpRequest) -> bool:
    decision = decide(request)
    return decision is Decision.ACCEPT or (decision is Decision.UNKNOWN and _token.matches(request))
