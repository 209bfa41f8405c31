"""What the coach does with people: labels, no newsletter, no mail at all. Erasing is in privacy.erasures."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.utils import timezone

from audit.trail import note, note_each
from leads import consents
from leads.consents import ConsentText
from leads.models import ConsentEvent, Subscriber, SubscriberTag
from mailing.addresses import address_hash
from mailing.models import Suppression
from mailing.services import suppress

NAME_LENGTH = 60
COMPLAINT = "Meldde een mail als ongewenst."
# Refusals of people themselves. Lifting one lets through what they ask for, and never the newsletter.
REFUSALS = (Suppression.Reason.COMPLAINED, Suppression.Reason.ERASED, Suppression.Reason.UNSUBSCRIBED)


def label_name(typed: str) -> str:
    """Return the name of a label with single spaces. Raises ValidationError where it is none."""
    name = " ".join("".join(sign if sign.isprintable() else " " for sign in typed).split())
    if not name:
        raise ValidationError("Typ de naam van het label.")
    if len(name) > NAME_LENGTH:
        raise ValidationError(f"Een label heeft hooguit {NAME_LENGTH} tekens.")
    return name


def label_named(name: str) -> SubscriberTag:
    """Return the one label of that name, whatever the case, made when it was not there."""
    known = SubscriberTag.objects.filter(name__iexact=name)
    if tag := known.first():
        return tag
    try:
        with transaction.atomic():
            return SubscriberTag.objects.create(name=name)
    except IntegrityError:
        # The same name in another request, which was just before us.
        return known.get()


@transaction.atomic
def add_label(subscribers: list[Subscriber], typed: str, user: Any) -> int:
    """Give all of `subscribers` a label; return how many did not have it. Raises ValidationError."""
    name = label_name(typed)
    if not subscribers:
        return 0
    tag = label_named(name)
    had = set(tag.subscribers.filter(pk__in=[one.pk for one in subscribers]).values_list("pk", flat=True))
    new = [one for one in subscribers if one.pk not in had]
    links = [Subscriber.tags.through(subscriber_id=one.pk, subscribertag_id=tag.pk) for one in new]
    Subscriber.tags.through.objects.bulk_create(links, ignore_conflicts=True)
    note_each(user, "leads.label", new, label=tag.name)
    return len(new)


@transaction.atomic
def remove_label(subscriber: Subscriber, tag: SubscriberTag, user: Any) -> None:
    """Take a label off; one that nobody has any more goes altogether."""
    subscriber.tags.remove(tag)
    note(user, "leads.unlabel", subscriber, label=tag.name)
    if not tag.subscribers.exists():
        tag.delete()


@transaction.atomic
def stop_newsletter(subscriber: Subscriber, user: Any) -> bool:
    """Record that someone wants no newsletter any more and told so; False when that was known."""
    if not end_newsletter(subscriber.email, f"Afgemeld door de praktijk ({user.get_username()})."):
        return False
    suppress(subscriber.email, Suppression.Scope.NEWSLETTER, Suppression.Reason.STAFF)
    note(user, "leads.stop_newsletter", subscriber)
    return True


@transaction.atomic
def end_newsletter(email: str, words: str) -> bool:
    """Keep that an address gets no newsletter any more, with a withdrawal in `words` where it had agreed.

    False when nothing changed: nobody has it, or that was known. The caller blocks the newsletter.
    """
    subscriber = Subscriber.objects.with_email(email).select_for_update().first()
    if subscriber is None or (not subscriber.newsletter and subscriber.unsubscribed_at):
        return False
    now = timezone.now()
    if subscriber.newsletter:
        text = ConsentText(ConsentEvent.Purpose.NEWSLETTER, words)
        consents.record(subscriber.email, ConsentEvent.Event.WITHDRAWN, text, "", now)
    subscriber.newsletter = False
    subscriber.unsubscribed_at = now
    subscriber.save(update_fields=["newsletter", "unsubscribed_at"])
    # A box ticked earlier on a form that is still unconfirmed no longer counts.
    subscriber.sign_ups.unconfirmed().update(newsletter=False, consent_text="")
    return True


@transaction.atomic
def block(subscribers: list[Subscriber], user: Any) -> int:
    """Send these people no mail at all, not even when they ask; return how many were not blocked so yet."""
    hashes = [one.address_hash for one in subscribers]
    blocked = set(_blocked_for_good().filter(address_hash__in=hashes).values_list("address_hash", flat=True))
    # Always in one order, so that no two wait for each other.
    new = sorted(
        (one for one in subscribers if one.address_hash not in blocked), key=lambda one: one.address_hash
    )
    for subscriber in new:
        suppress(subscriber.email, Suppression.Scope.ALL, Suppression.Reason.STAFF)
    note_each(user, "leads.block", new)
    return len(new)


@transaction.atomic
def block_address(email: str, user: Any) -> bool:
    """Send an address no mail at all, known as a subscriber or not; False when it was blocked."""
    if subscriber := Subscriber.objects.with_email(email).first():
        return bool(block([subscriber], user))
    if _blocked_for_good().filter(address_hash=address_hash(email)).exists():
        return False
    suppress(email, Suppression.Scope.ALL, Suppression.Reason.STAFF)
    note(user, "leads.block", Suppression)
    return True


@transaction.atomic
def unblock(suppression: Suppression, user: Any) -> Suppression | None:
    """Lift a block, and return what stays of it.

    From "no mail at all" stays "no newsletter" where people said no themselves, or may have before: what
    someone once refused must not come back because the coach undoes something else. A second time lifts that
    too, and then it takes a consent of their own to send them the newsletter.
    """
    known = Subscriber.objects.filter(address_hash=suppression.address_hash)
    subscriber = known.select_for_update().first()
    suppression = Suppression.objects.select_for_update().get(pk=suppression.pk)
    note(user, "leads.unblock", subscriber or Suppression)
    if suppression.scope == Suppression.Scope.NEWSLETTER or _never_refused(subscriber, suppression):
        suppression.delete()
        return None
    suppression.scope = Suppression.Scope.NEWSLETTER
    if subscriber and subscriber.newsletter:
        end_newsletter(
            subscriber.email,
            f"Blokkade opgeheven door de praktijk ({user.get_username()}), zonder nieuwsbrief.",
        )
    elif subscriber and subscriber.unsubscribed_at and suppression.reason not in REFUSALS:
        suppression.reason = Suppression.Reason.UNSUBSCRIBED
    suppression.save(update_fields=["scope", "reason"])
    return suppression


def _blocked_for_good() -> QuerySet[Suppression]:
    """The blocks of all mail that their owners can't lift."""
    return Suppression.objects.filter(scope=Suppression.Scope.ALL).exclude(reason__in=Suppression.OWN_REASONS)


def _never_refused(subscriber: Subscriber | None, suppression: Suppression) -> bool:
    """Whether nothing was refused before everything was: a row keeps the moment of the first refusal."""
    if subscriber is None or subscriber.unsubscribed_at or suppression.reason in REFUSALS:
        return False
    return subscriber.newsletter or suppression.created_at >= subscriber.created_at
