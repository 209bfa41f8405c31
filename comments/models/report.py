"""A reader's word that something is wrong with a reaction."""

from django.db import models
from django.utils import timezone

from comments.models.comment import Comment

MAX_NOTE = 500


class Report(models.Model):
    class Reason(models.TextChoices):
        WORRIED = "worried", "Ik maak me zorgen om de schrijver"
        HURTFUL = "hurtful", "Kwetsend of bedreigend"
        PRIVATE = "private", "Noemt iemands naam of andere gegevens"
        SPAM = "spam", "Reclame of spam"
        OTHER = "other", "Iets anders"

    comment = models.ForeignKey(Comment, on_delete=models.CASCADE, related_name="reports")
    reason = models.CharField("reden", max_length=10, choices=Reason.choices)
    note = models.CharField("toelichting", max_length=MAX_NOTE, blank=True)
    # The reader's network under the key of that day; two readers behind one router count as one.
    network_hash = models.CharField("netwerk (versleuteld)", max_length=64, blank=True)
    day = models.DateField("dag")
    created_at = models.DateTimeField("gemeld", default=timezone.now)
    handled_at = models.DateTimeField("afgehandeld", null=True, blank=True)

    class Meta:
        verbose_name = "melding"
        verbose_name_plural = "meldingen"
        ordering = ["-created_at", "-pk"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["comment", "network_hash", "day"],
                condition=~models.Q(network_hash=""),
                name="comment_report_once_a_day",
            ),
            models.CheckConstraint(
                condition=models.Q(reason__in=["worried", "hurtful", "private", "spam", "other"]),
                name="comment_report_reason_known",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_reason_display()}: {self.comment_id}"
