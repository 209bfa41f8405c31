"""What every template may ask: the menu, rich text with checked links, meta data."""

from django import template
from django.utils.safestring import SafeString, mark_safe
from wagtail.models import Page
from wagtail.rich_text import RichText, expand_db_html

from blog.navigation import menu_pages
from blog.rich_text import preloaded
from blog.seo import PageMeta, page_meta, simple_meta

register = template.Library()


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
def rich(context, value: RichText | str) -> SafeString:
    """Render rich text; links to our own pages come from the page's `linked_pages`, looked up once."""
    source = value.source if isinstance(value, RichText) else value
    with preloaded(context.get("linked_pages")):
        # Written by editors and cleaned by Draftail's whitelist on save.
        return mark_safe(expand_db_html(source))  # noqa: S308


@register.simple_tag(takes_context=True)
def meta(context) -> PageMeta:
    """Return how the current page presents itself to search engines and social networks."""
    request = context.get("request")
    page = context.get("page")
    if isinstance(page, Page):
        return page_meta(page, request, context)
    return simple_meta(request, context)
