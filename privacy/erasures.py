"""Erasing somebody across the apps, and again after a restore from backup.

For who restores a backup (operations):

1. Leave `settings.ERASURE_JOURNAL` (default DATA_DIR/erasures.jsonl) where it is: it is newer than a backup.
   What the journal in the backup knows and ours does not (on a new machine, all) `import_journal(path)` adds.
2. Put DATA_DIR/hash_key back too (or HASH_KEY in the environment): without it nobody is found again.
3. `replay()`, or `manage.py avg_replay`, once the database is there. It erases whoever the journal names and
   the database does not know to have been erased. The daily round does the same, for who forgot.

A backup takes `export_journal(path)` along.
"""

import logging
from collections.abc import Iterable, Iterator
from pathlib import Path

from django.db import DatabaseError, connection, transaction

import accounts.privacy
import comments.privacy
import leads.privacy
import mailing.privacy
from mailing.addresses import address_hash, spellings
from mailing.models import Suppression
from mailing.services import suppress_hash
from privacy import beside, journal
from privacy.models import DataLink, Erasure

What = Erasure.What

# Mails about reactions and nothing else; the others go with subscriptions.
ABOUT_REACTIONS = ("comment-public", "comment-confirm", "comment-reply")
ONLY_ABOUT_REACTIONS = ("comment-public",)

log = logging.getLogger("privacy")


class WrongHashKey(Exception):
    """The database was hashed with another key than settings.HASH_KEY: nobody in it could be found."""


class ReplayFailed(Exception):
    """Some erasures could not be repeated; the journal still has them."""


def erase(email: str, what: str = What.ALL) -> Erasure:
    """Erase what is kept of an address, or the part of it that `what` names; all of it, or nothing at all.

    Written in the journal before it is final in the database: what is written down and failed here is
    repeated after a restore, the other way round it would be lost. Raises ValueError where `what` is unknown.
    """
    erasure = Erasure(address_hash=address_hash(email), what=What(what))
    with transaction.atomic():
        _erase_everywhere([email], erasure)
        journal.append([erasure])
        transaction.on_commit(leave_no_trace)
    return erasure


def replay() -> int:
    """Repeat the erasures of the journal that the database knows nothing of; return how many those were.

    Whoever was erased and came back later is left alone: their erasure is older than the backup, or stands in
    it. Raises WrongHashKey, and ReplayFailed after all others had their turn.
    """
    known = set(Erasure.objects.values_list("pk", flat=True))
    missing = {line.id: line for line in journal.read(journal.path()) if line.id not in known}
    if not missing:
        return 0
    if not leads.privacy.hashes_hold():
        raise WrongHashKey("HASH_KEY is not the key that this database was made with")
    addresses = _addresses_of({line.address_hash for line in missing.values()})
    failed = 0
    for line in missing.values():
        try:
            with transaction.atomic():
                _erase_everywhere(addresses.get(line.address_hash, []), _as_erasure(line))
        except DatabaseError:
            log.exception("erasure %s could not be repeated", line.id)
            failed += 1
    leave_no_trace()
    if failed:
        raise ReplayFailed(f"{failed} of {len(missing)} erasures could not be repeated")
    return len(missing)


def export_journal(target: Path) -> int:
    """Write every erasure that the journal or the database knows to a new file; return how many.

    Raises FileExistsError where `target` is there already.
    """
    lines = {line.id: line for line in journal.read(journal.path())}
    erasures = {pk: _as_erasure(line) for pk, line in lines.items()}
    erasures |= {erasure.pk: erasure for erasure in Erasure.objects.all()}
    journal.write_new(target, sorted(erasures.values(), key=lambda erasure: erasure.erased_at))
    return len(erasures)


def import_journal(source: Path) -> int:
    """Add to our journal what another one knows more; return how many. Does not erase: `replay` does."""
    known = {line.id for line in journal.read(journal.path())}
    new = {line.id: _as_erasure(line) for line in journal.read(source) if line.id not in known}
    journal.append(new.values())
    return len(new)


def known_addresses() -> Iterator[str]:
    """Give each address of which anything is kept, in whatever spelling, some more than once."""
    for app in (leads.privacy, comments.privacy, mailing.privacy, accounts.privacy):
        yield from app.addresses()
    yield from DataLink.objects.exclude(email="").values_list("email", flat=True).iterator()


def leave_no_trace() -> None:
    """Have SQLite put its write-ahead log, which still tells what was there, into the file and empty it.

    In the file itself deleted rows are overwritten (secure_delete). A busy log is emptied by a later call.
    """
    if connection.vendor == "sqlite" and not connection.in_atomic_block:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _erase_everywhere(addresses: Iterable[str], erasure: Erasure) -> None:
    what, addresses = What(erasure.what), list(addresses)
    if what != What.SUBSCRIPTIONS:
        for app in beside.APPS:
            app.erase(addresses)
    for email in addresses:
        # People before their mails, in the order in which everyone locks them.
        if what != What.REACTIONS:
            leads.privacy.erase(email)
        if what == What.SUBSCRIPTIONS:
            comments.privacy.erase_notices(email)
            mailing.privacy.erase(email, but=ONLY_ABOUT_REACTIONS)
        else:
            comments.privacy.erase(email)
            mailing.privacy.erase(email, only=ABOUT_REACTIONS if what == What.REACTIONS else None)
        if what == What.ALL:
            for spelling in spellings(email):
                accounts.privacy.erase(spelling)
                DataLink.objects.filter(email__iexact=spelling).update(email="")
    if what != What.REACTIONS:
        suppress_hash(erasure.address_hash, Suppression.Scope.NEWSLETTER, Suppression.Reason.ERASED)
    erasure.save(force_insert=True)


def _addresses_of(hashes: set[str]) -> dict[str, set[str]]:
    """Return the addresses that are kept behind some hashes; all are hashed, a few thousand a second."""
    found: dict[str, set[str]] = {}
    for email in known_addresses():
        hashed = address_hash(email)
        if hashed in hashes:
            found.setdefault(hashed, set()).add(email)
    return found


def _as_erasure(line: journal.Line) -> Erasure:
    return Erasure(pk=line.id, address_hash=line.address_hash, what=line.what, erased_at=line.erased_at)
