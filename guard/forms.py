"""What each public form carries unseen: a stamp, a field that only a machine fills in, room for a proof."""

from functools import cache
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Submit
from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import cached_property

from guard import proof
from guard.domains import COMMONEST, known_near_commonest
from guard.email import suggest
from guard.fields import TextField
from guard.stamps import BadStamp, StaleStamp, make_stamp, read_stamp

STALE = "Dit formulier stond erg lang open. Wat je schreef staat er nog; verstuur het nog een keer."
UNSTAMPED = "Het formulier kwam niet goed aan. Wat je schreef staat er nog; verstuur het nog een keer."
WAIT = "Nog even wachten"
TYPO = "Bedoelde je {meant}? Klopt het zoals het er staat, verstuur dan nog een keer."
UNPROVEN = "Nog één stap, tegen ongewenste berichten: verstuur het nog een keer. Wat je schreef staat er nog."


@cache
def _typo_hints() -> dict[str, str]:
    """Return the attributes by which the page's script asks about a mistyped domain."""
    return {
        "data-email-hint": " ".join(COMMONEST),
        "data-email-known": " ".join(known_near_commonest()),
    }


class GuardMixin(forms.Form):
    """Put first among a form's bases; `{% crispy form %}` then renders it all, errors and button included."""

    form_version = ""
    submit_label = "Versturen"
    trap_name = "onderwerp"
    # The name of an e-mail field whose likely typing errors are asked about, once for each address.
    asks_about_typos = ""
    # Whether this form may ask a proof of work of everyone, where the settings say "always".
    takes_proof = False

    stamp = TextField(widget=forms.HiddenInput, required=False)
    # No name that a browser would fill in by itself: a visitor never sees this field.
    onderwerp = TextField(
        label="Laat dit veld leeg",
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1", "class": "field__input"}),
    )

    def __init__(self, *args: Any, guard_object: object, action: str = "", **kwargs: Any):
        """`guard_object`: id of what the form is about. `action`: the address it posts to."""
        super().__init__(*args, **kwargs)
        self.guard_object = guard_object
        self.initial["stamp"] = make_stamp(self.form_version, guard_object)
        unseen = ["stamp", self.trap_name]
        if self._sent_proof:
            # Kept when the form comes back for another reason, so that nobody has to work twice.
            self.fields["bewijs"] = TextField(widget=forms.HiddenInput, required=False)
        if self.asks_about_typos:
            self.fields["adres_gezien"] = TextField(widget=forms.HiddenInput, required=False)
            self.fields[self.asks_about_typos].widget.attrs |= _typo_hints()
        self.order_fields([name for name in self.fields if name not in unseen] + unseen)
        self.action = action

    @cached_property
    def helper(self) -> FormHelper:
        """How crispy renders the form: made when it is, not for each post."""
        helper = FormHelper()
        helper.form_action = self.action
        helper.form_class = "form"
        # Who had to bring a token needs one each time that the form comes back, for whatever reason.
        helper.disable_csrf = "csrfmiddlewaretoken" not in self.data
        helper.add_input(Submit("", self.submit_label))
        return helper

    @property
    def is_trapped(self) -> bool:
        """True when the field that nobody sees was filled in. Ask after is_valid()."""
        return bool(self.cleaned_data.get(self.trap_name))

    @cached_property
    def has_proof(self) -> bool:
        """True when a good proof of work came along, which is used up by asking. Ask after is_valid()."""
        return proof.mode() != "off" and proof.accept(self._sent_proof)

    def ask_proof(self) -> None:
        """Come back with a fresh challenge, unless proofs are switched off."""
        if proof.mode() != "off":
            widget = proof.ProofInput(proof.make_challenge())
            self.fields["bewijs"] = TextField(widget=widget, required=False)
            self._fill_in("bewijs", "")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if self.asks_about_typos:
            self._ask_about_typo(cleaned)
        try:
            read_stamp(cleaned.get("stamp") or "", self.form_version, self.guard_object)
        except BadStamp as error:
            # A hidden field cannot show a message of its own.
            self.errors.pop("stamp", None)
            self._fill_in("stamp", self.initial["stamp"])
            is_stale = isinstance(error, StaleStamp)
            raise ValidationError(STALE if is_stale else UNSTAMPED, code="stamp") from error
        # Not asked while something else is wrong: a proof can be used only once.
        if self.takes_proof and proof.mode() == "always" and not self.errors and not self.has_proof:
            self.ask_proof()
            raise ValidationError(UNPROVEN, code="proof")
        return cleaned

    def use_token(self) -> None:
        """Have the form carry Django's token: for the page that answers a post no header vouched for."""
        self.helper.disable_csrf = False

    def refuse(self, message: str) -> None:
        """Show `message` on top of a form that comes back with everything that was typed."""
        self.add_error(None, message)

    def ask_to_wait(self, message: str) -> None:
        """Show `message` on top, where nothing is wrong but the moment."""
        self.helper.form_error_title = WAIT
        self.refuse(message)

    @property
    def _sent_proof(self) -> str:
        return self.data.get(self.add_prefix("bewijs")) or ""

    def _ask_about_typo(self, cleaned: dict[str, Any]) -> None:
        address = cleaned.get(self.asks_about_typos) or ""
        meant = suggest(address)
        seen = cleaned.get("adres_gezien") or ""
        if meant and seen.strip().lower() != address.lower():
            self._fill_in("adres_gezien", address)
            self.add_error(self.asks_about_typos, ValidationError(TYPO.format(meant=meant), code="typo"))

    def _fill_in(self, name: str, value: str) -> None:
        """Have the form come back with `value` in a hidden field, whatever was sent."""
        self.data = {**dict(self.data.items()), self.add_prefix(name): value}
