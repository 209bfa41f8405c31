"""One reaction in the admin: looking at it, and editing what readers see of it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST
from wagtail.admin.auth import permission_required

from comments.models import Comment
from comments.moderation import NAMESPACE, NOTHING_CHANGED, PERMISSION
from comments.reaction_screen import EditForm, reaction_screen
from comments.services import editing
from comments.services.decisions import ChangedMeanwhile

CHANGED = "De tekst is intussen veranderd. Hieronder staat wat jij schreef; vergelijk het eerst."


@permission_required(PERMISSION)
def show(request: HttpRequest, pk: int) -> HttpResponse:
    return reaction_screen(request, pk)


@permission_required(PERMISSION)
@require_POST
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep the text as it was edited, and take out a name everywhere where `action` says so."""
    comment = get_object_or_404(Comment, pk=pk)
    form = EditForm(request.POST, comment=comment)
    takes_out = request.POST.get("action") == "redact"
    if (
        form.is_valid()
        and takes_out
        and not editing.without(form.cleaned_data["text"], form.cleaned_data["name"])[1]
    ):
        form.add_error("name", "Deze naam staat niet in de tekst. Typ hem precies zoals hij er staat.")
    if not form.is_valid():
        return reaction_screen(request, pk, edit=form, status=422)
    text, seen = form.cleaned_data["text"], form.cleaned_data["seen"]
    name = form.cleaned_data["name"] if takes_out else ""
    try:
        changed = editing.edit(comment, text, seen, request.user, name=name)
    except ChangedMeanwhile:
        comment.refresh_from_db()
        form.initial["seen"] = comment.fingerprint
        form.add_error(None, CHANGED)
        return reaction_screen(request, pk, edit=form, status=422)
    if changed:
        messages.success(request, "Bewaard. Zo zien lezers de tekst.")
    else:
        messages.info(request, NOTHING_CHANGED)
    return redirect(f"{NAMESPACE}:show", pk)
