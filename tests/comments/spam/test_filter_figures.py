"""The figures that were promised: after 200 decisions, on texts that played no part in making the filter."""

from pathlib import Path

from django.test import TestCase

from comments.spam import jsonl
from comments.spam.document import Document, Label
from comments.spam.evaluation import Evaluation, evaluate
from comments.spam.learning import learn_many

HERE = Path(__file__).parent


def read(name: str) -> list[tuple[Document, Label]]:
    pairs, errors = jsonl.read_all(str(HERE / name))
    assert errors == []
    return pairs


def say(when: str, found: Evaluation) -> str:
    """Return and print the figures; `pytest -s` shows them."""
    figures = (
        f"{when}: spam caught {found.caught} of {found.spam} ({found.recall:.1%}),"
        f" precision {found.precision:.1%},"
        f" false alarms {len(found.false_alarms)} of {found.ham} ({found.false_alarm_share:.2%})"
    )
    print(figures)
    return figures


class Figures(TestCase):
    """Two sets, each of other hands: decisions to learn, and texts that are not among them."""

    decisions = "decisions_200.jsonl"
    unseen_files = ("unseen_ham.jsonl", "unseen_spam.jsonl")

    @classmethod
    def setUpTestData(cls):
        cls.unseen = [pair for name in cls.unseen_files for pair in read(name)]

    def test_there_is_enough_to_measure_on(self):
        labels = [label for _, label in self.unseen]
        self.assertGreaterEqual(labels.count("ham"), 200)
        self.assertGreaterEqual(labels.count("spam"), 100)
        known = {document.text for document, _ in read(self.decisions)}
        self.assertFalse([document.text for document, _ in self.unseen if document.text in known])

    def test_after_two_hundred_decisions(self):
        self.assertEqual(learn_many(read(self.decisions)), 200)
        found = evaluate(self.unseen)
        figures = say("after 200 decisions", found)
        self.assertGreaterEqual(found.recall, 0.95, figures)
        self.assertLessEqual(found.false_alarm_share, 0.005, figures)

    def test_on_the_first_day(self):
        """Nothing learned yet: most spam is caught, and at most one real reaction in a hundred."""
        found = evaluate(self.unseen)
        figures = say("on the first day", found)
        self.assertGreaterEqual(found.recall, 0.85, figures)
        self.assertLessEqual(found.false_alarm_share, 0.01, figures)


class FiguresOfAnotherHand(Figures):
    decisions = "second_decisions_200.jsonl"
    unseen_files = ("second_unseen_ham.jsonl", "second_unseen_spam.jsonl")
