"""What a reader and a coach may send in."""

import re
import unicodedata
from contextlib import suppress
from ipaddress import ip_address
from typing import Any
from urllib.parse import urlsplit

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator, URLValidator
from django.urls import reverse
from django.utils.encoding import punycode
from wagtail.models import Page

from comments.linkify import count_links
from comments.models import MAX_TEXT, Comment, CommentSettings
from comments.text import folded
from guard.email import check_mail_server
from guard.fields import EmailField, OneMessage, TextField
from guard.forms import GuardMixin

# A scheme, as in "mailto:" or "javascript:"; "example.nl:8080" has none, its colon is followed by a port.
SCHEME = re.compile(r"^[a-z][a-z0-9+.-]*:(?!\d)", re.IGNORECASE)
PARENT_GONE = (
    "De reactie waarop je antwoordde staat er niet meer. Je kunt je tekst wel als nieuwe reactie plaatsen."
)
ONE_LINK = "Er staan te veel links in je reactie. Laat er hooguit één staan."
TOO_MANY_LINKS = "Er staan te veel links in je reactie. Laat er hooguit %(allowed)s staan."
NO_LINKS = "In een reactie kan hier geen link staan. Haal hem eruit, dan komt je tekst wel aan."


# Letters and signs that show nothing: fillers of Korean writing, and a braille cell without dots.
BLANKS = "\u115f\u1160\u2800 "
# Invisible, but Arabic, Indian languages and many an emoji can't be written without them.
JOINERS = "\u200c\u200d"


def shows(text: str) -> bool:
    """Say whether a reader sees anything of `text`."""
    # Nearly always the beginning tells.
    return bool(folded(text[:40]).strip(BLANKS) or folded(text).strip(BLANKS))


class PlainTextField(OneMessage, forms.CharField):
    """Text with single newlines, counted as the writer counts: a line break is one character."""

    widget = forms.Textarea

    def to_python(self, value: Any) -> str:
        text = super().to_python(value) or ""
        return text.replace("\r\n", "\n").replace("\r", "\n") if shows(text) else ""


class NameField(TextField):
    """A name on one line, without what turns the direction of writing or is not seen at all."""

    def to_python(self, value: Any) -> str:
        name = " ".join((super().to_python(value) or "").split())
        name = "".join(
            character
            for character in name
            # A NUL is told of, not left out: it comes from no keyboard.
            if character in JOINERS + "\0" or unicodedata.category(character) not in ("Cc", "Cf")
        )
        return " ".join(name.split()) if shows(name) else ""


# Names that no other network can find (RFC 6761, RFC 6762, RFC 8375, and ICANN's .internal).
PRIVATE_DOMAINS = ("local", "localhost", "internal", "home.arpa")


def with_plain_host(address: str) -> str:
    """Return a web address with the name of its site as it is looked up, where its letters could deceive.

    A Cyrillic а looks like ours: "аpple.nl" is shown as "xn--pple-43d.nl". Letters that Western European
    languages write (é, ü, ß) stay. Raises ValidationError where the name can't be looked up.
    """
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
        if all(ord(character) < 0x100 for character in host):
            return address
        looked_up = punycode(host)
    except ValueError:
        raise ValidationError("", code="invalid") from None
    return parts._replace(netloc=parts.netloc.lower().replace(host, looked_up)).geturl()


def on_the_internet(address: str) -> None:
    """Raise ValidationError for what leads a reader into their own network: a number, or a private name."""
    host = (urlsplit(address).hostname or "").rstrip(".")
    with suppress(ValueError):
        ip_address(host)
        raise ValidationError("", code="invalid")
    if "." not in host or host.endswith(tuple(f".{name}" for name in PRIVATE_DOMAINS)):
        raise ValidationError("", code="invalid")


def without_user_name(address: str) -> None:
    """Raise ValidationError for https://bank.example@thief.example, which leads to the thief."""
    if "@" in urlsplit(address).netloc:
        raise ValidationError("", code="invalid")


class WebsiteField(OneMessage, forms.URLField):
    """A web address, typed with or without https://."""

    widget = forms.TextInput
    default_validators = [URLValidator(schemes=["http", "https"]), without_user_name, on_the_internet]

    def to_python(self, value: Any) -> str:
        text = str(value or "").strip()
        if text and "://" not in text and not SCHEME.match(text):
            text = f"https://{text.removeprefix('//')}"
        if not text.replace("\0", "").isprintable():
            # Signs that turn the reading direction or are not seen would show the coach another address. Zero
            # has words of its own.
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        try:
            return with_plain_host(super().to_python(text) or "")
        except ValidationError:
            raise ValidationError(self.error_messages["invalid"], code="invalid") from None


def text_field(
    label: str, rows: int, required: str, too_long: str, attrs: dict[str, Any] | None = None, **options: Any
) -> PlainTextField:
    """A text up to MAX_TEXT, without a maxlength attribute: browsers cut off a pasted text without a word."""
    return PlainTextField(
        label=label,
        widget=forms.Textarea(attrs={"rows": rows, **(attrs or {})}),
        **options,
        validators=[MaxLengthValidator(MAX_TEXT, message=too_long)],
        error_messages={"required": required},
    )


def without_too_many_links(text: str, settings: CommentSettings) -> str:
    """Return `text`, or raise ValidationError where it holds more links than the coach allows."""
    allowed = settings.max_links
    if count_links(text) <= allowed:
        return text
    message = {0: NO_LINKS, 1: ONE_LINK}.get(allowed, TOO_MANY_LINKS)
    raise ValidationError(message, code="links", params={"allowed": allowed})


class CommentForm(GuardMixin, forms.Form):
    form_version = "comment-2"
    asks_about_typos = "email"
    takes_proof = True
    # Each required field gets a star; templates/comments/hint.html says what that means.
    marks_required = True
    submit_label = "Verstuur je reactie"

    parent = forms.ModelChoiceField(
        Comment.objects.none(),
        required=False,
        widget=forms.HiddenInput,
        error_messages={"invalid_choice": PARENT_GONE},
    )
    name = NameField(
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
        attrs={"data-counter": str(MAX_TEXT), "data-personal-details": ""},
    )

    def __init__(
        self,
        *args: Any,
        page: Page,
        settings: CommentSettings,
        parent: Comment | None = None,
        **kwargs: Any,
    ):
        self.settings = settings
        action = reverse("comments:post", args=[page.pk])
        kwargs.setdefault("auto_id", "reactie-veld-%s")
        super().__init__(*args, guard_object=page.pk, action=action, **kwargs)
        if self.data.get(self.add_prefix("parent")):
            self.fields["parent"].queryset = Comment.objects.answerable(page.pk)  # type: ignore[attr-defined]
        self.initial["parent"] = parent and parent.pk

    def clean_email(self) -> str:
        email = self.cleaned_data["email"].lower()
        if self.settings.check_mail_domain:
            check_mail_server(email)
        return email

    def clean_text(self) -> str:
        return without_too_many_links(self.cleaned_data["text"], self.settings)

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
