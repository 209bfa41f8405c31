"""Who wants to hear of answers, and what they were told."""

from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone

from comments.models.comment import Comment


class CommentAuthor(models.Model):
    """An address that asked to hear of answers. It counts for nothing until its owner has confirmed it."""

    email = models.EmailField("e-mailadres", max_length=254)
    created_at = models.DateTimeField("sinds", default=timezone.now)
    confirmed_at = models.DateTimeField("bevestigd", null=True, blank=True)
    # Wants no such mail any more, about whichever conversation; asking again lifts it.
    stopped_at = models.DateTimeField("overal afgemeld", null=True, blank=True)
    # At most one mail an hour goes to an address: this is when the last one was queued.
    notified_at = models.DateTimeField("laatste bericht", null=True, blank=True)

    class Meta:
        verbose_name = "reageerder die bericht wil"
        verbose_name_plural = "reageerders die bericht willen"
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(Lower("email"), name="comment_author_email_unique"),
            models.CheckConstraint(
                condition=models.Q(email=Lower("email")), name="comment_author_email_lower_case"
            ),
        ]

    def __str__(self) -> str:
        return self.email


class ReplySubscription(models.Model):
    """The wish to hear of answers below one reaction."""

    author = models.ForeignKey(CommentAuthor, on_delete=models.CASCADE, related_name="subscriptions")
    comment = models.OneToOneField(Comment, on_delete=models.CASCADE, related_name="subscription")
    created_at = models.DateTimeField("gevraagd", default=timezone.now)
    confirmed_at = models.DateTimeField("bevestigd", null=True, blank=True)
    stopped_at = models.DateTimeField("afgemeld", null=True, blank=True)

    class Meta:
        verbose_name = "wens om bericht van antwoorden"
        verbose_name_plural = "wensen om bericht van antwoorden"
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.author_id}: {self.comment_id}"

    @property
    def is_active(self) -> bool:
        """Say whether answers are told; `author` must be loaded."""
        return bool(self.confirmed_at and not self.stopped_at and not self.author.stopped_at)


class SubscriptionToken(models.Model):
    """The secret of a link that confirms a subscription or stops it."""

    class Purpose(models.TextChoices):
        CONFIRM = "confirm", "bevestigen"
        STOP = "stop", "afmelden"

    subscription = models.ForeignKey(ReplySubscription, on_delete=models.CASCADE, related_name="tokens")
    purpose = models.CharField(max_length=10, choices=Purpose.choices)
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    created_at = models.DateTimeField("gemaakt", default=timezone.now)
    # A link to stop works for ever.
    expires_at = models.DateTimeField("geldig tot", null=True, blank=True)

    class Meta:
        verbose_name = "link om te bevestigen of af te melden"
        verbose_name_plural = "links om te bevestigen of af te melden"
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.purpose} {self.subscription_id}"


class ReplyNotice(models.Model):
    """One answer that one subscription has to be told of: once, however often it is approved."""

    subscription = models.ForeignKey(ReplySubscription, on_delete=models.CASCADE, related_name="notices")
    answer = models.ForeignKey(Comment, on_delete=models.CASCADE, related_name="+")
    created_at = models.DateTimeField("ontstaan", default=timezone.now)
    # When the mail was queued, or the notice dropped because the answer had gone again.
    settled_at = models.DateTimeField("afgehandeld", null=True, blank=True)

    class Meta:
        verbose_name = "bericht van een antwoord"
        verbose_name_plural = "berichten van antwoorden"
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["subscription", "answer"], name="comment_notice_once"),
        ]
        indexes = [
            models.Index(
                fields=["created_at"],
                condition=models.Q(settled_at=None),
                name="comment_notice_open",
            )
        ]

    def __str__(self) -> str:
        return f"{self.subscription_id}: {self.answer_id}"
