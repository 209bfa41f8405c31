"""In the editor: how the page will stand in search results and on social networks, while one writes."""

from typing import Any
from urllib.parse import unquote, urlsplit

from django.forms import Media
from wagtail.admin.panels import Panel
from wagtail.models import Page, Site

from advice import widths
from blog.seo.titles import cut_title, described, full_title
from images.reading import shown

# What introduces a page, by its kind (SitePage.lead_text).
LEADS = ("intro", "summary", "short_bio", "hero_text")


class SearchPreviewPanel(Panel):
    """Shows the search result and the card for sharing as they will be; holds no field of its own."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "blog/seo/preview.html"

        @property
        def media(self) -> Media:
            mine = Media(css={"all": ["css/admin-preview.css"]}, js=["js/admin-search-preview.js"])
            return super().media + mine

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            context = super().get_context_data(parent_context)
            return context | preview_of(self.instance, self.form, self.request)


def preview_of(page: Any, form: Any, request: Any) -> dict[str, Any]:
    """Return what the preview shows before anything is typed, and what its script needs to go on."""
    from blog.models import SiteSettings
    from blog.seo.sharing import drawn_address

    site = Site.find_for_request(request)
    settings = SiteSettings.for_site(site) if site else SiteSettings()
    lead = next((name for name in LEADS if hasattr(page, name)), "")
    above = _above(page, form)
    title = page.seo_title or page.title
    description = (
        page.search_description
        or described(getattr(page, lead, ""), title, settings.practice_name, settings.description_template)
        or settings.default_description
    )
    picture = page.lead_image()
    beside = shown(picture, "card") if picture else None
    own = shown(page.social_image, "social") if page.social_image else None
    full = full_title(title, settings.practice_name, settings.title_template)
    return {
        "practice": settings.practice_name,
        "address": _readable(above, page.slug),
        "host": urlsplit(above).hostname or "",
        "full_title": cut_title(full),
        "share_title": title,
        "page_title": page.title,
        "description": description,
        "title_width": widths.title_width(full),
        "description_width": widths.description_width(description),
        "title_limit": widths.TITLE_LIMIT,
        "description_limit": widths.DESCRIPTION_LIMIT,
        "beside": beside.url if beside else "",
        "own_image": own.url if own else "",
        "drawn": drawn_address(page) if settings.social_titles else "",
        "draws": settings.social_titles,
        "config": {
            "practice": settings.practice_name,
            "titleTemplate": settings.title_template,
            "descriptionTemplate": settings.description_template,
            "fallback": settings.default_description,
            "lead": lead,
            "above": _readable(above, ""),
            "hasSlug": page.depth != 2,
            "drawnTitle": page.title,
            "widths": widths.WIDTHS,
            "usual": widths.USUAL,
            "titleLimit": widths.TITLE_LIMIT,
            "descriptionLimit": widths.DESCRIPTION_LIMIT,
        },
    }


def _above(page: Page, form: Any) -> str:
    """Return the full address of what the page stands under; of the home page, its own."""
    parent = getattr(form, "parent_page", None)
    if parent is None and page.pk:
        parent = page.get_parent()
    if parent is None or parent.depth == 1:
        return (page.full_url if page.pk else "") or ""
    return parent.full_url or ""


def _readable(address: str, slug: str) -> str:
    """Return an address as search results write it: host › part › part."""
    parts = urlsplit(address)
    steps = [parts.hostname or "", *(unquote(part) for part in parts.path.split("/")), slug]
    return " › ".join(step for step in steps if step)
