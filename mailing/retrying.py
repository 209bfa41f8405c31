"""Give failed mails another chance, but for those that may not or need not arrive any more."""

from collections.abc import Collection

from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from post_office.models import STATUS, Email

from mailing.kinds import USEFUL_FOR
from mailing.models import Delivery, OutboxMail, OutboxQuerySet, Suppression
from mailing.services import GIVE_UP_AFTER


def reasons_against() -> dict[str, Q]:
    """Return why a failed mail is not tried again: what the coach reads, and the mails it goes for."""
    blocks = Suppression.objects.filter(address_hash=OuterRef("delivery__address_hash"))
    is_newsletter = Q(delivery__kind=Suppression.NEWSLETTER_KIND)
    now = timezone.now()
    too_late = Q()
    for kind, lasts in USEFUL_FOR.items():
        too_late |= Q(delivery__kind=kind, created__lt=now - lasts)
    return {
        "Dit adres krijgt geen mail meer.": Q(delivery__returned_at__isnull=False)
        | Exists(blocks.filter(scope=Suppression.Scope.ALL))
        | (is_newsletter & Exists(blocks)),
        "De tekst is gewist, omdat de bewaartermijn voorbij is.": Q(message="", html_message=""),
        "De link die erin staat is verlopen.": too_late,
    }


def retryable() -> OutboxQuerySet:
    mails = OutboxMail.objects.filter(status=STATUS.failed)
    for against in reasons_against().values():
        mails = mails.exclude(against)
    return mails


def why_not(mail: Email) -> str:
    """Return why a failed mail is not to be tried again; nothing when it may be."""
    own = OutboxMail.objects.filter(pk=mail.pk)
    return next((said for said, against in reasons_against().items() if own.filter(against).exists()), "")


@transaction.atomic
def retry(mail: Email) -> bool:
    """Queue a failed mail again, with a new term; False when it is not one that may be tried (any more)."""
    return bool(_queue_again(retryable().filter(pk=mail.pk).values_list("pk", flat=True)))


@transaction.atomic
def retry_all() -> int:
    """Queue them again with a new term; return how many."""
    return _queue_again(retryable().values_list("pk", flat=True))


def _queue_again(found: Collection[int]) -> int:
    ids, now = list(found), timezone.now()
    Delivery.objects.filter(pk__in=ids).update(give_up_at=now + GIVE_UP_AFTER)
    return Email.objects.filter(pk__in=ids, status=STATUS.failed).update(
        status=STATUS.requeued, scheduled_time=None, number_of_retries=0, last_updated=now
    )
