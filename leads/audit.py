"""Who did what with people's data: lines in Wagtail's log, none of which holds an address.

So a line may outlive the person it is about: "inschrijver 12" says nothing once that one is erased.
"""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, QuerySet
from django.utils import timezone
from wagtail.log_actions import LogActionRegistry, LogFormatter
from wagtail.models import ModelLogEntry

from leads.models import Subscriber

LABELS = {
    "leads.label": "Label gegeven",
    "leads.unlabel": "Label weggehaald",
    "leads.stop_newsletter": "Afgemeld voor de nieuwsbrief",
    "leads.block": "Geblokkeerd",
    "leads.unblock": "Blokkade opgeheven",
    "leads.erase": "Gegevens gewist",
    "leads.export": "Lijst uitgevoerd",
    "leads.import": "Inschrijvers overgenomen",
}


def note(user: Any, action: str, subject: Model | type[Model], **data: Any) -> None:
    """Write down that `user` did `action` to one row, or to many of a model; `data` is fit for JSON."""
    many = isinstance(subject, type)
    # No row has the number 0; Wagtail's own list of the log looks rows up by it.
    pk = "0" if many else str(subject.pk)
    ModelLogEntry.objects.create(
        content_type=ContentType.objects.get_for_model(subject),
        object_id=pk,
        label=str(subject._meta.verbose_name_plural) if many else f"{subject._meta.verbose_name} {pk}",
        action=action,
        data=data,
        user=user,
        timestamp=timezone.now(),
    )


def note_each(user: Any, action: str, subscribers: list[Subscriber], **data: Any) -> None:
    """As `note`, for many subscribers in one statement."""
    content_type, now = ContentType.objects.get_for_model(Subscriber), timezone.now()
    ModelLogEntry.objects.bulk_create(
        ModelLogEntry(
            content_type=content_type,
            object_id=str(subscriber.pk),
            label=f"inschrijver {subscriber.pk}",
            action=action,
            data=data,
            user=user,
            timestamp=now,
        )
        for subscriber in subscribers
    )


def notes_about(subscriber: Subscriber) -> QuerySet[ModelLogEntry]:
    return ModelLogEntry.objects.filter(
        content_type=ContentType.objects.get_for_model(Subscriber), object_id=str(subscriber.pk)
    ).select_related("user")


def message_of(entry: ModelLogEntry) -> str:
    """Say in Dutch what a line of the log tells."""
    label, data = LABELS.get(entry.action, entry.action), entry.data
    if "label" in data:
        return f"{label}: {data['label']}"
    if "count" in data:
        kind = f" ({data['format'].upper()})" if "format" in data else ""
        return f"{label}{kind}: {data['count']}"
    return label


class _Formatter(LogFormatter):
    def format_message(self, log_entry: ModelLogEntry) -> str:
        return message_of(log_entry)


def register(actions: LogActionRegistry) -> None:
    for action, label in LABELS.items():
        formatter = type("LeadsLogFormatter", (_Formatter,), {"label": label})
        actions.register_action(action)(formatter)
