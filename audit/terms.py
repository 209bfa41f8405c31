"""How long each kind of data is kept, and what is past its time: for the apps and for the admin."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db.models import Min, QuerySet

# Days. The environment replaces each: KEEP_MAIL_BODIES_DAYS=60 (docs/operations.md).
DEFAULT_DAYS = {
    "UNCONFIRMED": 7,
    "REJECTED": 30,
    "NETWORKS": 30,
    # What a reader wrote with a report, once the coach has dealt with it.
    "REPORT_NOTES": 30,
    "NOTICES": 30,
    # A dead link is still known for so long, so that its page can say why it is dead.
    "DEAD_LINKS": 7,
    "MAIL_BODIES": 90,
    # That a mail was sent, and to whom.
    "MAILS": 730,
    # For a way out in a mail to someone forgotten since.
    "WAYS_OUT": 730,
    "QUESTIONS": 180,
    # A question that was asked only once is of no use for long.
    "SINGLE_QUESTIONS": 30,
    # Sites that were uploaded to be taken over, with the addresses of who reacted there.
    "EXPORTS": 14,
    # The log of log-ins.
    "LOG_INS": 90,
    # Longer than any holiday; a device that was away longer is news again.
    "DEVICES": 180,
    # Who looked at whose data (audit.trail).
    "AUDIT": 730,
}
LONGEST = 3650


def chosen(environ: Mapping[str, str]) -> dict[str, int]:
    """Return the days to keep each kind, from the environment or else the defaults.

    Raises ImproperlyConfigured, in one sentence, where a number is none or too large.
    """
    return {name: _days(f"KEEP_{name}_DAYS", environ, default) for name, default in DEFAULT_DAYS.items()}


def keep(name: str) -> timedelta:
    days: int = settings.KEEP_DAYS[name]
    return timedelta(days=days)


@dataclass(frozen=True)
class Term:
    """One kind of data: how many there are, how many are past their time, and when the next will be.

    `setting`: what changes it, "" where nothing does. `then`: what happens to it, in a few words.
    """

    what: str
    then: str
    setting: str
    days: int
    total: int
    due: int
    next_at: datetime | None


def term(name: str, what: str, then: str, rows: QuerySet[Any], since: str, now: datetime) -> Term:
    """Look up what becomes of `rows`, kept for `name`'s days after their column `since`."""
    kept = keep(name)
    due = rows.filter(**{f"{since}__lt": now - kept}).order_by().count()
    waiting = rows.exclude(**{f"{since}__lt": now - kept}).order_by()
    first = waiting.aggregate(first=Min(since))["first"]
    return Term(
        what=what,
        then=then,
        setting=f"KEEP_{name}_DAYS",
        days=kept.days,
        total=rows.order_by().count(),
        due=due,
        next_at=first + kept if isinstance(first, datetime) else None,
    )


def _days(name: str, environ: Mapping[str, str], default: int) -> int:
    value = environ.get(name) or str(default)
    if not value.isascii() or not value.isdigit() or not 1 <= int(value) <= LONGEST:
        raise ImproperlyConfigured(f"{name} must be a number of days from 1 to {LONGEST}, not {value!r}.")
    return int(value)
