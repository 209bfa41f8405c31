"""Mails as files (mailing.backends): deleting those of somebody, or past their time."""

from collections.abc import Callable, Container, Iterator
from datetime import datetime
from email.message import Message
from email.parser import BytesHeaderParser
from pathlib import Path

from django.conf import settings

from mailing.addresses import address_hash

# Of the recipient's hash, in the name of a file.
LETTERS = 12


def delete_to(email: str, message_ids: Container[str] | None = None) -> int:
    """Delete the files of mails to an address, or only those of some Message-IDs; return how many."""
    mark = address_hash(email)[:LETTERS]
    theirs = (file for file in _all() if file.stem.endswith(f"-{mark}"))
    return _delete(theirs, lambda head: message_ids is None or head.get("Message-ID", "") in message_ids)


def delete_about(header: str, values: set[str]) -> int:
    """Delete the files of mails of which a header names one of `values`, between spaces; return how many."""
    return _delete(_all(), lambda head: bool(values & set(str(head.get(header, "")).split())))


def delete_before(moment: datetime) -> int:
    """Delete the files written before `moment`; return how many."""
    old = (file for file in _all() if file.stat().st_mtime < moment.timestamp())
    return _delete(old, lambda head: True)


def _all() -> Iterator[Path]:
    return Path(settings.MAIL_DIR).glob("*.eml")


def _delete(files: Iterator[Path], is_meant: Callable[[Message], bool]) -> int:
    count = 0
    for file in files:
        try:
            with file.open("rb") as stream:
                head = BytesHeaderParser().parse(stream)
        except FileNotFoundError:
            continue
        if is_meant(head):
            file.unlink(missing_ok=True)
            count += 1
    return count
