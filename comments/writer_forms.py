"""What a reader may send in after a reaction stands there: other words, or a report."""

from typing import Any

from django import forms
from django.core.validators import MaxLengthValidator
from django.urls import reverse

from comments.forms import CommentForm, text_field, without_too_many_links
from comments.models import MAX_TEXT, Comment, CommentSettings, Report
from comments.models.report import MAX_NOTE
from guard.fields import TextField
from guard.forms import GuardMixin


class ChangeForm(GuardMixin, forms.Form):
    form_version = "comment-change-1"
    submit_label = "Bewaar je wijziging"

    name = CommentForm.base_fields["name"]
    text = text_field(
        "Reactie",
        8,
        required="Schrijf eerst je reactie.",
        too_long="Je reactie is langer dan 5.000 tekens. Kort haar wat in.",
        attrs={"data-counter": str(MAX_TEXT), "data-no-draft": ""},
    )

    def __init__(self, *args: Any, comment: Comment, token: str, settings: CommentSettings, **kwargs: Any):
        self.settings = settings
        kwargs.setdefault("auto_id", "reactie-veld-%s")
        kwargs.setdefault(
            "initial", {"name": comment.author_name, "text": comment.original_text or comment.text}
        )
        action = reverse("comments:change", args=[token])
        super().__init__(*args, guard_object=comment.pk, action=action, **kwargs)

    def clean_text(self) -> str:
        return without_too_many_links(self.cleaned_data["text"], self.settings)


class Reasons(forms.RadioSelect):
    """Radio buttons that a link in the summary of errors can lead to: the first of them."""

    def id_for_label(self, id_: str, index: str | None = None) -> str:
        return super().id_for_label(id_, "0" if index is None else index)


class ReportForm(GuardMixin, forms.Form):
    form_version = "comment-report-1"

    reason = forms.ChoiceField(
        label="Wat is er aan de hand?",
        choices=Report.Reason.choices,
        widget=Reasons,
        error_messages={
            "required": "Kies wat er aan de hand is.",
            "invalid_choice": "Kies wat er aan de hand is.",
        },
    )
    note = TextField(
        label="Toelichting",
        required=False,
        help_text="Alleen de coach leest dit.",
        widget=forms.Textarea(attrs={"rows": 3, "data-no-draft": ""}),
        # No max_length, for which browsers cut off a pasted text without a word.
        validators=[
            MaxLengthValidator(
                MAX_NOTE, message="Je toelichting is langer dan %(limit_value)d tekens. Kort haar wat in."
            )
        ],
    )

    def __init__(self, *args: Any, comment: Comment, **kwargs: Any):
        action = reverse("comments:report", args=[comment.page_id, comment.pk])
        super().__init__(*args, guard_object=comment.pk, action=action, auto_id="melding-%s", **kwargs)
