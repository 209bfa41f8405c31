"""A reader's side of comments: the form on a page of its own, sending it, and the thanks."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.models import Page

from comments import services
from comments.forms import CommentForm
from comments.models import Comment
from comments.sections import is_open
from guard.decorators import public_form
from guard.limits import LimitReached
from guard.networks import network_hash

REFUSED = (
    "We konden niet zien of dit formulier van onze eigen pagina kwam. Je tekst staat er nog: druk nog een"
    " keer op de knop, dan komt hij aan."
)
TOO_MANY = (
    "Er kwamen net veel reacties vanaf jouw verbinding. Je tekst staat er nog: wacht een paar minuten en"
    " druk dan nog een keer op de knop."
)


@require_http_methods(["GET", "HEAD", "POST"])
@cache_control(no_store=True)
@public_form
def post_comment(request: HttpRequest, page_id: int) -> HttpResponse:
    page = _open_page(page_id)
    if page is None:
        return _closed(request, page_id)
    if request.method != "POST":
        parent = _answered(request.GET.get("antwoord"), page)
        return _form_page(request, page, CommentForm(page=page, parent=parent), parent)

    form = CommentForm(request.POST, page=page)
    valid = form.is_valid()
    if request.guard_refused:  # type: ignore[attr-defined]
        form.use_token()
        form.refuse(REFUSED)
        return _form_page(request, page, form, status=403)
    if not valid:
        return _form_page(request, page, form, status=422)
    try:
        services.submit_comment(
            page=page,
            parent=form.cleaned_data["parent"],
            name=form.cleaned_data["name"],
            email=form.cleaned_data["email"],
            website=form.cleaned_data["website"],
            text=form.cleaned_data["text"],
            network=network_hash(request),
            trapped=form.is_trapped,
        )
    except LimitReached:
        form.refuse(TOO_MANY)
        return _form_page(request, page, form, status=429)
    response = redirect("comments:thanks", page_id=page.pk)
    response.status_code = 303
    return response


@require_safe
@cache_control(no_store=True)
def thanks(request: HttpRequest, page_id: int) -> HttpResponse:
    context = {"title": "Dank je wel voor je reactie", "article": _public_page(page_id)}
    response = render(request, "comments/thanks.html", context)
    response["X-Robots-Tag"] = "noindex"
    return response


def _form_page(
    request: HttpRequest, page: Page, form: CommentForm, parent: Comment | None = None, status: int = 200
) -> HttpResponse:
    parent = parent or _answered(form["parent"].value(), page)
    heading = f"Antwoord op {parent.author_name}" if parent else "Laat een reactie achter"
    context = {
        "title": f"Nog niet verstuurd: {heading}" if form.errors else heading,
        "heading": heading,
        "article": page,
        "form": form,
        "parent": parent,
    }
    response = render(request, "comments/form_page.html", context, status=status)
    response["X-Robots-Tag"] = "noindex"
    return response


def _find_public_page(page_id: int) -> Page | None:
    page = Page.objects.live().public().filter(pk=page_id).first()
    return page and page.specific


def _public_page(page_id: int) -> Page:
    page = _find_public_page(page_id)
    if page is None:
        raise Http404
    return page


def _open_page(page_id: int) -> Page | None:
    page = _find_public_page(page_id)
    return page if page and is_open(page) else None


def _closed(request: HttpRequest, page_id: int) -> HttpResponse:
    """Give back what was written while the page closed or went; without such a text there is nothing here."""
    if request.method != "POST":
        raise Http404
    context = {
        "title": "Reageren kan hier niet meer",
        "article": _find_public_page(page_id),
        "text": request.POST.get("text", ""),
    }
    response = render(request, "comments/closed.html", context, status=410)
    response["X-Robots-Tag"] = "noindex"
    return response


def _answered(comment_id: object, page: Page) -> Comment | None:
    """Return the approved comment that is being answered, or None where the address names none."""
    text = str(comment_id or "")
    if not text.isdecimal() or len(text) > 18:
        return None
    return Comment.objects.approved().for_page(page.pk).filter(pk=int(text)).first()
