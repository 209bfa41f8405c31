"""A mail in the outbox, for tests."""

from typing import Any

from post_office.models import Email

from mailing.services import queue_mail

CONTEXT = {
    "subject": "Hier is De routekaart",
    "magnet_name": "De routekaart",
    "text": "Neem & houd de tijd.",
    "download_url": "http://localhost/download/geheim/",
    "unsubscribe_url": "http://localhost/afmelden/geheim/",
}


def queue(to: str = "lezer@voorbeeld.nl", **changes: Any) -> Email:
    queue_mail(to=to, template="gift", **{"kind": "gift", "context": CONTEXT, **changes})
    return Email.objects.latest("pk")
