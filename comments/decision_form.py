"""What the coach sends from the page behind a link in the mail."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from comments.forms import text_field
from comments.models import MAX_TEXT
from comments.services.moderation_links import ANSWER, STATUS_OF

NO_CHOICE = "Kies wat er met de reactie moet gebeuren."
NO_ANSWER = "Schrijf eerst je antwoord."
ANSWER_LEFT = "Hier staat nog een antwoord. Kies ‘Antwoord en keur goed’, of maak dit veld eerst leeg."


class DecisionForm(forms.Form):
    """`decision`: a key of STATUS_OF. `seen`: fingerprint of the words that the coach had before them."""

    # Only one of the buttons asks for an answer, so the browser must not ask for it at each.
    use_required_attribute = False

    seen = forms.CharField(widget=forms.HiddenInput, required=False)
    decision = forms.ChoiceField(
        widget=forms.HiddenInput, error_messages={"required": NO_CHOICE, "invalid_choice": NO_CHOICE}
    )
    text = text_field(
        "Je antwoord",
        6,
        required=NO_ANSWER,
        too_long="Je antwoord is langer dan 5.000 tekens. Kort het wat in.",
        attrs={"data-counter": str(MAX_TEXT)},
    )

    def __init__(self, data: Any = None, *, can_answer: bool) -> None:
        super().__init__(data, auto_id="beslis-%s")
        choices = [(name, name) for name in STATUS_OF if can_answer or name != ANSWER]
        self.fields["decision"].choices = choices  # type: ignore[attr-defined]
        self.fields["text"].required = False
        if not can_answer:
            del self.fields["text"]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if "text" in self.errors or "decision" in self.errors:
            return cleaned
        answer = cleaned.get("text", "")
        if cleaned["decision"] == ANSWER and not answer:
            self.add_error("text", ValidationError(NO_ANSWER, code="required"))
        elif cleaned["decision"] != ANSWER and answer:
            self.add_error("text", ValidationError(ANSWER_LEFT, code="answer_left"))
        return cleaned
