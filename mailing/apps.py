from django.apps import AppConfig


class MailingConfig(AppConfig):
    name = "mailing"
    verbose_name = "Post"

    def ready(self) -> None:
        from mailing import signal_handlers

        signal_handlers.connect(self)
