"""One person across the apps: who it is, all that is kept of them, and another name."""

from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone

import accounts.privacy
import comments.privacy
import leads.privacy
import mailing.privacy
from leads.models import Subscriber
from mailing.addresses import address_hash, normalise
from mailing.models import Delivery
from privacy.erasures import known_addresses
from privacy.models import DataLink

MOST_FOUND = 50


@dataclass(frozen=True)
class Kind:
    """One kind of data: its name, what it is for, and each thing of that kind as Dutch names and values."""

    name: str
    title: str
    why: str
    entries: list[dict[str, Any]]


@dataclass
class Found:
    """Somebody that a search found."""

    email: str
    address_hash: str
    names: set[str] = field(default_factory=set)


def known(email: str) -> list[Kind]:
    """Return all that is kept of an address, by kind; kinds without anything are left out."""
    gifts = leads.privacy.export(email)
    kinds = [
        Kind(
            "inschrijver",
            "Inschrijving",
            "Om te sturen wat gevraagd is, en de nieuwsbrief alleen na een ja.",
            [gifts["inschrijver"]] if gifts["inschrijver"] else [],
        ),
        Kind("aanmeldingen", "Wat er is aangevraagd", "Om dat te kunnen sturen.", gifts["aanmeldingen"]),
        Kind(
            "downloads",
            "Downloads",
            "Zodat een link een paar keer werkt en daarna niet meer.",
            gifts["downloads"],
        ),
        Kind(
            "toestemmingen",
            "Waar ja of nee op is gezegd",
            "Met precies de tekst die er stond. We moeten dat kunnen laten zien (AVG, artikel 7).",
            gifts["toestemmingen"],
        ),
        Kind(
            "reacties",
            "Reacties, en berichten van antwoorden",
            "Om een reactie te plaatsen en te beoordelen, en te laten weten dat iemand antwoordde.",
            comments.privacy.export(email),
        ),
        Kind(
            "mails",
            "Mails",
            "Om mail die niet aankomt opnieuw te sturen. De tekst wissen we na een tijdje.",
            mailing.privacy.export(email),
        ),
        Kind(
            "niet mailen",
            "Wat niet gemaild wordt",
            "Zodat er niet per ongeluk toch mail komt.",
            mailing.privacy.blocks(email),
        ),
        Kind(
            "account",
            "Account",
            "Om in te loggen in het beheer van deze site. Het inlogboek blijft ook na wissen "
            "tot zijn termijn, om te "
            "zien of iemand anders binnen was (AVG, artikel 6 lid 1 onder f en artikel 17 lid 3).",
            accounts.privacy.export(email),
        ),
        Kind(
            "verzoeken",
            "Vragen om deze gegevens",
            "Om de link te sturen waarmee iemand ze ziet.",
            [
                {"gevraagd": link.created_at, "link werkt tot": link.expires_at}
                for link in DataLink.objects.filter(email__iexact=normalise(email)).order_by("created_at")
            ],
        ),
    ]
    return [kind for kind in kinds if kind.entries]


def document(email: str) -> dict[str, Any]:
    """Return all that is kept of an address, for a machine (AVG art. 20); empty fields left in."""
    return {
        "site": settings.SITE_URL,
        "e-mailadres": normalise(email),
        "gemaakt op": timezone.now(),
        "gegevens": {kind.name: kind.entries for kind in known(email)},
    }


def find(words: str) -> list[Found]:
    """Return who is known under an address or a name with `words` in it; at most fifty."""
    people: dict[str, Found] = {}
    words = words.strip()
    if not words:
        return []
    # However its domain is written.
    if "@" in words and (email := address_of(address_hash(words))):
        _add(people, email, "")
    for app in (leads.privacy, comments.privacy, mailing.privacy):
        for email, name in app.find(words):
            _add(people, email, name)
    return list(people.values())[:MOST_FOUND]


def address_of(hashed: str) -> str | None:
    """Return an address that is kept behind a hash; None where nothing is kept."""
    if subscriber := Subscriber.objects.filter(address_hash=hashed).first():
        return subscriber.email
    if delivery := Delivery.objects.filter(address_hash=hashed).select_related("mail").first():
        return str(delivery.mail.to[0])
    return next((email for email in known_addresses() if address_hash(email) == hashed), None)


@dataclass(frozen=True)
class Names:
    """What somebody is called in reactions (the first of several) and in mails."""

    in_reactions: str | None
    in_mails: str | None


def names(email: str) -> Names:
    """Return what may be corrected; None for what somebody has not got."""
    written = comments.privacy.names(email)
    return Names(written[0] if written else None, leads.privacy.first_name(email))


@transaction.atomic
def correct(email: str, *, in_reactions: str | None, in_mails: str | None) -> int:
    """Put the names that were given in the place of those that are kept; return how many rows changed.

    None leaves them as they are.
    """
    changed = 0
    if in_mails is not None:
        changed += leads.privacy.correct(email, in_mails)
    if in_reactions:
        changed += comments.privacy.correct(email, in_reactions)
    return changed


def _add(people: dict[str, Found], email: str, name: str) -> None:
    hashed = address_hash(email)
    found = people.setdefault(hashed, Found(email, hashed))
    if name:
        found.names.add(name)
