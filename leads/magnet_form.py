"""What the coach fills in for a gift: a name, a pitch and a file are enough."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import slugify
from wagtail.admin.forms.models import WagtailAdminModelForm

from leads.models import LeadMagnet
from leads.models.magnet import TAKEN_SLUGS

# Words of ours stand here when the coach leaves them out.
MAIL_WORDS = ("confirm_subject", "confirm_text", "gift_subject", "gift_text")
WORDS_WITH_DEFAULT = (*MAIL_WORDS, "thanks_text", "button_text")
UNKNOWN_PLACEHOLDER = re.compile(r"\{(?!weggever\})[^{}\n]{0,40}\}")

REQUIRED = {
    "name": "Geef de weggever een naam.",
    "pitch": "Vertel in twee of drie zinnen waarom iemand dit wil hebben.",
}
SLUG_TAKEN = "Er is al een weggever met dit adres. Kies een ander stukje."


class WordsMixin(forms.BaseModelForm):
    """Fills in our own words for those left out, and asks about placeholders that do not exist."""

    is_deferred_validation = False

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        for name in WORDS_WITH_DEFAULT:
            if name in self.fields:
                self.fields[name].required = False

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        for name in WORDS_WITH_DEFAULT:
            if cleaned.get(name) == "":
                cleaned[name] = LeadMagnet._meta.get_field(name).default
        if not self.is_deferred_validation:
            for name in MAIL_WORDS:
                if unknown := UNKNOWN_PLACEHOLDER.search(cleaned.get(name) or ""):
                    self.add_error(
                        name,
                        f"‘{unknown[0]}’ kennen we niet. Alleen {{weggever}} wordt vervangen, "
                        "precies zo geschreven.",
                    )
        return cleaned


class MailWordsForm(WordsMixin, forms.ModelForm):
    """The words of the two mails alone, for a test mail of what stands in the form."""

    class Meta:
        model = LeadMagnet
        fields = ("name", *MAIL_WORDS)
        error_messages = {"name": {"required": "Geef de weggever eerst een naam."}}


class LeadMagnetForm(WordsMixin, WagtailAdminModelForm):
    class Media:
        css = {"all": ["css/admin-gifts.css"]}
        js = ["js/admin-gifts.js"]

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        for name, message in REQUIRED.items():
            self.fields[name].error_messages["required"] = message
        self.fields["slug"].required = False
        self.fields["slug"].error_messages["unique"] = SLUG_TAKEN
        files = self.formsets["files"]
        files.error_messages["too_few_forms"] = "Zet er minstens één bestand bij: dat is wat iemand krijgt."
        for child in files.forms:
            child.fields["file"].error_messages |= {
                "required": "Kies een bestand.",
                "empty": "Dit bestand is leeg. Kies een ander.",
            }

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if "slug" in cleaned and not cleaned["slug"] and cleaned.get("name"):
            cleaned["slug"] = self._free_slug(cleaned["name"])
        return cleaned

    def validate_unique(self) -> None:
        # A preview of what is not saved yet takes no address.
        if not self.is_deferred_validation:
            super().validate_unique()

    def save(self, commit: bool = True) -> LeadMagnet:
        for child in self.formsets["files"].forms:
            child.instance.replaced_by = self.for_user
        return super().save(commit)

    def stored_files(self) -> list[str]:
        """Return the names of all files that stand on the disk for this form, saved or not."""
        files = [child.instance.file for child in self.formsets["files"].forms]
        return [file.name for file in files if file and file._committed]

    def messages(self) -> list[dict[str, str]]:
        """Return every error with the id of its field, which is "" for what is about the whole."""
        found = [("", message) for message in self.non_field_errors()]
        files = self.formsets["files"]
        found += [("", message) for message in files.non_form_errors()]
        for form in (self, *files.forms):
            found += [(field.auto_id, message) for field in form for message in field.errors]
            if form is not self:
                found += [("", message) for message in form.non_field_errors()]
        return [{"field": field, "message": str(message)} for field, message in found]

    def _free_slug(self, name: str) -> str:
        """Return an address made of a name. Raises ValidationError when it holds no letter or digit."""
        stem = slugify(name)[:70].strip("-")
        if not stem:
            raise ValidationError({"slug": "Van deze naam is geen adres te maken. Typ er zelf een."})
        others = LeadMagnet.objects.exclude(pk=self.instance.pk).filter(slug__startswith=stem)
        taken = {*TAKEN_SLUGS, *others.values_list("slug", flat=True)}
        candidates = (stem, *(f"{stem}-{number}" for number in range(2, len(taken) + 3)))
        return next(slug for slug in candidates if slug not in taken)
