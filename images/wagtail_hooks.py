"""Registration of pictures in the admin."""

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import URLPattern, URLResolver, include, path
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail import hooks
from wagtail.admin.ui.components import Component

from images import progress


@hooks.register("register_admin_urls")
def register_urls() -> list[URLPattern | URLResolver]:
    patterns = [
        path("", progress.progress, name="progress"),
        path("<int:image_id>/opnieuw/", progress.retry, name="retry"),
    ]
    return [path("afbeeldingen-klaarzetten/", include((patterns, "images_admin")))]


@hooks.register("construct_homepage_panels")
def show_progress(request: HttpRequest, panels: list[Component]) -> None:
    if progress.jobs_for(request.user).exists():
        panels.append(progress.PicturesPanel())


@hooks.register("insert_global_admin_js")
def admin_js() -> SafeString:
    return format_html('<script src="{}" defer></script>', static("js/admin-progress.js"))
