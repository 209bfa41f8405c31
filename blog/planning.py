"""Plan a draft to appear by itself."""

from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from wagtail.blocks import StreamValue
from wagtail.models import Page


def missing_for_publishing(page: Page) -> list[str]:
    """Return the names of the fields that are not yet fit to publish, as the coach knows them."""
    fields = {field.name: field for field in page._meta.get_fields() if hasattr(field, "verbose_name")}
    wrong = []
    try:
        page.full_clean()
    except ValidationError as error:
        wrong += [str(fields[name].verbose_name) for name in error.message_dict if name in fields]
    for field in fields.values():
        value = getattr(page, field.name, None)
        if isinstance(value, StreamValue):
            try:
                value.stream_block.clean(value)
            except ValidationError:
                wrong.append(str(field.verbose_name))
    return wrong


@transaction.atomic
def plan(page: Page, when: datetime, user: Any) -> None:
    """Let the latest draft of `page` be published at `when`.

    Raises ValidationError, naming the fields, for a draft that is not ready: nobody is there when it fails.
    """
    draft = page.get_latest_revision_as_object()
    if missing := missing_for_publishing(draft):
        raise ValidationError(missing)
    draft.go_live_at = when
    draft.save_revision(user=user, log_action=True).publish(user=user)
