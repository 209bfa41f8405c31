"""On a coach's own account page: how often to be mailed of new reactions."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.functional import cached_property
from wagtail.admin.views.account import BaseSettingsPanel, notifications_tab

from comments.models import ModeratorMail
from comments.services.moderation_links import PERMISSION

HELP = (
    "Wijst een reactie op gevaar, dan krijg je altijd meteen een mail, ook als je verder geen mail wilt."
    " Komen er in een uur meer dan tien reacties, dan staat de rest bij elkaar in één mail."
)
NO_ADDRESS = "Je account heeft nog geen e-mailadres. Vul het in onder ‘Profiel’, anders komt er geen mail."


class ModeratorMailForm(forms.ModelForm):
    class Meta:
        model = ModeratorMail
        fields = ["frequency"]
        widgets = {"frequency": forms.RadioSelect}
        labels = {"frequency": "Hoe vaak wil je mail?"}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.was = self.instance.frequency
        self.fields["frequency"].help_text = HELP if self.instance.user.email else f"{NO_ADDRESS} {HELP}"

    def save(self, commit: bool = True) -> ModeratorMail:
        chosen = self.cleaned_data["frequency"]
        values: dict[str, Any] = {"frequency": chosen}
        if self.was == ModeratorMail.Frequency.OFF != chosen or self.instance._state.adding:
            # What came in while no mail was wanted is not news any more.
            values["digested_at"] = timezone.now()
        # A reaction that comes in meanwhile may have made the row.
        wish, _ = ModeratorMail.objects.update_or_create(user=self.instance.user, defaults=values)
        return wish


class ModeratorMailPanel(BaseSettingsPanel):
    name = "moderator_mail"
    title = "Mail bij nieuwe reacties"
    tab = notifications_tab
    # Before Wagtail's own choices about drafts, which matter less to who works alone.
    order = 50
    form_class = ModeratorMailForm

    def is_active(self) -> bool:
        return self.user.has_perm(PERMISSION)

    def get_form(self) -> ModeratorMailForm:
        data = self.request.POST if self.request.method == "POST" else None
        return ModeratorMailForm(data, instance=self._wish, prefix=self.name)

    @cached_property
    def _wish(self) -> ModeratorMail:
        wish = ModeratorMail.objects.filter(user=self.user).first()
        return wish or ModeratorMail(user=self.user)
