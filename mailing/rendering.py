"""From a template's name to a finished mail: subject, plain text and HTML with its style inlined."""

from dataclasses import dataclass
from typing import Any

import css_inline
from django.conf import settings
from django.template import Context
from django.template.loader import get_template, render_to_string
from wagtail.models import Site

# Mail programs want the style on each element; what can't stand there (@media for the dark) stays in <style>.
_inliner = css_inline.CSSInliner(keep_at_rules=True, load_remote_stylesheets=False)


@dataclass(frozen=True)
class RenderedMail:
    subject: str
    text: str
    html: str


def render_mail(template: str, context: dict[str, Any]) -> RenderedMail:
    """Render mail/<template>.subject.txt, .txt and .html; each also knows `practice_name` and `site_url`."""
    context = {"practice_name": practice_name(), "site_url": settings.SITE_URL, **context}
    return RenderedMail(
        subject=" ".join(_plain(f"mail/{template}.subject.txt", context).split()),
        text=_plain(f"mail/{template}.txt", context).strip() + "\n",
        html=_inliner.inline(render_to_string(f"mail/{template}.html", context)),
    )


def practice_name() -> str:
    """The name given to the site in the admin, else the software's own."""
    name = Site.objects.filter(is_default_site=True).values_list("site_name", flat=True).first()
    return name or settings.WAGTAIL_SITE_NAME


def _plain(template_name: str, context: dict[str, Any]) -> str:
    """Render without HTML escaping: plain text says & and not &amp;."""
    template = get_template(template_name).template  # type: ignore[attr-defined]
    return template.render(Context(context, autoescape=False))
