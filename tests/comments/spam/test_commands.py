"""The three commands, on real files and real standard input."""

import io
import json
import os
import select
import sys
import tempfile
from pathlib import Path
from threading import Thread
from unittest.mock import patch

from django.core.management import CommandError, call_command
from django.test import TestCase

from comments.models import SpamFeature

SPAM = {
    "text": "Speel nu in ons online casino met 300% bonus: https://spin-bonus.example",
    "author": "casino bonus",
    "email": "promo@spin-bonus.example",
    "url": "https://spin-bonus.example",
    "label": "spam",
}
HAM = {"text": "Na elf jaar ging hij weg. Ik weet nog steeds niet waarom.", "author": "Lia", "label": "ham"}


def lines(*values: object) -> bytes:
    """Return `values` as lines; what is bytes already, as it is."""
    return b"".join((v if isinstance(v, bytes) else json.dumps(v).encode()) + b"\n" for v in values)


class CommandCase(TestCase):
    def setUp(self):
        self.file = Path(self.enterContext(tempfile.TemporaryDirectory())) / "lines.jsonl"

    def run_on(self, command: str, content: bytes, **options: object) -> str:
        self.file.write_bytes(content)
        out = io.StringIO()
        call_command(command, str(self.file), stdout=out, **options)
        return out.getvalue()


class LearnTests(CommandCase):
    def totals(self) -> tuple[int, int] | None:
        return SpamFeature.objects.filter(feature=SpamFeature.TOTALS).values_list("spam", "ham").first()

    def test_learns_every_line_and_says_how_many(self):
        said = self.run_on(
            "comments_learn", lines(SPAM, b"", HAM, {"label": "HAM"}, {"text": None, "label": "spam"})
        )
        self.assertEqual(said, "Geleerd: 4 reacties (2 spam, 2 echt).\n")
        self.assertEqual(self.totals(), (2, 2))

    def test_a_bad_line_is_named_and_nothing_is_learned(self):
        bad = {
            b"{": "Regel 3: dit is geen geldige JSON.",
            b'"tekst"': "Regel 3: hier hoort een object te staan",
            b'{"text": "hoi"}': "Regel 3: ‘label’ ontbreekt",
            b'{"text": "hoi", "label": "weg"}': "Regel 3: ‘label’ moet ‘spam’ of ‘ham’ zijn.",
            b'{"text": 5, "label": "ham"}': "Regel 3: ‘text’ moet tekst zijn.",
            b'{"text": "\xff", "label": "ham"}': "Regel 3: dit is geen UTF-8.",
            b"[" * 100_000: "Regel 3: dit is geen geldige JSON.",
        }
        for line, expected in bad.items():
            with self.subTest(expected), self.assertRaises(CommandError) as raised:
                self.run_on("comments_learn", lines(SPAM, b" ", line, HAM))
            self.assertIn(expected, str(raised.exception))
            self.assertIn("Er is niets geleerd", str(raised.exception))
        self.assertIsNone(self.totals())

    def test_all_bad_lines_are_named_at_once(self):
        with self.assertRaises(CommandError) as raised:
            self.run_on("comments_learn", lines(b"{", SPAM, b"}"))
        self.assertIn("Regel 1:", str(raised.exception))
        self.assertIn("Regel 3:", str(raised.exception))

    def test_missing_file_is_named(self):
        with self.assertRaises(CommandError) as raised:
            call_command("comments_learn", "/nergens/niets.jsonl")
        self.assertEqual(
            str(raised.exception), "/nergens/niets.jsonl is niet te lezen: dat bestand is er niet."
        )

    def test_folder_is_no_file(self):
        with self.assertRaises(CommandError) as raised:
            call_command("comments_learn", str(self.file.parent))
        self.assertEqual(str(raised.exception), f"{self.file.parent} is niet te lezen: dat is een map.")

    def test_one_is_named_as_one(self):
        self.assertEqual(self.run_on("comments_learn", lines(HAM)), "Geleerd: 1 reactie (0 spam, 1 echt).\n")

    def test_byte_order_mark_is_no_error(self):
        self.assertIn("1 spam", self.run_on("comments_learn", b"\xef\xbb\xbf" + lines(SPAM)))

    def test_reads_standard_input(self):
        with patch.object(sys, "stdin", io.TextIOWrapper(io.BytesIO(lines(HAM)))):
            call_command("comments_learn", "-", stdout=io.StringIO())
        self.assertEqual(self.totals(), (0, 1))


class EvalTests(CommandCase):
    def test_prints_figures_and_the_worst_of_both_kinds(self):
        said = self.run_on(
            "comments_spam_eval", lines(SPAM, HAM, {**SPAM, "label": "ham"}, {**HAM, "label": "spam"}, HAM)
        )
        self.assertIn("Reacties: 5 (2 spam, 3 echt)", said)
        self.assertIn("Precisie (precision): 50,0 % (1 van 2)", said)
        self.assertIn("Herkende spam (recall): 50,0 % (1 van 2)", said)
        self.assertIn("Vals alarm (false alarms): 33,3 % (1 van 3)", said)
        self.assertIn("Echte reacties die als spam werden aangemerkt", said)
        self.assertIn("Spam die niet werd herkend", said)
        self.assertIn("woorden over gokken", said)

    def test_half_a_character_is_measured_and_shown_like_any_other(self):
        said = self.run_on("comments_spam_eval", b'{"text": "\\ud800 kapot", "label": "spam"}\n')
        self.assertIn("\ufffd kapot", said)

    def test_negative_number_of_misses_is_refused(self):
        with self.assertRaises(CommandError) as raised:
            self.run_on("comments_spam_eval", lines(SPAM), worst=-1)
        self.assertEqual(str(raised.exception), "--worst is een aantal: 0 of meer.")

    def test_nothing_to_measure_is_no_error(self):
        self.assertIn("– (0 van 0)", self.run_on("comments_spam_eval", b"\n"))

    def test_learns_nothing(self):
        self.run_on("comments_spam_eval", lines(SPAM, HAM))
        self.assertFalse(SpamFeature.objects.exists())

    def test_a_bad_line_is_named(self):
        with self.assertRaises(CommandError) as raised:
            self.run_on("comments_spam_eval", lines(SPAM, b"nee"))
        self.assertIn("Regel 2: dit is geen geldige JSON.", str(raised.exception))


class ClassifyTests(TestCase):
    def classify(self, content: bytes) -> str:
        out = io.StringIO()
        call_command("comments_classify", stdin=io.BytesIO(content), stdout=out)
        return out.getvalue()

    def test_each_line_has_its_answer_in_order_whatever_its_label(self):
        said = self.classify(lines(HAM, b"", SPAM, {"text": "Dank je wel!"}, {**SPAM, "label": "ham"}, {}))
        self.assertEqual(said.split(), ["ham", "ham", "spam", "ham", "spam", "ham"])

    def test_a_bad_line_keeps_its_place_and_the_rest_is_judged(self):
        out, err = io.StringIO(), io.StringIO()
        with self.assertRaises(CommandError) as raised:
            call_command(
                "comments_classify", stdin=io.BytesIO(lines(SPAM, b"{", SPAM)), stdout=out, stderr=err
            )
        self.assertEqual(out.getvalue().split(), ["spam", "ham", "spam"])
        self.assertIn("Regel 2: dit is geen geldige JSON.", err.getvalue())
        self.assertIn("1 regel niet te lezen", str(raised.exception))

    def test_each_answer_comes_before_the_next_line(self):
        answers = []
        to_command, from_us = os.pipe()
        to_us, from_command = os.pipe()

        def type_and_wait() -> None:
            with open(from_us, "wb") as typing, open(to_us, "rb") as reading:
                for value in (SPAM, HAM, SPAM):
                    typing.write(lines(value))
                    typing.flush()
                    ready, _, _ = select.select([reading], [], [], 30)
                    answers.append(reading.readline() if ready else b"no answer")

        reader = Thread(target=type_and_wait)
        reader.start()
        with open(to_command, "rb") as stdin, open(from_command, "w") as stdout:
            call_command("comments_classify", stdin=stdin, stdout=stdout)
            reader.join(timeout=60)
        self.assertEqual(answers, [b"spam\n", b"ham\n", b"spam\n"])

    def test_reads_standard_input(self):
        out = io.StringIO()
        with patch.object(sys, "stdin", io.TextIOWrapper(io.BytesIO(lines(SPAM)))):
            call_command("comments_classify", stdout=out)
        self.assertEqual(out.getvalue(), "spam\n")
