"""What someone agreed to, in which words, and when (AVG art. 7.1)."""

from django.db import models
from django.db.models import Q


class ConsentEvent(models.Model):
    """Append-only: database triggers refuse UPDATE and DELETE (leads/triggers.py).

    So it holds no address but the keyed hash of one (mailing.addresses.address_hash), which may outlive it.
    """

    class Purpose(models.TextChoices):
        GIFT = "gift", "weggever"
        NEWSLETTER = "newsletter", "nieuwsbrief"

    class Event(models.TextChoices):
        GIVEN = "given", "gegeven"
        WITHDRAWN = "withdrawn", "ingetrokken"

    address_hash = models.CharField("kenmerk van het adres", max_length=64, db_index=True)
    purpose = models.CharField("waarvoor", max_length=20, choices=Purpose)
    event = models.CharField("wat", max_length=20, choices=Event)
    text = models.TextField("de tekst zoals die er stond")
    text_hash = models.CharField("SHA-256 van de tekst", max_length=64)
    page_url = models.CharField("adres van de pagina", max_length=500, blank=True)
    created_at = models.DateTimeField("wanneer")

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "toestemming"
        verbose_name_plural = "toestemmingen"
        ordering = ["-created_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(purpose__in=["gift", "newsletter"]), name="leads_consentevent_purpose"
            ),
            models.CheckConstraint(
                condition=Q(event__in=["given", "withdrawn"]), name="leads_consentevent_event"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_purpose_display()} {self.get_event_display()}"
