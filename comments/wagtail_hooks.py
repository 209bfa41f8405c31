"""Registration of comments in the admin."""

from django.http import HttpRequest
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail import hooks
from wagtail.admin.ui.components import Component

from comments.moderation import PERMISSION
from comments.panels import WaitingCommentsPanel
from comments.viewsets import CommentViewSet


@hooks.register("register_admin_viewset")
def register_comments() -> CommentViewSet:
    return CommentViewSet()


@hooks.register("construct_homepage_panels")
def add_waiting_comments(request: HttpRequest, panels: list[Component]) -> None:
    if request.user.has_perm(PERMISSION):
        panels.append(WaitingCommentsPanel())


@hooks.register("insert_global_admin_css")
def moderation_css() -> SafeString:
    # Everywhere, for the count in the menu.
    return format_html('<link rel="stylesheet" href="{}">', static("css/admin-moderation.css"))
