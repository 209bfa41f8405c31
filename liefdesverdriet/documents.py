"""Documents that are offered for download: which files are taken, and how they are handed over."""

import re
import zipfile
from pathlib import PurePath
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponseBase
from django.views.decorators.http import require_safe
from wagtail.documents.forms import BaseDocumentForm
from wagtail.documents.views import serve

from leads.files import recognise
from liefdesverdriet import policies

_NOT_COMPLETE = "Dit bestand is beschadigd of niet compleet. Sla het opnieuw op en kies het nog eens."
_PAGE = re.compile(rb"<\s*(?:script|html|svg|!doctype\s+html)", re.IGNORECASE)
_HEAD = _TAIL = 2048


class DocumentForm(BaseDocumentForm):
    """Every form in which a document is added or replaced (WAGTAILDOCS_DOCUMENT_FORM_BASE)."""

    class Meta(BaseDocumentForm.Meta):
        pass

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if isinstance(file, UploadedFile):
            check(file)
        return file


def check(file: UploadedFile) -> None:
    """Refuse what is no whole PDF, EPUB, MP3 or ZIP, or something else besides. Raises ValidationError."""
    kind = recognise(file)
    extension = PurePath(file.name or "").suffix.lstrip(".").lower()
    if kind is None:
        raise ValidationError("Dit is geen PDF, EPUB, MP3 of ZIP. Kies een bestand van een van deze soorten.")
    if kind != extension:
        raise ValidationError(
            f"De inhoud van dit bestand is {kind.upper()}, maar de naam eindigt op ‘.{extension}’. Geef het "
            "bestand de naam die erbij hoort."
        )
    size = file.size or 0
    file.seek(0)
    head = file.read(_HEAD)
    file.seek(max(0, size - _TAIL))
    tail = file.read(_TAIL)
    if kind == "pdf" and b"%%EOF" not in tail:
        raise ValidationError(_NOT_COMPLETE)
    # An archive is found by its end, so anything may stand before it.
    is_archive = zipfile.is_zipfile(file)
    file.seek(0)
    if kind in ("pdf", "mp3") and (is_archive or _PAGE.search(head) or _PAGE.search(tail)):
        raise ValidationError(
            f"In dit bestand zit meer dan {'een PDF' if kind == 'pdf' else 'geluid'}. "
            "Sla het opnieuw op en kies het nog eens."
        )


@require_safe
def hand_over(request: HttpRequest, document_id: str, document_filename: str) -> HttpResponseBase:
    """Send a document to who may have it, to be kept and not shown: a browser opens none of it by itself."""
    response = serve.serve(request, document_id, document_filename)
    if response.status_code == 200 and response.has_header("Content-Disposition"):
        response["Content-Security-Policy"] = policies.FILE
    # Who may have it can change; a file that did not is not sent twice (its ETag).
    response.headers.setdefault("Cache-Control", "private, no-cache")
    return response
