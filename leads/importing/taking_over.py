"""Looking who of a file is new, and taking them over: in small transactions, each of which may be done again.

Not all in one: SQLite has one writer, and a reader who signs up meanwhile must not wait for a long list. What
was broken off half-way is finished by taking the same file over once more.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from itertools import islice
from typing import Any, NamedTuple

from django.db import IntegrityError, transaction
from django.utils import timezone

from audit.trail import note
from leads.consents import ConsentText
from leads.importing.reading import CsvFile, Line, UnreadableFile
from leads.importing.rows import Choices, RefusedRow, Row, understand
from leads.models import ConsentEvent, Subscriber, SubscriberTag
from leads.people import label_named
from mailing.models import Suppression

AT_ONCE = 500
MOST_REFUSALS = 200
EXAMPLES = 5
MOST_NEW_LABELS = 200


class Outcome(Enum):
    NEW = "new"
    # Known here, and now for the newsletter too.
    AGREED = "agreed"
    KNOWN = "known"
    # Said no here: unsubscribed, blocked or erased.
    STOPPED = "stopped"


class Judged(NamedTuple):
    """What becomes of a row; `why`: what someone who is STOPPED said, or what we know of the address."""

    row: Row
    outcome: Outcome
    known: Subscriber | None
    why: Suppression.Reason | None


@dataclass
class Report:
    """What becomes of a file. `refusals`: lines and why; `stopped_lines`: by reason, lines and whose.

    Only the first of each, and never the address of someone who asked to be forgotten.
    """

    counts: dict[Outcome, int] = field(default_factory=lambda: dict.fromkeys(Outcome, 0))
    refused: int = 0
    refusals: list[tuple[int, str]] = field(default_factory=list)
    stopped_lines: dict[Suppression.Reason, list[tuple[int, str]]] = field(default_factory=dict)
    examples: list[Row] = field(default_factory=list)
    labels: dict[str, str] = field(default_factory=dict)

    @property
    def new(self) -> int:
        return self.counts[Outcome.NEW]

    @property
    def agreed(self) -> int:
        return self.counts[Outcome.AGREED]

    @property
    def known(self) -> int:
        return self.counts[Outcome.KNOWN]

    @property
    def stopped(self) -> int:
        return self.counts[Outcome.STOPPED]

    @property
    def stopped_shown(self) -> int:
        return sum(map(len, self.stopped_lines.values()))

    @property
    def total(self) -> int:
        return sum(self.counts.values()) + self.refused

    def refuse(self, line: int, why: str) -> None:
        self.refused += 1
        if len(self.refusals) < MOST_REFUSALS:
            self.refusals.append((line, why))

    def add(self, judged: Judged) -> None:
        row, why = judged.row, judged.why
        self.counts[judged.outcome] += 1
        if why and self.stopped_shown < MOST_REFUSALS:
            email = "" if why == Suppression.Reason.ERASED else row.email
            self.stopped_lines.setdefault(why, []).append((row.line, email))
        if why != Suppression.Reason.ERASED and len(self.examples) < EXAMPLES:
            self.examples.append(row)


def rehearse(content: bytes, choices: Choices, now: datetime) -> Report:
    """Say what taking a file over would do, and change nothing. Raises UnreadableFile."""
    report = Report()
    for rows in _parts(CsvFile(content), choices, now, report):
        for judged in _judged(rows, lock=False):
            report.add(judged)
    return report


def take_over(content: bytes, choices: Choices, now: datetime, user: Any) -> Report:
    """Take everyone over who agreed, mail nobody, and say what was done. Raises UnreadableFile.

    A second time with the same file changes nothing.
    """
    # Whatever can't be read is found before the first row is written.
    rehearse(content, choices, now)
    report = Report()
    tags: dict[str, SubscriberTag] = {}
    for rows in _parts(CsvFile(content), choices, now, report):
        for judged in _store_again(rows, choices, now, tags, user):
            report.add(judged)
    note(user, "leads.import", Subscriber, count=report.new + report.agreed, program=choices.program)
    return report


def _parts(lines: Iterable[Line], choices: Choices, now: datetime, report: Report) -> Iterator[list[Row]]:
    """Give the rows that are understood, some hundreds at a time, each address once; note the others."""
    seen: set[bytes] = set()

    def understood() -> Iterator[Row]:
        for line in lines:
            try:
                row = understand(line, choices, now)
            except RefusedRow as refused:
                report.refuse(line.number, str(refused))
                continue
            key = bytes.fromhex(row.address_hash)[:16]
            if key in seen:
                report.refuse(line.number, "dit adres staat al eerder in het bestand")
                continue
            seen.add(key)
            report.labels.update((name.lower(), name) for name in row.labels)
            if len(report.labels) > MOST_NEW_LABELS:
                raise UnreadableFile(
                    f"Er staan meer dan {MOST_NEW_LABELS} verschillende labels in. Is dat de goede kolom?"
                )
            yield row

    rows = understood()
    while part := list(islice(rows, AT_ONCE)):
        yield part


def _judged(rows: list[Row], *, lock: bool) -> list[Judged]:
    hashes = [row.address_hash for row in rows]
    # Always in one order, so that no two wait for each other.
    subscribers = Subscriber.objects.filter(address_hash__in=hashes).order_by("pk")
    known = {one.address_hash: one for one in (subscribers.select_for_update() if lock else subscribers)}
    no_mail = dict(Suppression.objects.filter(address_hash__in=hashes).values_list("address_hash", "reason"))
    return [_judge(row, known.get(row.address_hash), no_mail.get(row.address_hash, "")) for row in rows]


def _judge(row: Row, known: Subscriber | None, blocked: str) -> Judged:
    if blocked:
        return Judged(row, Outcome.STOPPED, known, Suppression.Reason(blocked))
    if known is None:
        return Judged(row, Outcome.NEW, None, None)
    if known.newsletter:
        return Judged(row, Outcome.KNOWN, known, None)
    if known.unsubscribed_at:
        return Judged(row, Outcome.STOPPED, known, Suppression.Reason.UNSUBSCRIBED)
    return Judged(row, Outcome.AGREED, known, None)


def _store_again(
    rows: list[Row], choices: Choices, now: datetime, tags: dict[str, SubscriberTag], user: Any
) -> list[Judged]:
    """Store, and once more when someone in it signed up, or a label went, at the same moment."""
    try:
        return _store(rows, choices, now, tags, user)
    except IntegrityError:
        tags.clear()
        return _store(rows, choices, now, tags, user)


@transaction.atomic
def _store(
    rows: list[Row], choices: Choices, now: datetime, tags: dict[str, SubscriberTag], user: Any
) -> list[Judged]:
    judged = _judged(rows, lock=True)
    new: list[Subscriber] = []
    changed: list[Subscriber] = []
    links: list[tuple[Subscriber, str]] = []
    events: list[ConsentEvent] = []
    for row, outcome, known, _ in judged:
        if outcome is Outcome.STOPPED:
            continue
        subscriber = known or Subscriber(email=row.email, import_source=choices.program)
        subscriber.first_name = subscriber.first_name or row.first_name
        if outcome is not Outcome.KNOWN:
            if row.own_words:
                subscriber.import_source = f"{choices.program}: {row.own_words}"
            events.append(_consent(row, subscriber, choices, now, user))
            subscriber.newsletter = True
            subscriber.confirmed_at = subscriber.confirmed_at or row.agreed_at or now
        (changed if known else new).append(subscriber)
        links += [(subscriber, name) for name in row.labels]
    Subscriber.objects.bulk_create(new)
    Subscriber.objects.bulk_update(changed, ["first_name", "newsletter", "confirmed_at", "import_source"])
    _link(links, tags)
    ConsentEvent.objects.bulk_create(events)
    return judged


def _link(links: list[tuple[Subscriber, str]], tags: dict[str, SubscriberTag]) -> None:
    for _, name in links:
        if name.lower() not in tags:
            tags[name.lower()] = label_named(name)
    through = Subscriber.tags.through
    through.objects.bulk_create(
        [through(subscriber_id=one.pk, subscribertag_id=tags[name.lower()].pk) for one, name in links],
        ignore_conflicts=True,
    )


def _consent(row: Row, before: Subscriber, choices: Choices, now: datetime, user: Any) -> ConsentEvent:
    """Say that someone was taken over now, by whom, and what the list claims of then.

    Without the words about this person alone: this can't be erased, so those stand with the subscriber.
    """
    if row.agreed_at:
        stated = f"{timezone.localtime(row.agreed_at):%d-%m-%Y %H:%M}"
        confirmed = "die dag"
    else:
        stated, confirmed = "niet bekend", "het overnemen"
    sentences = [
        f"Overgenomen uit {choices.program} door {user.get_username()}.",
        f"Toestemming volgens die lijst: {stated}.",
        "" if before.confirmed_at else f"Het adres geldt als bevestigd sinds {confirmed}.",
        f"Waar en wanneer: {choices.words or 'staat per persoon in de lijst.'}",
    ]
    text = ConsentText(ConsentEvent.Purpose.NEWSLETTER, " ".join(filter(None, sentences)))
    return ConsentEvent(
        address_hash=row.address_hash,
        purpose=text.purpose,
        event=ConsentEvent.Event.GIVEN,
        text=text.text,
        text_hash=text.hash,
        created_at=now,
    )
