"""A year of a very busy site: people, what they asked for, what they agreed to, what was seen."""

from datetime import date, timedelta
from random import Random
from typing import Any

from django.db import connection
from django.utils import timezone

from leads.consents import NEWSLETTER
from leads.models import LeadMagnet, MagnetView, SignUp, Subscriber
from tests.comments.factories import make_page
from tests.leads.gifts import make_magnet

SUBSCRIBERS, SIGN_UPS, CONSENTS_EACH, PAGES, DAYS = 100_000, 300_000, 10, 60, 365
BATCH = 5000
GIFTS = ("De Ex Terugwinnen Roadmap", "Het e-boek", "Werkblad loslaten", "Audio: slapen", "Contactwijzer")
NAMES = ("Hanne", "Joris", "Noor", "Sem", "Fleur", "", "Daan", "Yara")
Place = tuple[LeadMagnet, int, str]


def fill(scale: float = 1) -> None:
    """Write all of it, or a part of each."""
    chance = Random(7)  # noqa: S311  the same numbers each time
    gifts = [make_magnet(name=name, slug=f"weggever-{number}") for number, name in enumerate(GIFTS)]
    pages = [make_page(f"Artikel {number} over liefdesverdriet").pk for number in range(PAGES)]
    placements = ("article", "end", "sidebar")
    places = [
        *(
            (gifts[number % len(gifts)], page, place)
            for number, page in enumerate(pages)
            for place in placements
        ),
        *((gift, 0, "landing") for gift in gifts),
    ]
    people = write_people(int(SUBSCRIBERS * scale), chance)
    write_sign_ups(int(SIGN_UPS * scale), people, places, chance)
    write_consents()
    write_views(places, chance, scale)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def write_people(number: int, chance: Random) -> list[int]:
    now = timezone.now()
    people = []
    for index in range(number):
        confirmed = now if chance.random() < 0.8 else None
        email, name = f"lezer{index}@voorbeeld{index % 900}.example", NAMES[index % len(NAMES)]
        newsletter = bool(confirmed) and index % 3 == 0
        people.append(Subscriber(email=email, first_name=name, confirmed_at=confirmed, newsletter=newsletter))
    return [person.pk for person in Subscriber.objects.bulk_create(people, batch_size=BATCH)]


def write_sign_ups(number: int, people: list[int], places: list[Place], chance: Random) -> None:
    now = timezone.now()
    rows: list[SignUp] = []
    for index in range(number):
        magnet, page, placement = chance.choice(places)
        asked = now - timedelta(seconds=int(DAYS * 86400 * chance.random() ** 1.3))
        confirmed = asked + timedelta(minutes=9) if chance.random() < 0.78 else None
        fetched = confirmed + timedelta(minutes=2) if confirmed and chance.random() < 0.9 else None
        rows.append(
            SignUp(
                subscriber_id=people[index % len(people)],
                magnet=magnet,
                page_id=page or None,
                page_url="https://www.voorbeeld.example/blog/een-artikel-over-liefdesverdriet/",
                placement=placement,
                consent_text=NEWSLETTER.text,
                token_hash=f"{index:064x}",
                token_expires_at=asked,
                requested_at=asked,
                confirmed_at=confirmed,
                downloaded_at=fetched,
            )
        )
        if len(rows) == BATCH:
            SignUp.objects.bulk_create(rows)
            rows = []
    SignUp.objects.bulk_create(rows)


def write_consents() -> None:
    """Several a person, in one statement."""
    numbers = " UNION ALL ".join(["SELECT 1"] * CONSENTS_EACH)
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO leads_consentevent"  # noqa: S608  the numbers are ours
            " (address_hash, purpose, event, text, text_hash, page_url, created_at)"
            " SELECT address_hash, 'newsletter', 'given', %s, %s, '', created_at"
            f" FROM leads_subscriber CROSS JOIN ({numbers}) AS numbers",
            [NEWSLETTER.text, NEWSLETTER.hash],
        )


def write_views(places: list[Place], chance: Random, scale: float) -> None:
    today = timezone.localdate()
    rows: list[Any] = [
        MagnetView(
            magnet=magnet,
            page=page,
            placement=placement,
            day=day,
            count=1 + int(chance.random() * 250 * scale),
        )
        for day in (date.fromordinal(today.toordinal() - back) for back in range(DAYS))
        for magnet, page, placement in places
    ]
    MagnetView.objects.bulk_create(rows, batch_size=BATCH)
