"""The coach's list of links that lead nowhere."""

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe
from wagtail.admin.menu import MenuItem

from blog.dead_links.finding import DeadLink, dead_links

# A longer list nobody reads to its end; what is mended leaves room for the rest.
SHOWN = 200


@require_safe
def dead_links_of_site(request: HttpRequest) -> HttpResponse:
    """List every dead link below its page."""
    found = dead_links()
    context = {
        "groups": list(_by_page(found[:SHOWN])),
        "count": len(found),
        "left_out": max(0, len(found) - SHOWN),
        "page_title": "Dode links",
        "header_title": "Dode links",
        "header_icon": "link-external",
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_home"), "label": "Start"},
            {"url": "", "label": "Dode links"},
        ],
    }
    return render(request, "blog/admin/dead_links.html", context)


def _by_page(found: Iterable[DeadLink]) -> Iterable[dict[str, Any]]:
    for (pk, title), links in groupby(found, key=lambda link: (link.page_id, link.page_title)):
        address = (
            reverse("wagtailadmin_pages:edit", args=[pk])
            if pk
            else reverse("wagtailsettings:edit", args=["blog", "sitesettings"])
        )
        yield {"title": title, "edit_url": address, "links": list(links)}


def menu_item() -> MenuItem:
    return MenuItem("Dode links", reverse("blog_admin:dead_links"), icon_name="link-external", order=900)
