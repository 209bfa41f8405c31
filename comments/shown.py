"""One reaction as HTML. In Python: as a template, twenty of them cost an article a tenth more CPU."""

from collections.abc import Iterable
from datetime import datetime

from django.utils import timezone
from django.utils.dates import MONTHS
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from comments.linkify import linkify
from comments.models import Comment
from comments.sections import CommentSection

_NOTHING = SafeString("")
_COMMENT = """<li>
  <article class="comment{}" id="{}" aria-label="Reactie van {}">
    <header class="comment__head">
      {}{}{}
      <a class="comment__time" href="{}" rel="nofollow">{}</a>{}
    </header>{}
    <div class="comment__text">{}</div>{}{}
  </article>{}
</li>
"""
_LINKED_AUTHOR = '<a class="comment__author" href="{}" rel="ugc nofollow noopener">{}</a>'
_REPLY = (
    '<a class="comment__reply" href="{}?antwoord={}" rel="nofollow" aria-label="Antwoord op {}" data-reply>'
    "Antwoord</a>"
)
_REPORT = '<a class="comment__report" href="{}" rel="nofollow" aria-label="Meld de reactie van {}">Meld</a>'


def comments_html(comments: Iterable[Comment], section: CommentSection) -> SafeString:
    """Return `comments`, as comments.threads.threads_of makes them, with their answers: items of a list."""
    return format_html_join("", "{}", ((_comment(comment, section),) for comment in comments))


def time_html(moment: datetime) -> SafeString:
    """Return when a reaction came, on our clock; as the filter `date` would, twice."""
    local = timezone.localtime(moment)
    shown = f"{local.day} {MONTHS[local.month]} {local:%Y, %H:%M}"
    return mark_safe(f'<time datetime="{local:%Y-%m-%dT%H:%M%z}">{shown}</time>')  # noqa: S308 - of numbers


def _comment(comment: Comment, section: CommentSection) -> SafeString:
    kind = " comment--staff" if comment.is_staff else " comment--blank" if comment.withdrawn_at else ""
    orphan, pinned = comment.is_orphan, comment.is_pinned
    return format_html(
        _COMMENT,
        kind,
        comment.anchor,
        comment.author_name,
        _author(comment),
        _if(comment.is_staff, ' <span class="comment__badge">{}</span>', comment.staff_label),
        _if(comment.answers, ' <span class="comment__answers">aan {}</span>', comment.answers),
        comment.permalink,
        time_html(comment.created_at),
        _if(pinned, ' <span class="comment__mark">Vastgezet door de coach</span>'),
        _if(orphan, '<p class="comment__orphan">Antwoord op een reactie die hier niet meer staat.</p>'),
        linkify(comment.text),
        _if(comment.shortened_at, '<p class="comment__shortened">Ingekort door de redactie</p>'),
        _foot(comment, section),
        _answers(comment, section),
    )


def _if(condition: object, html: str, *values: object) -> SafeString:
    return format_html(html, *values) if condition and values else SafeString(html) if condition else _NOTHING


def _author(comment: Comment) -> SafeString:
    if comment.author_url:
        return format_html(_LINKED_AUTHOR, comment.author_url, comment.author_name)
    return format_html('<span class="comment__author">{}</span>', comment.author_name)


def _foot(comment: Comment, section: CommentSection) -> SafeString:
    if comment.withdrawn_at:
        return _NOTHING
    reply = _if(section.is_open, _REPLY, section.action_url, comment.pk, comment.author_name)
    report = _if(not comment.is_staff, _REPORT, comment.report_url, comment.author_name)
    return format_html('<p class="comment__foot">{} {}</p>', reply, report)


def _answers(comment: Comment, section: CommentSection) -> SafeString:
    if not comment.children:
        return _NOTHING
    answers = comments_html(comment.children, section)
    return format_html('<ol class="comments__list comments__list--replies">{}</ol>', answers)
