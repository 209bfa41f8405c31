"""A second time: nothing changes but what changed there, and our own words stay."""

from typing import Any

from django.test import TestCase
from wagtail.models import Page, Revision

from blog.models import ArticlePage
from comments.models import Comment
from pagecache.versions import look_up
from search.models import Entry
from tests.blog.factories import make_site
from tests.wordpress.exports import HOME, comment, item
from tests.wordpress.moving import move
from wordpress.models import Imported

PARAGRAPH = "<!-- wp:paragraph -->\n<p>{}</p>\n<!-- /wp:paragraph -->\n\n"


def text(*paragraphs: str) -> str:
    return "".join(map(PARAGRAPH.format, paragraphs))


def state() -> list[Any]:
    """Return all that a run may write, as it stands."""
    models: list[Any] = [Page, ArticlePage, Revision, Imported, Comment, Entry]
    return [list(model._default_manager.order_by("pk").values()) for model in models] + [look_up()]


class AgainTests(TestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        cls.site = make_site()

    def items(self, **first: Any) -> list[dict[str, Any]]:
        values = {"excerpt": "Kort.", "content": text("Een.", "Twee."), "comments": [comment(1)]} | first
        return [item(1, "Eerste", **values), item(2, "Tweede", excerpt="Ook kort.")]

    def test_second_run_writes_nothing(self) -> None:
        waiting = item(3, content=text("Kijk.", f'<a href="{HOME}/wp-content/uploads/zee.jpg">zee</a>'))
        move(*self.items(), waiting)
        before = state()
        report = move(*self.items(), waiting)
        assert state() == before
        assert report.counts["post"] == {"known": 3}
        assert report.counts["comment"] == {"known": 1}

    def test_what_changed_there_follows_in_a_new_version(self) -> None:
        move(*self.items())
        report = move(*self.items(content=text("Een.", "Iets anders.")))
        article = ArticlePage.objects.get(title="Eerste")
        assert report.counts["post"] == {"changed": 1, "known": 1}
        assert "Iets anders" in str(article.body)
        assert article.revisions.count() == 2
        assert article.live_revision_id == article.latest_revision_id
        assert "anders" in Entry.objects.get(page=article).text
        assert not article.has_unpublished_changes

    def test_parts_of_an_export_come_one_by_one(self) -> None:
        below = item(7, "Onder", kind="page", slug="onder", parent=8)
        link = f'<a href="{HOME}/later/">later</a>'
        first = [item(1, "Eerste", excerpt="Kort.", content=text(link)), below]
        second = [
            item(2, "Later", slug="later", link=f"{HOME}/later/", excerpt="Kort."),
            item(8, "Boven", kind="page", slug="boven"),
        ]
        move(*first)
        move(*second)
        # What one part says of a later one is found when it is given again, and put back as it was there.
        move(*first, overwrite=True)
        later, first_body = (
            ArticlePage.objects.get(title="Later"),
            ArticlePage.objects.get(title="Eerste").body,
        )
        assert f'linktype="page" id="{later.pk}"' in str(first_body.raw_data[0])
        assert Page.objects.get(title="Onder").get_parent().title == "Boven"
        assert Imported.objects.filter(kind=Imported.Kind.ITEM).count() == 4

    def test_what_was_changed_here_stays_and_is_named(self) -> None:
        move(*self.items())
        article = ArticlePage.objects.get(title="Eerste")
        article.intro = "Van mijzelf."
        article.save_revision().publish()
        report = move(*self.items(excerpt="Van daar.", content=text("Nieuw.")))
        article.refresh_from_db()
        assert article.intro == "Van mijzelf."
        assert "Nieuw." in str(article.body)
        words = next(line.words for line in report.lines if line.kind == "post" and line.old_id == 1)
        assert any("inleiding" in one and "zelf aangepast" in one for one in words)

    def test_overwrite_lets_all_follow(self) -> None:
        move(*self.items())
        article = ArticlePage.objects.get(title="Eerste")
        article.intro = "Van mijzelf."
        article.save_revision().publish()
        move(*self.items(), overwrite=True)
        article.refresh_from_db()
        assert article.intro == "Kort."

    def test_draft_that_waits_here_is_left_alone(self) -> None:
        move(*self.items())
        article = ArticlePage.objects.get(title="Eerste")
        article.title = "Half af"
        article.save_revision()
        move(*self.items(content=text("Nieuw.")))
        article.refresh_from_db()
        assert "Nieuw." not in str(article.body)
        assert article.get_latest_revision_as_object().title == "Half af"

    def test_what_was_thrown_away_here_does_not_come_back(self) -> None:
        move(*self.items())
        ArticlePage.objects.get(title="Eerste").delete()
        report = move(*self.items(content=text("Nieuw.")))
        assert not ArticlePage.objects.filter(title="Eerste").exists()
        assert report.counts["post"] == {"known": 2}

    def test_draft_that_was_published_there_is_published_here(self) -> None:
        move(*self.items(status="draft"))
        assert not ArticlePage.objects.get(title="Eerste").live
        move(*self.items(guid=f"{HOME}/?p=1"))
        assert ArticlePage.objects.get(title="Eerste").live

    def test_what_became_private_there_is_no_longer_public(self) -> None:
        move(*self.items())
        move(*self.items(status="private"))
        article = ArticlePage.objects.get(title="Eerste")
        assert not article.live
        assert not Entry.objects.filter(page=article).exists()
        assert self.client.get(f"/blog/{article.slug}/").status_code == 404

    def test_same_number_of_another_thing_overwrites_nothing(self) -> None:
        move(*self.items())
        report = move(*self.items(guid="https://elders.example/?p=1", content=text("Vreemd.")))
        assert "Vreemd" not in str(ArticlePage.objects.get(title="Eerste").body)
        assert report.counts["post"] == {"failed": 1, "known": 1}

    def test_new_reaction_comes_to_a_page_that_is_here(self) -> None:
        move(*self.items())
        report = move(*self.items(comments=[comment(1), comment(2, "Nog een.")]))
        assert report.counts["comment"] == {"known": 1, "new": 1}
        assert report.counts["post"] == {"known": 2}
