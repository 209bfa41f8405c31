"""A line of a file, understood as a person who agreed to the newsletter somewhere else."""

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from guard import email as addresses
from leads.importing.reading import Line
from leads.people import NAME_LENGTH, label_name
from mailing.addresses import address_hash, normalise

WORDS_LENGTH = 500
MOST_LABELS = 20
EARLIEST = datetime(1995, 1, 1, tzinfo=UTC)
# 31-12-2025, 31/12/2025, 31.12.2025, with or without a time after it.
DAY_FIRST = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?:[ T,]+(\d{1,2}):(\d{2})(?::(\d{2}))?)?")
YEAR_FIRST = re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})")
# How other programs call someone who may be written to.
ACTIVE = frozenset(["", "active", "actief", "subscribed", "ingeschreven", "confirmed", "bevestigd"])


class RefusedRow(Exception):
    """Says in Dutch why someone can't be taken over."""


@dataclass(frozen=True)
class Choices:
    """What holds for a whole file. `program`: where it comes from. `words`: where and when people agreed."""

    program: str
    words: str = ""
    labels: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Row:
    line: int
    email: str
    address_hash: str
    first_name: str
    agreed_at: datetime | None
    # About this person alone, or nothing.
    own_words: str
    # Those, or what holds for the whole file.
    words: str
    labels: list[str]


def understand(line: Line, choices: Choices, now: datetime) -> Row:
    """Return what a line says. Raises RefusedRow."""
    values = line.values
    email = _email(values.get("email", ""))
    status = values.get("status", "")
    if status.lower() not in ACTIVE:
        raise RefusedRow(f"is daar niet ingeschreven (status ‘{clean(status, 40)}’)")
    own_words = clean(values.get("words", ""), WORDS_LENGTH)
    words = own_words or choices.words
    if not words:
        raise RefusedRow("zonder bron: waar en wanneer is toestemming gegeven?")
    return Row(
        line.number,
        email,
        address_hash(email),
        clean(values.get("first_name", ""), NAME_LENGTH),
        _moment(values.get("agreed_at", ""), now),
        own_words,
        words,
        labels_in(values.get("labels", ""), choices.labels),
    )


def labels_in(text: str, others: list[str] | None = None) -> list[str]:
    """Return the labels in a text, each once whatever the case. Raises RefusedRow."""
    try:
        names = [label_name(name) for name in re.split(r"[,;|]", text) if name.strip()]
    except ValidationError as error:
        raise RefusedRow(error.messages[0].rstrip(".").lower()) from error
    once = list({name.lower(): name for name in reversed([*(others or []), *names])}.values())[::-1]
    if len(once) > MOST_LABELS:
        raise RefusedRow(f"meer dan {MOST_LABELS} labels")
    return once


def clean(text: str, length: int) -> str:
    """Return `text` on one line, with nothing in it that can't be seen, and not too long."""
    seen = "".join(sign if sign.isprintable() else " " for sign in text)
    return " ".join(seen.split())[:length].rstrip()


def _email(written: str) -> str:
    if not written:
        raise RefusedRow("zonder e-mailadres")
    try:
        return normalise(addresses.check(written))
    except ValidationError as error:
        raise RefusedRow("het e-mailadres klopt niet") from error


def _moment(written: str, now: datetime) -> datetime | None:
    """Return the moment that is written, in Amsterdam where it names no zone; None for nothing."""
    if not written:
        return None
    try:
        moment = _parsed(written)
    except ValueError:
        moment = None
    if moment is None:
        raise RefusedRow(f"datum niet begrepen: ‘{clean(written, 40)}’")
    if timezone.is_naive(moment):
        moment = timezone.make_aware(moment)
    if moment > now:
        raise RefusedRow("de datum van de toestemming ligt in de toekomst")
    if moment < EARLIEST:
        raise RefusedRow("de datum van de toestemming is van voor 1995")
    return moment


def _parsed(written: str) -> datetime | None:
    if found := DAY_FIRST.fullmatch(written):
        day, month, year, hour, minute, second = (int(part or 0) for part in found.groups())
        return datetime(year, month, day, hour, minute, second)  # noqa: DTZ001 - the zone follows
    if found := YEAR_FIRST.fullmatch(written):
        return datetime(*map(int, found.groups()))  # type: ignore[arg-type]  # noqa: DTZ001
    return parse_datetime(written)
