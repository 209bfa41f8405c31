"""The texts by which people agree to something, exactly as they stand on the page."""

import hashlib
from dataclasses import dataclass
from datetime import datetime

from leads.models import ConsentEvent, LeadMagnet
from mailing.addresses import address_hash


@dataclass(frozen=True)
class ConsentText:
    purpose: ConsentEvent.Purpose
    text: str

    @property
    def hash(self) -> str:
        return hashlib.sha256(self.text.encode()).hexdigest()


# Its hash is the form's version, so changing this text outdates every open or cached form: nobody agrees to
# words they did not see.
NEWSLETTER = ConsentText(
    ConsentEvent.Purpose.NEWSLETTER,
    "Ja, stuur me ook af en toe de nieuwsbrief: een rustige brief over liefde en loslaten. "
    "Afmelden kan altijd, met één klik.",
)
# The ways out (leads.services.unsubscribing), and back. What is agreed to again stands beside its button.
UNSUBSCRIBED = ConsentText(ConsentEvent.Purpose.NEWSLETTER, "Afgemeld met de link in een mail.")
UNSUBSCRIBED_BY_FORM = ConsentText(
    ConsentEvent.Purpose.NEWSLETTER, "Afgemeld door het adres in te vullen bij ‘Meld mij af’."
)
NEWSLETTER_BY_LINK = ConsentText(
    ConsentEvent.Purpose.NEWSLETTER,
    "Ja, stuur me af en toe de nieuwsbrief: een rustige brief over liefde en loslaten. "
    "Afmelden kan altijd, met één klik.",
)
STOPPED_ALL = ConsentText(
    ConsentEvent.Purpose.GIFT,
    "Helemaal geen mail meer, ook geen download als iemand dit adres invult.",
)
STOPPED_ALL_NEWSLETTER = ConsentText(ConsentEvent.Purpose.NEWSLETTER, STOPPED_ALL.text)
RESUMED = ConsentText(
    ConsentEvent.Purpose.GIFT,
    "Toch weer mail: als iemand dit adres invult voor een download, komt die weer aan. "
    "De nieuwsbrief blijft uit.",
)
RESUMED_NEWSLETTER = ConsentText(ConsentEvent.Purpose.NEWSLETTER, RESUMED.text)


def gift_consent(magnet: LeadMagnet) -> ConsentText:
    """What the button on the confirmation page says that it does."""
    return ConsentText(
        ConsentEvent.Purpose.GIFT,
        f"Met deze knop bevestig je dat dit jouw adres is. Daarna kun je ‘{magnet.name}’ meteen downloaden "
        "en krijg je de link ook per mail.",
    )


def record(email: str, event: ConsentEvent.Event, consent: ConsentText, page_url: str, now: datetime) -> None:
    ConsentEvent.objects.create(
        address_hash=address_hash(email),
        purpose=consent.purpose,
        event=event,
        text=consent.text,
        text_hash=consent.hash,
        page_url=page_url,
        created_at=now,
    )
