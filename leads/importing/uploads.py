"""The file between looking at it and taking it over: in private storage, for a day at most."""

import uuid
from datetime import datetime, timedelta

from django.core import signing
from django.core.files.base import ContentFile

from leads.files import private_storage
from leads.importing.rows import Choices
from mailing.addresses import spellings

FOLDER = "imports"
KEEP = timedelta(days=1)
SALT = "leads.importing"


class UploadGone(Exception):
    """The file was taken over already, or a day has passed."""


def keep(content: bytes, choices: Choices, user_id: int) -> str:
    """Put a file aside and return a ticket for it, with which only the same user gets it back."""
    name = private_storage().save(f"{FOLDER}/{uuid.uuid4().hex}.csv", ContentFile(content))
    return signing.dumps([name, user_id, choices.program, choices.words, choices.labels], salt=SALT)


def bring_back(ticket: str, user_id: int) -> tuple[str, bytes, Choices]:
    """Return the name, the content and the choices of a file put aside. Raises UploadGone."""
    try:
        name, owner, program, words, labels = signing.loads(ticket, salt=SALT, max_age=KEEP)
        if owner != user_id:
            raise UploadGone
        with private_storage().open(name) as file:
            return name, file.read(), Choices(program, words, labels)
    except (signing.BadSignature, OSError) as error:
        raise UploadGone from error


def throw_away(name: str) -> None:
    private_storage().delete(name)


def throw_away_with(email: str) -> int:
    """Delete lists that nobody took over yet and that hold an address; return how many.

    Who was about to take one over uploads it again, without that address.
    """
    words = [spelling.encode() for spelling in spellings(email)]
    storage = private_storage()
    count = 0
    for name in _kept():
        with storage.open(name) as file:
            content = file.read().lower()
        if any(word in content for word in words):
            storage.delete(name)
            count += 1
    return count


def throw_away_old(now: datetime) -> int:
    """Delete what nobody came back for; return how many files."""
    storage = private_storage()
    old = [name for name in _kept() if storage.get_modified_time(name) < now - KEEP]
    for name in old:
        storage.delete(name)
    return len(old)


def _kept() -> list[str]:
    try:
        return [f"{FOLDER}/{name}" for name in private_storage().listdir(FOLDER)[1]]
    except FileNotFoundError:
        return []
