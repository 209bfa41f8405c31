"""The file with which a move begins."""

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.template.defaultfilters import filesizeformat

from wordpress.files import LARGEST, at_hand
from wordpress.reading.export import Export
from wordpress.reading.items import BadExport

EMPTY = "In deze export staat niets. Kies op de oude site bij het exporteren voor ‘Alle inhoud’."
# Bytes, while the coach waits; a small packed file may go on for hours.
LOOKED_AT = 8 * 1024**2
PACKED = "Dit is een ingepakt bestand (zip). Pak het eerst uit, en kies het .xml-bestand dat erin zit."


class UploadForm(forms.Form):
    """Valid once the file turned out to be an export with something in it; all of it is read later."""

    file = forms.FileField(
        label="Het exportbestand",
        help_text="Een .xml-bestand uit WordPress, hooguit 1 GB.",
        widget=forms.FileInput(attrs={"accept": ".xml,.wxr,text/xml,application/xml"}),
        error_messages={
            "required": "Kies het bestand dat je uit WordPress haalde.",
            "missing": "Kies het bestand dat je uit WordPress haalde.",
            "empty": "Dit bestand is leeg. Exporteer het opnieuw.",
        },
    )

    def clean_file(self) -> UploadedFile:
        file: UploadedFile = self.cleaned_data["file"]
        size = file.size or 0
        if size > LARGEST:
            raise forms.ValidationError(
                f"Dit bestand is {filesizeformat(size)}; het mag hooguit {filesizeformat(LARGEST)} zijn. "
                "Exporteer in delen, of laat wie de site beheert het met een opdracht doen."
            )
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
