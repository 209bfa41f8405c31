"""What can be done with the rows that were ticked in the list."""

from typing import Any

from django import forms
from wagtail.admin.views.bulk_action import BulkAction

from leads import people
from leads.models import Subscriber, SubscriberTag


class LabelForm(forms.Form):
    label = forms.CharField(
        label="Label",
        max_length=people.NAME_LENGTH,
        widget=forms.TextInput(attrs={"list": "labels", "autocomplete": "off"}),
        help_text="Een nieuw label, of een dat er al is.",
    )

    def clean_label(self) -> str:
        return people.label_name(self.cleaned_data["label"])


class SubscriberAction(BulkAction):
    models = [Subscriber]
    template_name = "leads/admin/subscriber_bulk.html"
    permission = ""
    question = ""
    explanation = ""
    button = ""

    def check_perm(self, obj: Subscriber) -> bool:
        return self.request.user.has_perm(self.permission)

    def get_all_objects_in_listing_query(self, parent_id: Any) -> list[int]:
        """Only rows that were seen and ticked: "all" would be everyone, whatever the list is filtered by."""
        return []

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        labels = SubscriberTag.objects.all()
        return {**context, "action": self, "all_labels": labels if "label" in context["form"].fields else []}

    def get_execution_context(self) -> dict[str, Any]:
        return {"user": self.request.user, **self.cleaned_form.cleaned_data}


class AddLabel(SubscriberAction):
    display_name = "Label geven"
    action_type = "label"
    aria_label = "Geef de gekozen inschrijvers een label"
    action_priority = 10
    form_class = LabelForm
    permission = "leads.change_subscriber"
    question = "Welk label geef je deze inschrijvers?"
    button = "Geef dit label"

    @classmethod
    def execute_action(cls, objects: list[Subscriber], user: Any = None, label: str = "", **_: Any) -> Any:
        return people.add_label(objects, label, user), 0

    def get_success_message(self, num_parent_objects: int, num_child_objects: int) -> str:
        if num_parent_objects == 1:
            return "Eén inschrijver heeft er een label bij."
        return f"{num_parent_objects} inschrijvers hebben er een label bij."


class Block(SubscriberAction):
    display_name = "Blokkeren"
    action_type = "block"
    aria_label = "Blokkeer de gekozen inschrijvers"
    action_priority = 20
    classes = {"serious"}
    permission = "mailing.add_suppression"
    question = "Wil je deze inschrijvers blokkeren?"
    explanation = (
        "Ze krijgen dan helemaal geen mail meer, ook niet de weggever die ze zelf aanvragen. "
        "Je kunt het op hun eigen pagina weer opheffen."
    )
    button = "Blokkeer ze"

    @classmethod
    def execute_action(cls, objects: list[Subscriber], user: Any = None, **_: Any) -> Any:
        return people.block(objects, user), 0

    def get_success_message(self, num_parent_objects: int, num_child_objects: int) -> str:
        if num_parent_objects == 1:
            return "Eén inschrijver geblokkeerd."
        return f"{num_parent_objects} inschrijvers geblokkeerd."
