"""Numbers, moments and names as WordPress writes them down."""

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from email.utils import parsedate_to_datetime
from html import unescape
from urllib.parse import unquote
from zoneinfo import ZoneInfo

LARGEST_ID = 2**63 - 1
LARGEST_ORDER = 2**31 - 1
# Where the sites that come here were written, when nothing tells otherwise.
_HOME_ZONE = ZoneInfo("Europe/Amsterdam")
_NUMBER = re.compile(r"\s*(-?[0-9]{1,19})\s*")
_FIRST_YEAR, _LAST_YEAR = 1900, 2200


def number(text: str, largest: int = LARGEST_ID) -> int:
    """Return a whole number of at most `largest`, 0 when it is none."""
    found = _NUMBER.fullmatch(text)
    value = int(found[1]) if found else 0
    return value if abs(value) <= largest else 0


def slug(text: str) -> str:
    """Return a slug with its own letters: WordPress keeps é as %c3%a9."""
    return unquote(text.strip(), errors="replace").strip("/")


def name(text: str) -> str:
    """Return a name as people read it: WordPress keeps those of categories and tags as HTML."""
    return " ".join(unescape(text).split())


def moment(gmt: str, local: str, zone: tzinfo = _HOME_ZONE) -> datetime | None:
    """Return an aware time from what WordPress keeps twice, either of which may be 0000-00-00 00:00:00."""
    if (told := _parse(gmt)) is not None:
        return told.replace(tzinfo=told.tzinfo or UTC).astimezone(UTC)
    if (told := _parse(local)) is not None:
        return told.replace(tzinfo=told.tzinfo or zone).astimezone(UTC)
    return None


def zone_between(gmt: str, local: str) -> tzinfo:
    """Return the zone that one moment in two times tells of, else the one of home."""
    in_gmt, here = _parse(gmt), _parse(local)
    if in_gmt is None or here is None or in_gmt.tzinfo or here.tzinfo:
        return _HOME_ZONE
    apart = here - in_gmt
    if abs(apart) > timedelta(hours=14) or apart % timedelta(minutes=15):
        return _HOME_ZONE
    return timezone(apart)


def moment_of_feed(text: str) -> datetime | None:
    """Return the time of a <pubDate>; WordPress writes -0001 for the year of what never was published."""
    if " -0001 " in text:
        return None
    try:
        told = parsedate_to_datetime(text.strip())
    except (ValueError, IndexError, TypeError, OverflowError):
        return None
    if not _FIRST_YEAR <= told.year <= _LAST_YEAR:
        return None
    return told.replace(tzinfo=told.tzinfo or UTC).astimezone(UTC)


def _parse(text: str) -> datetime | None:
    try:
        told = datetime.fromisoformat(text.strip()[:40])
    except ValueError:
        return None
    return told if _FIRST_YEAR <= told.year <= _LAST_YEAR else None
