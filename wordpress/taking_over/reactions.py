"""Reactions of the old site to ours: who answers whom, what was decided, and nothing that was erased here."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.apps import apps
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator, validate_email
from django.db import transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac
from wagtail.models import Page

from comments.assessment import danger_in, shortened
from comments.models import STAFF_LABEL, Comment, Status
from comments.privacy import ERASED_NAME, ERASED_TEXT
from mailing.addresses import address_hash
from pagecache.versions import bump
from wordpress.models import Imported
from wordpress.reading.items import Item, Reaction
from wordpress.taking_over import conversation
from wordpress.taking_over.report import Line, Outcome
from wordpress.taking_over.spoken import one_line, plain_text
from wordpress.taking_over.task import Task
from wordpress.taking_over.words import plain

KIND = "comment"
NAMELESS = "Anoniem"
STATUSES = {
    "1": Status.APPROVED,
    "approve": Status.APPROVED,
    "approved": Status.APPROVED,
    "0": Status.PENDING,
    "hold": Status.PENDING,
    "spam": Status.SPAM,
    "trash": Status.TRASH,
    "post-trashed": Status.TRASH,
}
_READERS = frozenset({"", "comment"})
_KINDS_LEFT_OUT = {
    "pingback": "een bericht van een andere site dat zij hierheen linkt (pingback)",
    "trackback": "een bericht van een andere site dat zij hierheen linkt (trackback)",
    "note": "een aantekening van de redactie, niet voor lezers",
}
EMPTY = "een reactie zonder tekst"
NO_PAGE = "een reactie bij iets dat zelf niet is overgenomen"
ERASED = "op verzoek van de schrijver gewist"
TWICE = "een reactie op iets anders heeft hetzelfde nummer"
GONE_HERE = "is hier weggegooid en komt niet vanzelf terug"
CHANGED_HERE = "hier zelf aangepast of beoordeeld, en dus gelaten zoals zij is"
NOT_SHOWN = "staat bij een pagina die hier geen reacties toont"
_FOLLOWED = ("author_name", "author_email", "author_url", "text", "status")
# Rows in one statement.
_AT_ONCE = 500
_is_address = URLValidator(schemes=["http", "https"])


@dataclass(slots=True)
class _Coming:
    """A reaction that has a place here, with its line in the report."""

    old: Reaction
    line: Line
    comment: Comment | None = None
    record: Imported | None = None


def bring_reactions(item: Item, page: Page, site: str, task: Task) -> list[Line]:
    """Take over the reactions to `item` under `page`, in a few statements however many there are.

    Nobody gets a mail, and the spam filter learns nothing from them: that is `manage.py comments_learn`. What
    was decided, changed, withdrawn, erased or thrown away here stays so. In the caller's transaction.
    """
    coming, lines = _readable(item)
    if not coming:
        return lines
    records = _records(site, [one.old.id for one in coming])
    staff = _staff(site, coming)
    erased = _Erased()
    address = (page.full_url or "")[:2000]
    new: list[_Coming] = []
    is_seen = False
    for one in coming:
        fresh = _made(one.old, page, address, is_staff=one.old.user in staff)
        one.record = records.get(one.old.id)
        if one.record is not None:
            is_seen |= _again(one, fresh, page, task)
        elif erased.knows(fresh):
            _bring_erased(one, fresh)
            new.append(one)
        else:
            one.comment = fresh
            one.line.outcome = Outcome.NEW
            new.append(one)
        if one.line.outcome == Outcome.NEW and not hasattr(page.specific_class, "comments_open"):
            one.line.words.append(NOT_SHOWN)
    with transaction.atomic():
        _write(new, site, task)
        _hang(item.reactions, coming, new)
    if page.live and (is_seen or any(one.comment and one.comment.status == Status.APPROVED for one in new)):
        bump()
    return lines


def leave_out_reactions(item: Item, reason: str = NO_PAGE) -> list[Line]:
    """Count the reactions to an item that itself does not come."""
    return [_line(item, one, Outcome.LEFT_OUT, reason) for one in item.reactions]


def _readable(item: Item) -> tuple[list[_Coming], list[Line]]:
    """Return those of readers and of the site, and the lines of all in their order."""
    coming: list[_Coming] = []
    lines: list[Line] = []
    seen: set[int] = set()
    for one in item.reactions:
        line = _line(item, one, Outcome.KNOWN)
        lines.append(line)
        reason = ""
        if one.kind not in _READERS:
            reason = _KINDS_LEFT_OUT.get(one.kind, f"een reactie van een andere soort (‘{one.kind[:40]}’)")
        elif one.id in seen:
            reason = "dezelfde reactie staat twee keer in de export"
        elif one.approved not in STATUSES:
            reason = f"een reactie met een staat die wij niet kennen (‘{one.approved[:40]}’)"
        elif not plain_text(one.text):
            reason = EMPTY
        if reason:
            line.outcome = Outcome.LEFT_OUT
            line.words.append(reason)
        else:
            seen.add(one.id)
            coming.append(_Coming(one, line))
    return coming, lines


def _line(item: Item, one: Reaction, outcome: Outcome, *words: str) -> Line:
    return Line(KIND, one.id, f"Reactie {one.id} bij ‘{plain(item.title)[:120]}’", outcome, list(words))


def _made(one: Reaction, page: Page, address: str, *, is_staff: bool) -> Comment:
    """Return the reaction as ours, not saved: no network, no key against doubles, whole however long."""
    status = STATUSES[one.approved]
    text = plain_text(one.text)
    rejected = status in (Status.SPAM, Status.TRASH)
    return Comment(
        page=page,
        page_title=page.title[:255],
        page_url=address,
        author_name=one_line(one.author_name)[:80].strip() or NAMELESS,
        author_email=_email(one.author_email),
        author_url=_url(one.author_url),
        text=text,
        status=status,
        created_at=one.created_at or page.first_published_at or timezone.now(),
        # What was rejected there is kept here as long as what is rejected today.
        decided_at=timezone.now() if rejected else None,
        staff_label=STAFF_LABEL if is_staff else "",
        danger=shortened(danger_in(text)) if status == Status.PENDING and not is_staff else "",
    )


def _email(address: str) -> str:
    address = address.strip().lower()
    try:
        validate_email(address)
    except ValidationError:
        return ""
    return address if len(address) <= 254 else ""


def _url(address: str) -> str:
    address = address.strip()
    try:
        _is_address(address)
    except ValidationError:
        return ""
    scheme, _, rest = address.partition("://")
    address = f"{scheme.lower()}://{rest}"
    return address if len(address) <= 500 and "@" not in rest.partition("/")[0] else ""


def _records(site: str, old_ids: list[int]) -> dict[int, Imported]:
    records: dict[int, Imported] = {}
    for start in range(0, len(old_ids), _AT_ONCE):
        found = Imported.objects.filter(
            site=site, kind=Imported.Kind.REACTION, old_id__in=old_ids[start : start + _AT_ONCE]
        )
        records |= {record.old_id: record for record in found.select_related("comment")}
    return records


def _staff(site: str, coming: Iterable[_Coming]) -> set[int]:
    """Return which users of the old site are authors here."""
    users = {one.old.user for one in coming if one.old.user}
    if not users:
        return set()
    authors = Imported.objects.filter(site=site, kind=Imported.Kind.AUTHOR, old_id__in=users)
    return set(authors.values_list("old_id", flat=True))


class _Erased:
    """Whose reactions were erased here: the old site knows nothing of that, and does not bring them back."""

    def __init__(self) -> None:
        # By name: privacy stands on the floor that we stand on.
        erasures = apps.get_model("privacy", "Erasure").objects.exclude(what="subscriptions")
        self._since: dict[str, datetime] = {}
        for hashed, moment in erasures.order_by("erased_at").values_list("address_hash", "erased_at"):
            self._since[hashed] = moment

    def knows(self, comment: Comment) -> bool:
        if not self._since or not comment.author_email:
            return False
        since = self._since.get(address_hash(comment.author_email))
        return since is not None and comment.created_at <= since


def _bring_erased(one: _Coming, fresh: Comment) -> None:
    """Keep the place of what others answered, as an erasure does; of the rest, that it stays away."""
    one.line.outcome = Outcome.LEFT_OUT
    one.line.words.append(ERASED)
    if fresh.status == Status.APPROVED:
        one.comment = Comment(
            page=fresh.page,
            page_title=fresh.page_title,
            page_url=fresh.page_url,
            author_name=ERASED_NAME,
            text=ERASED_TEXT,
            status=fresh.status,
            created_at=fresh.created_at,
            withdrawn_at=timezone.now(),
        )


def _again(one: _Coming, fresh: Comment, page: Page, task: Task) -> bool:
    """Let a reaction follow the old site, unless somebody touched it here; say whether readers see it."""
    record, line = one.record, one.line
    comment = one.comment = record.comment if record else None
    if record is None or comment is None:
        line.words.append(GONE_HERE)
        return False
    if comment.page_id not in (page.pk, None):
        line.outcome = Outcome.FAILED
        line.words.append(TWICE)
        one.comment = None
        return False
    if record.source_hash == _source_hash(one.old):
        return False
    if comment.withdrawn_at:
        line.words.append(CHANGED_HERE)
        return False
    if _facts(comment) != record.facts and not task.options.overwrite:
        line.words.append(CHANGED_HERE)
        return False
    was_seen = comment.status == Status.APPROVED
    for name in (*_FOLLOWED, "decided_at", "danger"):
        setattr(comment, name, getattr(fresh, name))
    comment.save(update_fields=[*_FOLLOWED, "decided_at", "danger"])
    record.source_hash, record.facts, record.changed_by = _source_hash(one.old), _facts(fresh), task.move
    record.save(update_fields=["source_hash", "facts", "changed_by"])
    line.outcome = Outcome.CHANGED
    return was_seen or comment.status == Status.APPROVED


def _write(new: list[_Coming], site: str, task: Task) -> None:
    with_words = [one for one in new if one.comment is not None]
    Comment.objects.bulk_create([one.comment for one in with_words if one.comment], batch_size=_AT_ONCE)
    Imported.objects.bulk_create(
        [
            Imported(
                site=site,
                kind=Imported.Kind.REACTION,
                old_id=one.old.id,
                old_kind=KIND,
                comment=one.comment,
                source_hash=_source_hash(one.old),
                facts=_facts(one.comment) if one.comment and one.line.outcome == Outcome.NEW else {},
                brought_by=task.move,
            )
            for one in new
        ],
        batch_size=_AT_ONCE,
    )


def _hang(reactions: Iterable[Reaction], coming: list[_Coming], new: list[_Coming]) -> None:
    """Give those that are new what they answer, and the conversation that they stand in."""
    here = {one.old.id: one.comment for one in coming if one.comment is not None}
    parents = conversation.parents_here(reactions, set(here))
    fresh = {one.old.id for one in new}
    known_roots = {old_id: comment.root_id for old_id, comment in here.items() if old_id not in fresh}
    roots = conversation.roots(parents, known_roots)
    hanging = []
    for one in new:
        parent = parents.get(one.old.id, 0)
        if one.comment is not None and parent:
            root = roots[parent]
            one.comment.parent = here[parent]
            one.comment.thread_id = known_roots.get(root) or here[root].pk
            hanging.append(one.comment)
    Comment.objects.bulk_update(hanging, ["parent", "thread"], batch_size=_AT_ONCE)


def _facts(comment: Comment) -> dict[str, str]:
    """Return a hash of all that follows the old site: no words of readers stand in the record."""
    return {"as it came": _hash([getattr(comment, name) for name in _FOLLOWED])}


def _source_hash(one: Reaction) -> str:
    return _hash([one.approved, one.author_name, one.author_email, one.author_url, one.text])


def _hash(words: list[str]) -> str:
    # With a key: an address that was erased could be guessed otherwise.
    told = json.dumps([str(word) for word in words])
    return salted_hmac("wordpress.reaction", told, secret=settings.HASH_KEY, algorithm="sha256").hexdigest()
