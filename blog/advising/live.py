"""The page as it stands in the editor, saved or not, valid or not."""

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, QueryDict
from django.shortcuts import get_object_or_404
from django.urls import Resolver404, resolve
from wagtail.models import Page

from advice.text import Text
from blog.advising.reading import LISTS, read_page
from blog.models import HomePage
from blog.models.base import SitePage

# What is read from the form as it was typed. The rest (dates, authors, categories) says nothing about it.
_FIELDS = (
    *("title", "slug", "seo_title", "search_description"),
    *("intro", "summary", "focus_keyphrase", "hero_alt"),
    *("hero_sentence", "hero_text", "short_bio", "portrait_alt"),
)
_CHOSEN = ("hero_image", "portrait", "about_author")


class NotAForm(Exception):
    """What was sent is not the editor's form."""


def page_in_editor(request: HttpRequest, address: str) -> Page:
    """Return the page that the editor at `address` is about, a new one where it is being made.

    Raises Http404 where there is no such editor, PermissionDenied where the user may not use it.
    """
    try:
        found = resolve(address)
    except Resolver404 as error:
        raise Http404 from error
    if found.view_name == "wagtailadmin_pages:edit":
        page = get_object_or_404(Page.objects.select_related("latest_revision"), pk=found.kwargs["page_id"])
        if not page.permissions_for_user(request.user).can_edit():
            raise PermissionDenied
        return page.get_latest_revision_as_object()
    if found.view_name == "wagtailadmin_pages:add":
        app_label, model, parent = found.kwargs.values()
        kind = get_object_or_404(ContentType, app_label=app_label, model=model).model_class()
        above = get_object_or_404(Page, pk=parent).specific
        if kind is None or kind not in above.creatable_subpage_models():
            raise Http404
        if not above.permissions_for_user(request.user).can_add_subpage():
            raise PermissionDenied
        return kind()
    raise Http404


def gets_advice(page: Page) -> bool:
    """Tell whether there is a text to advise on: articles, plain pages, episodes, bios, lists, home."""
    return isinstance(page, SitePage) and (hasattr(page, "body") or isinstance(page, LISTS))


def read_form(page: Page, data: QueryDict) -> Text:
    """Return the editor's form as plain text. `page` gets what was typed, and is not saved.

    Nothing is validated: a text that can't be published yet is what one wants advice on most.
    Raises NotAForm when what was sent could not come from the editor.
    """
    for name in _FIELDS:
        if name in data and hasattr(page, name):
            setattr(page, name, data[name])
    for name in _CHOSEN:
        if name in data and hasattr(page, f"{name}_id"):
            chosen = str(data[name])
            setattr(page, f"{name}_id", int(chosen) if chosen.isdecimal() else None)
    try:
        if "about_text" in data and isinstance(page, HomePage):
            widget = page._meta.get_field("about_text").formfield().widget
            page.about_text = widget.value_from_datadict(data, {}, "about_text") or ""
        if "body-count" not in data:
            return read_page(page)
        body = page._meta.get_field("body").stream_block.value_from_datadict(data, {}, "body")
        places = _places(data, set(body.stream_block.child_blocks))
    # Each block reads its own inputs, and says in its own way that they are not there.
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise NotAForm from error
    page.body = body
    return read_page(page, places)


def _places(data: QueryDict, kinds: set[str]) -> list[str]:
    """Return the prefixes of the body's blocks, in the order in which `value_from_datadict` puts them."""
    found = []
    for number in range(int(str(data["body-count"]))):
        prefix = f"body-{number}"
        if not data[f"{prefix}-deleted"] and data[f"{prefix}-type"] in kinds:
            found.append((int(str(data[f"{prefix}-order"])), prefix))
    # Stable, as the editor's orders are all different.
    found.sort(key=lambda place: place[0])
    return [prefix for _, prefix in found]
