"""Someone who left an address ("inschrijver")."""

from django.db import models
from django.db.models.functions import Lower
from django.db.models.lookups import Exact

from mailing.addresses import normalise


class SubscriberQuerySet(models.QuerySet["Subscriber"]):
    def with_email(self, email: str) -> "SubscriberQuerySet":
        """The one subscriber of an address, whatever the case it is written in."""
        return self.filter(Exact(Lower("email"), normalise(email).lower()))


class Subscriber(models.Model):
    email = models.EmailField("e-mailadres")
    first_name = models.CharField("voornaam", max_length=60, blank=True)
    created_at = models.DateTimeField("eerste keer", auto_now_add=True)
    confirmed_at = models.DateTimeField("adres bevestigd op", null=True, blank=True)
    newsletter = models.BooleanField("nieuwsbrief", default=False)
    unsubscribed_at = models.DateTimeField("afgemeld op", null=True, blank=True)

    objects = SubscriberQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "inschrijver"
        verbose_name_plural = "inschrijvers"
        ordering = ["-created_at"]
        constraints = [
            models.UniqueConstraint(Lower("email"), name="leads_subscriber_email_unique"),
            models.CheckConstraint(
                condition=models.Q(newsletter=False) | models.Q(confirmed_at__isnull=False),
                name="leads_subscriber_newsletter_is_confirmed",
            ),
        ]

    def __str__(self) -> str:
        return self.email


class UnsubscribeToken(models.Model):
    """A way out in every mail. It does not expire: leaving must always work."""

    subscriber = models.ForeignKey(Subscriber, on_delete=models.CASCADE, related_name="unsubscribe_tokens")
    token_hash = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField(auto_now_add=True)

    wagtail_reference_index_ignore = True

    def __str__(self) -> str:
        return f"afmeldlink {self.pk}"
