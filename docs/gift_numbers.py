"""What a demo site lacks for the pictures of the handbook: half a year of readers, mail that was refused.

Called in the demo site by docs/studio.py.
"""

from datetime import date, datetime, timedelta
from random import Random
from smtplib import SMTPRecipientsRefused

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone
from post_office.models import Email
from wagtail.models import Page

from leads import consents, people
from leads.consents import ConsentText
from leads.models import ConsentEvent, LeadMagnet, MagnetView, SignUp, Subscriber
from leads.services.signing_up import request_magnet
from mailing.delivery import record_failure

WEEKS = 26
NAMES = (
    "Aisha Anouk Bas Bram Carla Daan Demi Elif Emma Fatima Femke Finn Hanna Hugo Ilse Iris Jasper Jill Joris"
    " Karin Khalid Lars Lieke Loes Maaike Marijn Mees Mila Naima Nick Noa Olga Pim Quinten Rosa Ruben Sanne"
    " Sem Tess Thijs Vera Wouter Yara Zoë"
)
# Slug of a page or "" for the gift's own, the place there, and how often a hundred readers see and ask.
PLACES = (
    ("geen-contact-met-je-ex", "article", 30, 5),
    ("hechtingsstijlen-in-de-liefde", "sidebar", 22, 1),
    ("blijven-malen-over-je-ex", "end", 18, 4),
    ("de-eerste-nacht-alleen", "end", 16, 3),
    ("", "landing", 14, 6),
)


@transaction.atomic
def fill() -> None:
    """Write the readers of WEEKS weeks. The same each time, but for the days, which end today.

    Today is a busy day, so that there is something to see of this week on a Monday too.
    """
    chance = Random(11)  # noqa: S311 - nothing here is secret
    now, today = timezone.localtime(), timezone.localdate()
    pages = {page.slug: page for page in Page.objects.filter(slug__in=[slug for slug, *_ in PLACES])}
    magnets = list(LeadMagnet.objects.order_by("-pk"))
    made: list[Subscriber] = []
    for days_ago in [*reversed(range(1, WEEKS * 7)), *[0] * 6]:
        day = today - timedelta(days=days_ago)
        crowd = 0.5 + (WEEKS * 7 - days_ago) / (WEEKS * 7)
        for slug, placement, seen, asked in PLACES:
            magnet = magnets[chance.random() < 0.35]
            page = pages.get(slug)
            times = round(seen * crowd * chance.uniform(0.6, 1.4))
            MagnetView.objects.add([(day, magnet.pk, page.pk if page else 0, placement, times, 0)])
            if chance.random() < asked * crowd / 16:
                at = _moment(day, now, chance)
                made.append(_reader(chance, magnet, page, placement, at, len(made)))
    coach = User.objects.order_by("pk").first()
    people.add_label(made[::9], "Webinar mei", coach)
    people.add_label(made[::14], "Kennismaking gehad", coach)


def _moment(day: date, now: datetime, chance: Random) -> datetime:
    """Return a moment of a day, in daylight unless the day is not that far yet."""
    start = timezone.make_aware(datetime(day.year, day.month, day.day))  # noqa: DTZ001
    if day == now.date():
        return start + (now - start) * chance.uniform(0.1, 0.6)
    return start + timedelta(hours=chance.uniform(7, 23.5))


def _reader(
    chance: Random, magnet: LeadMagnet, page: Page | None, placement: str, at: datetime, number: int
) -> Subscriber:
    names = NAMES.split()
    name = names[number % len(names)]
    letter = "bdghkmprsvw"[number // len(names) % 11]
    confirmed = at + timedelta(minutes=chance.uniform(0, 4)) if chance.random() < 0.82 else None
    downloaded = confirmed + timedelta(seconds=40) if confirmed and chance.random() < 0.93 else None
    newsletter = confirmed is not None and chance.random() < 0.4
    email = f"{name.lower().replace('ë', 'e')}.{letter}@lezer.example"
    subscriber = Subscriber.objects.create(
        email=email, first_name=name, confirmed_at=confirmed, newsletter=newsletter
    )
    Subscriber.objects.filter(pk=subscriber.pk).update(created_at=at)
    sign_up = SignUp.objects.create(
        subscriber=subscriber,
        magnet=magnet,
        page=page,
        page_url=page.full_url if page else magnet.get_absolute_url(),
        placement=placement,
        first_name=name,
        newsletter=newsletter,
        consent_text=consents.NEWSLETTER.text if newsletter else "",
        token_hash=f"picture-{number}",
        token_expires_at=at + timedelta(hours=48),
        requested_at=at,
        confirmed_at=confirmed,
        downloaded_at=downloaded,
    )
    if confirmed:
        agreed = [consents.gift_consent(magnet)]
        if newsletter:
            agreed.append(ConsentText(ConsentEvent.Purpose.NEWSLETTER, sign_up.consent_text))
        for text in agreed:
            consents.record(email, ConsentEvent.Event.GIVEN, text, sign_up.page_url, confirmed)
    return subscriber


@transaction.atomic
def refuse() -> None:
    """Have two people ask whose mail server does not take our mail, before the worker sees it."""
    magnet = LeadMagnet.objects.latest("-pk")
    for email, code, answer in (
        ("tinekee@lezer.example", 550, b"5.1.1 User unknown"),
        ("hessel@lezer.example", 452, b"4.2.2 Mailbox full"),
    ):
        request_magnet(magnet, email)
        record_failure(Email.objects.latest("pk"), SMTPRecipientsRefused({email: (code, answer)}))
