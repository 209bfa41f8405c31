"""Old addresses lead on: those of pages by Wagtail, those of categories from here, and never in circles."""

from collections.abc import Callable, Iterable
from typing import Any
from urllib.parse import urlsplit

from django.db.models.signals import post_save, pre_save
from django.http import HttpRequest, HttpResponseBase, HttpResponsePermanentRedirect, HttpResponseRedirect
from wagtail.contrib.redirects.middleware import get_redirect
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page
from wagtail.signals import page_published, page_slug_changed, post_page_move

from blog.dead_links.addresses import look_up, own_path
from blog.models import ArticleIndexPage, Category

# Of redirects that somebody made by hand, one after the other.
MOST_STEPS = 10


def lead_on(
    get_response: Callable[[HttpRequest], HttpResponseBase],
) -> Callable[[HttpRequest], HttpResponseBase]:
    """Lead who finds nothing at an address to where it went, in one step.

    In the place of Wagtail's own, which leads from one redirect to the next, in circles where they point at
    each other, and to pages that are no longer published.
    """

    def middleware(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        if response.status_code != 404:
            return response
        found = _destination(request)
        if found is None:
            return response
        address, is_permanent = found
        return HttpResponsePermanentRedirect(address) if is_permanent else HttpResponseRedirect(address)

    return middleware


def _destination(request: HttpRequest) -> tuple[str, bool] | None:
    """Return where a request is led on to and whether for good, None where nothing leads on."""
    path = Redirect.normalise_path(request.get_full_path(), decode_unicode=False)
    redirect, bare = get_redirect(request, path), urlsplit(path).path
    if redirect is None and bare != path:
        redirect = get_redirect(request, bare)
    seen, is_permanent = set(), True
    for _ in range(MOST_STEPS):
        if redirect is None or redirect.pk in seen:
            return None
        seen.add(redirect.pk)
        is_permanent = is_permanent and redirect.is_permanent
        page = redirect.redirect_page
        address = redirect.link if page is None or page.live else None
        if not address:
            return None
        next_path = None if page else own_path(address)
        if next_path is None:
            is_here = _path(urlsplit(address).path) == _path(request.path) and own_path(address) is not None
            return None if is_here else (address, is_permanent)
        redirect = get_redirect(request, _path(next_path))
        if redirect is None or not look_up([next_path], follow=False)[next_path].problem:
            return None if _path(next_path) == _path(request.path) else (address, is_permanent)
    return None


def _path(address: str) -> str:
    return Redirect.normalise_path(address)


def before_category_saved(instance: Category, raw: bool = False, **_: Any) -> None:
    """Note the slug that readers know the category by."""
    stored = Category.objects.filter(pk=instance.pk) if instance.pk and not raw else Category.objects.none()
    instance._slug_before = stored.values_list("slug", flat=True).first()  # type: ignore[attr-defined]


def on_category_saved(instance: Category, **_: Any) -> None:
    """Lead from the old address of a category to the new one, and all that led to the old one too."""
    before = instance._slug_before  # type: ignore[attr-defined]
    if not before or before == instance.slug:
        return
    old, new = (f"/categorie/{slug}/" for slug in (before, instance.slug))
    for index in ArticleIndexPage.objects.live():
        parts = index.get_url_parts()
        if not parts or not parts[2]:
            continue
        site_id, _root, place = parts
        place = place.rstrip("/")
        Redirect.objects.filter(old_path=_path(place + new), site_id=site_id).delete()
        led_there = Redirect.objects.filter(redirect_page=index, redirect_page_route_path=old)
        led_there.update(redirect_page_route_path=new)
        Redirect.objects.update_or_create(
            old_path=_path(place + old),
            site_id=site_id,
            defaults={
                "redirect_page": index,
                "redirect_page_route_path": new,
                "redirect_link": "",
                "is_permanent": True,
                "automatically_created": True,
            },
        )


def on_address_taken(instance: Page, **_: Any) -> None:
    """A page stands at this address now, and others below it: nothing leads away from there any more."""
    pages = (
        Page.objects.descendant_of(instance, inclusive=True).live().only("pk", "url_path", "depth", "path")
    )
    free_addresses(pages)


def free_addresses(pages: Iterable[Page]) -> None:
    """Let nothing lead away by itself from where `pages` stand now."""
    taken = [_path(parts[2]) for page in pages if (parts := page.get_url_parts()) and parts[2]]
    for start in range(0, len(taken), 500):
        Redirect.objects.filter(automatically_created=True, old_path__in=taken[start : start + 500]).delete()


def on_published(instance: Page, **_: Any) -> None:
    parts = instance.get_url_parts()
    if parts and parts[2]:
        Redirect.objects.filter(automatically_created=True, old_path=_path(parts[2])).delete()


def category_address(category: Category) -> str | None:
    """Return the address of the list of a category, None on a site without one."""
    index = ArticleIndexPage.objects.live().order_by("path").first()
    slug = Category.objects.filter(pk=category.pk).values_list("slug", flat=True).first()
    return f"{index.full_url}categorie/{slug}/" if index and index.full_url and slug else None


def connect() -> None:
    pre_save.connect(before_category_saved, sender=Category)
    post_save.connect(on_category_saved, sender=Category)
    page_published.connect(on_published)
    page_slug_changed.connect(on_address_taken)
    post_page_move.connect(on_address_taken)
