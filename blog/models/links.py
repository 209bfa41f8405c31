"""Where the texts of a published page lead, kept so that a list of dead links need not read them all."""

from django.db import models
from wagtail.models import Page


class PageLinks(models.Model):
    """Read again when the page was saved since, or is read otherwise; nothing is lost with a row."""

    page = models.OneToOneField(Page, on_delete=models.CASCADE, primary_key=True, related_name="+")
    # Which version was read, and how (`blog.dead_links.written`).
    seen = models.CharField(max_length=80)
    # Pages that are linked to, by id, and addresses that were typed.
    ids = models.JSONField(default=list)
    addresses = models.JSONField(default=list)

    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.page_id}: {len(self.ids)} + {len(self.addresses)}"
