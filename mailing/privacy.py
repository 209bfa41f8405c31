"""Mail and the AVG: what we hold about an address, forgetting it, and what expires by itself."""

from collections.abc import Collection, Iterator
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from post_office.models import STATUS, Email, Log

from audit import terms
from audit.terms import Term, term
from mailing import mail_files
from mailing.addresses import address_hash, normalise
from mailing.models import WAITING, Delivery, MailAllowance, OutboxMail, Suppression
from mailing.secrets_in_links import covered

KEEP_ALLOWANCES = timedelta(days=2)
# Of the mails found in one search.
MOST_FOUND = 50


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
    """Return every mail to an address, oldest first; links in them without their secrets."""
    mails = OutboxMail.objects.filter(pk__in=mails_to(email)).select_related("delivery").order_by("created")
    return [
        {
            "onderwerp": mail.subject,
            "soort": mail.kind_label,
            "aan": mail.recipients,
            "gemaakt": mail.created,
            "stand": mail.status_label,
            "teruggekomen": mail.returned,
            "tekst": covered(mail.message),
        }
        for mail in mails
    ]


def blocks(email: str) -> list[dict[str, Any]]:
    """Return what an address does not get, and why; kept under its hash alone."""
    return [
        {
            "krijgt niet": block.get_scope_display(),
            "waarom": block.get_reason_display(),
            "sinds": block.created_at,
        }
        for block in Suppression.objects.filter(address_hash=address_hash(email))
    ]


@transaction.atomic
def erase(email: str, *, only: Collection[str] | None = None, but: Collection[str] = ()) -> int:
    """Delete every mail to this address, waiting ones too; return how many.

    `only`: none but these kinds; `but`: not these. The same mails as files go too.
    """
    mails = Email.objects.filter(pk__in=mails_to(email)).exclude(delivery__kind__in=but)
    if only is not None:
        mails = mails.filter(delivery__kind__in=only)
    message_ids = dict(mails.values_list("pk", "message_id"))
    is_all = only is None and not but
    mail_files.delete_to(email, None if is_all else set(message_ids.values()))
    Email.objects.filter(pk__in=message_ids).delete()
    return len(message_ids)


def addresses() -> Iterator[str]:
    """Give the address of each mail that is kept."""
    for mail in Email.objects.only("to").iterator():
        yield from mail.to


@transaction.atomic
def expire(now: datetime) -> int:
    """Empty the mails that are past their term, keeping that they were sent and when; return how many.

    Much later that goes too. Counts of what an address got go too, once they count for nothing any more.
    """
    MailAllowance.objects.filter(updated_at__lt=now - KEEP_ALLOWANCES).delete()
    mail_files.delete_before(now - terms.keep("MAIL_BODIES"))
    Email.objects.filter(created__lt=now - terms.keep("MAILS")).exclude(status__in=WAITING).delete()
    old = _with_bodies().filter(created__lt=now - terms.keep("MAIL_BODIES"))
    ids = list(old.values_list("pk", flat=True))
    Log.objects.filter(email__in=ids, status=STATUS.failed).update(message="")
    # last_updated stays what it was: when the mail was last tried (mailing.throttle).
    return Email.objects.filter(pk__in=ids).update(message="", html_message="", headers=None)


def expiring(now: datetime) -> list[Term]:
    """Return what `expire` would let go, and what it will; nothing is changed."""
    done = Email.objects.exclude(status__in=WAITING)
    return [
        term("MAIL_BODIES", "Inhoud van verstuurde mails", "tekst gewist", _with_bodies(), "created", now),
        term("MAILS", "Dat er een mail verstuurd is", "gewist", done, "created", now),
    ]


def find(words: str) -> Iterator[tuple[str, str]]:
    """Give (address, "") of whom mails with `words` in their address went to."""
    for mail in Email.objects.filter(to__icontains=words).only("to").order_by("-pk")[:MOST_FOUND]:
        for email in mail.to:
            yield email, ""


def _with_bodies() -> QuerySet[Email]:
    return Email.objects.exclude(status__in=WAITING).exclude(message="", html_message="")
