"""How much mail a mailbox may get that its owner never proved to want: against bombing someone.

Counted in the database, so that all processes and nodes count as one, and apart from the mails themselves, so
that erasing or withdrawing does not begin the count anew. Kept under a hash, until the daily expiry.
"""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from mailing.addresses import mailbox_hash
from mailing.models import MailAllowance

# GUARANTEES S3: at most three mails a victim in any 24 hours, from all forms together.
A_DAY = 3
DAY = timedelta(days=1)


@transaction.atomic
def take(email: str, *, count: bool = True) -> bool:
    """Count one more mail to an address and return whether it may go out; in the same statements either way.

    Within the caller's transaction: other requests for the same mailbox wait for ours to end. `count`: False
    where the mail stays here for another reason, so that a double click costs the reader nothing.
    """
    now = timezone.now()
    own = MailAllowance(mailbox_hash=mailbox_hash(email), updated_at=now)
    # An update locks the row even where it was there already; an insert that gives way would not.
    MailAllowance.objects.bulk_create(
        [own], update_conflicts=True, unique_fields=["mailbox_hash"], update_fields=["updated_at"]
    )
    kept = MailAllowance.objects.get(mailbox_hash=own.mailbox_hash)
    taken = [moment for moment in kept.taken if moment > (now - DAY).timestamp()]
    may_go = len(taken) < A_DAY
    kept.taken = [*taken, now.timestamp()] if may_go and count else taken
    kept.save(update_fields=["taken"])
    return may_go


def clear(email: str) -> None:
    """Forget the count, because the owner of the mailbox has just answered one of the mails."""
    MailAllowance.objects.filter(mailbox_hash=mailbox_hash(email)).delete()
