"""Guarantee R14: with two schedulers, what is planned appears once and at most a minute late."""

import subprocess
import sys
from datetime import datetime, timedelta

from tests.faults.nodes import Site
from tests.running_site import ROOT, wait_until

PAGES = 5
LATEST = timedelta(seconds=60)
PLAN = f"""
from datetime import timedelta
from django.utils import timezone
from blog.models import ArticleIndexPage
from tests.blog.factories import ArticlePageFactory
index = ArticleIndexPage.objects.get()
for number in range({PAGES}):
    page = ArticlePageFactory(parent=index, title=f"Gepland {{number}}", live=False, first_published_at=None)
    page.go_live_at = timezone.now() + timedelta(seconds=3 + number)
    page.save_revision(approved_go_live_at=page.go_live_at)
    page.save()
"""
APPEARED = "action = 'wagtail.publish.scheduled'"
LATE = f"""
    SELECT page.title, page.go_live_at, page.first_published_at FROM wagtailcore_page page
    JOIN wagtailcore_pagelogentry entry ON entry.page_id = page.id WHERE {APPEARED} ORDER BY page.title
"""  # noqa: S608


def moment(value: object) -> datetime:
    return value if isinstance(value, datetime) else datetime.fromisoformat(str(value))


def test_r14_two_schedulers_publish_once_and_in_time(broken_site: Site) -> None:
    command = [sys.executable, str(ROOT / "manage.py"), "scheduler"]
    with (broken_site.data_dir.parent / "schedulers.log").open("w") as log:
        schedulers = [
            subprocess.Popen(
                command, env=broken_site.environment(), stdin=subprocess.DEVNULL, stdout=log, stderr=log
            )
            for _ in range(2)
        ]
        try:
            wait_until(lambda: broken_site.count("operations_jobrun") > 0, 300, "a round was done")
            broken_site.run("shell", "--no-imports", "-c", PLAN)
            wait_until(
                lambda: broken_site.count("wagtailcore_pagelogentry", APPEARED) >= PAGES,
                90,
                "all that was planned appears",
            )
            # A round of each more, in which it would appear twice.
            seen = "SELECT count(DISTINCT seen_at) FROM operations_jobrun WHERE job = 'publishing'"
            before = broken_site.rows("SELECT max(seen_at) FROM operations_jobrun")
            wait_until(
                lambda: broken_site.rows("SELECT max(seen_at) FROM operations_jobrun") != before,
                120,
                "another round was done",
            )
            assert broken_site.rows(seen) == [(1,)]
        finally:
            for scheduler in schedulers:
                scheduler.terminate()
            for scheduler in schedulers:
                scheduler.wait(60)
    appeared = broken_site.rows(LATE)
    assert [title for title, _, _ in appeared] == [f"Gepland {number}" for number in range(PAGES)]
    late = [moment(published) - moment(planned) for _, planned, published in appeared]
    print("late:", *late)
    assert all(timedelta(0) <= one <= LATEST for one in late)
    # What is done once a day was done once.
    turns = "SELECT job, count(*) FROM operations_jobrun WHERE day IS NOT NULL GROUP BY job, day"
    assert {count for _, count in broken_site.rows(turns)} == {1}
