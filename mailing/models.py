"""What the outbox knows beyond django-post-office's own table, and the addresses that want no mail."""

from django.db import models
from django.db.models import OuterRef, Q, Subquery
from post_office.models import STATUS, Email, Log

from mailing.addresses import address_hash

WAITING = (STATUS.queued, STATUS.requeued)


class OutboxQuerySet(models.QuerySet["OutboxMail"]):
    def with_last_error(self) -> "OutboxQuerySet":
        errors = Log.objects.filter(email=OuterRef("pk"), status=STATUS.failed).order_by("-date", "-pk")
        return self.annotate(last_error=Subquery(errors.values("message")[:1]))


class OutboxMail(Email):
    """A mail as the coach sees it: post-office's row, with our words and our permissions."""

    STATUS_LABELS = {
        STATUS.queued: "Wacht",
        STATUS.requeued: "Wacht op een nieuwe poging",
        STATUS.sent: "Verstuurd",
        STATUS.failed: "Mislukt",
    }

    objects = OutboxQuerySet.as_manager()

    class Meta:
        proxy = True
        verbose_name = "mail"
        verbose_name_plural = "mails"
        default_permissions = ("view",)
        permissions = [("retry_outboxmail", "Kan mislukte mail opnieuw proberen")]

    def __str__(self) -> str:
        return self.subject or "(geen onderwerp)"

    @property
    def status_label(self) -> str:
        return self.STATUS_LABELS.get(self.status, "Onbekend")

    @property
    def recipients(self) -> str:
        return ", ".join(self.to)

    @property
    def is_failed(self) -> bool:
        return self.status == STATUS.failed

    @property
    def is_system_mail(self) -> bool:
        """True for mail that did not come through queue_mail, such as the link for a new password."""
        return not hasattr(self, "delivery")


class Delivery(models.Model):
    """What kind of mail this is, and until when the worker keeps trying."""

    mail = models.OneToOneField(Email, on_delete=models.CASCADE, primary_key=True, related_name="delivery")
    kind = models.CharField("soort", max_length=40)
    give_up_at = models.DateTimeField("proberen tot")

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "bezorging"
        verbose_name_plural = "bezorgingen"
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"


class SuppressionQuerySet(models.QuerySet["Suppression"]):
    def blocking(self, email: str, kind: str) -> "SuppressionQuerySet":
        scopes = [Suppression.Scope.ALL]
        if kind == Suppression.NEWSLETTER_KIND:
            scopes.append(Suppression.Scope.NEWSLETTER)
        return self.filter(address_hash=address_hash(email), scope__in=scopes)


class Suppression(models.Model):
    """An address that gets no mail (any more), kept as a keyed hash so that it also outlives an erasure."""

    NEWSLETTER_KIND = "newsletter"

    class Scope(models.TextChoices):
        ALL = "all", "alle mail"
        NEWSLETTER = "newsletter", "de nieuwsbrief"

    class Reason(models.TextChoices):
        BOUNCED = "bounced", "adres bestaat niet"
        COMPLAINED = "complained", "gemeld als ongewenst"
        UNSUBSCRIBED = "unsubscribed", "afgemeld"
        ERASED = "erased", "gegevens gewist"
        STAFF = "staff", "met de hand"

    address_hash = models.CharField("kenmerk van het adres", max_length=64, unique=True)
    scope = models.CharField("wat niet", max_length=20, choices=Scope)
    reason = models.CharField("waarom", max_length=20, choices=Reason)
    created_at = models.DateTimeField("sinds", auto_now_add=True)

    objects = SuppressionQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "geblokkeerd adres"
        verbose_name_plural = "geblokkeerde adressen"
        constraints = [
            models.CheckConstraint(
                condition=Q(scope__in=["all", "newsletter"]), name="mailing_suppression_scope"
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_scope_display()}: {self.get_reason_display()}"
