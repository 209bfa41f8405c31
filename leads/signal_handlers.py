"""Files of gifts go along with their rows, which Wagtail deletes for us; complaints end the newsletter."""

from typing import Any

from django.db.models.signals import post_delete

from leads import people
from leads.models import LeadMagnetFile, LeadMagnetFileVersion
from leads.services.stored_files import discard_after_commit
from mailing.signals import complained


def connect() -> None:
    for sender in (LeadMagnetFile, LeadMagnetFileVersion):
        post_delete.connect(delete_file, sender=sender, dispatch_uid=f"leads.delete_file.{sender.__name__}")
    complained.connect(end_newsletter, dispatch_uid="leads.end_newsletter")


def delete_file(instance: LeadMagnetFile | LeadMagnetFileVersion, **_: Any) -> None:
    """Remove the file once the row's deletion has been committed."""
    if name := instance.file.name:
        discard_after_commit(name)


def end_newsletter(email: str, **_: Any) -> None:
    """Take a complaint about a mail for what it says: no more of those."""
    people.end_newsletter(email, people.COMPLAINT)
