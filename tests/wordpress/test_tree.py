"""Pages that moved on the old site since they came: they move here too, unless somebody moved them here."""

from typing import Any

import pytest
from django.test import Client
from wagtail.models import Page

from blog.models import StandardPage
from tests.blog.factories import make_site
from tests.wordpress.exports import HOME, item
from tests.wordpress.moving import adds_up, move
from wordpress.models import Imported
from wordpress.taking_over.follow import CHANGED_HERE, DRAFT_HERE, FOLLOWED, LOCKED_HERE
from wordpress.taking_over.report import Outcome, Report
from wordpress.taking_over.tree import NO_WAY, PLACE

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def site(db):
    return make_site()


def page(id: int, title: str, parent: int = 0, path: str = "", **other: Any) -> dict[str, Any]:
    link = f"{HOME}/{path or title.lower()}/"
    return item(id, title, kind="page", parent=parent, link=link, guid=f"{HOME}/?page_id={id}", **other)


def pages(**parents: int) -> list[dict[str, Any]]:
    """Return an export of three pages with something below one of them; `parents` by the name of each."""
    here = {"over": 0, "aanbod": 0, "werkwijze": 1, "stap": 3} | parents
    return [page(number, name.capitalize(), here[name]) for number, name in enumerate(here, start=1)]


def words(report: Report, old_id: int) -> list[str]:
    return next(line.words for line in report.lines if (line.kind, line.old_id) == ("page", old_id))


def found(title: str) -> Any:
    return StandardPage.objects.get(title=title)


def test_it_moves_with_what_stands_below_and_both_old_addresses_lead_on(client: Client):
    move(*pages())
    assert client.get("/over/werkwijze/stap/").status_code == 200
    report = move(*pages(werkwijze=2))
    assert found("Werkwijze").get_parent() == found("Aanbod").page_ptr
    assert words(report, 3) == [FOLLOWED.format(PLACE)]
    assert report.counts["page"] == {"known": 3, "changed": 1}
    assert adds_up(report)
    for path in ("werkwijze/", "werkwijze/stap/"):
        answer = client.get(f"/over/{path}")
        assert (answer.status_code, answer.get("Location")) == (301, f"/aanbod/{path}")
        assert client.get(f"/aanbod/{path}").status_code == 200
    assert not Page.find_problems()[0]


def test_a_further_run_writes_nothing():
    move(*pages())
    move(*pages(werkwijze=2))
    before = list(Page.objects.order_by("pk").values()), list(Imported.objects.order_by("pk").values())
    report = move(*pages(werkwijze=2))
    assert report.counts["page"] == {"known": 4}
    assert not words(report, 3)
    after = list(Page.objects.order_by("pk").values()), list(Imported.objects.order_by("pk").values())
    assert after == before


def test_it_moves_to_the_top_and_under_a_page_that_only_comes_now():
    move(*pages())
    move(*pages(werkwijze=0, stap=5), page(5, "Nieuw", 2))
    assert found("Werkwijze").get_parent().specific == found("Over").get_parent().specific
    assert found("Stap").get_parent() == found("Nieuw").page_ptr
    assert found("Stap").url == "/aanbod/nieuw/stap/"


def test_pages_that_changed_places_with_those_above_them_do_so_here():
    move(*pages())
    move(*pages(stap=0, werkwijze=4, over=3))
    assert found("Over").url == "/stap/werkwijze/over/"
    assert not any(Page.find_problems())


def test_what_somebody_moved_here_stays_and_is_named():
    move(*pages())
    found("Werkwijze").move(found("Aanbod"), pos="last-child")
    report = move(*pages(werkwijze=0))
    assert found("Werkwijze").get_parent() == found("Aanbod").page_ptr
    assert words(report, 3) == [CHANGED_HERE.format(PLACE)]
    assert report.counts["page"] == {"known": 4}
    move(*pages(werkwijze=0), overwrite=True)
    assert found("Werkwijze").get_parent().specific == found("Over").get_parent().specific


def test_what_moved_alike_here_and_there_is_no_difference():
    move(*pages())
    found("Werkwijze").move(found("Aanbod"), pos="last-child")
    assert not words(move(*pages(werkwijze=2)), 3)
    move(*pages(werkwijze=1))
    assert found("Werkwijze").get_parent() == found("Over").page_ptr


def test_a_draft_that_waits_and_a_locked_page_stay():
    move(*pages())
    draft = found("Werkwijze")
    draft.title = "Half af"
    draft.save_revision()
    Page.objects.filter(pk=found("Stap").pk).update(locked=True)
    report = move(*pages(werkwijze=2, stap=2))
    assert words(report, 3) == [DRAFT_HERE.format(PLACE)]
    assert words(report, 4) == [LOCKED_HERE.format(PLACE)]
    assert found("Werkwijze").get_parent() == found("Over").page_ptr


def test_a_page_that_has_the_address_there_keeps_it(client: Client, site: Any):
    move(*pages())
    site.standard_page(title="Eigen werkwijze", slug="werkwijze")
    move(*pages(werkwijze=0))
    assert found("Werkwijze").slug == "werkwijze-2"
    assert found("Werkwijze").get_latest_revision_as_object().slug == "werkwijze-2"
    assert client.get("/werkwijze/").context["page"].title == "Eigen werkwijze"
    assert client.get("/over/werkwijze/")["Location"] == "/werkwijze-2/"


def test_under_what_was_moved_below_it_here_it_can_not_go():
    move(*pages())
    found("Aanbod").move(found("Stap"), pos="last-child")
    report = move(*pages(werkwijze=2))
    assert words(report, 3) == [NO_WAY]
    assert found("Werkwijze").get_parent() == found("Over").page_ptr


def test_under_a_page_that_did_not_come_it_stays_where_it_is():
    move(*pages())
    report = move(*pages(werkwijze=99))
    assert found("Werkwijze").get_parent() == found("Over").page_ptr
    assert not words(report, 3)


def test_a_look_tells_and_moves_nothing():
    move(*pages())
    before = list(Page.objects.order_by("pk").values())
    report = move(*pages(werkwijze=2, stap=5), page(5, "Nieuw"), dry_run=True)
    assert list(Page.objects.order_by("pk").values()) == before
    told = {line.old_id: line.outcome for line in report.lines if FOLLOWED.format(PLACE) in line.words}
    assert told == {3: Outcome.CHANGED, 4: Outcome.CHANGED}


def test_one_that_fails_keeps_no_other_from_moving(monkeypatch: pytest.MonkeyPatch):
    move(*pages())
    real = Page.move

    def fails_once(self: Page, *arguments: Any, **named: Any) -> None:
        if self.title == "Werkwijze":
            raise ValueError
        real(self, *arguments, **named)

    monkeypatch.setattr(StandardPage, "move", fails_once)
    report = move(*pages(werkwijze=2, stap=2))
    assert words(report, 3) == [NO_WAY]
    assert found("Stap").get_parent() == found("Aanbod").page_ptr
