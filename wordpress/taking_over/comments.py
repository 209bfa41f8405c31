"""A reaction of the old site as a comment of ours, unsaved, and what is remembered of it."""

import json
from collections.abc import Sequence

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator, validate_email
from django.utils import timezone
from django.utils.crypto import salted_hmac
from wagtail.models import Page

from comments.assessment import danger_in, shortened
from comments.models import STAFF_LABEL, Comment, Status
from comments.privacy import ERASED_NAME, ERASED_TEXT
from wordpress.reading.items import Reaction
from wordpress.taking_over.spoken import one_line, plain_text

NAMELESS = "Anoniem"
STATUSES = {
    "1": Status.APPROVED,
    "approve": Status.APPROVED,
    "approved": Status.APPROVED,
    "0": Status.PENDING,
    "hold": Status.PENDING,
    "spam": Status.SPAM,
    "trash": Status.TRASH,
    "post-trashed": Status.TRASH,
}
# What follows the old site.
FOLLOWED = ("author_name", "author_email", "author_url", "text", "status")
_READERS = frozenset({"", "comment"})
_KINDS_LEFT_OUT = {
    "pingback": "een bericht van een andere site dat zij hierheen linkt (pingback)",
    "trackback": "een bericht van een andere site dat zij hierheen linkt (trackback)",
    "note": "een aantekening van de redactie, niet voor lezers",
}
EMPTY = "een reactie zonder tekst"
_is_address = URLValidator(schemes=["http", "https"])


def why_left_out(one: Reaction) -> str:
    """Return in Dutch why a reaction does not come, "" when it does."""
    if one.kind not in _READERS:
        return _KINDS_LEFT_OUT.get(one.kind, f"een reactie van een andere soort (‘{one.kind[:40]}’)")
    if one.approved not in STATUSES:
        return f"een reactie met een staat die wij niet kennen (‘{one.approved[:40]}’)"
    return "" if plain_text(one.text) else EMPTY


def comment_of(one: Reaction, page: Page, address: str, *, is_staff: bool) -> Comment:
    """Return the reaction as ours, not saved: no network, no key against doubles, whole however long."""
    status = STATUSES[one.approved]
    text = plain_text(one.text)
    rejected = status in (Status.SPAM, Status.TRASH)
    return Comment(
        page=page,
        page_title=page.title[:255],
        page_url=address,
        author_name=one_line(one.author_name)[:80].strip() or NAMELESS,
        author_email=_email(one.author_email),
        author_url=_url(one.author_url),
        text=text,
        status=status,
        created_at=one.created_at or page.first_published_at or timezone.now(),
        # What was rejected there is kept here as long as what is rejected today.
        decided_at=timezone.now() if rejected else None,
        staff_label=STAFF_LABEL if is_staff else "",
        danger=shortened(danger_in(text)) if status == Status.PENDING and not is_staff else "",
    )


def erased(fresh: Comment) -> Comment:
    """Return what an erasure leaves of a comment: the place of what others answered."""
    return Comment(
        page=fresh.page,
        page_title=fresh.page_title,
        page_url=fresh.page_url,
        author_name=ERASED_NAME,
        text=ERASED_TEXT,
        status=fresh.status,
        created_at=fresh.created_at,
        withdrawn_at=timezone.now(),
    )


def facts_of(comment: Comment) -> dict[str, str]:
    """Return a hash of all that follows the old site: no words of readers stand in the record."""
    return {"as it came": _hash([getattr(comment, name) for name in FOLLOWED])}


def source_hash(one: Reaction) -> str:
    return _hash([one.approved, one.author_name, one.author_email, one.author_url, one.text])


def _hash(words: Sequence[str]) -> str:
    # With a key: an address that was erased could be guessed otherwise.
    told = json.dumps([str(word) for word in words])
    return salted_hmac("wordpress.reaction", told, secret=settings.HASH_KEY, algorithm="sha256").hexdigest()


def _email(address: str) -> str:
    address = address.strip().lower()
    try:
        validate_email(address)
    except ValidationError:
        return ""
    return address if len(address) <= 254 else ""


def _url(address: str) -> str:
    address = address.strip()
    try:
        _is_address(address)
    except ValidationError:
        return ""
    scheme, _, rest = address.partition("://")
    address = f"{scheme.lower()}://{rest}"
    return address if len(address) <= 500 and "@" not in rest.partition("/")[0] else ""
