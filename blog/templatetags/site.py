"""What every template may ask: the menu, rich text with checked links, meta data."""

import secrets
from collections.abc import Hashable
from dataclasses import replace

from django import template
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from wagtail.models import Page, Site
from wagtail.rich_text import RichText

from blog.navigation import menu_pages
from blog.rich_text import expanded, preloaded
from blog.seo.meta import PageMeta, page_meta, simple_meta
from leads.placements import SignUpCard
from pagecache.kept import kept

register = template.Library()
# Stands for a page in a card that is the same for all pages. No text holds it by chance.
STAND_IN = 10**17 + secrets.randbelow(10**17)


@register.simple_tag(takes_context=True)
def main_menu(context) -> list[Page]:
    """Return the pages of the main menu: the home page's children that are to be shown in menus."""
    request = context.get("request")
    current = getattr(context.get("page"), "path", "") or ""
    return [_with_state(page, current) for page in menu_pages(request)] if request else []


def _with_state(page: Page, current: str) -> Page:
    page.is_current = bool(current) and current.startswith(page.path)
    return page


@register.simple_tag(takes_context=True)
def site_header(context) -> SafeString:
    """Show the head of the page: the same on every page of the site but for what is marked in the menu."""
    request = context.get("request")
    menu = main_menu(context)
    marks = tuple((page.pk, page.is_current and request.path == page.url) for page in menu if page.is_current)
    is_search = request is not None and request.path == reverse("search:results")
    values = {"settings": context.get("settings"), "request": request, "menu": menu}
    return _site_part(context, "components/header.html", values, (marks, is_search))


@register.simple_tag(takes_context=True)
def site_footer(context) -> SafeString:
    """Show the foot of the page, which is the same everywhere on the site."""
    values = {"settings": context.get("settings"), "request": context.get("request")}
    return _site_part(context, "components/footer.html", values, ())


@register.simple_tag(takes_context=True)
def gift_card(context, card: SignUpCard) -> SafeString:
    """Show a gift with its form: the same in that place of every page but for the id of the page."""
    values = {"card": card, "settings": context.get("settings"), "request": context.get("request")}
    if card.page_id is None:
        return mark_safe(render_to_string("leads/card.html", values))  # noqa: S308 - a template
    values["card"] = replace(card, page_id=STAND_IN)
    key = (card.magnet.pk, card.placement, timezone.localdate())
    html = _site_part(context, "leads/card.html", values, key)
    return mark_safe(html.replace(str(STAND_IN), str(card.page_id)))  # noqa: S308 - only an id was put in


def _site_part(context, name: str, values: dict, key: Hashable) -> SafeString:
    """Render a template that depends on nothing but the site and `key`; never kept of a preview."""
    request = context.get("request")
    site = Site.find_for_request(request)
    if site is None or getattr(request, "is_preview", False):
        return mark_safe(render_to_string(name, values))  # noqa: S308 - a template
    return kept((name, site.pk, key), lambda: mark_safe(render_to_string(name, values)))  # noqa: S308


@register.simple_tag(takes_context=True)
def rich(context, value: RichText | str) -> SafeString:
    """Render rich text; links to our own pages come from the page's `linked_pages`, looked up once."""
    source = value.source if isinstance(value, RichText) else value
    with preloaded(context.get("linked_pages")):
        # Written by editors and cleaned by Draftail's whitelist on save.
        return mark_safe(expanded(source))  # noqa: S308


@register.simple_tag(takes_context=True)
def meta(context) -> PageMeta:
    """Return how the current page presents itself to search engines and social networks."""
    request = context.get("request")
    page = context.get("page")
    if isinstance(page, Page):
        return page_meta(page, request, context)
    return simple_meta(request, context)
