"""A signed stamp in each public form: which form, about what, on which day. The same for all: cacheable."""

from datetime import date

from django.core import signing
from django.utils import timezone

# A cached or long-open page keeps working; an address book of harvested forms does not.
MAX_AGE_DAYS = 30


class BadStamp(ValueError):
    """The stamp is missing, forged, of another form or object, or too old."""


class StaleStamp(BadStamp):
    """The stamp is ours, but too old."""


def make_stamp(form_version: str, object_id: object) -> str:
    day = timezone.localdate().toordinal()
    return _signer().sign(f"{form_version}:{object_id}:{day}")


def read_stamp(stamp: str, form_version: str, object_id: object) -> int:
    """Return the stamp's age in days, or raise BadStamp, of which StaleStamp is one."""
    try:
        version, stamped_id, day = _signer().unsign(stamp).rsplit(":", 2)
    except (signing.BadSignature, ValueError) as error:
        raise BadStamp("forged or missing") from error
    if (version, stamped_id) != (form_version, str(object_id)):
        raise BadStamp("made for another form")
    age = (timezone.localdate() - date.fromordinal(int(day))).days
    if age > MAX_AGE_DAYS:
        raise StaleStamp("too old")
    return age


def _signer() -> signing.Signer:
    return signing.Signer(salt="guard.stamps")
