"""What the site remembers of requests about personal data: as little as it can."""

import uuid
from datetime import datetime

from django.db import models
from django.utils import timezone


class Erasure(models.Model):
    """That somebody was erased: under the keyed hash of the address, which says nothing to who reads it.

    Kept so that a restored backup does not bring them back (privacy.erasures.replay), and that is all it is
    for: no address, no name, no who asked.
    """

    class What(models.TextChoices):
        SUBSCRIPTIONS = "subscriptions", "aanmeldingen en berichten"
        REACTIONS = "reactions", "reacties"
        ALL = "all", "alles"

    # Made here and the same in the journal (privacy.journal), so that each is replayed once.
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    # mailing.addresses.address_hash
    address_hash = models.CharField("kenmerk van het adres", max_length=64, db_index=True)
    what = models.CharField("wat", max_length=20, choices=What)
    erased_at = models.DateTimeField("wanneer", default=timezone.now)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "wissing"
        verbose_name_plural = "wissingen"
        ordering = ["-erased_at"]
        default_permissions = ()
        permissions = [
            ("view_person", "Kan zien wat er van iemand bewaard wordt"),
            ("export_person", "Kan iemands gegevens downloaden"),
            ("erase_person", "Kan iemands gegevens wissen"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(what__in=["subscriptions", "reactions", "all"]),
                name="privacy_erasure_what",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_what_display()} gewist"


class DataLink(models.Model):
    """The link in the mail with which somebody sees and changes what is kept of them. Lasts a day."""

    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    # Goes as soon as the link is over, by the page or by privacy.retention.
    email = models.EmailField("e-mailadres", max_length=254, blank=True)
    created_at = models.DateTimeField("gevraagd", default=timezone.now)
    expires_at = models.DateTimeField("geldig tot", db_index=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "link naar iemands gegevens"
        verbose_name_plural = "links naar iemands gegevens"
        default_permissions = ()

    def __str__(self) -> str:
        return f"gegevenslink {self.pk}"

    def is_open(self, now: datetime) -> bool:
        return bool(self.email) and now < self.expires_at
