"""The link to somebody's own data: asked for, mailed, found again, over after a day."""

from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from guard.tokens import hash_token, new_token
from mailing import allowance
from mailing.addresses import normalise
from mailing.models import Suppression
from mailing.services import queue_mail
from mailing.withholding import taken_back
from privacy.models import DataLink

WORKS_FOR = timedelta(hours=24)
MAIL = "my-data"


@transaction.atomic
def ask(email: str) -> None:
    """Mail a link to an address, whoever it is of: it is not looked up, so nothing can be told from it.

    Nothing is kept, and nothing sent, where the address got as much as it may in a day (mailing.allowance) or
    wants no mail at all; by the same statements.
    """
    now, token = timezone.now(), new_token()
    link = DataLink(
        email=normalise(email), token_hash=hash_token(token), created_at=now, expires_at=now + WORKS_FOR
    )
    with taken_back() as attempt:
        is_blocked = Suppression.objects.blocking(email, MAIL).exists()
        may_go = allowance.take(email, count=not is_blocked)
        attempt.withheld = is_blocked or not may_go
        link.save()
        queue_mail(
            to=email,
            template="my_data",
            kind=MAIL,
            priority="high",
            context={
                "data_url": settings.SITE_URL + reverse("privacy:mine", args=[token]),
                "expires_at": link.expires_at,
            },
        )


def find(token: str) -> DataLink | None:
    """Return the link that a secret opens; None where there is none, or its day or its use is over."""
    link = DataLink.objects.filter(token_hash=hash_token(token)).first()
    return link if link and link.is_open(timezone.now()) else None
