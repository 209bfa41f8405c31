from django.apps import AppConfig


class LeadsConfig(AppConfig):
    name = "leads"
    verbose_name = "Weggevers"

    def ready(self) -> None:
        from leads import signal_handlers

        signal_handlers.connect()
