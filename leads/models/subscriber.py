"""Someone who left an address ("inschrijver")."""

from typing import Any

from django.db import models
from django.db.models import Exists, OuterRef
from django.db.models.functions import Lower

from mailing.addresses import address_hash, normalise
from mailing.models import Suppression


class SubscriberTag(models.Model):
    name = models.CharField("label", max_length=60)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "label"
        verbose_name_plural = "labels"
        ordering = ["name"]
        constraints = [models.UniqueConstraint(Lower("name"), name="leads_subscribertag_name_unique")]

    def __str__(self) -> str:
        return self.name


class SubscriberQuerySet(models.QuerySet["Subscriber"]):
    def with_email(self, email: str) -> "SubscriberQuerySet":
        """The one subscriber of an address, whatever the case it is written in."""
        return self.filter(email=normalise(email).lower())

    def blocked(self, yes: bool = True) -> "SubscriberQuerySet":
        """Those whose address gets no mail at all, or the others."""
        blocks = Suppression.objects.filter(
            address_hash=OuterRef("address_hash"), scope=Suppression.Scope.ALL
        )
        return self.filter(Exists(blocks) if yes else ~Exists(blocks))


class AddressField(models.EmailField):
    """An address as it is looked up by: normalised, and in lower case as Python has it.

    Not as the database has it: SQLite's LOWER knows the 26 letters of ASCII alone.
    """

    def pre_save(self, model_instance: Any, add: bool) -> str:
        value = normalise(getattr(model_instance, self.attname)).lower()
        setattr(model_instance, self.attname, value)
        return value


class AddressHashField(models.CharField):
    """The keyed hash of `email`, by which consents, mails and blocks are found; follows it, in bulk too."""

    def pre_save(self, model_instance: Any, add: bool) -> str:
        value = address_hash(model_instance.email)
        setattr(model_instance, self.attname, value)
        return value


class Subscriber(models.Model):
    email = AddressField("e-mailadres")
    address_hash = AddressHashField(
        "kenmerk van het adres", max_length=64, db_index=True, default="", editable=False
    )
    first_name = models.CharField("voornaam", max_length=60, blank=True)
    created_at = models.DateTimeField("eerste keer", auto_now_add=True)
    confirmed_at = models.DateTimeField("adres bevestigd op", null=True, blank=True)
    newsletter = models.BooleanField("nieuwsbrief", default=False)
    unsubscribed_at = models.DateTimeField("afgemeld op", null=True, blank=True)
    # Where an address came from that was not left here, with the words of the list about this one person,
    # which go with them when they are erased; what was agreed to stands in ConsentEvent.
    import_source = models.CharField("overgenomen uit", max_length=800, blank=True)
    tags = models.ManyToManyField(
        SubscriberTag, verbose_name="labels", blank=True, related_name="subscribers"
    )

    objects = SubscriberQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "inschrijver"
        verbose_name_plural = "inschrijvers"
        ordering = ["-created_at"]
        permissions = [
            ("export_subscriber", "Kan inschrijvers uitvoeren"),
            ("import_subscriber", "Kan inschrijvers overnemen"),
        ]
        indexes = [models.Index(fields=["-created_at"], name="leads_subscriber_newest")]
        constraints = [
            models.UniqueConstraint(fields=["email"], name="leads_subscriber_email_unique"),
            models.CheckConstraint(
                condition=models.Q(newsletter=False) | models.Q(confirmed_at__isnull=False),
                name="leads_subscriber_newsletter_is_confirmed",
            ),
        ]

    def __str__(self) -> str:
        # No address: errors and logs show this.
        return f"inschrijver {self.pk}"


class UnsubscribeToken(models.Model):
    """A way out in every mail, which also works when whom it was sent to is forgotten (leads.privacy)."""

    subscriber = models.ForeignKey(
        Subscriber, on_delete=models.SET_NULL, null=True, related_name="unsubscribe_tokens"
    )
    # That of the address the mail went to.
    address_hash = models.CharField(max_length=64, default="")
    token_hash = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField(auto_now_add=True)

    wagtail_reference_index_ignore = True

    def __str__(self) -> str:
        return f"afmeldlink {self.pk}"
