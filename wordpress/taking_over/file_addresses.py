"""Where readers get what came from the old library."""

from django.core.files.storage import default_storage
from wagtail.documents import get_document_model

from wordpress.models import Imported


def address_of(record: Imported) -> str:
    """Return where readers get the file of a record, "" when it is not here."""
    return str(record.image.file.url) if record.image is not None else file_address(record.file)


def file_address(file: str) -> str:
    """Return the address of `Imported.file`: documents have one that asks who wants them."""
    if file.startswith("documents/"):
        document = get_document_model().objects.filter(file=file).first()
        return str(document.url) if document else ""
    return str(default_storage.url(file)) if file else ""
