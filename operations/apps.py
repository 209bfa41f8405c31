from django.apps import AppConfig
from django.conf import settings


class OperationsConfig(AppConfig):
    name = "operations"
    verbose_name = "Beheer van de site"

    def ready(self) -> None:
        if settings.SENTRY_DSN:
            from operations import sentry

            sentry.start(settings.SENTRY_DSN)
