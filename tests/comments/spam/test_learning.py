"""Counts of what was learned: exact, reversible, bounded in queries, none lost by learning at once."""

import tempfile
from pathlib import Path
from threading import Barrier, Thread

from django.db import connection, transaction
from django.test import TestCase, TransactionTestCase
from django.test.utils import CaptureQueriesContext

from comments.models import SpamFeature
from comments.spam.document import Document
from comments.spam.learning import learn, learn_many, unlearn

OFFER = Document("Goedkope matrassen op www.matras.example", "Matrassen", url="https://matras.example")
STORY = Document("Na elf jaar ging hij weg en ik weet niet waarom.", "Lia")


def rows() -> dict[int, tuple[int, int]]:
    return {row.feature: (row.spam, row.ham) for row in SpamFeature.objects.all()}


class LearningTests(TestCase):
    def test_totals_count_the_reactions(self):
        learn(OFFER, "spam")
        learn(STORY, "ham")
        learn(STORY, "ham")
        self.assertEqual(rows()[SpamFeature.TOTALS], (1, 2))

    def test_many_at_once_count_like_one_by_one(self):
        for document, label in ((OFFER, "spam"), (STORY, "ham"), (OFFER, "spam")):
            learn(document, label)
        one_by_one = rows()
        SpamFeature.objects.all().delete()
        self.assertEqual(learn_many([(OFFER, "spam"), (STORY, "ham"), (OFFER, "spam")]), 3)
        self.assertEqual(rows(), one_by_one)

    def test_unlearning_takes_everything_back(self):
        learn(STORY, "ham")
        before = rows()
        learn(OFFER, "spam")
        unlearn(OFFER, "spam")
        self.assertEqual(rows(), before)

    def test_unlearning_never_goes_below_zero(self):
        unlearn(OFFER, "spam")
        learn(OFFER, "ham")
        unlearn(OFFER, "spam")
        unlearn(OFFER, "ham")
        unlearn(OFFER, "ham")
        self.assertEqual(rows(), {SpamFeature.TOTALS: (0, 0)})

    def test_no_word_is_kept(self):
        learn(OFFER, "spam")
        self.assertTrue(all(isinstance(feature, int) and 0 <= feature < 2**63 for feature in rows()))

    def test_unknown_label_is_refused_and_nothing_is_learned(self):
        for work in (learn, unlearn):
            with self.assertRaises(ValueError):
                work(OFFER, "reclame")
        with self.assertRaises(ValueError):
            learn_many([(OFFER, "spam"), (STORY, "")])
        self.assertEqual(rows(), {})

    def test_learning_is_undone_with_the_callers_transaction(self):
        with self.assertRaises(ZeroDivisionError), transaction.atomic():
            learn(OFFER, "spam")
            raise ZeroDivisionError
        self.assertEqual(rows(), {})

    def test_queries_do_not_grow_with_the_text(self):
        with CaptureQueriesContext(
            connection,
        ) as short:
            learn(STORY, "ham")
        with CaptureQueriesContext(connection) as long:
            learn(Document(" ".join([STORY.text] * 5 + [OFFER.text] * 5)), "ham")
        self.assertEqual(len(short), len(long))

    def test_queries_do_not_grow_with_how_often_it_was_said(self):
        with CaptureQueriesContext(connection) as few:
            learn_many([(STORY, "ham")] * 2)
        with CaptureQueriesContext(connection) as many:
            learn_many([(STORY, "ham")] * 8)
        self.assertEqual(len(few), len(many))


class AtOnceTests(TransactionTestCase):
    serialized_rollback = True

    def test_no_count_is_lost_between_two_who_learn(self):
        learn(STORY, "ham")
        # Connections to a database in memory share their locks, unlike any real one: use a copy in a file.
        file = None
        if connection.vendor == "sqlite" and connection.is_in_memory_db():
            file = str(Path(self.enterContext(tempfile.TemporaryDirectory())) / "copy.sqlite3")
            with connection.cursor() as cursor:
                cursor.execute("VACUUM INTO %s", [file])
        together = Barrier(2)
        seen: set[tuple[int, int]] = set()

        def on_a_connection_of_its_own(work) -> None:
            if file:
                connection.settings_dict = {**connection.settings_dict, "NAME": file}
            try:
                work()
            finally:
                connection.close()

        def learn_both() -> None:
            together.wait(timeout=30)
            for _ in range(5):
                learn(OFFER, "spam")
                learn(STORY, "ham")

        for works in ([learn_both, learn_both], [lambda: seen.update(rows().values())]):
            threads = [Thread(target=on_a_connection_of_its_own, args=[work]) for work in works]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join(timeout=60)

        # Totals; features of both; of the offer alone; of the story alone.
        self.assertLessEqual(seen, {(10, 11), (10, 0), (0, 11)})
        self.assertIn((10, 11), seen)
