from importlib import import_module

from django.apps import AppConfig
from wagtail.users.apps import WagtailUsersAppConfig


class AccountsConfig(AppConfig):
    name = "accounts"
    verbose_name = "Toegang"
    default = True

    def ready(self) -> None:
        import_module("accounts.checks")


class UsersConfig(WagtailUsersAppConfig):
    """Wagtail's users, with screens that know of first passwords."""

    user_viewset = "accounts.user_screens.UserViewSet"
