"""Registration in the admin."""

from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest
from django.urls import reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets.button import Button

from accounts import first_passwords
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


@hooks.register("after_create_user")
def password_of_new_user_is_a_first_one(request: HttpRequest, user: Any) -> None:
    _give(request, user)


@hooks.register("after_edit_user")
def password_by_another_is_a_first_one(request: HttpRequest, user: Any) -> None:
    """Only who types in a password of somebody else's makes it one; one's own stays one's own."""
    if request.method == "POST" and request.POST.get("password1") and user != request.user:
        _give(request, user)


def _give(request: HttpRequest, user: Any) -> None:
    if user.has_usable_password():
        first_passwords.give(user, request, by=request.user)
        messages.info(
            request,
            f"{user.get_username()} kiest bij de eerste keer inloggen een eigen wachtwoord. "
            f"Het wachtwoord dat jij gaf, werkt {settings.FIRST_PASSWORD_DAYS} dagen.",
        )
