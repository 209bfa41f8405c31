"""Screens and buttons of our own in Wagtail's admin."""

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.views.decorators.http import require_GET, require_POST
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.models import Page, Revision

from blog.addresses import change_slug
from blog.forms import tomorrow_morning
from blog.planning import plan
from blog.versions import bring_back, versions


def _page(request: HttpRequest, page_id: int, *, publish: bool = False) -> Page:
    """Return the page if the user may edit it now (and publish, where asked), else refuse."""
    page = get_object_or_404(Page, pk=page_id, depth__gt=1).specific
    may = page.permissions_for_user(request.user)
    if not may.can_edit() or (publish and not may.can_publish()):
        raise PermissionDenied
    return page


def _is_locked(request: HttpRequest, page: Page) -> bool:
    lock = page.get_lock()
    if lock is None or not lock.for_user(request.user):
        return False
    messages.error(
        request, f"‘{page.get_admin_display_title()}’ is op slot. Open de pagina om te zien waarom."
    )
    return True


def _edit_url(page: Page) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def _back(request: HttpRequest) -> HttpResponse:
    return redirect(get_valid_next_url_from_request(request) or "wagtailadmin_home")


def _moment(when: Any) -> str:
    return date_format(timezone.localtime(when), "l j F Y, H:i")


def _message_of(error: ValidationError, page: Page) -> str:
    return (
        f"‘{page.get_admin_display_title()}’ is nog niet af. Kijk nog eens naar: {', '.join(error.messages)}."
    )


@require_GET
def versions_of_page(request: HttpRequest, page_id: int) -> HttpResponse:
    """List earlier versions, each with what is different now."""
    page = _page(request, page_id)
    context = {
        "page": page,
        "versions": versions(page, request),
        "may_publish": page.live and page.permissions_for_user(request.user).can_publish(),
        "page_title": "Eerdere versies",
        "header_title": "Eerdere versies",
        "header_icon": "history",
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_home"), "label": "Start"},
            {"url": _edit_url(page), "label": page.get_admin_display_title()},
            {"url": "", "label": "Eerdere versies"},
        ],
    }
    return render(request, "blog/admin/versions.html", context)


@require_POST
def bring_version_back(request: HttpRequest, page_id: int, revision_id: int) -> HttpResponse:
    """Bring one version back as a draft, or at once for readers too (`publiceer`)."""
    publish = "publiceer" in request.POST
    page = _page(request, page_id, publish=publish)
    revision = get_object_or_404(Revision.page_revisions, pk=revision_id, object_id=str(page.pk))
    if _is_locked(request, page):
        return redirect("blog_admin:versions", page.pk)
    try:
        bring_back(page, revision, request.user, publish=publish)
    except ValidationError as error:
        messages.error(request, _message_of(error, page))
        return redirect("blog_admin:versions", page.pk)
    where = (
        "Lezers zien haar nu."
        if publish
        else "Zij is nu het concept. Lezers zien haar pas als je publiceert."
        if page.live
        else "Zij is nu het concept."
    )
    messages.success(
        request,
        f"De versie van {_moment(revision.created_at)} is terug. {where}",
        buttons=[
            messages.button(reverse("blog_admin:versions", args=[page.pk]), "Toch niet: eerdere versies")
        ],
    )
    return redirect(_edit_url(page))


@require_POST
def plan_for_tomorrow(request: HttpRequest, page_id: int) -> HttpResponse:
    """Plan the latest draft for tomorrow 08:00, from any list."""
    page = _page(request, page_id, publish=True)
    edit = messages.button(_edit_url(page), "Openen")
    if _is_locked(request, page):
        return _back(request)
    when = tomorrow_morning()
    try:
        plan(page, when, request.user)
    except ValidationError as error:
        messages.error(request, _message_of(error, page), buttons=[edit])
    else:
        title = page.get_admin_display_title()
        messages.success(request, f"‘{title}’ verschijnt {_moment(when)}.", buttons=[edit])
    return _back(request)


@require_POST
def change_address(request: HttpRequest, page_id: int) -> HttpResponse:
    """Give a page another slug, and show from which address to which."""
    page = _page(request, page_id, publish=True)
    before = page.full_url
    if _is_locked(request, page):
        return _back(request)
    try:
        page = change_slug(page, request.POST.get("slug", ""), request.user)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        say_new_address(request, before, page.full_url, live=page.live)
    return _back(request)


def say_new_address(
    request: HttpRequest, before: str | None, after: str | None, *, live: bool = True
) -> None:
    """Show a changed address and what happens to who follows the old one; nothing when it is the same."""
    if not before or not after or before == after:
        return
    kept = " Wie de oude link volgt, komt vanzelf op de nieuwe." if live else ""
    messages.success(
        request,
        f"Het adres is veranderd: {before} → {after}.{kept}",
        buttons=[messages.button(after, "Bekijk")],
    )
