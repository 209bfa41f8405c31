from django.apps import AppConfig


class ProjectConfig(AppConfig):
    name = "liefdesverdriet"
    verbose_name = "Project"
