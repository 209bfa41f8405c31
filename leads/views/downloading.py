"""The download page, its files, and a fresh link in place of an expired one."""

import logging
from functools import partial

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe
from wagtail.models import Page

from leads import delivery
from leads.ranges import TooManyStreams
from leads.services import downloading, links
from leads.views.token_pages import expired_page, readable_and_postable, see_other, token_page

log = logging.getLogger(__name__)


@require_safe
@token_page
def download(request: HttpRequest, token: str) -> HttpResponse:
    return _download_page(request, token)


def _download_page(
    request: HttpRequest, token: str, missing: str = "", status: int = 200, *, busy: bool = False
) -> HttpResponse:
    """Show the files and where to read on.

    `missing`: the title of a file that turned out not to be there. `busy`: too many download just now.
    """
    opened = downloading.open_download(token)
    context = {
        "magnet": opened.magnet,
        "files": opened.files,
        "grant": opened.grant,
        "token": token,
        "missing": missing,
        "busy": busy,
        "read_on": Page.objects.live().public().filter(pk=opened.sign_up.page_id).first(),
    }
    return render(request, "leads/download.html", context, status=status)


@require_safe
@token_page
def download_file(request: HttpRequest, token: str, file_id: int) -> HttpResponseBase:
    grant, gift = downloading.open_file(token, file_id)
    if gift is None:
        raise Http404
    try:
        return delivery.hand_over(request, gift, partial(downloading.take_file, grant, gift.pk))
    except FileNotFoundError:
        log.error("The content of file %s of gift %s is missing", gift.pk, gift.magnet_id)
        return _download_page(request, token, missing=gift.title, status=404)
    except TooManyStreams:
        response = _download_page(request, token, status=503, busy=True)
        response["Retry-After"] = "30"
        return response


@readable_and_postable
@token_page
def fresh_link(request: HttpRequest, token: str) -> HttpResponse:
    """Ask for a new link instead of an expired one. The page after it is the one after signing up."""
    sign_up = links.sign_up_of(token)
    if request.method == "POST":
        downloading.send_fresh_link(token)
        return see_other("leads:check_inbox", sign_up.magnet.slug)
    return expired_page(request, token, sign_up, status=200)
