"""Synonyms in the admin, and promoted results begun from what was asked."""

from typing import Any

from wagtail.contrib.search_promotions.views.settings import CreateView as CreatePromotionView
from wagtail.snippets.views.snippets import CreateView, SnippetViewSet

from search.menu import MENU_HOOK
from search.models import Synonyms

# The parameter in which the report hands over what was asked.
ASKED = "vraag"


class CreateSynonymsView(CreateView):
    def get_initial(self) -> dict[str, Any]:
        asked = self.request.GET.get(ASKED, "")[:100]
        return {**super().get_initial(), **({"words": f"{asked}, "} if asked else {})}


class SynonymsViewSet(SnippetViewSet):
    model = Synonyms
    icon = "list-ul"
    menu_label = "Synoniemen"
    menu_name = "synoniemen"
    menu_order = 20
    add_to_admin_menu = False
    menu_hook = MENU_HOOK
    list_display = ["words"]
    ordering = ["words"]
    search_fields = ["words"]
    copy_view_enabled = False
    inspect_view_enabled = False
    add_view_class = CreateSynonymsView


class PromoteView(CreatePromotionView):
    """Wagtail's own form, with the question filled in already."""

    def get_initial(self) -> dict[str, Any]:
        return {**super().get_initial(), "query_string": self.request.GET.get(ASKED, "")[:100]}
