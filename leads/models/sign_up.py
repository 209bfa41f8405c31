"""One request for one gift ("aanmelding")."""

from datetime import datetime

from django.db import models

from leads.models.magnet import LeadMagnet
from leads.models.subscriber import Subscriber


class SignUpQuerySet(models.QuerySet["SignUp"]):
    def confirmed(self) -> "SignUpQuerySet":
        return self.filter(confirmed_at__isnull=False)

    def unconfirmed(self) -> "SignUpQuerySet":
        return self.filter(confirmed_at__isnull=True)


class SignUp(models.Model):
    subscriber = models.ForeignKey(
        Subscriber, verbose_name="inschrijver", on_delete=models.CASCADE, related_name="sign_ups"
    )
    magnet = models.ForeignKey(
        LeadMagnet, verbose_name="weggever", on_delete=models.PROTECT, related_name="sign_ups"
    )
    page = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name="vanaf pagina",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    page_url = models.CharField("adres van de pagina", max_length=500, blank=True)
    placement = models.CharField("plek", max_length=40, blank=True)
    first_name = models.CharField("voornaam", max_length=60, blank=True)
    newsletter = models.BooleanField("wil de nieuwsbrief", default=False)
    consent_text = models.TextField("toestemmingstekst bij het formulier", blank=True)
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    token_expires_at = models.DateTimeField(editable=False)
    requested_at = models.DateTimeField("aangevraagd op")
    # Asking again while it is unconfirmed counts here, and makes no second row within a minute.
    times_asked = models.PositiveSmallIntegerField("keer gevraagd", default=1)
    confirmed_at = models.DateTimeField("bevestigd op", null=True, blank=True)
    downloaded_at = models.DateTimeField("gedownload op", null=True, blank=True)

    objects = SignUpQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "aanmelding"
        verbose_name_plural = "aanmeldingen"
        ordering = ["-requested_at"]
        indexes = [
            models.Index(fields=["magnet", "requested_at"], name="leads_signup_magnet_time"),
            # All that the report counts (leads.report), so that it reads no row of the table itself.
            models.Index(
                fields=["requested_at", "magnet", "page", "placement", "confirmed_at", "downloaded_at"],
                name="leads_signup_report",
            ),
            # The same by place: counted in the order of the index, where the other has to be sorted first.
            models.Index(
                fields=["magnet", "page", "placement", "requested_at", "confirmed_at", "downloaded_at"],
                name="leads_signup_places",
            ),
        ]

    def __str__(self) -> str:
        # No address: errors and logs show this.
        return f"aanmelding {self.pk}"

    def is_link_expired(self, now: datetime) -> bool:
        return now >= self.token_expires_at
