"""What a password has to be, in words that Django's Dutch lacks; and what happens when one changes."""

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.password_validation import (
    CommonPasswordValidator,
    MinimumLengthValidator,
    UserAttributeSimilarityValidator,
)
from django.core.exceptions import ValidationError

from accounts import events, mails
from accounts.guessable import is_guessable
from mailing.rendering import practice_name

# Names of so many colleagues are looked at; a practice has a handful.
_PEOPLE = 50
_NAMES = ("username", "first_name", "last_name", "email")


class UnlikeYou(UserAttributeSimilarityValidator):
    def get_error_message(self) -> str:
        return "Het wachtwoord lijkt te veel op je %(verbose_name)s."


class NotGuessable(CommonPasswordValidator):
    """Django's list, which is English, and what somebody who speaks Dutch or knows this site tries first."""

    def validate(self, password: str, user: Any = None) -> None:
        super().validate(password, user)
        if is_guessable(password, _context(user)):
            raise ValidationError(
                "Dit wachtwoord is te makkelijk te raden: het bestaat uit een of twee gewone woorden, namen "
                "of rijtjes, met hooguit wat cijfers of tekens erbij. Neem bijvoorbeeld vier losse woorden.",
                code="password_guessable",
            )

    def get_help_text(self) -> str:
        return (
            "Geen veelgebruikt wachtwoord, en geen gewoon woord of naam met wat cijfers erbij, "
            "zoals ‘Zomer2026!!!’."
        )


class LongEnough(MinimumLengthValidator):
    """Django tells validators of each change of a password too, by any screen or command."""

    def get_error_message(self) -> str:
        return (
            f"Dit wachtwoord is te kort. Neem minstens {self.min_length} tekens, bijvoorbeeld vier woorden."
        )

    def password_changed(self, password: str, user: Any = None) -> None:
        """Note it and tell the owner; not at the making of an account, which nobody has used yet."""
        if user is None or user.pk is None or user.last_login is None:
            return
        events.record(events.What.PASSWORD_CHANGED, user)
        mails.tell_of_change(user, "Het wachtwoord van je account is gewijzigd.")


def _context(user: Any) -> set[str]:
    """Return the names of the site and of who works on it, `user` as they are being made among them."""
    people = get_user_model()._default_manager.filter(is_active=True).order_by("pk")
    names = [*people.values_list(*_NAMES)[:_PEOPLE], [getattr(user, name, "") for name in _NAMES]]
    host = urlsplit(settings.SITE_URL).hostname or ""
    return {practice_name(), *host.split("."), *(name for person in names for name in person if name)}
