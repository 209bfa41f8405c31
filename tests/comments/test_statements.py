"""Rows that are written without Django's making of SQL are those that it would have written."""

import pytest
from django.db.models.signals import post_save, pre_save

from comments.models import Comment, CommentEvent, WriterLink
from comments.statements import Insert
from tests.comments.factories import make_page

pytestmark = pytest.mark.django_db


def columns(comment: Comment) -> dict[str, object]:
    return {field.attname: getattr(comment, field.attname) for field in Comment._meta.concrete_fields[1:]}


def fresh(**values: object) -> Comment:
    page = make_page()
    return Comment(page=page, page_title=page.title, author_name="Hanne", text="Été 😀 100%", **values)


def test_row_is_the_one_that_save_would_write() -> None:
    comment = fresh(spam_score=0.25, spam_reasons=["een ‘lange’ naam"], is_pinned=True)
    assert Insert(Comment)(comment)
    assert not comment._state.adding
    stored = Comment.objects.get(pk=comment.pk)
    assert columns(stored) == columns(comment)
    comment.text = "Toch anders."
    comment.save()
    assert Comment.objects.get().text == "Toch anders."


def test_equal_row_is_left_as_it_is() -> None:
    insert = Insert(Comment, unless_equal="dedupe_key")
    first, second = fresh(dedupe_key="a"), fresh(dedupe_key="a")
    assert insert(first)
    assert not insert(second)
    assert second.pk is None
    assert insert(fresh(dedupe_key=None))
    assert insert(fresh(dedupe_key=None))
    assert Comment.objects.count() == 3


def test_nobody_listens_for_what_is_written_so() -> None:
    """They would not hear of it. Wagtail's hears of every model, and acts on translated ones alone."""
    heard = {
        listener.__name__
        for signal in (pre_save, post_save)
        for model in (Comment, CommentEvent, WriterLink)
        for listener in signal._live_receivers(model)[0]
    }
    assert heard <= {"set_locale_on_new_instance"}
