from importlib import import_module

from django.apps import AppConfig


class ProjectConfig(AppConfig):
    name = "liefdesverdriet"
    verbose_name = "Project"

    def ready(self) -> None:
        import_module("liefdesverdriet.checks")
        import_module("liefdesverdriet.admin_scripts").install()
        import_module("liefdesverdriet.private_media").connect()
        _tie_to_privacy()


def _tie_to_privacy() -> None:
    """Have privacy, which stands on one floor with `wordpress`, think of what that keeps."""
    beside, wordpress = import_module("privacy.beside"), import_module("wordpress.privacy")
    tied = beside.Beside("Verhuizen", wordpress.erase, wordpress.expiring, wordpress.expire)
    if tied not in beside.APPS:
        beside.APPS.append(tied)
