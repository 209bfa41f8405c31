"""The coach's ready-made answers, as snippets."""

from wagtail.admin.panels import FieldPanel
from wagtail.snippets.views.snippets import SnippetViewSet

from comments.models import ReadyAnswer


class ReadyAnswerViewSet(SnippetViewSet):
    model = ReadyAnswer
    icon = "comment-add"
    menu_label = "Kant-en-klare antwoorden"
    url_prefix = "kant-en-klare-antwoorden"
    add_to_admin_menu = False
    copy_view_enabled = False
    list_display = ["title", "text"]
    ordering = ["sort_order", "title"]
    panels = [FieldPanel("title"), FieldPanel("text"), FieldPanel("sort_order")]
