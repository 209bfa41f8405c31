"""What the coach sees of pictures whose sizes are being made, or could not be."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_GET, require_POST
from wagtail.admin.ui.components import Component
from wagtail.images.permissions import permission_policy

from images import queue
from images.models import RenditionJob, SiteImage

SHOWN = 6
TEMPLATE = "images/admin/progress.html"


def jobs_for(user: Any, image_id: int | None = None) -> QuerySet[RenditionJob]:
    """Return what is not ready of the pictures that `user` may change; failures first."""
    images = permission_policy.instances_user_has_any_permission_for(user, ["change", "delete"])
    jobs = RenditionJob.objects.exclude(state=queue.State.MADE).filter(image__in=images)
    jobs = jobs.filter(image=image_id) if image_id else jobs
    return jobs.select_related("image").order_by("state", "pk")


def progress_context(request: HttpRequest, image_id: int | None = None) -> dict[str, Any]:
    jobs = jobs_for(request.user, image_id)
    where = reverse("images_admin:progress")
    return {
        "jobs": jobs[:SHOWN],
        "more": max(0, jobs.count() - SHOWN),
        "is_going_on": jobs.exclude(state=queue.State.FAILED).exists(),
        "address": f"{where}?afbeelding={image_id}" if image_id else where,
    }


@require_GET
def progress(request: HttpRequest) -> HttpResponse:
    """Answer with the list as it is now, for the page's script."""
    asked = request.GET.get("afbeelding", "")
    image_id = int(asked) if asked.isdecimal() and len(asked) < 19 else None
    response = render(request, TEMPLATE, progress_context(request, image_id))
    response["Cache-Control"] = "no-store"
    return response


@require_POST
def retry(request: HttpRequest, image_id: int) -> HttpResponse:
    images = permission_policy.instances_user_has_any_permission_for(request.user, ["change"])
    queue.retry(get_object_or_404(images, pk=image_id).pk)
    to = request.POST.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(to, {request.get_host()}, require_https=request.is_secure())
    return redirect(to if is_ours else reverse("wagtailimages:edit", args=[image_id]))


class PicturesPanel(Component):
    """On the start page, only while there is something to tell."""

    name, order = "afbeeldingen", 5
    template_name = TEMPLATE

    def __init__(self, image: SiteImage | None = None) -> None:
        self.image_id = image.pk if image else None

    def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
        request = parent_context["request"]
        return {**progress_context(request, self.image_id), "csrf_token": parent_context.get("csrf_token")}
