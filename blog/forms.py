"""What the page editor accepts beyond Wagtail's own rules."""

from datetime import datetime, time, timedelta

from django.utils import timezone
from wagtail.admin.forms import WagtailAdminPageForm

# Value of the "action-publish" button that plans for tomorrow morning (see blog.action_menu).
TOMORROW_MORNING = "morgen-0800"


def tomorrow_morning(now: datetime | None = None) -> datetime:
    """Return tomorrow 08:00 in Amsterdam time as an aware datetime, seen from `now` (default: this moment)."""
    today = timezone.localtime(now).date()
    return timezone.make_aware(datetime.combine(today + timedelta(days=1), time(8)))


class ArticleForm(WagtailAdminPageForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if not self.instance.pk:
            self.fields["title"].widget.attrs["autofocus"] = True

    def clean(self):
        cleaned_data = super().clean()
        if self.data.get("action-publish") == TOMORROW_MORNING:
            cleaned_data["go_live_at"] = tomorrow_morning()
        return cleaned_data
