"""Put a mail in the outbox, and give a failed one another chance."""

from datetime import timedelta
from email.utils import make_msgid, parseaddr, quote
from typing import Any, Literal

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from post_office.models import PRIORITY, STATUS, Email
from post_office.settings import get_message_id_fqdn

from mailing.addresses import address_hash, normalise
from mailing.models import Delivery, Suppression
from mailing.rendering import practice_name, render_mail

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

    Nothing is written for an address that is suppressed for this kind of mail, and the caller can't tell.
    Headers come from our own code, never from what a visitor typed. Raises ValueError on a line break.
    """
    if any("\n" in value or "\r" in value for value in (headers or {}).values()):
        raise ValueError("A header can't hold a line break")
    rendered = render_mail(template, context)
    if Suppression.objects.blocking(to, kind).exists():
        return
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
    # Not save(), which checks the sender too: a wrong setting must not cost a visitor's request.
    Email.objects.bulk_create([mail])
    Delivery.objects.create(mail=mail, kind=kind, give_up_at=timezone.now() + GIVE_UP_AFTER)


def sender() -> str:
    """Return the address of DEFAULT_FROM_EMAIL under the practice's name, as the admin has it."""
    name = "".join(character if character.isprintable() else " " for character in practice_name())
    address = parseaddr(settings.DEFAULT_FROM_EMAIL)[1]
    named = f'"{quote(" ".join(name.split()))}" <{address}>'
    fits = len(named) <= (Email._meta.get_field("from_email").max_length or 0)
    return named if address and fits else settings.DEFAULT_FROM_EMAIL


@transaction.atomic
def retry(mail: Email) -> bool:
    """Queue a failed mail again, with a new term; False when it is not a failed one (any more)."""
    failed = Email.objects.filter(pk=mail.pk, status=STATUS.failed)
    if not failed.update(status=STATUS.requeued, scheduled_time=None, number_of_retries=0):
        return False
    Delivery.objects.filter(mail=mail).update(give_up_at=timezone.now() + GIVE_UP_AFTER)
    return True


def suppress(email: str, scope: Suppression.Scope, reason: Suppression.Reason) -> None:
    """Send this address no more of `scope`. A wider block is never narrowed."""
    known, created = Suppression.objects.get_or_create(
        address_hash=address_hash(email), defaults={"scope": scope, "reason": reason}
    )
    if not created and scope == Suppression.Scope.ALL and known.scope != scope:
        known.scope, known.reason = scope, reason
        known.save(update_fields=["scope", "reason"])


def lift_newsletter_suppression(email: str) -> None:
    """Forget an earlier "no newsletter", because the same person has asked for it again and proved it."""
    Suppression.objects.filter(address_hash=address_hash(email), scope=Suppression.Scope.NEWSLETTER).delete()
