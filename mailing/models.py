"""What the outbox knows beyond django-post-office's own table, and the addresses that want no mail."""

from django.db import models
from django.db.models import OuterRef, Q, Subquery
from post_office.models import STATUS, Email, Log

from mailing.addresses import address_hash
from mailing.answers import in_words
from mailing.kinds import SYSTEM, kind_label

WAITING = (STATUS.queued, STATUS.requeued)


class OutboxQuerySet(models.QuerySet["OutboxMail"]):
    def with_last_error(self) -> "OutboxQuerySet":
        errors = Log.objects.filter(email=OuterRef("pk"), status=STATUS.failed).order_by("-pk")
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

    @property
    def kind_label(self) -> str:
        return SYSTEM if self.is_system_mail else kind_label(self.delivery.kind)

    @property
    def returned(self) -> str:
        """Why it came back; nothing when it did not."""
        return "" if self.is_system_mail or not self.delivery.returned_at else self.delivery.return_reason

    @property
    def why(self) -> str:
        """In plain Dutch, why it is not where it should be. Needs OutboxQuerySet.with_last_error."""
        if self.returned:
            return f"Teruggekomen: {self.returned}"
        last_error: str | None = getattr(self, "last_error", None)
        return in_words(last_error) if last_error and self.status != STATUS.sent else ""


class Delivery(models.Model):
    """What kind of mail this is, and until when the worker keeps trying."""

    mail = models.OneToOneField(Email, on_delete=models.CASCADE, primary_key=True, related_name="delivery")
    kind = models.CharField("soort", max_length=40, db_index=True)
    # mailing.addresses.address_hash, to find a person's mails without reading all of them.
    address_hash = models.CharField("kenmerk van het adres", max_length=64, db_index=True, default="")
    give_up_at = models.DateTimeField("proberen tot")
    # What the mail provider calls it, where one sends (mailing.bounces).
    provider_id = models.CharField("kenmerk bij de provider", max_length=255, default="")
    returned_at = models.DateTimeField("teruggekomen op", null=True)
    return_reason = models.CharField("waarom teruggekomen", max_length=255, default="")

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "bezorging"
        verbose_name_plural = "bezorgingen"
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"


class MailServerState(models.Model):
    """One row: since when the mail server can't be reached, and what was seen last (mailing.state)."""

    THE_ONE = 1

    away_since = models.DateTimeField("onbereikbaar sinds", null=True)
    reason = models.TextField("waarom", default="")

    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return self.reason or "bereikbaar"


class MailAllowance(models.Model):
    """When a mailbox got mails that its owner has not proved to want (mailing.allowance)."""

    mailbox_hash = models.CharField(max_length=64, unique=True)
    # Seconds since 1970, of the last day only.
    taken = models.JSONField(default=list)
    updated_at = models.DateTimeField(db_index=True)

    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"{len(self.taken)} mails"


class SuppressionQuerySet(models.QuerySet["Suppression"]):
    def blocking(self, email: str, kind: str) -> "SuppressionQuerySet":
        return self.blocking_hash(address_hash(email), kind)

    def blocking_hash(self, hashed: str, kind: str) -> "SuppressionQuerySet":
        scopes = [Suppression.Scope.ALL]
        if kind == Suppression.NEWSLETTER_KIND:
            scopes.append(Suppression.Scope.NEWSLETTER)
        return self.filter(address_hash=hashed, scope__in=scopes)


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

    # What people said themselves, and may take back themselves.
    OWN_REASONS = (Reason.UNSUBSCRIBED, Reason.COMPLAINED)

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
