from importlib import import_module

from django.apps import AppConfig


class ProjectConfig(AppConfig):
    name = "liefdesverdriet"
    verbose_name = "Project"

    def ready(self) -> None:
        import_module("liefdesverdriet.checks")
