"""Registration in the admin."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets.button import Button

from accounts.panels import SecurityPanel


class AdministratorsItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return bool(request.user.is_superuser)


@hooks.register("register_account_settings_panel")
def register_security(request: HttpRequest, user: Any, profile: Any) -> SecurityPanel:
    return SecurityPanel(request, user, profile)


@hooks.register("register_settings_menu_item")
def register_log() -> MenuItem:
    return AdministratorsItem(
        "Inlogboek", reverse("accounts:log"), name="inlogboek", icon_name="history", order=910
    )


@hooks.register("register_user_listing_buttons")
def offer_reset(user: Any, request_user: Any) -> Iterator[Button]:
    if request_user.is_superuser and user != request_user:
        yield Button(
            "Tweede stap wissen", url=reverse("accounts:reset", args=[user.pk]), icon_name="lock", priority=40
        )
