"""The picture that social networks show of a page, drawn from its title (blog.seo.pictures)."""

from django.db import models
from django.db.models import Q
from wagtail.models import Page


class SocialPicture(models.Model):
    page = models.OneToOneField(
        Page, on_delete=models.CASCADE, primary_key=True, related_name="social_picture"
    )
    # Its name holds a hash of what it shows, so that nobody is shown an older one from a cache.
    file = models.FileField(upload_to="social/", blank=True, max_length=120)
    # Since when it waits to be drawn (anew), and how often that was begun.
    asked_at = models.DateTimeField(null=True)
    tries = models.PositiveSmallIntegerField(default=0)

    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ()
        indexes = [
            # Looked at every few seconds; nearly always empty.
            models.Index(fields=["asked_at"], name="blog_social_waiting", condition=Q(asked_at__isnull=False))
        ]

    def __str__(self) -> str:
        return self.file.name or "nog niet getekend"
