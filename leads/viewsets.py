"""The admin's screens for gifts and sign-ups."""

from wagtail.snippets.views.snippets import SnippetViewSet

from leads.models import LeadMagnet


class LeadMagnetViewSet(SnippetViewSet):
    model = LeadMagnet
    icon = "doc-full-inverse"
    menu_label = "Weggevers"
    menu_order = 220
    add_to_admin_menu = True
    list_display = ["name", "kind", "is_active"]
    list_filter = ["kind", "is_active"]
    ordering = ["name"]
