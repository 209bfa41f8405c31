"""`{% picture image "whole" sizes="100vw" alt="" class="…" %}`: a picture as readers get it."""

from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from images.models import SiteImage
from images.reading import shown
from images.tint import tint_classes

register = template.Library()

# A phone with 2.6 or 3 pixels to the point shows no more of a photograph than one with 2, at half the bytes.
_ON_SHARP_PHONES = "(max-width: 30rem) and (min-resolution: 2.1dppx)"
_PART = 0.76


@register.simple_tag
def picture(
    image: SiteImage,
    shape: str,
    *,
    sizes: str,
    alt: str | None = None,
    first: bool = False,
    **attributes: Any,
) -> SafeString:
    """Show `image` in a shape of images.shapes, only with renditions that exist.

    `sizes`: how wide it stands in the page, as in HTML. `alt`: without it what the block or the picture says.
    `first`: it is in the first screen, so it is fetched before all else instead of when it comes near.
    """
    if alt is None:
        alt = "" if getattr(image, "decorative", False) else _description(image)
    classes = " ".join(filter(None, (attributes.get("class", ""), tint_classes(image.mean_colour))))
    found = shown(image, shape)
    if found is None:
        return _nothing_yet(image, alt, classes)
    sizes = _capped(sizes)
    # What is in the first screen is not drawn a moment after the words around it.
    when = 'fetchpriority="high"' if first else 'loading="lazy" decoding="async"'
    choice = format_html(' srcset="{}" sizes="{}"', found.srcset, sizes) if found.srcset else ""
    shown_image = format_html(
        '<img src="{}"{} width="{}" height="{}" alt="{}" class="{}" {}>',
        *(found.url, choice, found.width, found.height, alt, classes, SafeString(when)),
    )
    if not found.avif:
        return format_html("<picture>{}</picture>", shown_image)
    return format_html(
        '<picture><source type="image/avif" srcset="{}" sizes="{}">{}</picture>',
        *(found.avif, sizes, shown_image),
    )


def _description(image: SiteImage) -> str:
    return getattr(image, "contextual_alt_text", None) or image.default_alt_text


def _capped(sizes: str) -> str:
    last = sizes.rpartition(",")[2].strip().removesuffix("vw")
    return f"{_ON_SHARP_PHONES} {int(int(last) * _PART)}vw, {sizes}" if last.isdecimal() else sizes


def _nothing_yet(image: SiteImage, alt: str, classes: str) -> SafeString:
    """Return an empty picture of the right proportions: readers are never sent a large original."""
    role = format_html('role="img" aria-label="{}"', alt) if alt else SafeString('aria-hidden="true"')
    return format_html(
        '<svg viewBox="0 0 {} {}" width="{}" height="{}" class="{}" {}></svg>',
        *(image.width, image.height, image.width, image.height, classes, role),
    )
