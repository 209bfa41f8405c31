"""Sign-ups and views of gifts at a moment, for tests of numbers."""

from datetime import date, datetime, timedelta
from itertools import count
from typing import Any

from django.utils import timezone

from leads.models import LeadMagnet, MagnetView, SignUp, Subscriber

_numbers = count()


def asked(
    magnet: LeadMagnet, moment: str, *, confirmed: bool = False, downloaded: bool = False, **fields: Any
) -> SignUp:
    """Make a sign-up of a new address at a moment in Amsterdam; what followed was an hour later each."""
    number = next(_numbers)
    requested_at = timezone.make_aware(datetime.fromisoformat(moment))
    subscriber = Subscriber(email=f"lezer{number}@voorbeeld.example", address_hash=f"kenmerk{number}")
    subscriber.save()
    return SignUp.objects.create(
        subscriber=subscriber,
        magnet=magnet,
        token_hash=f"hash{number}",
        token_expires_at=requested_at,
        requested_at=requested_at,
        confirmed_at=requested_at + timedelta(hours=1) if confirmed else None,
        downloaded_at=requested_at + timedelta(hours=2) if downloaded else None,
        **fields,
    )


def seen(magnet: LeadMagnet, day: str, times: int, page: int = 0, placement: str = "landing") -> MagnetView:
    return MagnetView.objects.create(
        magnet=magnet, day=date.fromisoformat(day), count=times, page=page, placement=placement
    )
