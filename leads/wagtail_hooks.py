"""Registration of leads in the admin."""

from django.http import HttpRequest
from wagtail import hooks
from wagtail.admin.ui.components import Component
from wagtail.snippets.models import register_snippet

from leads.panels import SignUpsPanel
from leads.viewsets import LeadMagnetViewSet, SignUpViewSet

register_snippet(LeadMagnetViewSet)


@hooks.register("register_admin_viewset")
def register_sign_ups() -> SignUpViewSet:
    return SignUpViewSet()


@hooks.register("construct_homepage_panels")
def add_sign_ups_panel(request: HttpRequest, panels: list[Component]) -> None:
    if request.user.has_perm("leads.view_signup"):
        panels.append(SignUpsPanel())
