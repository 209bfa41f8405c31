"""What a reader and a coach may send in."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator, URLValidator
from django.urls import reverse
from wagtail.models import Page

from comments.models import MAX_TEXT, Comment
from guard.fields import EmailField, OneMessage, TextField
from guard.forms import GuardMixin

# A scheme, as in "mailto:" or "javascript:"; "example.nl:8080" has none, its colon is followed by a port.
SCHEME = re.compile(r"^[a-z][a-z0-9+.-]*:(?!\d)", re.IGNORECASE)
PARENT_GONE = (
    "De reactie waarop je antwoordde staat er niet meer. Je kunt je tekst wel als nieuwe reactie plaatsen."
)


class PlainTextField(OneMessage, forms.CharField):
    """Text with single newlines, counted as the writer counts: a line break is one character."""

    widget = forms.Textarea

    def to_python(self, value: Any) -> str:
        text = super().to_python(value) or ""
        return text.replace("\r\n", "\n").replace("\r", "\n")


class WebsiteField(OneMessage, forms.URLField):
    """A web address, typed with or without https://."""

    widget = forms.TextInput
    default_validators = [URLValidator(schemes=["http", "https"])]

    def to_python(self, value: Any) -> str:
        text = str(value or "").strip()
        if text and "://" not in text and not SCHEME.match(text):
            text = f"https://{text.removeprefix('//')}"
        return super().to_python(text) or ""


def text_field(label: str, rows: int, required: str, too_long: str) -> PlainTextField:
    """A text up to MAX_TEXT, without a maxlength attribute: browsers cut off a pasted text without a word."""
    return PlainTextField(
        label=label,
        widget=forms.Textarea(attrs={"rows": rows}),
        validators=[MaxLengthValidator(MAX_TEXT, message=too_long)],
        error_messages={"required": required},
    )


class CommentForm(GuardMixin, forms.Form):
    form_version = "comment-1"
    submit_label = "Verstuur je reactie"

    parent = forms.ModelChoiceField(
        Comment.objects.none(),
        required=False,
        widget=forms.HiddenInput,
        error_messages={"invalid_choice": PARENT_GONE},
    )
    name = TextField(
        label="Naam",
        max_length=80,
        help_text="Een voornaam of een bijnaam is genoeg.",
        error_messages={
            "required": "Vul een naam in. Een bijnaam mag ook.",
            "max_length": "Je naam is langer dan %(limit_value)d tekens. Kort hem wat in.",
        },
        widget=forms.TextInput(attrs={"autocomplete": "nickname"}),
    )
    email = EmailField(
        label="E-mailadres",
        max_length=254,
        help_text="Wordt niet gepubliceerd.",
        error_messages={"required": "Vul je e-mailadres in. Het wordt niet gepubliceerd."},
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    website = WebsiteField(
        label="Website",
        required=False,
        max_length=500,
        error_messages={
            "invalid": "Dit adres van een website klopt niet. Het ziet eruit als www.voorbeeld.nl.",
            "max_length": "Dit adres is langer dan %(limit_value)d tekens. Kort het in, of laat het weg.",
        },
        widget=forms.TextInput(attrs={"autocomplete": "url", "inputmode": "url"}),
    )
    text = text_field(
        "Reactie",
        8,
        required="Schrijf eerst je reactie.",
        too_long="Je reactie is langer dan 5.000 tekens. Kort haar wat in.",
    )

    def __init__(self, *args: Any, page: Page, parent: Comment | None = None, **kwargs: Any):
        action = reverse("comments:post", args=[page.pk])
        kwargs.setdefault("auto_id", "reactie-veld-%s")
        super().__init__(*args, guard_object=page.pk, action=action, **kwargs)
        self.fields["parent"].queryset = Comment.objects.approved().for_page(page.pk)  # type: ignore[attr-defined]
        self.initial["parent"] = parent and parent.pk

    def clean_email(self) -> str:
        return self.cleaned_data["email"].lower()

    def clean(self) -> dict[str, Any]:
        if "parent" in self.errors:
            # A hidden field cannot show its message: say it on top, and let the next try stand on its own.
            del self.errors["parent"]
            self.data = {**dict(self.data.items()), "parent": ""}
            self.add_error(None, ValidationError(PARENT_GONE, code="parent_gone"))
        return super().clean()


class AnswerForm(forms.Form):
    """The coach's answer under a reaction."""

    text = text_field(
        "Antwoord",
        4,
        required="Schrijf eerst je antwoord.",
        too_long="Je antwoord is langer dan 5.000 tekens. Kort het wat in.",
    )
