"""Registration of the scheduled jobs in the admin."""

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, include, path, reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from operations import screen


class _JobsItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm(screen.VIEW)


@hooks.register("register_admin_urls")
def register_urls() -> list[URLPattern | URLResolver]:
    patterns = [
        path("", screen.jobs, name="jobs"),
        path("<slug:name>/nu/", screen.run_now, name="run_now"),
    ]
    return [path("taken/", include((patterns, "operations")))]


@hooks.register("register_settings_menu_item")
def register_jobs() -> MenuItem:
    return _JobsItem("Taken", reverse("operations:jobs"), icon_name="calendar-check", order=910)


@hooks.register("register_permissions")
def register_permission() -> QuerySet[Permission]:
    return Permission.objects.filter(
        content_type__app_label="operations", codename__in=["view_jobrun", "run_job"]
    )
