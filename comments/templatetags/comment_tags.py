"""How a reaction and its form are shown."""

import secrets

from crispy_forms.utils import render_crispy_form
from django import template
from django.utils.safestring import SafeString, mark_safe
from wagtail.models import Page

from comments.forms import CommentForm
from comments.linkify import linkify, plain
from comments.sections import CommentSection
from comments.shown import comments_html
from guard.stamps import make_stamp
from pagecache.kept import kept

register = template.Library()
# Stands for a page in the form that is the same for all pages. No text holds it by chance.
STAND_IN = 10**17 + secrets.randbelow(10**17)


@register.filter
def comment_text(text: str) -> SafeString:
    """Show approved text, its web addresses as links."""
    return linkify(text)


@register.filter
def comment_plain(text: str) -> SafeString:
    """Show text that waits, without links."""
    return plain(text)


@register.simple_tag
def comments_of(section: CommentSection) -> SafeString:
    """Show the conversations of `section`, with all answers."""
    return comments_html(section.threads, section)


@register.simple_tag
def comment_form(section: CommentSection) -> SafeString:
    """Show the empty form of a page. It is the same for every reader and every page but for id and stamp."""
    stamp = make_stamp(CommentForm.form_version, STAND_IN)
    html = kept(("comment form", stamp), lambda: _empty_form(section))
    for stand_in, own in (
        (stamp, make_stamp(CommentForm.form_version, section.page.pk)),
        (str(STAND_IN), str(section.page.pk)),
    ):
        html = html.replace(stand_in, own)
    return mark_safe(html)  # noqa: S308 - rendered by templates; an id and a signature were put in


def _empty_form(section: CommentSection) -> str:
    return render_crispy_form(CommentForm(page=Page(pk=STAND_IN), settings=section.settings))
