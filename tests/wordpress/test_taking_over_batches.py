"""Items come together; one of which something can't be finished comes alone, or not, and the rest does."""

import tempfile
from collections.abc import Iterable
from pathlib import Path
from unittest.mock import Mock, patch

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, ReferenceIndex

from blog.models import ArticlePage
from comments.models import Comment
from search import indexing
from search.models import Entry
from tests.blog.factories import make_site
from tests.wordpress.exports import HOME, comment, export, item
from tests.wordpress.moving import adds_up, move
from wordpress import queue
from wordpress.models import Imported, Move
from wordpress.taking_over.batches import Batches
from wordpress.taking_over.report import Outcome
from wordpress.taking_over.run import BATCH, PAGES, take_over
from wordpress.taking_over.task import Overtaken, Task

LINK = '<!-- wp:paragraph -->\n<p>Lees <a href="{}">dit</a>.</p>\n<!-- /wp:paragraph -->'
refresh = indexing.refresh_pages


def refuse_broken(pages: Iterable[Page]) -> None:
    pages = list(pages)
    if any(page.title == "Stuk" for page in pages):
        raise ValueError("cannot be read")
    refresh(pages)


class BatchTests(TestCase):
    def setUp(self) -> None:
        make_site()

    def test_one_that_cannot_be_finished_leaves_the_others_whole(self) -> None:
        titles = ["Eb", "Stuk", "Vloed"]
        items = [item(n, title, comments=[comment(n)]) for n, title in enumerate(titles, 1)]
        with patch.object(indexing, "refresh_pages", refuse_broken):
            report = move(*items)
        assert adds_up(report), report.counts
        assert report.counts["post"] == {Outcome.NEW: 2, Outcome.FAILED: 1}
        assert report.counts["comment"] == {Outcome.NEW: 2, Outcome.LEFT_OUT: 1}
        assert [line.title for line in report.of(Outcome.FAILED)] == ["Stuk"]
        assert set(ArticlePage.objects.values_list("title", flat=True)) == {"Eb", "Vloed"}
        assert Comment.objects.count() == 2
        assert Entry.objects.filter(kind="artikel").count() == 2
        assert Imported.objects.filter(kind=Imported.Kind.ITEM).count() == 2
        assert Page.find_problems() == ([], [], [], [], [])
        report = move(*items)
        assert report.counts["post"] == {Outcome.KNOWN: 2, Outcome.NEW: 1}

    def test_references_are_those_that_wagtail_would_note(self) -> None:
        terms = [("category", "rouw", "Rouw"), ("post_tag", "stilte", "Stilte")]
        move(
            item(1, "Vloed", slug="vloed"), item(2, "Eb", content=LINK.format(f"{HOME}/vloed/"), terms=terms)
        )
        article = ArticlePage.objects.get(title="Eb")
        fields = ("to_content_type", "to_object_id", "model_path", "content_path", "content_path_hash")
        rows = ReferenceIndex.objects.filter(object_id=article.pk, base_content_type__model="page")
        noted = set(rows.values_list("content_type", *fields))
        assert any(row[2] == str(ArticlePage.objects.get(title="Vloed").pk) for row in noted)
        rows.delete()
        ReferenceIndex.create_or_update_for_object(article)
        assert set(rows.values_list("content_type", *fields)) == noted

    def test_block_that_names_a_page_of_the_same_batch_keeps_it(self) -> None:
        see_also = LINK.replace("Lees", "Lees ook:").replace(" eens", "").replace(">dit</a>.", ">Vloed</a>")
        move(item(1, "Vloed", slug="vloed"), item(2, "Eb", content=see_also.format(f"{HOME}/vloed/")))
        body = ArticlePage.objects.get(title="Eb").body
        assert [block.block_type for block in body] == ["read_also"]
        assert body[0].value["page"] == ArticlePage.objects.get(title="Vloed")

    def test_pages_of_one_batch_stand_in_a_whole_tree(self) -> None:
        report = move(
            item(1, "Werkwijze", kind="page", slug="werkwijze"),
            item(2, "Tarieven", kind="page", slug="tarieven", parent=1),
            item(3, "Ander", slug="zelfde"),
            item(4, "Nog een", slug="zelfde"),
            item(5, "Korting", kind="page", slug="tarieven", parent=2),
            item(6, "Kosten", kind="page", slug="tarieven", parent=1),
        )
        assert adds_up(report), report.counts
        assert Page.find_problems() == ([], [], [], [], [])
        above = Page.objects.get(title="Werkwijze")
        assert [page.slug for page in above.get_children()] == ["tarieven", "tarieven-2"]
        assert above.numchild == 2
        assert Page.objects.get(title="Korting").get_parent().title == "Tarieven"
        assert set(ArticlePage.objects.values_list("slug", flat=True)) == {"zelfde", "zelfde-2"}
        newest = ArticlePage.objects.get(title="Ander")
        assert newest.latest_revision_id == newest.live_revision_id == newest.revisions.get().pk
        assert newest.revisions.get().content["pk"] == newest.pk

    def test_slug_of_one_that_is_refused_is_free_for_the_next(self) -> None:
        def refuse(page: Page, *args: object, **kwargs: object) -> None:
            if page.title == "Stuk":
                raise ValidationError("Dit kan niet.")
            clean(page, *args, **kwargs)

        clean = ArticlePage.full_clean
        with patch.object(ArticlePage, "full_clean", refuse):
            report = move(item(1, "Stuk", slug="eb"), item(2, "Eb", slug="eb", comments=[comment(1)]))
        assert report.counts["post"] == {Outcome.FAILED: 1, Outcome.NEW: 1}
        assert ArticlePage.objects.get().slug == "eb"
        assert ArticlePage.objects.get().get_parent().numchild == 1
        assert Page.find_problems() == ([], [], [], [], [])

    def test_cost_of_a_batch_grows_little_with_what_is_in_it(self) -> None:
        def queries(numbers: range) -> int:
            items = [item(n, f"Artikel {n}", comments=[comment(n * 10)]) for n in numbers]
            with CaptureQueriesContext(connection) as asked:
                move(*items)
            return len(asked)

        queries(range(1, 3))
        few, many = queries(range(10, 15)), queries(range(20, 40))
        # Rows go in by so many at once; no query is asked for each.
        assert many - few < 15, (few, many)

    def test_categories_that_came_with_a_batch_taken_back_come_with_the_next(self) -> None:
        items = [
            item(n, title, terms=[("category", "rouw", "Rouw")]) for n, title in enumerate(["Stuk", "Eb"], 1)
        ]
        with patch.object(indexing, "refresh_pages", refuse_broken):
            report = move(*items)
        assert adds_up(report), report.counts
        assert report.counts["category"] == {Outcome.NEW: 1}
        assert [category.name for category in ArticlePage.objects.get().categories.all()] == ["Rouw"]

    def test_second_reading_that_cannot_be_finished_leaves_the_page_as_it_came(self) -> None:
        items = [item(1, "Eb", content=LINK.format(f"{HOME}/vloed/")), item(2, "Vloed", slug="vloed")]
        seen: list[str] = []

        def refuse_second(pages: Iterable[Page]) -> None:
            pages = list(pages)
            if any(page.title == "Eb" for page in pages) and "Eb" in seen:
                raise ValueError("cannot be read")
            seen.extend(page.title for page in pages)
            refresh(pages)

        with patch.object(indexing, "refresh_pages", refuse_second):
            report = move(*items)
        assert report.counts["post"] == {Outcome.NEW: 2}
        assert 'linktype="page"' not in str(list(ArticlePage.objects.get(title="Eb").body.raw_data))
        assert any("door een fout" in word for line in report.lines for word in line.words)


class ThrownAwayTests(TestCase):
    def test_nothing_comes_of_an_export_that_was_thrown_away_meanwhile(self) -> None:
        make_site()
        job = Move.objects.create(source="oud.xml", state=Move.State.GOING, taken_by="wij")
        job.export.save("oud.xml", ContentFile(b"<rss/>"))
        count = BATCH * 2

        def tell(progress) -> None:
            if progress.phase == PAGES and progress.done >= BATCH:
                queue.throw_away(Move.objects.filter(pk=job.pk), "gewist")

        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "export.xml"
            path.write_bytes(export([item(n, f"Artikel {n}") for n in range(1, count + 1)]))
            with self.assertRaises(Overtaken):
                take_over(path, Task(move=job), tell)
        assert ArticlePage.objects.count() == BATCH
        job.refresh_from_db()
        assert job.state == Move.State.FAILED

    def test_batch_of_a_move_that_another_took_over_does_not_begin(self) -> None:
        job = Move.objects.create(source="oud.xml", state=Move.State.GOING, taken_by="wij")
        Move.objects.filter(pk=job.pk).update(taken_by="een ander")
        batches = Batches(Task(move=job), Mock(), Mock(), None)  # type: ignore[arg-type]
        with self.assertRaises(Overtaken), batches.one():
            raise AssertionError
