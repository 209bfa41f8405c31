"""Sending a reaction: the form on a page of its own, and what comes back."""

from django.db import IntegrityError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods
from wagtail.models import Page

from comments import remembered
from comments.assessment import danger_in
from comments.forms import CommentForm
from comments.models import Comment
from comments.sections import is_open
from comments.services.submission import submit_comment
from comments.views.pages import find_public_page, private
from guard.decorators import public_form
from guard.limits import LimitReached
from guard.networks import network_hash

REFUSED = (
    "We konden niet zien of dit formulier van onze eigen pagina kwam. Je tekst staat er nog: druk nog een"
    " keer op de knop, dan komt hij aan."
)
KEPT = "Je tekst staat er nog"


@require_http_methods(["GET", "HEAD", "POST"])
@public_form
def post_comment(request: HttpRequest, page_id: int) -> HttpResponse:
    find = remembered.public_page if request.method == "POST" else find_public_page
    page, settings = find(page_id), remembered.comment_settings()
    if page is None or not is_open(page, settings):
        return _closed(request, page)
    if request.method != "POST":
        parent = _answered(request.GET.get("antwoord"), page)
        form = CommentForm(page=page, parent=parent, settings=settings)
        return _form_page(request, page, form, parent)

    form = CommentForm(request.POST, page=page, settings=settings)
    valid = form.is_valid()
    if request.guard_refused:  # type: ignore[attr-defined]
        form.use_token()
        form.refuse(REFUSED)
        return _form_page(request, page, form, status=403)
    if not valid:
        return _form_page(request, page, form, status=422)
    try:
        submission = submit_comment(
            page=page,
            parent=form.cleaned_data["parent"],
            name=form.cleaned_data["name"],
            email=form.cleaned_data["email"],
            website=form.cleaned_data["website"],
            text=form.cleaned_data["text"],
            network=network_hash(request),
            trapped=form.is_trapped,
            proven=form.has_proof,
        )
    except LimitReached as limit:
        form.ask_proof()
        form.ask_to_wait(limit.words("reacties", KEPT))
        return limit.answer(_form_page(request, page, form, status=429))
    except IntegrityError:
        # Removed since it was read: the page, or what is being answered.
        remembered.forget()
        if find_public_page(page_id):
            raise
        return _closed(request, None)
    response = redirect("comments:mine", token=submission.token)
    response.status_code = 303
    response["Cache-Control"] = "no-store"
    return response


def _form_page(
    request: HttpRequest,
    page: Page,
    form: CommentForm,
    parent: Comment | None = None,
    status: int = 200,
) -> HttpResponse:
    parent = parent or _answered(form["parent"].value(), page)
    heading = f"Antwoord op {parent.author_name}" if parent else "Laat een reactie achter"
    context = {
        "title": f"Nog niet verstuurd: {heading}" if form.errors else heading,
        "heading": heading,
        "article": page,
        "form": form,
        "parent": parent,
        "danger": bool(danger_in(form["text"].value() or "")),
    }
    return private(request, "comments/form_page.html", context, status=status)


def _closed(request: HttpRequest, page: Page | None) -> HttpResponse:
    """Give back what was written while the page closed or went; without such a text there is nothing here."""
    if request.method != "POST":
        raise Http404
    text = request.POST.get("text", "")
    context = {
        "title": "Reageren kan hier niet meer",
        "article": page,
        "text": text,
        "danger": bool(danger_in(text)),
    }
    return private(request, "comments/closed.html", context, status=410)


def _answered(comment_id: object, page: Page) -> Comment | None:
    """Return the comment that is being answered, or None where the address names none."""
    text = str(comment_id or "")
    if not text.isdecimal() or len(text) > 18:
        return None
    return Comment.objects.answerable(page.pk).filter(pk=int(text)).first()
