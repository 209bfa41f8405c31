from typing import Any

from django import template
from django.utils.safestring import SafeString

from images.models import SiteImage
from images.progress import PicturesPanel

register = template.Library()


@register.simple_tag(takes_context=True)
def picture_progress(context: Any, image: SiteImage | None = None) -> SafeString:
    """Show how far the sizes of `image` are, or those of all pictures."""
    return PicturesPanel(image).render_html(context)
