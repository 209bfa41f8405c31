"""What a password has to be, in words that Django's Dutch lacks; and what happens when one changes."""

from typing import Any

from django.contrib.auth.password_validation import MinimumLengthValidator, UserAttributeSimilarityValidator

from accounts import events, mails


class UnlikeYou(UserAttributeSimilarityValidator):
    def get_error_message(self) -> str:
        return "Het wachtwoord lijkt te veel op je %(verbose_name)s."


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
