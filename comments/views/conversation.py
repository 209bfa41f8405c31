"""All conversations of a page, fifty at a time, and the address at which one reaction is always found."""

from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from comments.models import CommentSettings
from comments.sections import ORDER_NAMES, comment_section, conversation_url, part_with
from comments.views.pages import private, public_page
from pagecache.policy import cacheable

PARAMETERS = ("volgorde", "pagina")
# Of digits; a longer number names no part.
LONGEST_NUMBER = 6


@require_safe
def conversation(request: HttpRequest, page_id: int) -> HttpResponseBase:
    """Show one part of the conversations.

    Each part has one address: who asks for the first part or the usual order by name is sent on to the plain
    one, so that nothing is kept twice. A part or an order that does not exist is not found.
    """
    page = public_page(page_id)
    section = comment_section(page, number=_number(request), order=_order(request))
    if not section.threads and (section.number > 1 or not section.is_open):
        raise Http404
    asked = {name: request.GET[name] for name in PARAMETERS if name in request.GET}
    if urlencode(asked) != section.url.partition("?")[2]:
        return redirect(section.url)
    context = {"title": f"Reacties bij ‘{page.title}’", "article": page, "section": section}
    return cacheable(render(request, "comments/conversation.html", context), *PARAMETERS)


@require_safe
def permalink(request: HttpRequest, page_id: int, comment_id: int) -> HttpResponse:
    """Send on to where a reaction stands today: new ones and the coach's choices may have moved it."""
    page = public_page(page_id)
    part = part_with(page.pk, comment_id, CommentSettings.load().order)
    if part is None:
        context = {"title": "Deze reactie staat hier niet", "article": page}
        return private(request, "comments/not_shown.html", context, status=404)
    address = page.get_url(request) if part == 1 else conversation_url(page.pk, number=part)
    return redirect(f"{address}#reactie-{comment_id}")


def _number(request: HttpRequest) -> int:
    """Return which part is asked for, or raise Http404 for what is no number of one."""
    asked = request.GET.get("pagina", "1")
    if not (asked.isascii() and asked.isdecimal() and len(asked) <= LONGEST_NUMBER and int(asked)):
        raise Http404
    return int(asked)


def _order(request: HttpRequest) -> str:
    """Return the order asked for, "" for the usual one, or raise Http404 for none that we know."""
    asked = request.GET.get("volgorde")
    if asked is None:
        return ""
    for order, name in ORDER_NAMES.items():
        if name == asked:
            return order
    raise Http404
