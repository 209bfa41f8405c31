"""A whole story at the real site: write, look, plan, and it appears."""

import re

from tests.e2e.conftest import DESKTOP, PHONE, OpenPage, Own
from tests.running_site import RunningSite, wait_until

_LET_TIME_PASS = """
from datetime import timedelta
from django.utils import timezone
from wagtail.models import Revision
for revision in Revision.objects.filter(approved_go_live_at__isnull=False, content__title="{title}"):
    moment = timezone.now() - timedelta(seconds=1)
    revision.content["go_live_at"] = moment.isoformat()
    revision.approved_go_live_at = moment
    revision.save()
"""


def test_coach_writes_previews_schedules_and_it_appears(
    log_in: OpenPage, open_page: OpenPage, site: RunningSite, own_title: Own
) -> None:
    title = own_title("De sleutel die nog aan je bos hangt")
    coach = log_in(width=DESKTOP)
    coach.get_by_role("link", name="Nieuw artikel").first.click()
    coach.wait_for_load_state("networkidle")
    coach.keyboard.insert_text(title)
    coach.locator("#id_intro").fill("Een kleine sleutel, en wat hij openhoudt.")
    coach.locator(".public-DraftEditor-content").first.click()
    coach.keyboard.insert_text("Hij hangt er nog, tussen de fiets en het werk.")

    coach.get_by_role("button", name=re.compile("voorbeeld", re.IGNORECASE)).first.click()
    preview = coach.frame_locator("#w-preview-iframe")
    preview.get_by_role("heading", name=title).wait_for()
    width = coach.locator("#w-preview-iframe").evaluate("frame => frame.clientWidth")
    assert width <= 414, f"the preview starts at the width of a phone, not {width}"

    coach.locator("footer .w-dropdown__toggle").click()
    coach.get_by_role("button", name="Plan voor morgen 08:00").click()
    coach.wait_for_load_state("networkidle")
    reader = open_page("/blog/", width=PHONE)
    assert reader.get_by_text(title).count() == 0, "a planned article is not public yet"
    coach.goto("/admin/")
    assert coach.get_by_role("link", name=re.compile(title)).first.is_visible()

    site.python(_LET_TIME_PASS.format(title=title))

    def appeared() -> bool:
        reader.goto("/blog/")
        return reader.get_by_role("link", name=title).count() == 1

    wait_until(appeared, 60, "the planned article is published")
    reader.get_by_role("link", name=title).click()
    assert reader.get_by_text("tussen de fiets en het werk").is_visible()
