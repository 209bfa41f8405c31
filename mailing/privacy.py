"""Mail and the AVG: what we hold about an address, forgetting it, and what expires by itself."""

from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from post_office.models import STATUS, Email, Log

from mailing.addresses import address_hash, normalise
from mailing.models import WAITING, Delivery, MailAllowance

KEEP_BODIES = timedelta(days=90)
KEEP_ALLOWANCES = timedelta(days=2)


def mails_to(email: str) -> list[int]:
    """Return the ids of mails to an address.

    Found by its hash; those that did not come through queue_mail have none, so compare each: recipients stand
    in one text column.
    """
    queued = Delivery.objects.filter(address_hash=address_hash(email)).values_list("pk", flat=True)
    wanted = normalise(email).lower()
    others = Email.objects.filter(delivery=None, to__icontains=wanted).only("pk", "to")
    found = [mail.pk for mail in others if wanted in (normalise(to).lower() for to in mail.to)]
    return [*queued, *found]


def export(email: str) -> list[dict[str, Any]]:
    mails = Email.objects.filter(pk__in=mails_to(email)).order_by("created")
    return [{"onderwerp": mail.subject, "tekst": mail.message, "gemaakt": mail.created} for mail in mails]


@transaction.atomic
def erase(email: str) -> int:
    """Delete every mail to this address, waiting ones too; return how many."""
    ids = mails_to(email)
    Email.objects.filter(pk__in=ids).delete()
    return len(ids)


@transaction.atomic
def expire(now: datetime) -> int:
    """Empty the mails that are past their term, keeping that they were sent and when; return how many.

    Counts of what an address got go too, once they count for nothing any more.
    """
    MailAllowance.objects.filter(updated_at__lt=now - KEEP_ALLOWANCES).delete()
    old = Email.objects.filter(created__lt=now - KEEP_BODIES).exclude(status__in=WAITING)
    old = old.exclude(message="", html_message="")
    ids = list(old.values_list("pk", flat=True))
    Log.objects.filter(email__in=ids, status=STATUS.failed).update(message="")
    # last_updated stays what it was: when the mail was last tried (mailing.throttle).
    return Email.objects.filter(pk__in=ids).update(message="", html_message="", headers=None)
