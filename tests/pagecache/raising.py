"""What a change does to the content version, and to what somebody without a session reads."""

from collections.abc import Callable

from django.db import transaction
from django.test import TestCase
from django.urls import reverse
from wagtail.models import Page

from blog.models import ArticlePage
from blog.roles import COACH
from comments.models import CommentSettings
from pagecache.versions import look_up
from tests.blog.factories import CategoryFactory, make_site
from tests.blog.users import user_in

BULK = "wagtail_bulk_action"


class _Undone(Exception):
    pass


class Raising(TestCase):
    """An article under a list, that somebody without a session reads."""

    def setUp(self) -> None:
        self.site = make_site()
        self.category = CategoryFactory(name="Rouw")
        self.author = self.site.author(title="Marit van Wezel")
        self.article = self.site.article(
            title="Geen contact", categories=[self.category], authors=[self.author], tags=["avondrust"]
        )
        self.other = self.site.article(title="Weer slapen")
        self.coach = user_in(COACH)
        self.client.force_login(self.coach)
        self.reader = self.client_class()
        # Made by whoever asks for them first.
        CommentSettings.load()

    def assert_raises(
        self, change: Callable[[], object], *, at: str = "", gone: str = "", comes: str = ""
    ) -> None:
        """Let `change` happen twice: taken back, when nothing is raised, and for good.

        Nothing that waits for the commit runs in a test: what was raised was raised within the transaction.
        At `at`, what is `gone` stood before and no longer does, and what `comes` is new.
        """
        seen = self.read(at)
        before = look_up()
        with self.assertRaises(_Undone), transaction.atomic():
            change()
            self.assertGreater(look_up(), before)
            raise _Undone
        self.assertEqual(look_up(), before)
        change()
        self.assertGreater(look_up(), before)
        now = self.read(at)
        if gone:
            self.assertIn(gone, seen)
            self.assertNotIn(gone, now)
        if comes:
            self.assertNotIn(comes, seen)
            self.assertIn(comes, now)

    def assert_leaves(self, change: Callable[[], object]) -> None:
        before = look_up()
        change()
        self.assertEqual(look_up(), before)

    def read(self, at: str) -> str:
        """Return the status and the text of what a reader gets."""
        if not at:
            return ""
        answer = self.reader.get(at)
        return f"{answer.status_code} {answer.content.decode()}"

    def post(self, name: str, *keys: object, **data: object) -> None:
        answer = self.client.post(reverse(name, args=keys), data)
        self.assertIn(answer.status_code, (200, 302), answer.content)

    def bulk(self, action: str, *pages: Page, **data: object) -> None:
        address = reverse(BULK, args=["wagtailcore", "page", action])
        query = "&".join(f"id={page.pk}" for page in pages)
        self.assertEqual(self.client.post(f"{address}?{query}&next=/admin/", data).status_code, 302)

    def new_words(self, **fields: object):
        """Return a revision of the article that is still to be published."""
        draft = ArticlePage.objects.get(pk=self.article.pk)
        for name, value in fields.items():
            if name == "tags":
                draft.tags.set(value)
            else:
                setattr(draft, name, value)
        return draft.save_revision()
