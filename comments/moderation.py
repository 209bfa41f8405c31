"""The coach's decisions: one click for one reaction, or one for all that are ticked, and the way back."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.decorators.http import require_POST
from wagtail.admin.auth import permission_required
from wagtail.admin.utils import get_valid_next_url_from_request

from comments.forms import AnswerForm
from comments.models import Comment, CommentEvent, ReadyAnswer, Status
from comments.queue import queue_items
from comments.reaction_screen import reaction_screen
from comments.services import decisions, editing
from comments.services.moderation_links import PERMISSION
from comments.services.reopening import let_stand, reopen_reports

NAMESPACE = "comment_moderation"

STATUS_OF = {"approve": Status.APPROVED, "spam": Status.SPAM, "trash": Status.TRASH, "back": Status.PENDING}
DONE = {
    "approve": "goedgekeurd",
    "spam": "als spam weggelegd",
    "trash": "naar de prullenbak",
    "back": "terug bij wat wacht",
    "stand": "de meldingen zijn afgehandeld",
}
# What is done to one reaction at a time, and can be taken back by the button beside it.
EDITING: dict[str, tuple[Callable[[Comment, Any], CommentEvent | None], str]] = {
    "pin": (editing.pin, "staat nu bovenaan bij het artikel"),
    "unpin": (editing.unpin, "staat weer op de gewone plaats"),
    "details": (editing.redact_details, "de persoonlijke gegevens zijn weggehaald"),
    "restore": (editing.restore, "de oorspronkelijke tekst staat er weer"),
}
NOTHING_TICKED = "Vink eerst een of meer reacties aan."
NOTHING_CHANGED = "Er is niets veranderd: dit was al zo."
CHANGED = "De schrijver heeft deze reactie net veranderd. Lees haar nog een keer."
MORE_CHANGED = "De schrijvers van {number} reacties hebben die net veranderd. Lees ze nog een keer."
NOT_PINNED = "Alleen een goedgekeurde reactie die zelf geen antwoord is, kan bovenaan staan."


@dataclass
class Outcome:
    """What one click did, for the page that comes next or for the script that stays on this one.

    `changed`: what was left as it was, for its writer had put other words in it. `answers`: the words of
    answers that were taken back, by the reaction that they answered.
    """

    message: str
    events: list[CommentEvent] = field(default_factory=list)
    touched: list[int] = field(default_factory=list)
    failed: bool = False
    changed: list[int] = field(default_factory=list)
    answers: dict[int, str] = field(default_factory=dict)


@permission_required(PERMISSION)
@require_POST
def decide(request: HttpRequest) -> HttpResponse:
    """Act on `row` ("approve-12": that one) or on `bulk` ("spam": all in `comment`).

    `seen-12` is the fingerprint of the words of reaction 12 that the coach had before them.
    """
    if "row" in request.POST:
        action, _, pk = request.POST["row"].partition("-")
        comment = get_object_or_404(Comment, pk=_number(pk))
        if action == "answer":
            return _answer(request, comment)
        if action == "ready":
            return _begin_answer(request, comment)
        if action in EDITING:
            return _respond(request, _edited(action, comment, request.user))
        comments = [comment]
    else:
        action = request.POST.get("bulk", "")
        ticked = [_number(pk) for pk in request.POST.getlist("comment")]
        comments = list(Comment.objects.filter(pk__in=ticked))
    if action not in DONE:
        return HttpResponse("Onbekende handeling.", status=400)
    if not comments:
        return _respond(request, Outcome(NOTHING_TICKED, failed=True))
    touched = [comment.pk for comment in comments]
    if action == "stand":
        events = let_stand(comments, request.user)
        return _respond(request, Outcome(_told(events, action), events, touched))
    seen = _seen(request, touched)
    events = decisions.set_status(comments, STATUS_OF[action], request.user, seen=seen)
    outcome = Outcome(_told(events, action), events, touched, changed=_changed(touched, seen, events))
    if outcome.changed:
        number = len(outcome.changed)
        again = CHANGED if number == 1 else MORE_CHANGED.format(number=number)
        outcome.failed = not events
        outcome.message = f"{outcome.message} {again}" if events else again
    return _respond(request, outcome)


@permission_required(PERMISSION)
@require_POST
def take_back(request: HttpRequest) -> HttpResponse:
    """Undo the decisions in `event`. The words of an answer come back to be written on."""
    wanted = [_number(pk) for pk in request.POST.getlist("event")]
    events = list(CommentEvent.objects.filter(pk__in=wanted).select_related("comment"))
    undone = decisions.undo(events, request.user)
    reopened = reopen_reports(events, request.user)
    gone = {event.comment_id for event in undone if event.to_status == Status.TRASH}
    answers = [
        event.comment
        for event in events
        if not event.from_status and event.comment.is_staff and event.comment_id in gone
    ]
    outcome = Outcome(
        "Ongedaan gemaakt." if undone or reopened else NOTHING_CHANGED,
        touched=[event.comment_id for event in events],
        answers={answer.parent_id: answer.text for answer in answers if answer.parent_id},
    )
    if outcome.answers and not _wants_json(request):
        messages.success(request, "Ongedaan gemaakt. Je antwoord staat hieronder nog klaar.")
        shown = reverse(f"{NAMESPACE}:show", args=[answers[0].parent_id])
        return redirect(f"{shown}?antwoord={answers[0].pk}")
    return _respond(request, outcome)


def _answer(request: HttpRequest, comment: Comment) -> HttpResponse:
    form = AnswerForm({"text": request.POST.get(f"answer-{comment.pk}", "")})
    if not form.is_valid():
        message = " ".join(map(str, form.errors["text"]))
        if _wants_json(request):
            return _respond(request, Outcome(message, failed=True))
        # Not a redirect: what was written must come back.
        return reaction_screen(request, comment.pk, answer=form, status=422)
    seen = _seen(request, [comment.pk])
    try:
        events = decisions.answer_and_approve(comment, form.cleaned_data["text"], request.user, seen=seen)
    except decisions.CannotAnswer as error:
        return _unanswered(request, comment, form, str(error))
    except decisions.ChangedMeanwhile:
        return _unanswered(request, comment, form, CHANGED, changed=[comment.pk])
    message = f"Je antwoord aan {comment.author_name} staat erbij."
    if any(event.comment_id == comment.pk for event in events):
        message = f"{message.rstrip('.')}; de reactie is goedgekeurd."
    return _respond(request, Outcome(message, events, [comment.pk]))


def _unanswered(
    request: HttpRequest, comment: Comment, form: AnswerForm, message: str, changed: Sequence[int] = ()
) -> HttpResponse:
    """Say why an answer was not placed, with its words kept and the reaction as it is now."""
    if _wants_json(request):
        return _respond(request, Outcome(message, touched=[*changed], failed=True, changed=[*changed]))
    form.add_error("text", message)
    return reaction_screen(request, comment.pk, answer=form, status=422)


def _begin_answer(request: HttpRequest, comment: Comment) -> HttpResponse:
    """Put a ready-made answer below what is written already, where no script does that."""
    written = request.POST.get(f"answer-{comment.pk}", "").strip()
    ready = get_object_or_404(ReadyAnswer, pk=_number(request.POST.get(f"ready-{comment.pk}", "")))
    added = ready.text.replace("{naam}", comment.author_name)
    text = f"{written}\n\n{added}" if written else added
    return reaction_screen(request, comment.pk, answer=AnswerForm(initial={"text": text}))


def _edited(action: str, comment: Comment, user: Any) -> Outcome:
    act, done = EDITING[action]
    try:
        event = act(comment, user)
    except editing.CannotPin:
        return Outcome(NOT_PINNED, failed=True)
    message = f"Reactie van {comment.author_name}: {done}." if event else NOTHING_CHANGED
    return Outcome(message, touched=[comment.pk])


def _seen(request: HttpRequest, keys: list[int]) -> dict[int, str]:
    """Return by key the fingerprints of the words that were shown, as far as the form tells."""
    sent = {pk: request.POST.get(f"seen-{pk}", "") for pk in keys}
    return {pk: fingerprint for pk, fingerprint in sent.items() if fingerprint}


def _changed(keys: list[int], seen: dict[int, str], events: list[CommentEvent]) -> list[int]:
    """Return what was not decided on, for other words stand there than were shown."""
    decided = {event.comment_id for event in events}
    found = Comment.objects.filter(pk__in=keys).exclude(pk__in=decided).order_by("pk")
    return [comment.pk for comment in found if decisions.is_changed(comment, seen)]


def _told(events: list[CommentEvent], action: str) -> str:
    if not events:
        return NOTHING_CHANGED
    if len(events) == 1:
        return f"Reactie van {events[0].comment.author_name}: {DONE[action]}."
    return f"{len(events)} reacties: {DONE[action]}."


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
    ready_answers = list(ReadyAnswer.objects.all()) if touched else []
    return {
        "message": outcome.message,
        "events": [event.pk for event in outcome.events],
        "waiting": Comment.objects.needs_attention().count(),
        "answers": [{"id": pk, "text": text} for pk, text in outcome.answers.items()],
        "rows": [
            {
                "id": item.comment.pk,
                "waits": item.needs_attention,
                "changed": item.comment.pk in outcome.changed,
                "html": render_to_string(
                    "comments/admin/row.html", {"item": item, "ready_answers": ready_answers}, request=request
                ),
            }
            for item in queue_items(touched)
        ],
    }


def _wants_json(request: HttpRequest) -> bool:
    return request.headers.get("Accept") == "application/json"


def _number(text: str) -> int:
    """Return an id from a form, or 0, which no row has."""
    return int(text) if text.isdecimal() and len(text) < 19 else 0
