"""Screens about a gift beyond its form: test mails, and the earlier contents of its files."""

from pathlib import PurePath
from typing import Any, Literal

from django.core.exceptions import PermissionDenied
from django.db.models import Prefetch
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, URLResolver, include, path, re_path, reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe
from wagtail.admin import messages

from guard.limits import LimitReached, hit
from leads import mails
from leads.magnet_form import MailWordsForm
from leads.models import LeadMagnet, LeadMagnetFile, LeadMagnetFileVersion
from mailing.models import Suppression
from mailing.services import queue_mail

TEST_KIND = "test"
NO_ADDRESS = "Je account heeft nog geen e-mailadres. Vul het in bij je account, onder ‘Profiel’."
TOO_MANY = "Dat waren veel testmails achter elkaar. Over een paar minuten kan het weer."
BLOCKED = "{} staat op de lijst van adressen die geen mail (meer) krijgen, dus hier komt niets aan."
SENT = "De testmail is onderweg naar {}, zoals hij hierboven staat, ook wat je nog niet opsloeg."


def may_change(user: Any) -> bool:
    return user.has_perm("leads.change_leadmagnet")


def may_write_mails(user: Any) -> bool:
    return may_change(user) or user.has_perm("leads.add_leadmagnet")


@require_POST
def test_mail(request: HttpRequest, which: Literal["confirm", "gift"]) -> HttpResponse:
    """Mail what stands in the form to whoever is logged in. Saves nothing; the answer is `message`."""
    user = request.user
    if not may_write_mails(user):
        raise PermissionDenied
    email = user.email  # type: ignore[union-attr]
    if not email:
        return _answer(NO_ADDRESS, status=422)
    form = MailWordsForm(request.POST)
    if not form.is_valid():
        return _answer(str(next(iter(form.errors.values()))[0]), status=422)
    if Suppression.objects.blocking(email, TEST_KIND).exists():
        return _answer(BLOCKED.format(email), status=422)
    try:
        hit("test-mail", f"user-{user.pk}")
    except LimitReached as limit:
        return limit.answer(_answer(TOO_MANY, status=429))
    mail = mails.example(form.save(commit=False), which)
    mail["context"]["subject"] = f"[Test] {mail['context']['subject']}"
    queue_mail(to=email, **(mail | {"kind": TEST_KIND}))
    return _answer(SENT.format(email))


def _answer(message: str, status: int = 200) -> HttpResponse:
    return JsonResponse({"message": message}, status=status)


@require_safe
@never_cache
def versions(request: HttpRequest, pk: int) -> HttpResponse:
    """What each file of a gift is now and was before."""
    if not may_change(request.user):
        raise PermissionDenied
    earlier = LeadMagnetFileVersion.objects.select_related("replaced_by")
    magnet = get_object_or_404(LeadMagnet, pk=pk)
    files = LeadMagnetFile.objects.filter(magnet=magnet).prefetch_related(Prefetch("versions", earlier))
    edit_url = reverse(LeadMagnet.snippet_viewset.get_url_name("edit"), args=[pk])
    list_url = reverse(LeadMagnet.snippet_viewset.get_url_name("list"))
    context = {
        "magnet": magnet,
        "files": files,
        "edit_url": edit_url,
        "page_title": "Eerdere versies",
        "page_subtitle": magnet.name,
        "header_icon": "history",
        "breadcrumbs_items": [
            {"url": list_url, "label": "Weggevers"},
            {"url": edit_url, "label": magnet.name},
            {"url": "", "label": "Eerdere versies"},
        ],
    }
    return render(request, "leads/admin/magnet_versions.html", context)


@require_POST
def put_back(request: HttpRequest, version_id: int) -> HttpResponse:
    if not may_change(request.user):
        raise PermissionDenied
    version = get_object_or_404(LeadMagnetFileVersion.objects.select_related("gift_file"), pk=version_id)
    version.put_back(request.user)
    messages.success(
        request,
        f"‘{version.gift_file}’ is weer zoals toen. Wat er net stond, staat nu bij de eerdere versies.",
    )
    return redirect("gift_admin:versions", version.gift_file.magnet_id)


@require_safe
def see_file(request: HttpRequest, file_id: int) -> HttpResponseBase:
    return _see(request, get_object_or_404(LeadMagnetFile, pk=file_id), name="")


@require_safe
def see_version(request: HttpRequest, version_id: int) -> HttpResponseBase:
    versions = LeadMagnetFileVersion.objects.select_related("gift_file")
    version = get_object_or_404(versions, pk=version_id)
    name = f"{PurePath(version.gift_file.download_name).stem} (eerder).{version.extension}"
    return _see(request, version, name=name)


def _see(request: HttpRequest, stored: LeadMagnetFile | LeadMagnetFileVersion, name: str) -> HttpResponseBase:
    """Stream a content to who may change gifts, as a download; nothing keeps a copy."""
    if not may_change(request.user):
        raise PermissionDenied
    name = stored.original_name or name or getattr(stored, "download_name", "")
    response = FileResponse(
        stored.file.open("rb"), as_attachment=True, filename=name, content_type=stored.content_type
    )
    response["Cache-Control"] = "no-store"
    response["X-Content-Type-Options"] = "nosniff"
    return response


def admin_urls() -> list[URLPattern | URLResolver]:
    screens = [
        re_path("^testmail/(?P<which>confirm|gift)/$", test_mail, name="test_mail"),
        path("<int:pk>/versies/", versions, name="versions"),
        path("bestand/<int:file_id>/", see_file, name="see_file"),
        path("versie/<int:version_id>/", see_version, name="see_version"),
        path("versie/<int:version_id>/terug/", put_back, name="put_back"),
    ]
    return [path("weggevers/", include((screens, "gift_admin")))]
