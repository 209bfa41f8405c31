"""What was found on a published page, kept so that a report on a thousand pages need not read them again."""

from django.db import models
from wagtail.models import Page


class PageAdvice(models.Model):
    """Made again when the page was published since, or the rules changed; nothing is lost with a row."""

    page = models.OneToOneField(Page, on_delete=models.CASCADE, primary_key=True, related_name="+")
    # `last_published_at` of the version that was judged.
    judged = models.DateTimeField(null=True)
    # The rules that it was judged by (`blog.advising.site.RULES`).
    rules = models.CharField(max_length=16, default="")
    gain = models.PositiveIntegerField()
    # What is not good yet, as {"rule", "verdict", "message", "gain"}, the most helpful first.
    findings = models.JSONField(default=list)

    def __str__(self) -> str:
        return f"{self.page_id}: {self.gain}"
