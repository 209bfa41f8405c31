"""What waits for the coach, on the first screen after login."""

from typing import Any

from django.urls import reverse
from wagtail.admin.ui.components import Component

from comments.models import Comment

# More than anyone reads in one go; the list "Reacties" has the rest.
MOST_SHOWN = 50


class WaitingCommentsPanel(Component):
    name = "waiting_comments"
    template_name = "comments/admin/waiting_panel.html"
    order = 100

    class Media:
        js = ["js/admin-moderation.js"]

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        waiting = Comment.objects.pending().waiting_first().select_related("page", "parent")
        shown = list(waiting[:MOST_SHOWN])
        count = len(shown) if len(shown) < MOST_SHOWN else waiting.count()
        return {
            "comments": shown,
            "count": count,
            "more": count - len(shown),
            "next": reverse("wagtailadmin_home"),
            "csrf_token": parent_context["csrf_token"],
            "request": parent_context["request"],
        }
