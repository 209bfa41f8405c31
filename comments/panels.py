"""What waits for the coach, on the first screen after login."""

from typing import Any

from django.urls import reverse
from wagtail.admin.ui.components import Component

from comments.models import Comment, ReadyAnswer
from comments.queue import queue_items

# In this order: what is done, then what writes answers, then what presses the buttons.
SCRIPTS = ["js/admin-moderation.js", "js/admin-moderation-answers.js", "js/admin-moderation-keys.js"]
STYLES = ["css/admin-moderation-queue.css", "css/admin-moderation-page.css"]
# More than anyone reads in one go; the list "Reacties" has the rest.
MOST_SHOWN = 50


class WaitingCommentsPanel(Component):
    name = "waiting_comments"
    template_name = "comments/admin/waiting_panel.html"
    order = 100

    class Media:
        js = SCRIPTS
        css = {"all": STYLES}  # noqa: RUF012

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        waiting = Comment.objects.needs_attention().waiting_first().select_related("page", "parent")
        shown = list(waiting[:MOST_SHOWN])
        count = len(shown) if len(shown) < MOST_SHOWN else waiting.count()
        return {
            "items": queue_items(shown),
            "ready_answers": list(ReadyAnswer.objects.all()),
            "count": count,
            "more": count - len(shown),
            "next": reverse("wagtailadmin_home"),
            "csrf_token": parent_context["csrf_token"],
            "request": parent_context["request"],
        }
