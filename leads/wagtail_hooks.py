"""Registration of leads in the admin."""

from django.contrib.auth.models import Permission
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, path, reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.log_actions import LogActionRegistry
from wagtail.snippets.models import register_snippet

from audit import trail
from leads import magnet_views, menu
from leads.magnet_screens import DeleteMagnets, LeadMagnetViewSet
from leads.panels import SignUpsPanel
from leads.report_screen import report
from leads.subscribers.bulk import AddLabel, Block
from leads.subscribers.viewset import SubscriberViewSet
from leads.suppression_screens import SuppressionViewSet
from leads.viewsets import SignUpViewSet

# What is noted of people's data (audit.trail).
NOTED = {
    "leads.look": "Inschrijver bekeken",
    "leads.list": "Lijst van mensen bekeken",
    "leads.label": "Label gegeven",
    "leads.unlabel": "Label weggehaald",
    "leads.stop_newsletter": "Afgemeld voor de nieuwsbrief",
    "leads.block": "Geblokkeerd",
    "leads.unblock": "Blokkade opgeheven",
    "leads.export": "Lijst uitgevoerd",
    "leads.import": "Inschrijvers overgenomen",
    # Of before privacy.erase was the way.
    "leads.erase": "Gegevens gewist",
}

register_snippet(LeadMagnetViewSet)
hooks.register("register_admin_urls", magnet_views.admin_urls)
hooks.register("register_bulk_action", AddLabel)
hooks.register("register_bulk_action", Block)
# After Wagtail's own for every snippet, in the place of which it comes.
hooks.register("register_bulk_action", DeleteMagnets, order=1)


@hooks.register("register_admin_menu_item")
def register_menu() -> MenuItem:
    return menu.menu_item()


@hooks.register("register_admin_viewset")
def register_people() -> list[object]:
    return [SubscriberViewSet(), SignUpViewSet(), SuppressionViewSet()]


@hooks.register("register_log_actions")
def register_log_actions(actions: LogActionRegistry) -> None:
    trail.register(actions, NOTED)


@hooks.register("register_permissions")
def register_permissions() -> QuerySet[Permission]:
    """Those that Wagtail does not offer by itself when one makes a group."""
    ours = Q(content_type__app_label="leads", codename__in=["export_subscriber", "import_subscriber"])
    return Permission.objects.filter(ours)


@hooks.register("register_admin_urls")
def register_report() -> list[URLPattern | URLResolver]:
    return [path("weggevers/cijfers/", report, name="lead_report")]


@hooks.register(menu.MENU_HOOK)
def register_report_item() -> MenuItem:
    return menu.PermittedItem(
        "Cijfers", reverse("lead_report"), permission="leads.view_signup", icon_name="list-ol", order=40
    )


@hooks.register("construct_homepage_panels")
def add_sign_ups_panel(request: HttpRequest, panels: list[Component]) -> None:
    if request.user.has_perm("leads.view_signup"):
        panels.append(SignUpsPanel())
