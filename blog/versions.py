"""Earlier versions of a page: what changed since, and how to bring one back."""

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest
from django.utils import timezone
from wagtail.models import Page, Revision

from blog.planning import missing_for_publishing

SHOWN = 20


@dataclass(frozen=True)
class Version:
    """One earlier version, with what is different now: (field, change marked up word by word) pairs."""

    revision: Revision
    changes: list[Any]
    is_latest: bool
    is_live: bool


def versions(page: Page, request: HttpRequest) -> list[Version]:
    """Return the newest `SHOWN` versions of `page`, newest first, each compared with the newest of all."""
    revisions = list(page.revisions.select_related("user").order_by("-created_at", "-pk")[:SHOWN])
    if not revisions:
        return []
    latest = revisions[0].as_object()
    panel = page.get_edit_handler().get_bound_panel(instance=page, request=request, form=None)
    comparisons = panel.get_comparison()
    found = []
    for revision in revisions:
        is_latest = revision is revisions[0]
        changes = [] if is_latest else [make(revision.as_object(), latest) for make in comparisons]
        found.append(
            Version(
                revision,
                [change for change in changes if change.has_changed()],
                is_latest,
                page.live and revision.pk == page.live_revision_id,
            )
        )
    return found


@transaction.atomic
def bring_back(page: Page, revision: Revision, user: Any, *, publish: bool = False) -> Revision:
    """Make a new draft that is as `revision` was, publish it if asked, and return it. Nothing is lost by it.

    Raises ValidationError, naming the fields, when it is to be published and not fit for that.
    """
    restored = revision.as_object()
    if restored.go_live_at and restored.go_live_at < timezone.now():
        restored.go_live_at = None
    if publish and (missing := missing_for_publishing(restored)):
        raise ValidationError(missing)
    if not page.live:
        restored.save(clean=False)
    draft = restored.save_revision(user=user, log_action=True, previous_revision=revision, clean=False)
    if publish:
        draft.publish(user=user, previous_revision=revision)
    return draft
