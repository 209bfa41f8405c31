"""What an uploaded export means for people's data: in it stand the addresses of all who ever reacted.

What came out of it (reactions, users) is kept by the apps that have it, and found and erased there.
"""

from collections.abc import Collection
from datetime import datetime
from html import escape

from audit.terms import Term, term
from mailing.addresses import spellings
from wordpress import queue
from wordpress.files import at_hand
from wordpress.models import Move

CHUNK = 4 * 1024 * 1024
# Files in which words do not stand as they are: packed, or two bytes a letter.
_UNREADABLE = (b"\x1f\x8b", b"\xff\xfe", b"\xfe\xff")
ERASED = (
    "Het bestand is weggegooid, omdat iemand die erin stond zijn gegevens heeft laten wissen. Wat er al is, "
    "staat er. Maak op de oude site een nieuwe export, zonder die persoon."
)


def erase(addresses: Collection[str]) -> int:
    """Throw away the exports that hold one of these addresses, or all when it is not known which they are.

    Whoever is taking one over ends. To be called before reactions are erased: what comes until then goes too.
    """
    with_file = Move.objects.exclude(export="")
    if addresses:
        words = [word for address in addresses for word in _as_written(address)]
        with_file = with_file.filter(pk__in=[job.pk for job in with_file if _holds(job, words)])
    return queue.throw_away(with_file, ERASED)


def expiring(now: datetime) -> list[Term]:
    kept = Move.objects.exclude(export="")
    return [term("EXPORTS", "Geüploade exports van WordPress", "weggegooid", kept, "created_at", now)]


def expire(now: datetime) -> int:
    return queue.expire(now)


def _as_written(address: str) -> set[bytes]:
    return {
        form.encode()
        for spelling in spellings(address)
        for form in (spelling.lower(), escape(spelling.lower()))
    }


def _holds(job: Move, words: list[bytes]) -> bool:
    longest = max(map(len, words))
    try:
        with at_hand(job.export) as path, path.open("rb") as file:
            rest = b""
            while chunk := file.read(CHUNK):
                if not rest and chunk.startswith(_UNREADABLE):
                    return True
                text = rest + chunk.lower()
                if any(word in text for word in words):
                    return True
                rest = text[-longest:]
    except FileNotFoundError:
        return False
    return False
