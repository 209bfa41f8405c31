"""Registration of comments in the admin."""

from typing import Any

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import URLPattern, URLResolver, include, path
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail import hooks
from wagtail.admin.auth import permission_required
from wagtail.admin.ui.components import Component
from wagtail.log_actions import LogActionRegistry
from wagtail.snippets.models import register_snippet

from audit import trail
from comments.account import ModeratorMailPanel
from comments.blocklist_import import import_blocklist
from comments.history import HistoryView
from comments.moderation import PERMISSION
from comments.numbers import numbers
from comments.panels import WaitingCommentsPanel
from comments.ready_answers import ReadyAnswerViewSet
from comments.viewsets import CommentViewSet

# What is noted of people's data (audit.trail); decisions are events of their own.
NOTED = {
    "comments.look": "Reactie bekeken",
    "comments.list": "Lijst van reacties bekeken",
    "comments.export": "Reacties uitgevoerd",
}

register_snippet(ReadyAnswerViewSet)


@hooks.register("register_admin_viewset")
def register_comments() -> CommentViewSet:
    return CommentViewSet()


@hooks.register("register_admin_urls")
def register_lists() -> list[URLPattern | URLResolver]:
    only_moderators = permission_required(PERMISSION)
    history = [
        path("", only_moderators(HistoryView.as_view()), name="index"),
        path("results/", only_moderators(HistoryView.as_view(results_only=True)), name="results"),
    ]
    tools = [
        path("cijfers/", numbers, name="numbers"),
        path("blokkeerlijst/", import_blocklist, name="import_blocklist"),
    ]
    return [
        path("reacties/geschiedenis/", include((history, "comment_history"))),
        path("reacties/", include((tools, "comment_tools"))),
    ]


@hooks.register("register_log_actions")
def register_log_actions(actions: LogActionRegistry) -> None:
    trail.register(actions, NOTED)


@hooks.register("construct_homepage_panels")
def add_waiting_comments(request: HttpRequest, panels: list[Component]) -> None:
    if request.user.has_perm(PERMISSION):
        panels.append(WaitingCommentsPanel())


@hooks.register("insert_global_admin_css")
def moderation_css() -> SafeString:
    # Everywhere, for the count in the menu.
    return format_html('<link rel="stylesheet" href="{}">', static("css/admin-moderation.css"))


@hooks.register("register_account_settings_panel")
def register_moderator_mail(request: HttpRequest, user: Any, profile: Any) -> ModeratorMailPanel:
    return ModeratorMailPanel(request, user, profile)
