"""The file with which a move begins."""

from typing import Any

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.template.defaultfilters import filesizeformat

from wordpress.files import at_hand
from wordpress.reading.export import Export
from wordpress.reading.items import BadExport
from wordpress.tied_form import TiedForm

EMPTY = "In deze export staat niets. Kies op de oude site bij het exporteren voor ‘Alle inhoud’."
# Bytes, while the coach waits; a small packed file may go on for hours.
LOOKED_AT = 8 * 1024**2
TOO_LARGE = (
    "Dit bestand is {}; het mag hooguit {} zijn. Exporteer in delen, of laat wie de site beheert het met een "
    "opdracht doen."
)
PACKED = "Dit is een ingepakt bestand (zip). Pak het eerst uit, en kies het .xml-bestand dat erin zit."


class UploadForm(TiedForm):
    """Valid once the file turned out to be an export with something in it; all of it is read later."""

    file = forms.FileField(
        label="Het exportbestand",
        widget=forms.FileInput(attrs={"accept": ".xml,.wxr,text/xml,application/xml"}),
        error_messages={
            "required": "Kies het bestand dat je uit WordPress haalde.",
            "missing": "Kies het bestand dat je uit WordPress haalde.",
            "empty": "Dit bestand is leeg. Exporteer het opnieuw.",
        },
    )

    def __init__(self, *arguments: Any, too_large: int = 0, **named: Any) -> None:
        """`too_large`: how many bytes were sent, where that was too much to be written to disk."""
        super().__init__(*arguments, **named)
        field, largest = self.fields["file"], settings.WORDPRESS_EXPORT_MAX_BYTES
        field.help_text = f"Een .xml-bestand uit WordPress, hooguit {filesizeformat(largest)}."
        field.widget.attrs["data-largest"] = largest
        if too_large:
            field.error_messages["required"] = _too_large(too_large)

    def clean_file(self) -> UploadedFile:
        file: UploadedFile = self.cleaned_data["file"]
        size = file.size or 0
        if size > settings.WORDPRESS_EXPORT_MAX_BYTES:
            raise forms.ValidationError(_too_large(size))
        if file.read(4) == b"PK\x03\x04":
            raise forms.ValidationError(PACKED)
        file.seek(0)
        try:
            with at_hand(file) as path:
                has_items = Export(path).has_items(LOOKED_AT)
        except BadExport as error:
            raise forms.ValidationError(str(error)) from error
        if not has_items:
            raise forms.ValidationError(EMPTY)
        file.seek(0)
        return file


def _too_large(size: int) -> str:
    return TOO_LARGE.format(filesizeformat(size), filesizeformat(settings.WORDPRESS_EXPORT_MAX_BYTES))
