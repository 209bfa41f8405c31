"""Change where a page stands on the web, without dead links."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.text import slugify
from wagtail.models import Page


@transaction.atomic
def change_slug(page: Page, slug: str, user: Any) -> Page:
    """Give `page` another slug at once, for readers too, and return it as it is now.

    What else was changed in its draft stays a draft. Wagtail makes the redirect from the old address when the
    transaction is committed. Raises ValidationError when the slug is no slug or is taken.
    """
    slug = slugify(slug)
    if not slug:
        raise ValidationError("Gebruik letters, cijfers en streepjes.")
    if page.scheduled_revision:
        raise ValidationError("Deze pagina is gepland. Haal eerst de planning weg.")
    if page.get_siblings(inclusive=False).filter(slug=slug).exists():
        raise ValidationError(f"Er is al een pagina met het adres ‘{slug}’.")
    # Asked now: Wagtail hands out `page` itself as its latest draft where nothing was changed since.
    live, has_draft = page.live, page.has_unpublished_changes
    draft = page.get_latest_revision_as_object()
    if live and has_draft and page.live_revision:
        published = page.live_revision.as_object()
        published.slug = slug
        published.save_revision(user=user, log_action=True).publish(user=user)
    draft.slug = slug
    revision = draft.save_revision(user=user, log_action=True)
    if not live:
        draft.save(clean=False)
    elif not has_draft:
        revision.publish(user=user)
    return type(draft).objects.get(pk=page.pk)
