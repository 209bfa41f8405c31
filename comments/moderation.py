"""The coach's decisions: one click for one reaction, or one for all that are ticked, and the way back."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.decorators.http import require_POST
from wagtail.admin.auth import permission_required
from wagtail.admin.utils import get_valid_next_url_from_request

from comments import services
from comments.forms import AnswerForm
from comments.models import Comment, CommentEvent, Status

PERMISSION = "comments.moderate_comment"
NAMESPACE = "comment_moderation"

STATUS_OF = {"approve": Status.APPROVED, "spam": Status.SPAM, "trash": Status.TRASH, "back": Status.PENDING}
DONE = {
    Status.APPROVED: "goedgekeurd",
    Status.SPAM: "als spam weggelegd",
    Status.TRASH: "naar de prullenbak",
    Status.PENDING: "terug bij wat wacht",
}
NOTHING_TICKED = "Vink eerst een of meer reacties aan."
NOTHING_CHANGED = "Er is niets veranderd: dit was al zo."


@dataclass
class Outcome:
    """What one click did, for the page that comes next or for the script that stays on this one."""

    message: str
    events: list[CommentEvent]
    touched: list[int]
    failed: bool = False


@permission_required(PERMISSION)
@require_POST
def decide(request: HttpRequest) -> HttpResponse:
    """Act on `row` ("approve-12": that one) or on `bulk` ("spam": all in `comment`)."""
    if "row" in request.POST:
        action, _, pk = request.POST["row"].partition("-")
        comment = get_object_or_404(Comment, pk=_number(pk))
        if action == "answer":
            return _answer(request, comment)
        comments = [comment]
    else:
        action = request.POST.get("bulk", "")
        ticked = [_number(pk) for pk in request.POST.getlist("comment")]
        comments = list(Comment.objects.filter(pk__in=ticked))
    if action not in STATUS_OF:
        return HttpResponse("Onbekende handeling.", status=400)
    if not comments:
        return _respond(request, Outcome(NOTHING_TICKED, [], [], failed=True))
    events = services.set_status(comments, STATUS_OF[action], request.user)
    touched = [comment.pk for comment in comments]
    return _respond(request, Outcome(_told(events, comments, STATUS_OF[action]), events, touched))


@permission_required(PERMISSION)
@require_POST
def take_back(request: HttpRequest) -> HttpResponse:
    """Undo the decisions in `event`."""
    wanted = [_number(pk) for pk in request.POST.getlist("event")]
    events = list(CommentEvent.objects.filter(pk__in=wanted).select_related("comment"))
    undone = services.undo(events, request.user)
    message = "Ongedaan gemaakt." if undone else NOTHING_CHANGED
    return _respond(request, Outcome(message, [], [event.comment_id for event in events]))


@permission_required(PERMISSION)
def show(request: HttpRequest, pk: int, answer: AnswerForm | None = None) -> HttpResponse:
    """One reaction with all that helps to judge it beside it."""
    comment = get_object_or_404(Comment.objects.select_related("page", "parent"), pk=pk)
    mail = comment.author_email
    others = Comment.objects.filter(author_email=mail).exclude(pk=pk) if mail else Comment.objects.none()
    index = reverse(f"{NAMESPACE}:index")
    context = {
        "comment": comment,
        "answer": answer,
        "events": comment.events.select_related("user"),
        "replies": comment.replies.all(),
        "approved_before": others.approved().count(),
        "refused_before": others.filter(status__in=[Status.SPAM, Status.TRASH]).count(),
        "next": reverse(f"{NAMESPACE}:show", args=[pk]),
        "header_title": f"Reactie van {comment.author_name}",
        "header_icon": "comment",
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_home"), "label": "Start"},
            {"url": index, "label": "Reacties"},
            {"url": "", "label": f"Reactie van {comment.author_name}"},
        ],
    }
    return render(request, "comments/admin/show.html", context, status=422 if answer else 200)


def _answer(request: HttpRequest, comment: Comment) -> HttpResponse:
    form = AnswerForm({"text": request.POST.get(f"answer-{comment.pk}", "")})
    if not form.is_valid():
        message = " ".join(map(str, form.errors["text"]))
        if _wants_json(request):
            return _respond(request, Outcome(message, [], [], failed=True))
        # Not a redirect: what was written must come back.
        return show(request, comment.pk, answer=form)
    events = services.answer_and_approve(comment, form.cleaned_data["text"], request.user)
    message = f"Je antwoord aan {comment.author_name} staat erbij."
    if any(event.comment_id == comment.pk for event in events):
        message = f"{message.rstrip('.')}; de reactie is goedgekeurd."
    return _respond(request, Outcome(message, events, [comment.pk]))


def _told(events: list[CommentEvent], comments: list[Comment], status: Status) -> str:
    if not events:
        return NOTHING_CHANGED
    if len(events) == 1:
        return f"Reactie van {events[0].comment.author_name}: {DONE[status]}."
    return f"{len(events)} reacties: {DONE[status]}."


def _respond(request: HttpRequest, outcome: Outcome) -> HttpResponse:
    """Tell what was done: to the script as JSON, else as a message on the page the click came from."""
    if _wants_json(request):
        return JsonResponse(_as_json(request, outcome), status=422 if outcome.failed else 200)
    if outcome.failed:
        messages.error(request, outcome.message)
    else:
        messages.success(
            request, render_to_string("comments/admin/done.html", vars(outcome), request=request)
        )
    return redirect(get_valid_next_url_from_request(request) or f"{NAMESPACE}:index")


def _as_json(request: HttpRequest, outcome: Outcome) -> dict[str, Any]:
    touched = Comment.objects.filter(pk__in=outcome.touched).select_related("page", "parent")
    return {
        "message": outcome.message,
        "events": [event.pk for event in outcome.events],
        "waiting": Comment.objects.pending().count(),
        "rows": [
            {
                "id": comment.pk,
                "waits": comment.status == Status.PENDING,
                "html": render_to_string("comments/admin/row.html", {"comment": comment}, request=request),
            }
            for comment in touched
        ],
    }


def _wants_json(request: HttpRequest) -> bool:
    return request.headers.get("Accept") == "application/json"


def _number(text: str) -> int:
    """Return an id from a form, or 0, which no row has."""
    return int(text) if text.isdecimal() and len(text) < 19 else 0
