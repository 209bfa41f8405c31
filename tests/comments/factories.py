"""A page that takes reactions, and reactions to it."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any
from unittest import mock

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from wagtail.models import Page, Site

from comments.models import Comment, CommentAuthor, Status
from comments.services.submission import Submission, submit_comment
from guard.stamps import make_stamp

FIRST = datetime(2026, 3, 14, 20, 30, tzinfo=UTC)
FROM_OUR_PAGE = {"Sec-Fetch-Site": "same-origin"}


def make_page(title: str = "Geen contact met je ex", **fields: Any) -> Page:
    root = Site.objects.get(is_default_site=True).root_page
    return root.add_child(instance=Page(title=title, **fields))


@contextmanager
def open_for_comments(is_open: bool = True) -> Iterator[None]:
    """Give plain pages the choice that articles have."""
    with mock.patch.object(Page, "comments_open", is_open, create=True):
        yield


def make_comment(page: Page | None, number: int = 1, **fields: Any) -> Comment:
    values: dict[str, Any] = {
        "page_title": page.title if page else "Verdwenen",
        "author_name": f"Lezer {number}",
        "author_email": f"lezer{number}@voorbeeld.example",
        "text": f"Reactie nummer {number}.",
        "status": Status.APPROVED,
        "created_at": FIRST + timedelta(minutes=number),
    }
    if parent := fields.get("parent"):
        values["thread_id"] = parent.root_id
    return Comment.objects.create(page=page, **{**values, **fields})


def submit(page: Page, **fields: Any) -> Submission:
    """Send a reaction in, past the form."""
    values = {
        "parent": None,
        "name": "Hanne",
        "email": "hanne@voorbeeld.example",
        "website": "",
        "text": "Dit helpt me door de avond heen.",
        "network": "n",
    }
    return submit_comment(page=page, **{**values, **fields})


def make_known_writer(page: Page, email: str = "hanne@voorbeeld.example", approved: int = 2) -> CommentAuthor:
    """Someone whose address is confirmed and of whom reactions were approved."""
    for number in range(approved):
        make_comment(page, number, author_email=email)
    return CommentAuthor.objects.create(email=email, created_at=FIRST, confirmed_at=FIRST)


def make_coach(username: str = "marit", allowed: bool = True, **fields: Any):
    user = get_user_model().objects.create_user(
        username,
        f"{username}@tussentij.example",
        "wachtwoord",
        **{"first_name": "Marit", "last_name": "van Wezel", **fields},
    )
    names = ["access_admin"] + (["moderate_comment"] if allowed else [])
    user.user_permissions.add(*Permission.objects.filter(codename__in=names))
    return user


def typed(page: Page, **values: str) -> dict[str, str]:
    """What a reader's browser sends."""
    return {
        "name": "Hanne",
        "email": "Hanne@Voorbeeld.example",
        "website": "",
        "text": "Dit helpt.",
        "parent": "",
        "onderwerp": "",
        "stamp": make_stamp("comment-2", page.pk),
        **values,
    }
