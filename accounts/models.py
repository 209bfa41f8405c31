"""Who is logged in where, from which devices, and what happened to an account."""

import uuid
from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone


class Method(models.TextChoices):
    """How somebody showed who they are, the strongest of what they did."""

    PASSWORD = "password", "wachtwoord"
    TOTP = "totp", "wachtwoord en code"
    RECOVERY = "recovery", "wachtwoord en herstelcode"
    PASSKEY = "passkey", "passkey"


class OpenSession(models.Model):
    """A browser that is logged in. Without its row a session counts for nothing, so removing it logs out."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="open_sessions")
    device = models.CharField("apparaat", max_length=80)
    method = models.CharField("hoe", max_length=12, choices=Method.choices)
    has_second_factor = models.BooleanField("met tweede stap", default=False)
    # Of the password at that time: with another one Django ends the session by itself.
    password_mark = models.CharField(max_length=64)
    started_at = models.DateTimeField("ingelogd", default=timezone.now)
    seen_at = models.DateTimeField("laatst gezien", default=timezone.now)

    class Meta:
        verbose_name = "ingelogd apparaat"
        verbose_name_plural = "ingelogde apparaten"
        ordering = ["-seen_at"]

    def __str__(self) -> str:
        return self.device


class KnownDevice(models.Model):
    """A browser that somebody logged in with before. It opens nothing: it only spares a notice and a wait."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="known_devices")
    token_hash = models.CharField(max_length=64)
    device = models.CharField("apparaat", max_length=80)
    seen_at = models.DateTimeField("laatst gezien", default=timezone.now, db_index=True)

    class Meta:
        verbose_name = "bekend apparaat"
        verbose_name_plural = "bekende apparaten"
        constraints = [
            models.UniqueConstraint(fields=["user", "token_hash"], name="accounts_one_device_a_user")
        ]

    def __str__(self) -> str:
        return self.device


class FirstPassword(models.Model):
    """Somebody's password was made by another, and is to be replaced at the first log-in (ASVS 6.4.1)."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="first_password")
    given_at = models.DateTimeField("gegeven", default=timezone.now)

    class Meta:
        verbose_name = "eerste wachtwoord"
        verbose_name_plural = "eerste wachtwoorden"

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} van {self.user}"


class AccountEvent(models.Model):
    """A line of the log of log-ins. What a stranger typed as a name is not kept: it may be a password."""

    class What(models.TextChoices):
        LOGGED_IN = "logged-in", "Ingelogd"
        WRONG_PASSWORD = "wrong-password", "Verkeerd wachtwoord"  # noqa: S105 - the name of an event
        WRONG_CODE = "wrong-code", "Verkeerde tweede stap"
        HELD_UP = "held-up", "Te vaak geprobeerd"
        LOGGED_OUT = "logged-out", "Uitgelogd"
        ENDED = "ended", "Uitgelogd vanaf een ander apparaat"
        FACTOR_ADDED = "factor-added", "Tweede stap toegevoegd"
        FACTOR_REMOVED = "factor-removed", "Tweede stap weggehaald"
        CODES_MADE = "codes-made", "Nieuwe herstelcodes gemaakt"
        RESET = "reset", "Tweede stap gewist door een beheerder"
        PASSWORD_CHANGED = "password-changed", "Wachtwoord gewijzigd"  # noqa: S105
        RESET_ASKED = "reset-asked", "Nieuw wachtwoord aangevraagd"
        PASSWORD_GIVEN = "password-given", "Eerste wachtwoord gemaakt door een ander"  # noqa: S105
        PASSWORD_CHOSEN = "password-chosen", "Eigen wachtwoord gekozen"  # noqa: S105
        PASSWORD_OVER = "password-over", "Ingevuld: een verlopen eerste wachtwoord"  # noqa: S105

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, null=True, related_name="account_events", verbose_name="wie"
    )
    what = models.CharField("wat", max_length=16, choices=What.choices)
    method = models.CharField("hoe", max_length=12, choices=Method.choices, blank=True)
    device = models.CharField("apparaat", max_length=80, blank=True)
    # Under that day's key (guard.networks): tells the networks of one day apart and leads to none.
    network_hash = models.CharField("netwerk", max_length=64, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name="door"
    )
    at = models.DateTimeField("wanneer", default=timezone.now, db_index=True)

    objects: models.Manager[Any] = models.Manager()

    class Meta:
        verbose_name = "regel van het inlogboek"
        verbose_name_plural = "inlogboek"
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["user", "-at"], name="accounts_event_user_at")]

    def __str__(self) -> str:
        return self.get_what_display()

    @property
    def how(self) -> str:
        """In words: which factor was added, or what somebody logged in with."""
        if self.what == self.What.FACTOR_ADDED and self.method == Method.TOTP:
            return "app met codes"
        return self.get_method_display()

    @property
    def network_mark(self) -> str:
        """Four characters, by which equal networks of one day are seen."""
        return self.network_hash[:4]
