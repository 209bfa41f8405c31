"""What the page editor accepts beyond Wagtail's own rules."""

from datetime import datetime, time, timedelta

from django.core.exceptions import ValidationError
from django.utils import timezone
from taggit.models import Tag
from wagtail.admin.forms import WagtailAdminPageForm

# Value of the "action-publish" button that plans for tomorrow morning (see blog.action_menu).
TOMORROW_MORNING = "morgen-0800"


def tomorrow_morning(now: datetime | None = None) -> datetime:
    """Return tomorrow 08:00 in Amsterdam as an aware datetime, seen from `now` (default: this moment)."""
    today = timezone.localtime(now).date()
    return timezone.make_aware(datetime.combine(today + timedelta(days=1), time(8)))


class ArticleForm(WagtailAdminPageForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if not self.instance.pk:
            self.fields["title"].widget.attrs["autofocus"] = True

    def clean_slug(self):
        """Number the address of an unpublished article whose title was used before: it can be saved."""
        slug = self.cleaned_data["slug"]
        if self.instance.live and self.instance.pk:
            return slug
        siblings = self.parent_page.get_children().exclude(pk=self.instance.pk)
        others = set(siblings.filter(slug__startswith=slug).values_list("slug", flat=True))
        free, number = slug, 2
        while free in others:
            free, number = f"{slug}-{number}", number + 1
        return free

    def clean_tags(self):
        """Refuse tags of signs alone: without letters or digits they have no address."""
        tags = self.cleaned_data["tags"]
        bare = [name for name in tags if not Tag().slugify(name).strip("-_")]
        if bare:
            named = ", ".join(f"‘{name}’" for name in bare)
            raise ValidationError(f"Een onderwerp heeft letters of cijfers nodig. Haal {named} weg.")
        return tags

    def clean(self):
        cleaned_data = super().clean()
        if self.data.get("action-publish") == TOMORROW_MORNING:
            cleaned_data["go_live_at"] = tomorrow_morning()
        return cleaned_data
