"""The page behind the link in a coach's mail. Mail scanners open it too, so only a button decides."""

from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from comments.decision_form import DecisionForm
from comments.earlier import History, histories
from comments.models import Comment
from comments.opinion import filter_opinion
from comments.services import moderation_links
from comments.services.decisions import CannotAnswer, ChangedMeanwhile
from comments.services.moderation_links import DeadLink, JudgedAlready, SpentLink
from comments.views.pages import private
from guard.decorators import public_form

REFUSED = (
    "We konden niet zien of dit van onze eigen pagina kwam. Er is nog niets gebeurd: druk nog een keer op de"
    " knop."
)
CHANGED = "De schrijver heeft de reactie net veranderd. Lees haar nog een keer, en kies dan opnieuw."


@require_http_methods(["GET", "HEAD", "POST"])
@public_form
def moderate(request: HttpRequest, token: str) -> HttpResponse:
    """Show a reaction that waits, and do with it what its coach chooses.

    The link alone says who that is: whoever is logged in in this browser has no part in it.
    """
    request.user = AnonymousUser()
    try:
        comment = moderation_links.find_link(token).comment
        if not moderation_links.waits(comment):
            raise JudgedAlready
        if request.method == "POST":
            return _judge(request, token, comment)
        return _page(request, comment, _form(comment))
    except DeadLink:
        return private(request, "comments/moderate_unknown.html", {}, status=404)
    except SpentLink as spent:
        return private(request, "comments/moderate_spent.html", {"link": spent.link}, status=410)
    except JudgedAlready:
        comment.refresh_from_db()
        return _judged(request, comment)


def _judge(request: HttpRequest, token: str, comment: Comment) -> HttpResponse:
    form = _form(comment, request.POST)
    valid = form.is_valid()
    if request.guard_refused:  # type: ignore[attr-defined]
        form.add_error(None, REFUSED)
        return _page(request, comment, form, status=403)
    if not valid:
        return _page(request, comment, form, status=422)
    decision = form.cleaned_data["decision"]
    answer = form.cleaned_data.get("text", "")
    try:
        comment = moderation_links.judge(token, decision, answer=answer, seen=form.cleaned_data["seen"])
    except ChangedMeanwhile:
        comment.refresh_from_db()
        form.add_error(None, CHANGED)
        return _page(request, comment, form, status=409)
    except CannotAnswer as error:
        comment.refresh_from_db()
        form.add_error(None, str(error))
        return _page(request, comment, form, status=422)
    context = {
        "comment": comment,
        "decision": decision,
        "shown_url": f"{_article_url(comment)}#{comment.anchor}" if _article_url(comment) else "",
    }
    return private(request, "comments/moderate_done.html", context)


def _page(request: HttpRequest, comment: Comment, form: DecisionForm, status: int = 200) -> HttpResponse:
    context = {
        "comment": comment,
        "article_url": _article_url(comment),
        "opinion": filter_opinion(comment),
        "history": histories([comment]).get(comment.pk, History()),
        "form": form,
        "seen": comment.fingerprint,
        # No header vouched for the post: from then on Django's token does.
        "with_token": status == 403 or "csrfmiddlewaretoken" in request.POST,
    }
    return private(request, "comments/moderate.html", context, status=status)


def _judged(request: HttpRequest, comment: Comment) -> HttpResponse:
    context = {
        "comment": comment,
        "event": moderation_links.last_decision(comment),
        "answer": request.POST.get("text", ""),
    }
    status = 409 if request.method == "POST" else 200
    return private(request, "comments/moderate_judged.html", context, status=status)


def _form(comment: Comment, data: Any = None) -> DecisionForm:
    return DecisionForm(data, can_answer=comment.page is not None)


def _article_url(comment: Comment) -> str:
    """Return where readers find the article; nothing where they can't."""
    return comment.page.full_url or "" if comment.page and comment.page.live else ""
