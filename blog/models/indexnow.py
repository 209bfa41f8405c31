"""What search engines are still to be told of."""

from django.db import models
from django.utils import timezone


class ChangedAddress(models.Model):
    """A page that came, changed or went, until search engines know (blog.indexnow); each address once."""

    url = models.CharField(max_length=500, unique=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    next_try = models.DateTimeField(default=timezone.now, db_index=True)

    def __str__(self) -> str:
        return self.url
