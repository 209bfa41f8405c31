"""All that is known of one person, as moments to read: the newest first."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse

from audit.trail import message_of, name_of, notes_about
from leads.models import ConsentEvent, DownloadGrant, SignUp, Subscriber
from leads.placement_labels import placement_label
from mailing.models import OutboxMail, Suppression

# Of each kind of moment; more is no story any more.
MOST = 200


@dataclass(frozen=True)
class Moment:
    """`kind`: a class for its mark; `words`: text to quote; `note`: what else to know; `url`: where it is."""

    at: datetime
    kind: str
    title: str
    words: str = ""
    note: str = ""
    url: str = ""


def history(subscriber: Subscriber) -> list[Moment]:
    """Return what happened, the newest first, in a fixed number of queries."""
    parts = (_sign_ups, _fresh_links, _consents, _mails, _blocks, _notes)
    moments = [moment for part in parts for moment in part(subscriber)]
    # Each part tells in order; of one moment, what came last stands first.
    return sorted(moments, key=lambda moment: moment.at)[::-1]


def _sign_ups(subscriber: Subscriber) -> Iterator[Moment]:
    sign_ups = SignUp.objects.filter(subscriber=subscriber).select_related("magnet", "page")[:MOST]
    for sign_up in sign_ups:
        gift = f"‘{sign_up.magnet.name}’"
        notes = [
            f"op {sign_up.page.title}" if sign_up.page else "",
            placement_label(sign_up.placement),
            f"{sign_up.times_asked} keer gevraagd" if sign_up.times_asked > 1 else "",
            "wilde ook de nieuwsbrief" if sign_up.newsletter else "",
        ]
        note = ", ".join(note for note in notes if note)
        yield Moment(sign_up.requested_at, "ask", f"Vroeg {gift} aan", note=note, url=sign_up.page_url)
        if sign_up.confirmed_at:
            yield Moment(sign_up.confirmed_at, "confirm", f"Bevestigde de aanmelding voor {gift}")
        if sign_up.downloaded_at:
            yield Moment(sign_up.downloaded_at, "download", f"Downloadde {gift} voor het eerst")


def _fresh_links(subscriber: Subscriber) -> Iterator[Moment]:
    fresh = DownloadGrant.objects.filter(sign_up__subscriber=subscriber, renewed=True)
    for grant in fresh.select_related("sign_up__magnet").order_by("-created_at")[:MOST]:
        yield Moment(grant.created_at, "ask", f"Vroeg een verse link voor ‘{grant.sign_up.magnet.name}’")


def _consents(subscriber: Subscriber) -> Iterator[Moment]:
    events = list(ConsentEvent.objects.filter(address_hash=subscriber.address_hash)[:MOST])
    for event in events:
        purpose = f"de {event.get_purpose_display()}"
        url = event.page_url
        if event.event == ConsentEvent.Event.GIVEN:
            title = f"Gaf toestemming voor {purpose}"
            yield Moment(event.created_at, "confirm", title, words=event.text, url=url)
        else:
            title = f"Trok de toestemming voor {purpose} in"
            yield Moment(event.created_at, "stop", title, words=event.text, url=url)
    # Whoever had not agreed to anything has nothing to withdraw, and may still say no.
    if subscriber.unsubscribed_at and subscriber.unsubscribed_at not in [
        event.created_at for event in events
    ]:
        yield Moment(subscriber.unsubscribed_at, "stop", "Meldde zich af voor de nieuwsbrief")


def _mails(subscriber: Subscriber) -> Iterator[Moment]:
    mails = OutboxMail.objects.filter(delivery__address_hash=subscriber.address_hash)
    for mail in mails.defer("message", "html_message").order_by("-created")[:MOST]:
        url = reverse("outbox:inspect", args=[mail.pk])
        yield Moment(mail.created, "mail", f"Mail: {mail}", note=mail.status_label, url=url)


def _blocks(subscriber: Subscriber) -> Iterator[Moment]:
    for block in Suppression.objects.filter(address_hash=subscriber.address_hash):
        title = f"Krijgt geen mail meer: {block.get_scope_display()}"
        yield Moment(block.created_at, "stop", title, note=block.get_reason_display())


def _notes(subscriber: Subscriber) -> Iterator[Moment]:
    for entry in notes_about(subscriber).exclude(action="leads.look")[:MOST]:
        yield Moment(entry.timestamp, "staff", message_of(entry), note=f"door {name_of(entry)}")
