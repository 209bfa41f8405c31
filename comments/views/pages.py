"""The page of the site that a view of comments is about."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from wagtail.models import Page


def find_public_page(page_id: int) -> Page | None:
    page = Page.objects.live().public().filter(pk=page_id).first()
    return page and page.specific


def public_page(page_id: int) -> Page:
    """Return the page, or raise Http404 where readers can't see it."""
    page = find_public_page(page_id)
    if page is None:
        raise Http404
    return page


def private(request: HttpRequest, template: str, context: dict, status: int = 200) -> HttpResponse:
    """Render an answer for one person alone: no robot lists it, nothing on the way keeps it."""
    response = render(request, template, context, status=status)
    response["X-Robots-Tag"] = "noindex"
    response["Cache-Control"] = "no-store"
    return response
