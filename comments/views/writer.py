"""The private page of whoever wrote a reaction, and what one can do there. Its address is the only key."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from comments.assessment import danger_in
from comments.models import Comment, CommentSettings
from comments.personal_details import LABELS, find_details
from comments.services import subscriptions, writers
from comments.services.writers import TooLate
from comments.views.pages import private
from comments.views.submission import KEPT, REFUSED
from comments.writer_forms import ChangeForm
from guard.decorators import public_form
from guard.limits import LimitReached
from guard.networks import network_hash

readable_and_postable = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
def mine(request: HttpRequest, token: str) -> HttpResponse:
    comment = writers.find(token)
    return _mine(request, token, comment) if comment else _unknown(request)


@readable_and_postable
@public_form
def change(request: HttpRequest, token: str) -> HttpResponse:
    comment = writers.find(token)
    if comment is None:
        return _unknown(request)
    chosen = CommentSettings.load()
    data = request.POST if request.method == "POST" else None
    form = ChangeForm(data, comment=comment, token=token, settings=chosen)
    if not writers.may_change(comment, timezone.now()):
        return _too_late(request, token, comment, form)
    if request.method != "POST":
        return _change_form(request, token, comment, form)

    valid = form.is_valid()
    if request.guard_refused:  # type: ignore[attr-defined]
        form.use_token()
        form.refuse(REFUSED)
        return _change_form(request, token, comment, form, status=403)
    if not valid:
        return _change_form(request, token, comment, form, status=422)
    try:
        writers.change(
            comment,
            text=form.cleaned_data["text"],
            name=form.cleaned_data["name"],
            now=timezone.now(),
            network=network_hash(request),
            trapped=form.is_trapped,
            proven=form.has_proof,
        )
    except TooLate:
        return _too_late(request, token, comment, form)
    except LimitReached as limit:
        form.ask_proof()
        form.ask_to_wait(limit.words("reacties", KEPT))
        return limit.answer(_change_form(request, token, comment, form, status=429))
    return _back(token)


@readable_and_postable
@public_form
def withdraw(request: HttpRequest, token: str) -> HttpResponse:
    comment = writers.find(token)
    if comment is None:
        return _unknown(request)
    refused: bool = request.guard_refused  # type: ignore[attr-defined]
    if comment.withdrawn_at or (request.method == "POST" and not refused):
        if request.method == "POST":
            writers.withdraw(comment, timezone.now())
        return _back(token)
    context = {
        "title": "Je reactie intrekken",
        "comment": comment,
        "token": token,
        "leaves_a_place": writers.state_of(comment) == "shown" and writers.is_answered(comment),
        "withdrawn_text": writers.WITHDRAWN_TEXT,
        "refused": refused,
    }
    return private(request, "comments/withdraw.html", context, status=403 if refused else 200)


@readable_and_postable
@public_form
def notify(request: HttpRequest, token: str) -> HttpResponse:
    """Ask to be told of answers. The page says the same afterwards, whoever the address belongs to."""
    comment = writers.find(token)
    if comment is None:
        return _unknown(request)
    if request.guard_refused:  # type: ignore[attr-defined]
        return _mine(request, token, comment, status=403)
    if request.method == "POST":
        subscriptions.ask(comment)
    return _back(token)


def _mine(request: HttpRequest, token: str, comment: Comment, status: int = 200) -> HttpResponse:
    now = timezone.now()
    state = writers.state_of(comment)
    may_change = writers.may_change(comment, now)
    is_new = may_change and comment.changed_at is None
    words = comment.original_text or comment.text
    details = find_details(words, comment.author_name) if may_change else []
    context = {
        "title": "Dank je wel voor je reactie" if is_new else "Je reactie",
        "comment": comment,
        "words": words,
        "state": state,
        "is_new": is_new,
        "may_change": may_change,
        "change_until": comment.created_at + writers.CHANGE_WITHIN,
        "details": [(LABELS[detail.kind], detail.found) for detail in details],
        "has_asked": hasattr(comment, "subscription"),
        "refused": status == 403,
        "token": token,
        "private_url": settings.SITE_URL + reverse("comments:mine", args=[token]),
    }
    return private(request, "comments/mine.html", context, status=status)


def _change_form(
    request: HttpRequest,
    token: str,
    comment: Comment,
    form: ChangeForm,
    status: int = 200,
) -> HttpResponse:
    heading = "Je reactie wijzigen"
    context = {
        "title": f"Nog niet bewaard: {heading}" if form.errors else heading,
        "heading": heading,
        "comment": comment,
        "form": form,
        "token": token,
        "change_until": comment.created_at + writers.CHANGE_WITHIN,
        "state": writers.state_of(comment),
        "danger": _points_to_danger(comment, form),
    }
    return private(request, "comments/change.html", context, status=status)


def _too_late(request: HttpRequest, token: str, comment: Comment, form: ChangeForm) -> HttpResponse:
    context = {
        "title": "Wijzigen kan niet meer",
        "comment": comment,
        "token": token,
        "is_withdrawn": comment.withdrawn_at is not None,
        "text": form["text"].value() or "",
        "danger": _points_to_danger(comment, form),
    }
    return private(request, "comments/change_too_late.html", context, status=410)


def _points_to_danger(comment: Comment, form: ChangeForm) -> bool:
    return bool(comment.danger or danger_in(form["text"].value() or ""))


def _unknown(request: HttpRequest) -> HttpResponse:
    context = {"title": "Dit adres kennen we niet (meer)"}
    return private(request, "comments/mine_unknown.html", context, status=404)


def _back(token: str) -> HttpResponse:
    response = redirect("comments:mine", token=token)
    response.status_code = 303
    return response
