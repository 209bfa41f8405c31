from importlib import import_module

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "accounts"
    verbose_name = "Toegang"

    def ready(self) -> None:
        import_module("accounts.checks")
