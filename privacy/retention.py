"""How long everything is kept: what is past its time in all apps, and letting it go."""

from datetime import datetime

import accounts.privacy
import comments.privacy
import leads.importing.uploads
import leads.privacy
import mailing.privacy
import search.recording
from audit import terms, trail
from audit.terms import Term, term
from privacy import beside
from privacy.models import DataLink


def expiring(now: datetime) -> list[tuple[str, list[Term]]]:
    """Return for each part of the site what it keeps, for how long, and what would go now."""
    return [
        ("Reacties", comments.privacy.expiring(now)),
        ("Weggevers", leads.privacy.expiring(now)),
        ("Post", mailing.privacy.expiring(now)),
        ("Zoeken", search.recording.expiring(now)),
        ("Inloggen", accounts.privacy.expiring(now)),
        ("Privacy", _own(now)),
        *((app.name, app.expiring(now)) for app in beside.APPS),
    ]


def expire(now: datetime) -> int:
    """Let go what this app keeps itself: links that are over, and old lines of who looked at what."""
    # The address goes at once; that there was a link is known a little longer, to say so kindly.
    DataLink.objects.filter(expires_at__lt=now).exclude(email="").update(email="")
    gone = DataLink.objects.filter(expires_at__lt=now - terms.keep("DEAD_LINKS")).delete()[0]
    return gone + trail.expire(now - terms.keep("AUDIT"))


def expire_all(now: datetime) -> int:
    """Do now, in all apps, what the scheduler does each day; return how many rows changed or went."""
    search.recording.expire(now)
    return (
        comments.privacy.expire(now)
        + leads.privacy.expire(now)
        + leads.importing.uploads.throw_away_old(now)
        + mailing.privacy.expire(now)
        + accounts.privacy.expire(now)
        + expire(now)
        + sum(app.expire(now) for app in beside.APPS)
    )


def _own(now: datetime) -> list[Term]:
    links = DataLink.objects.all()
    lines = trail.lines().order_by()
    return [
        term(
            "DEAD_LINKS",
            "Links naar iemands gegevens",
            "gewist; het adres al na een dag",
            links,
            "expires_at",
            now,
        ),
        term("AUDIT", "Wie gegevens van mensen bekeek", "gewist", lines, "timestamp", now),
    ]
