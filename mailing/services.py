"""Put a mail in the outbox, and block addresses."""

from datetime import timedelta
from email.utils import make_msgid, parseaddr, quote
from typing import Any, Literal

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from post_office.models import PRIORITY, STATUS, Email
from post_office.settings import get_message_id_fqdn

from mailing.addresses import address_hash, normalise
from mailing.models import Delivery, Suppression
from mailing.rendering import practice_name, render_mail
from mailing.withholding import taken_back

GIVE_UP_AFTER = timedelta(hours=72)


@transaction.atomic
def queue_mail(
    *,
    to: str,
    template: str,
    context: dict[str, Any],
    kind: str,
    priority: Literal["low", "medium", "high"] = "medium",
    headers: dict[str, str] | None = None,
) -> None:
    """Write a mail to the outbox within the caller's transaction; the worker sends it after the commit.

    Nothing is kept for an address that is suppressed for this kind of mail, and the caller can't tell, also
    not by the work done.
    Headers come from our own code, never from what a visitor typed. Raises ValueError on a line break.
    """
    if any("\n" in value or "\r" in value for value in (headers or {}).values()):
        raise ValueError("A header can't hold a line break")
    rendered = render_mail(template, context)
    is_blocked = Suppression.objects.blocking(to, kind).exists()
    mail = Email(
        from_email=sender(),
        to=[normalise(to)],
        subject=rendered.subject,
        message=rendered.text,
        html_message=rendered.html,
        # RFC 3834: so that an absence message does not answer it.
        headers={"Auto-Submitted": "auto-generated", **(headers or {})},
        message_id=make_msgid(domain=get_message_id_fqdn()),
        priority=getattr(PRIORITY, priority),
        status=STATUS.queued,
    )
    give_up_at = timezone.now() + GIVE_UP_AFTER
    with taken_back(is_blocked):
        # Not save(), which checks the sender too: a wrong setting must not cost a visitor's request.
        Email.objects.bulk_create([mail])
        Delivery.objects.create(mail=mail, kind=kind, address_hash=address_hash(to), give_up_at=give_up_at)


def sender() -> str:
    """Return the address of DEFAULT_FROM_EMAIL under the practice's name, as the admin has it."""
    name = "".join(character if character.isprintable() else " " for character in practice_name())
    address = parseaddr(settings.DEFAULT_FROM_EMAIL)[1]
    named = f'"{quote(" ".join(name.split()))}" <{address}>'
    fits = len(named) <= (Email._meta.get_field("from_email").max_length or 0)
    return named if address and fits else settings.DEFAULT_FROM_EMAIL


def suppress(email: str, scope: Suppression.Scope, reason: Suppression.Reason) -> None:
    """Send this address no more of `scope`. A wider block is never narrowed.

    What the staff decides also replaces what people said themselves, or a link of theirs would undo it.
    In the same statements whether the address was blocked or not (GUARANTEES S4).
    """
    suppress_hash(address_hash(email), scope, reason)


def suppress_hash(hashed: str, scope: Suppression.Scope, reason: Suppression.Reason) -> None:
    """As `suppress`, for an address of which the hash is all that is left."""
    own = Suppression(address_hash=hashed, scope=scope, reason=reason)
    # An update locks the row even where it was there already; an insert that gives way would not.
    Suppression.objects.bulk_create(
        [own], update_conflicts=True, unique_fields=["address_hash"], update_fields=["address_hash"]
    )
    if scope == Suppression.Scope.ALL:
        weaker = Q(scope=Suppression.Scope.NEWSLETTER)
        if reason == Suppression.Reason.STAFF:
            weaker |= Q(reason__in=Suppression.OWN_REASONS)
        known = Suppression.objects.filter(weaker, address_hash=own.address_hash)
        known.update(scope=scope, reason=reason)


def lift_newsletter_suppression(email: str) -> None:
    """Forget an earlier "no newsletter", because the same person has asked for it again and proved it."""
    Suppression.objects.filter(address_hash=address_hash(email), scope=Suppression.Scope.NEWSLETTER).delete()


def lift_suppression(email: str) -> bool:
    """Let mail that was asked for through again, because the owner of the address says so; the newsletter
    stays off. False when nothing is blocked that the owner may decide about (Suppression.OWN_REASONS).
    """
    blocked = Suppression.objects.filter(
        address_hash=address_hash(email),
        scope=Suppression.Scope.ALL,
        reason__in=Suppression.OWN_REASONS,
    )
    narrower = {"scope": Suppression.Scope.NEWSLETTER, "reason": Suppression.Reason.UNSUBSCRIBED}
    return blocked.update(**narrower) == 1
