"""Whether the editor of a page shows the panel with advice."""

from typing import Any

from django import template

from blog.advising.live import gets_advice as page_gets_advice

register = template.Library()


@register.filter
def gets_advice(page: Any) -> bool:
    return page_gets_advice(page)


@register.filter
def quoted(excerpt: str) -> str:
    """Put words between quotation marks, unless they stand between such already."""
    return excerpt if excerpt.startswith(("‘", "“", '"', "'")) else f"‘{excerpt}’"
