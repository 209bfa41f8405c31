"""Links with a secret in them. The database knows only the secret's hash."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from comments.models.comment import Comment


class WriterLink(models.Model):
    """The private address at which a writer sees, changes and withdraws a reaction."""

    comment = models.ForeignKey(Comment, on_delete=models.CASCADE, related_name="writer_links")
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    created_at = models.DateTimeField("gemaakt", default=timezone.now)

    class Meta:
        verbose_name = "link van een schrijver"
        verbose_name_plural = "links van schrijvers"
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.comment_id}"


class ModerationLink(models.Model):
    """A link in a coach's mail with which that coach, and no one else, judges one reaction, once."""

    comment = models.ForeignKey(Comment, on_delete=models.CASCADE, related_name="moderation_links")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    created_at = models.DateTimeField("gemaakt", default=timezone.now)
    expires_at = models.DateTimeField("geldig tot")
    used_at = models.DateTimeField("gebruikt", null=True, blank=True)

    class Meta:
        verbose_name = "link in een mail aan de coach"
        verbose_name_plural = "links in mails aan de coach"
        default_permissions = ()
        indexes = [models.Index(fields=["expires_at"], name="comment_moderation_expiry")]

    def __str__(self) -> str:
        return f"{self.comment_id} {self.user_id}"
