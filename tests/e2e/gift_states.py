"""One sign-up in each state, made in the database of a running site, and the addresses that show them."""

import json

from tests.running_site import RunningSite

_MAKE = """
import json
from datetime import timedelta
from django.urls import reverse
from django.utils import timezone
from guard.tokens import hash_token, new_token
from leads.models import *
from leads.services.signing_up import request_magnet
from mailing.models import OutboxMail, Suppression
from mailing.services import suppress

now = timezone.now()
magnet = LeadMagnet.objects.get(slug="roadmap")

def ask(name, days=2, **fields):
    subscriber, _ = Subscriber.objects.get_or_create(email=f"{name}@staat.example")
    token = new_token()
    sign_up = SignUp.objects.create(
        subscriber=subscriber, magnet=magnet, placement="landing", requested_at=now,
        token_hash=hash_token(token), token_expires_at=now + timedelta(days=days), **fields)
    return sign_up, token

def confirm(name, days=2, **fields):
    return reverse("leads:confirm", args=[ask(name, days, **fields)[1]])

def grant(name, days=14, uses=5):
    sign_up, _ = ask(name, confirmed_at=now)
    token = new_token()
    DownloadGrant.objects.create(sign_up=sign_up, token_hash=hash_token(token), created_at=now,
                                 expires_at=now + timedelta(days=days), uses_left=uses)
    return reverse("leads:download", args=[token])

def prefer(name, **fields):
    subscriber = Subscriber.objects.create(email=f"{name}@staat.example", **fields)
    token = new_token()
    UnsubscribeToken.objects.create(subscriber=subscriber, token_hash=hash_token(token))
    return reverse("leads:unsubscribe", args=[token])

words = "Ja, mail mij af en toe."
states = {
    "confirm": confirm("bevestigt"),
    "confirm with the newsletter": confirm("wil-alles", newsletter=True, consent_text=words),
    "confirm once more": confirm("nog-eens", confirmed_at=now),
    "confirm too late": confirm("te-laat", days=-1),
    "download": grant("haalt-op"),
    "download too late": grant("veel-te-laat", days=-1),
    "download used up": grant("op", uses=0),
    "preferences of nobody's reader": prefer("geen-lezer"),
    "preferences of a reader": prefer("lezer", confirmed_at=now, newsletter=True),
    "preferences of one who left": prefer("weg", confirmed_at=now, unsubscribed_at=now),
    "preferences of one who wants nothing": prefer("niets", confirmed_at=now),
    "preferences of one we blocked": prefer("geblokkeerd", confirmed_at=now),
}
suppress("niets@staat.example", Suppression.Scope.ALL, Suppression.Reason.UNSUBSCRIBED)
suppress("geblokkeerd@staat.example", Suppression.Scope.ALL, Suppression.Reason.STAFF)
person = Subscriber.objects.get(email="lezer@staat.example")
person.tags.add(SubscriberTag.objects.create(name="staat"))
blocked = Suppression.objects.latest("pk")
request_magnet(magnet, "krijgt-mail@staat.example")
mail = OutboxMail.objects.latest("pk")
states |= {
    "admin person": reverse("subscribers:show", args=[person.pk]),
    "admin person who is blocked": reverse(
        "subscribers:show", args=[Subscriber.objects.get(email="geblokkeerd@staat.example").pk]),
    "admin all of a person": reverse("personal_data:show", args=[person.address_hash]),
    "admin find a person": reverse("personal_data:index"),
    "admin retention": reverse("personal_data:retention"),
    "admin who looked": reverse("personal_data:log"),
    "admin lift a block": reverse("suppressions:lift", args=[blocked.pk]),
    "admin gift": reverse(LeadMagnet.snippet_viewset.get_url_name("edit"), args=[magnet.pk]),
    "admin versions of a gift": reverse("gift_admin:versions", args=[magnet.pk]),
    "admin gifts": reverse(LeadMagnet.snippet_viewset.get_url_name("list")),
    "admin new gift": reverse(LeadMagnet.snippet_viewset.get_url_name("add")),
    "admin mail": reverse("outbox:inspect", args=[mail.pk]),
    "admin outbox": reverse("outbox:index"),
    "admin people": reverse("subscribers:index"),
    "admin nobody found": reverse("subscribers:index") + "?q=qqqqzz",
    "admin import": reverse("subscribers:import"),
    "admin sign-ups": reverse("sign_ups:index"),
    "admin numbers of gifts": reverse("lead_report"),
    "admin blocks": reverse("suppressions:index"),
}
print("STATES" + json.dumps(states))
"""
_CLEAN = """
from leads.models import Subscriber, SubscriberTag, SignUp
from mailing.addresses import address_hash
from mailing.models import Suppression
theirs = Subscriber.objects.filter(email__endswith="@staat.example")
Suppression.objects.filter(address_hash__in=[address_hash(person.email) for person in theirs]).delete()
SignUp.objects.filter(subscriber__in=theirs).delete()
theirs.delete()
SubscriberTag.objects.filter(name="staat").delete()
"""

OTHERS = {
    "gift": "/aanmelden/roadmap/",
    "mail sent": "/aanmelden/roadmap/kijk-in-je-mail/",
    "unknown link to confirm": "/aanmelden/bevestigen/onbekend/",
    "unknown link for a fresh one": "/aanmelden/verse-link/onbekend/",
    "unknown download": "/download/onbekend/",
    "unknown preferences": "/afmelden/onbekend/",
    "stop": "/afmelden/",
    "stopped": "/afmelden/gelukt/",
}


def make_gift_states(site: RunningSite) -> dict[str, str]:
    """Make the sign-ups and return the addresses by state; those that begin with "admin" are the coach's."""
    said = site.python(_MAKE)
    made: dict[str, str] = json.loads(said.split("STATES", 1)[1])
    return {**made, **OTHERS}


def remove_gift_states(site: RunningSite) -> None:
    site.python(_CLEAN)
