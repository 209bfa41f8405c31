"""Guarantee S2: nothing is public before the coach approves it, and real reactions are not taken for spam."""

import json
from itertools import cycle
from pathlib import Path

from django.core.cache import cache
from django.test import TestCase
from django.urls import reverse

from comments.models import Comment, Status
from comments.spam.evaluation import evaluate
from comments.spam.learning import learn_many
from tests.comments.factories import FROM_OUR_PAGE, make_page, open_for_comments, typed
from tests.comments.spam.test_filter_figures import read

HERE = Path(__file__).parent.parent / "comments" / "spam"
SETS = {"decisions_200.jsonl": "unseen", "second_decisions_200.jsonl": "second_unseen"}


def lines(name: str) -> list[dict[str, str]]:
    return [json.loads(line) for line in (HERE / name).read_text(encoding="utf-8").splitlines()]


class NothingUnapproved(TestCase):
    def test_s2_nothing_that_visitors_send_is_public_by_itself(self) -> None:
        self.enterContext(open_for_comments())
        page = make_page()
        address = reverse("comments:post", args=[page.pk])
        sent = [line for name in ("unseen_spam.jsonl", "unseen_ham.jsonl") for line in lines(name)[:60]]
        honey = cycle(["", "", "", "https://spam.example"])
        for number, line in enumerate(sent):
            # The limits are another guarantee.
            cache.clear()
            values = {
                "text": line["text"],
                "name": line.get("author") or "Wie dan ook",
                "email": f"wie{number}@lezer.example",
                "onderwerp": next(honey),
            }
            response = self.client.post(address, typed(page, **values), headers=FROM_OUR_PAGE)
            self.assertIn(response.status_code, (303, 422), line["text"])
        stored = Comment.objects.all()
        self.assertGreater(stored.count(), 100)
        self.assertEqual(set(stored.values_list("status", flat=True)), {Status.PENDING, Status.SPAM})
        shown = self.client.get(page.url).content.decode() + self.client.get("/feed/").content.decode()
        listed = self.client.get(reverse("comments:conversation", args=[page.pk])).content.decode()
        for comment in stored:
            words = comment.text.split("\n")[0][:40]
            if len(words) > 20:
                self.assertNotIn(words, shown)
                self.assertNotIn(words, listed)


class FalseAlarms(TestCase):
    def test_s2_at_most_one_real_reaction_in_two_hundred_is_taken_for_spam(self) -> None:
        for decisions, unseen in SETS.items():
            with self.subTest(unseen):
                cache.clear()
                learn_many(read(decisions))
                found = evaluate(read(f"{unseen}_ham.jsonl") + read(f"{unseen}_spam.jsonl"))
                self.assertGreaterEqual(found.ham, 300)
                self.assertLessEqual(found.false_alarm_share, 0.005)
                self.assertGreaterEqual(found.recall, 0.95)
