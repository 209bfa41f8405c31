"""What was decided about a reaction, by whom and from where."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from comments.models.comment import Comment, Status


class CommentEvent(models.Model):
    """One thing that was decided about a comment. Never edited; goes only with its comment.

    A change of status has two of them; any other action leaves `from_status` and `to_status` the same.
    """

    class Origin(models.TextChoices):
        FORM = "form", "formulier"
        ADMIN = "admin", "beheer"
        MAIL = "mail", "link in de mail"
        WRITER = "writer", "schrijver zelf"
        TRUSTED = "trusted", "bekende schrijver"
        FILTER = "filter", "spamfilter"
        UNDO = "undo", "ongedaan gemaakt"
        PRIVACY = "privacy", "AVG"

    class Action(models.TextChoices):
        STATUS = "status", "beoordeeld"
        CHANGED = "changed", "gewijzigd door de schrijver"
        WITHDRAWN = "withdrawn", "ingetrokken"
        SHORTENED = "shortened", "ingekort"
        RESTORED = "restored", "oorspronkelijke tekst teruggezet"
        PINNED = "pinned", "vastgezet"
        UNPINNED = "unpinned", "losgemaakt"
        REPORTS_HANDLED = "reports_handled", "meldingen afgehandeld"

    comment = models.ForeignKey(Comment, on_delete=models.CASCADE, related_name="events")
    action = models.CharField("handeling", max_length=20, choices=Action.choices, default=Action.STATUS)
    from_status = models.CharField("van", max_length=10, blank=True, choices=Status.choices)
    to_status = models.CharField("naar", max_length=10, choices=Status.choices)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="wie", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    user_name = models.CharField("naam", max_length=150, blank=True)
    origin = models.CharField("waarvandaan", max_length=10, choices=Origin.choices)
    reason = models.CharField("waarom", max_length=200, blank=True)
    created_at = models.DateTimeField("wanneer", default=timezone.now)

    class Meta:
        verbose_name = "beoordeling"
        verbose_name_plural = "beoordelingen"
        ordering = ["created_at", "pk"]
        default_permissions = ()
        indexes = [models.Index(fields=["created_at"], name="comment_event_created")]

    def __str__(self) -> str:
        return f"{self.from_status or '–'} → {self.to_status}"
