"""What other packages tell us: events of a mail provider, and that the tables were made."""

from typing import Any

from anymail.signals import AnymailTrackingEvent, tracking
from django.apps import AppConfig
from django.db.models.signals import post_migrate

from mailing import bounces, indexes
from mailing.webhooks import NotTakenIn


def connect(app: AppConfig) -> None:
    tracking.connect(take_in_event)
    post_migrate.connect(install_indexes, sender=app)


def take_in_event(event: AnymailTrackingEvent, **kwargs: Any) -> None:
    """Raises webhooks.NotTakenIn, so that a fault of ours is not mistaken for a report that can't be read."""
    try:
        bounces.record_event(event)
    except Exception as error:
        raise NotTakenIn from error


def install_indexes(using: str, **kwargs: Any) -> None:
    indexes.install(using)
