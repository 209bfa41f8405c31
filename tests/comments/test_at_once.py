"""Twenty equal posts at the same moment, each over its own connection to a real database."""

import tempfile
from collections.abc import Callable
from pathlib import Path
from threading import Barrier, Thread

from django.core.cache import cache
from django.db import connection
from django.test import Client, TransactionTestCase

from comments.models import Comment, CommentEvent
from tests.comments.factories import FROM_OUR_PAGE, make_page, open_for_comments, typed

VISITORS = 20


class AtOnce(TransactionTestCase):
    serialized_rollback = True

    def setUp(self):
        cache.clear()
        # Connections to a database in memory share their locks, unlike any real one: use a copy in a file.
        self.file = None
        if connection.vendor == "sqlite" and connection.is_in_memory_db():
            self.file = Path(self.enterContext(tempfile.TemporaryDirectory())) / "copy.sqlite3"

    def side_by_side(self, works: list[Callable[[], None]]) -> None:
        """Run each of `works` in a thread with a database connection of its own."""

        def run(work: Callable[[], None]) -> None:
            if self.file:
                connection.settings_dict = {**connection.settings_dict, "NAME": str(self.file)}
            try:
                work()
            finally:
                connection.close()

        threads = [Thread(target=run, args=[work]) for work in works]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(timeout=60)

    def test_twenty_equal_posts_give_one_row_and_twenty_thanks(self):
        page = make_page()
        if self.file:
            with connection.cursor() as cursor:
                cursor.execute("VACUUM INTO %s", [str(self.file)])
        address = f"/reacties/{page.pk}/plaatsen/"
        data = typed(page)
        together = Barrier(VISITORS)
        answers: list[tuple[int, str]] = []
        rows: list[tuple[int, int]] = []

        def visit() -> None:
            together.wait(timeout=30)
            response = Client().post(address, data, headers=FROM_OUR_PAGE)
            answers.append((response.status_code, response.headers.get("Location", "")))

        with open_for_comments():
            self.side_by_side([visit] * VISITORS)
        self.side_by_side([lambda: rows.append((Comment.objects.count(), CommentEvent.objects.count()))])

        self.assertEqual(answers, [(303, f"/reacties/{page.pk}/bedankt/")] * VISITORS)
        self.assertEqual(rows, [(1, 1)])
