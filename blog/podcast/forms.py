"""What the editor of an episode takes beyond its fields: a transcript as a file."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from wagtail.admin.forms import WagtailAdminPageForm

from blog.podcast import transcripts


class EpisodeForm(WagtailAdminPageForm):
    transcript_upload = forms.FileField(
        label="Bestand met het transcript",
        required=False,
        help_text="VTT, SRT of TXT. Komt in de plaats van wat hieronder staat.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        sound = self.fields["audio"].widget
        sound.initial_text, sound.input_text = "Nu", "Ander bestand"
        sound.clear_checkbox_label = "haal het weg"

    def clean_transcript_upload(self):
        """Return the text of the file, "" without one."""
        file = self.cleaned_data["transcript_upload"]
        if not file:
            return ""
        if file.size > transcripts.LONGEST:
            raise ValidationError("Dit bestand is te groot voor een transcript: hooguit 2 MB.")
        try:
            text = transcripts.decode(file.read())
            transcripts.parse(text)
        except transcripts.Unreadable as error:
            raise ValidationError(str(error)) from error
        return text

    def clean_audio_bytes(self):
        return self.cleaned_data["audio_bytes"] or 0

    def clean(self):
        cleaned = super().clean()
        if text := cleaned.get("transcript_upload"):
            cleaned["transcript"] = text
        facts = [cleaned.get(name) for name in ("audio_kind", "audio_bytes", "duration")]
        # A feed that was taken over may not know them; who types an address can look them up.
        if cleaned.get("audio_address") and not all(facts) and not self.instance.pk:
            self.add_error("audio_address", "Vul bij een adres ook de soort, de grootte en de duur in.")
        return cleaned
