"""The screen of one reaction: all that helps to judge it, its history, and its text to edit."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from wagtail.models import Page

from audit.trail import note_look
from comments.difference import difference
from comments.forms import AnswerForm, PlainTextField
from comments.models import Comment, ReadyAnswer, Status
from comments.queue import queue_items
from mailing.addresses import address_hash

OTHERS_SHOWN = 5
# How far one can page through what asks for attention, from one reaction to the next.
WALKED = 200
INDEX = "comment_moderation:index"
SHOW = "comment_moderation:show"
# Where the choice stands in the editor of an article.
COMMENTS_OPEN = "#tab-indelen"


class EditForm(forms.Form):
    """The words that readers are to see, and a name to take out of them.

    `seen`: the text that the coach began from, so that what its writer changes meanwhile is not overwritten.
    """

    text = PlainTextField(
        label="Tekst zoals lezers hem zien",
        error_messages={"required": "Laat iets staan, of leg de reactie in de prullenbak."},
    )
    name = forms.CharField(label="Naam die weg moet", required=False, max_length=200)
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, data: Any = None, *, comment: Comment):
        initial = {"text": comment.text, "seen": comment.fingerprint}
        super().__init__(data, initial=initial, auto_id="bewerk-%s")


def reaction_screen(
    request: HttpRequest,
    pk: int,
    *,
    answer: AnswerForm | None = None,
    edit: EditForm | None = None,
    status: int = 200,
) -> HttpResponse:
    """Show one reaction; `answer` and `edit` are forms that came back with what was typed."""
    comment = get_object_or_404(Comment.objects.select_related("page", "parent"), pk=pk)
    note_look(request.user, "comments.look", comment)
    context = {
        "item": queue_items([comment])[0],
        "comment": comment,
        "answer": answer or _answer_taken_back(comment, request.GET.get("antwoord", "")),
        "edit": edit or EditForm(comment=comment),
        "changes": difference(comment.original_text, comment.text) if comment.original_text else [],
        "events": comment.events.all(),
        "handled_reports": comment.reports.exclude(handled_at=None),
        "replies": comment.replies.all(),
        "others": _others(comment),
        "person_url": _person_url(request, comment),
        "ready_answers": list(ReadyAnswer.objects.all()),
        "next": reverse(SHOW, args=[pk]),
        "header_title": f"Reactie van {comment.author_name}",
        "header_icon": "comment",
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_home"), "label": "Start"},
            {"url": reverse(INDEX), "label": "Reacties"},
            {"url": "", "label": f"Reactie van {comment.author_name}"},
        ],
        **_article(comment.page),
        **_neighbours(pk),
    }
    return render(request, "comments/admin/show.html", context, status=status)


def _answer_taken_back(comment: Comment, pk: str) -> AnswerForm | None:
    """Return an answer that was undone a moment ago, to go on with."""
    if not pk.isdecimal() or len(pk) > 18:
        return None
    trashed = comment.replies.exclude(staff_label="").filter(pk=int(pk), status=Status.TRASH).first()
    return AnswerForm(initial={"text": trashed.text}) if trashed else None


def _others(comment: Comment) -> list[Comment]:
    if not comment.author_email:
        return []
    theirs = Comment.objects.filter(author_email=comment.author_email).exclude(pk=comment.pk)
    return list(theirs.order_by("-created_at", "-pk")[:OTHERS_SHOWN])


def _person_url(request: HttpRequest, comment: Comment) -> str:
    """Return where all that is kept of the writer stands; "" where there is none, or not for this user."""
    if not comment.author_email or not request.user.has_perm("privacy.view_person"):
        return ""
    return reverse("personal_data:show", args=[address_hash(comment.author_email)])


def _article(page: Page | None) -> dict[str, Any]:
    """Return whether one can react to the page, and where the coach changes that."""
    comments_open = getattr(page.specific, "comments_open", None) if page else None
    if page is None or comments_open is None:
        return {"comments_open": None, "settings_url": ""}
    edit_url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    return {"comments_open": comments_open, "settings_url": f"{edit_url}{COMMENTS_OPEN}"}


def _neighbours(pk: int) -> dict[str, str]:
    """Return the addresses of the reactions before and after this one, of those that ask for attention."""
    waiting = list(Comment.objects.needs_attention().waiting_first().values_list("pk", flat=True)[:WALKED])
    others = [other for other in waiting if other != pk]
    place = waiting.index(pk) if pk in waiting else 0
    following = others[place] if place < len(others) else None
    before = others[place - 1] if 0 < place <= len(others) else None
    return {
        "next_url": reverse(SHOW, args=[following]) if following else "",
        "previous_url": reverse(SHOW, args=[before]) if before else "",
    }
