"""Pages as if they had been published on the day the demo says."""

from datetime import datetime

from django.utils import timezone
from wagtail.models import Page, Revision

from blog.models.base import SitePage


def moment(text: str) -> datetime:
    """Return "2026-03-14T20:30", Amsterdam time, as an aware datetime."""
    return timezone.make_aware(datetime.fromisoformat(text))


def keep_version(page: SitePage, when: datetime) -> Revision:
    """Keep the page as it is now as a version of `when`."""
    revision = page.save_revision(changed=False, log_action=False, clean=False)
    Revision.objects.filter(pk=revision.pk).update(created_at=when)
    return revision


def publish(page: SitePage, first: datetime, last: datetime) -> None:
    """Save `page` and publish it, dated `first`; last changed at `last`.

    Goes around Wagtail's publish action, which knows no other moment than now.
    """
    page.live = True
    page.has_unpublished_changes = False
    page.first_published_at = first
    page.last_published_at = page.latest_revision_created_at = last
    page.save()
    revision = keep_version(page, last)
    Page.objects.filter(pk=page.pk).update(
        live_revision=revision, latest_revision=revision, latest_revision_created_at=last
    )
