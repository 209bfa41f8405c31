from comments.models import Comment
from comments.moderation import CHANGED
from tests.comments.test_moderation import JSON, LoggedIn


class ChangedMeanwhile(LoggedIn):
    """Its writer puts other words in a reaction while the coach has the list open."""

    def setUp(self):
        super().setUp()
        self.changed, self.read, self.rest = self.waiting
        page = self.client.get("/admin/").content.decode()
        self.seen = {}
        for comment in self.waiting:
            name = f"seen-{comment.pk}"
            self.assertIn(f'name="{name}" value="{comment.fingerprint}"', page)
            self.seen[name] = comment.fingerprint
        Comment.objects.filter(pk=self.changed.pk).update(text="Heel andere woorden.")

    def test_words_that_nobody_read_are_not_published(self):
        self.decide(row=f"approve-{self.changed.pk}", **self.seen)
        self.assertEqual(self.statuses(), ["pending"] * 3)
        page = self.client.get("/admin/")
        self.assertContains(page, CHANGED)
        self.assertContains(page, "Heel andere woorden.")

    def test_script_gets_the_words_as_they_are_now(self):
        response = self.decide(headers=JSON, row=f"approve-{self.changed.pk}", **self.seen)
        answer = response.json()
        self.assertEqual((response.status_code, answer["message"], answer["events"]), (422, CHANGED, []))
        (row,) = answer["rows"]
        self.assertEqual((row["id"], row["changed"]), (self.changed.pk, True))
        self.assertIn("Heel andere woorden.", row["html"])
        self.changed.refresh_from_db()
        self.assertIn(f'value="{self.changed.fingerprint}"', row["html"])

    def test_once_read_it_can_be_approved(self):
        self.changed.refresh_from_db()
        seen = {f"seen-{self.changed.pk}": self.changed.fingerprint}
        self.decide(row=f"approve-{self.changed.pk}", **seen)
        self.assertEqual(self.statuses(), ["approved", "pending", "pending"])

    def test_of_what_is_ticked_only_the_changed_one_waits_on(self):
        pks = [comment.pk for comment in self.waiting]
        response = self.decide(headers=JSON, bulk="approve", comment=pks, **self.seen)
        self.assertEqual(self.statuses(), ["pending", "approved", "approved"])
        answer = response.json()
        self.assertEqual(answer["message"], f"2 reacties: goedgekeurd. {CHANGED}")
        self.assertEqual((response.status_code, len(answer["events"])), (200, 2))
        changed = {row["id"]: row["changed"] for row in answer["rows"]}
        self.assertEqual(changed, {self.changed.pk: True, self.read.pk: False, self.rest.pk: False})

    def test_answer_is_kept_and_not_placed(self):
        data = {"row": f"answer-{self.changed.pk}", f"answer-{self.changed.pk}": "Wat fijn.", **self.seen}
        answer = self.decide(headers=JSON, **data).json()
        self.assertEqual((answer["message"], answer["rows"][0]["changed"]), (CHANGED, True))
        response = self.decide(**data)
        for words in (CHANGED, "Wat fijn.</textarea>", "Heel andere woorden."):
            self.assertContains(response, words, status_code=422)
        self.assertEqual(self.statuses(), ["pending"] * 3)
