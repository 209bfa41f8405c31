"""Who did what with people's data: lines in Wagtail's log, none of which holds an address.

So a line may outlive the person it is about: "inschrijver 12" says nothing once that one is erased.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, QuerySet
from django.utils import timezone
from wagtail.log_actions import LogActionRegistry, LogFormatter
from wagtail.log_actions import registry as wagtail_registry
from wagtail.models import ModelLogEntry

# Who goes through a list page by page, or comes back to a screen, has looked once.
ONE_LOOK = timedelta(minutes=10)
# What each app told `register` of. Ask `actions`: apps tell when Wagtail first asks them to.
_ACTIONS: dict[str, str] = {}


def note(user: Any, action: str, subject: Model | type[Model], **data: Any) -> None:
    """Write down that `user` did `action` to one row, or to many of a model; `data` is fit for JSON."""
    entry = ModelLogEntry(**_about(subject), action=action, data=data, user=_person(user))
    # Not save(), which looks up once more that user and kind of row exist.
    ModelLogEntry.objects.bulk_create([entry])


def note_each(user: Any, action: str, subjects: Sequence[Model], **data: Any) -> None:
    """As `note`, for many rows of one model in one statement."""
    ModelLogEntry.objects.bulk_create(
        ModelLogEntry(**_about(subject), action=action, data=data, user=_person(user)) for subject in subjects
    )


def note_look(user: Any, action: str, subject: Model | type[Model], **data: Any) -> None:
    """As `note`, for reading a screen: once in ten minutes for who stays with it or comes back."""
    about = _about(subject)
    since = about["timestamp"] - ONE_LOOK
    same = ModelLogEntry.objects.filter(
        content_type=about["content_type"], object_id=about["object_id"], action=action, user=_person(user)
    )
    if not any(entry.data == data for entry in same.filter(timestamp__gt=since).only("data")[:50]):
        note(user, action, subject, **data)


def notes_about(subject: Model) -> QuerySet[ModelLogEntry]:
    about = _about(subject)
    lines = ModelLogEntry.objects.filter(content_type=about["content_type"], object_id=about["object_id"])
    return lines.select_related("user")


def actions() -> dict[str, str]:
    """Return what may be noted about people's data, and what that is called."""
    wagtail_registry.scan_for_actions()
    return _ACTIONS


def lines() -> QuerySet[ModelLogEntry]:
    """Return all that was noted about people's data, newest first."""
    return (
        ModelLogEntry.objects.filter(action__in=actions())
        .select_related("user")
        .order_by("-timestamp", "-pk")
    )


def expire(before: datetime) -> int:
    """Let go the lines from before a moment; return how many."""
    return ModelLogEntry.objects.filter(action__in=actions(), timestamp__lt=before).delete()[0]


def message_of(entry: ModelLogEntry) -> str:
    """Say in Dutch what a line of the log tells."""
    label, data = actions().get(entry.action, entry.action), entry.data
    if "label" in data:
        return f"{label}: {data['label']}"
    if "count" in data:
        kind = f" ({data['format'].upper()})" if "format" in data else ""
        return f"{label}{kind}: {data['count']}"
    return label


def name_of(entry: ModelLogEntry) -> str:
    """Say who did it."""
    user = entry.user
    return (user.get_full_name() or user.get_username()) if user else "iemand die er niet meer is"


class _Formatter(LogFormatter):
    def format_message(self, log_entry: ModelLogEntry) -> str:
        return message_of(log_entry)


def register(registry: LogActionRegistry, labels: Mapping[str, str]) -> None:
    """Tell Wagtail, and the list of all lines, what an app's actions are called."""
    for action, label in labels.items():
        formatter = type("AuditFormatter", (_Formatter,), {"label": label})
        registry.register_action(action)(formatter)
    _ACTIONS.update(labels)


def _about(subject: Model | type[Model]) -> dict[str, Any]:
    many = isinstance(subject, type)
    # No row has the number 0; Wagtail's own list of the log looks rows up by it.
    pk = "0" if many else str(subject.pk)
    return {
        "content_type": ContentType.objects.get_for_model(subject, for_concrete_model=False),
        "object_id": pk,
        "label": str(subject._meta.verbose_name_plural) if many else f"{subject._meta.verbose_name} {pk}",
        "timestamp": timezone.now(),
    }


def _person(user: Any) -> Any:
    """Return the user to name; none for a command, which nobody is logged in for."""
    return user if getattr(user, "is_authenticated", False) else None
