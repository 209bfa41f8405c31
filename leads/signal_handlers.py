"""Files of gifts go along with their rows, which Wagtail deletes for us."""

from typing import Any

from django.db import transaction
from django.db.models.signals import post_delete

from leads.models import LeadMagnetFile


def connect() -> None:
    post_delete.connect(delete_file, sender=LeadMagnetFile, dispatch_uid="leads.delete_file")


def delete_file(instance: LeadMagnetFile, **_: Any) -> None:
    """Remove the file once the row's deletion has been committed."""
    if name := instance.file.name:
        storage = instance.file.storage
        transaction.on_commit(lambda: storage.delete(name))
