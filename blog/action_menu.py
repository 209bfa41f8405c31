"""The buttons under the editor."""

from typing import Any

from django.http import HttpRequest
from wagtail.admin.action_menu import (
    ActionMenuItem,
    PublishMenuItem,
    SaveDraftMenuItem,
    SubmitForModerationMenuItem,
)

from blog.forms import TOMORROW_MORNING
from blog.models import ArticlePage


class TomorrowMenuItem(ActionMenuItem):
    """Publish tomorrow at 08:00; `blog.forms.ArticleForm` reads the button's value."""

    order = 35
    name = "action-publish"
    icon_name = "calendar-alt"
    template_name = "blog/admin/tomorrow_button.html"

    def is_shown(self, context: dict[str, Any]) -> bool:
        if context["view"] == "create":
            may = context["parent_page"].permissions_for_user(context["request"].user)
            model = context["request"].resolver_match.kwargs.get("content_type_model_name")
            return model == ArticlePage._meta.model_name and may.can_publish_subpage()
        page = context["page"]
        return (
            context["view"] == "edit"
            and isinstance(page, ArticlePage)
            and not page.live
            and not context["locked_for_user"]
            and self.get_user_page_permissions_tester(context).can_publish()
        )

    def get_context_data(self, parent_context: dict[str, Any]) -> dict[str, Any]:
        return super().get_context_data(parent_context) | {"value": TOMORROW_MORNING}


def arrange(items: list[ActionMenuItem], request: HttpRequest, context: dict[str, Any]) -> None:
    """Put first what one wants most: to publish a page that is live, to save one that is not.

    Who may publish need not ask to.
    """
    if not any(isinstance(item, PublishMenuItem) for item in items):
        return
    items[:] = [item for item in items if not isinstance(item, SubmitForModerationMenuItem)]
    page = context.get("page")
    first = PublishMenuItem if page is not None and page.live else SaveDraftMenuItem
    items.sort(key=lambda item: not isinstance(item, first))
