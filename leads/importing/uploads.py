"""The file between looking at it and taking it over: in private storage, for a day at most."""

import uuid
from datetime import datetime, timedelta

from django.core import signing
from django.core.files.base import ContentFile

from leads.files import private_storage
from leads.importing.rows import Choices

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


def throw_away_old(now: datetime) -> int:
    """Delete what nobody came back for; return how many files."""
    storage = private_storage()
    try:
        names = [f"{FOLDER}/{name}" for name in storage.listdir(FOLDER)[1]]
    except FileNotFoundError:
        return 0
    old = [name for name in names if storage.get_modified_time(name) < now - KEEP]
    for name in old:
        storage.delete(name)
    return len(old)
