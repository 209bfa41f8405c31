"""The page behind the link in a coach's mail."""

from functools import partial

from django.contrib.auth.models import Group
from django.test import Client, TestCase
from django.utils import timezone

from comments.decision_form import ANSWER_LEFT, NO_ANSWER, NO_CHOICE
from comments.models import MAX_TEXT, Comment, CommentEvent, ModerationLink, Status
from comments.services import decisions
from comments.services.moderation_links import make_links
from comments.views.moderation_link import CHANGED, REFUSED
from tests.comments.factories import FROM_OUR_PAGE, make_coach, make_comment, make_page
from tests.comments.parallel import ParallelTestCase
from tests.comments.test_moderator_mail import SCRIPTS, Elements

AT_ONCE = 12
ELSEWHERE = {"Sec-Fetch-Site": "cross-site"}


def link_to(comment: Comment, coach) -> str:
    """Return the address that stands in a mail."""
    return f"/reacties/modereren/{make_links(coach, [comment], timezone.now())[comment.pk]}/"


class LinkTestCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.page = make_page()
        cls.coach = make_coach()
        cls.comment = make_comment(cls.page, 1, status=Status.PENDING, author_name="Hanne")
        cls.address = link_to(cls.comment, cls.coach)

    def press(self, decision: str, text: str = "", headers=FROM_OUR_PAGE, **values):
        data = {"decision": decision, "text": text, "seen": self.comment.fingerprint, **values}
        return self.client.post(self.address, data, headers=headers)

    def assert_untouched(self):
        self.comment.refresh_from_db()
        self.assertEqual(self.comment.status, Status.PENDING)
        self.assertEqual(CommentEvent.objects.count(), 0)
        self.assertIsNone(ModerationLink.objects.get().used_at)


class Showing(LinkTestCase):
    def test_page_shows_all_that_helps_to_judge(self):
        parent = make_comment(self.page, 2, author_name="Femke", text="Drie uur geslapen.")
        make_comment(self.page, 3, author_email=self.comment.author_email)
        make_comment(self.page, 4, author_email=self.comment.author_email, status=Status.SPAM)
        Comment.objects.filter(pk=self.comment.pk).update(
            parent=parent, danger="dood", spam_score=0.7, author_url="https://hanne.example/"
        )
        response = self.client.get(self.address)
        for shown in (
            "Reactie van Hanne",
            "Reactie nummer 1.",
            "Drie uur geslapen.",
            "Geen contact met je ex",
            "‘dood’",
            "1 goedgekeurd, 1 weggelegd",
            "https://hanne.example/",
            "Keur goed",
            "Spam",
            "Prullenbak",
            "Antwoord en keur goed",
        ):
            self.assertContains(response, shown)
        self.assertNotContains(response, "Het spamfilter")

    def test_doubt_of_the_filter_is_told_where_nobody_is_in_danger(self):
        Comment.objects.filter(pk=self.comment.pk).update(spam_score=0.7)
        self.assertContains(self.client.get(self.address), "Het spamfilter twijfelt.")

    def test_opening_changes_nothing_however_often(self):
        for _ in range(20):
            self.client.get(self.address)
            self.assertEqual(self.client.head(self.address).status_code, 200)
        self.assert_untouched()

    def test_nobody_keeps_or_lists_the_page(self):
        response = self.client.get(self.address)
        self.assertEqual(response["Cache-Control"], "no-store")
        self.assertIn("noindex", response["X-Robots-Tag"])
        self.assertContains(response, '<meta name="robots" content="noindex, nofollow">')
        self.assertFalse(response.cookies)

    def test_who_is_logged_in_here_plays_no_part(self):
        self.client.force_login(make_coach("joost"))
        self.assertNotIn("Cookie", self.client.get(self.address).get("Vary", ""))
        self.press("approve")
        self.assertEqual(CommentEvent.objects.get().user, self.coach)

    def test_scripts_are_plain_words(self):
        for script in SCRIPTS:
            Comment.objects.update(
                author_name=script[:80], text=script, page_title=script, danger=script, spam_reasons=[script]
            )
            seen = Elements(self.client.get(self.address).content.decode())
            self.assertEqual([name for name in seen.attributes if name.startswith("on")], [])
            self.assertEqual([link for link in seen.links if "javascript" in link.lower()], [])
            self.assertNotIn("alert", "".join(seen.names))

    def test_write_up_is_refused_to_other_methods(self):
        self.assertEqual(self.client.put(self.address).status_code, 405)


class Deciding(LinkTestCase):
    def test_each_button_does_what_it_says_in_the_coachs_name(self):
        for decision, status, said in (
            ("approve", Status.APPROVED, "Goedgekeurd"),
            ("spam", Status.SPAM, "Als spam weggelegd"),
            ("trash", Status.TRASH, "In de prullenbak"),
        ):
            with self.subTest(decision):
                self.comment = make_comment(self.page, 5, status=Status.PENDING)
                self.address = link_to(self.comment, self.coach)
                response = self.press(decision)
                self.assertContains(response, said)
                self.assertContains(response, "/admin/reacties/")
                self.assertEqual(response["Cache-Control"], "no-store")
                event = self.comment.events.get()
                self.assertEqual((event.to_status, event.origin), (status, "mail"))
                self.assertEqual((event.user, event.user_name), (self.coach, "Marit van Wezel"))

    def test_answer_and_approve_in_one_go(self):
        response = self.press("answer", "Dag Hanne, wat fijn.")
        self.assertContains(response, "Goedgekeurd, met je antwoord")
        answer = self.comment.replies.get()
        self.assertEqual((answer.text, answer.author_name), ("Dag Hanne, wat fijn.", "Marit van Wezel"))
        self.assertEqual((answer.staff_author, answer.status), (self.coach, Status.APPROVED))
        self.comment.refresh_from_db()
        self.assertEqual(self.comment.status, Status.APPROVED)
        self.assertEqual(set(CommentEvent.objects.values_list("origin", flat=True)), {"mail"})

    def test_mistakes_keep_the_text_and_the_link(self):
        for decision, text, message in (
            ("answer", "", NO_ANSWER),
            ("answer", "a" * (MAX_TEXT + 1), "langer dan 5.000 tekens"),
            ("approve", "Dag Hanne,", ANSWER_LEFT),
            ("weg", "Dag Hanne,", NO_CHOICE),
            ("", "Dag Hanne,", NO_CHOICE),
        ):
            with self.subTest(decision=decision, length=len(text)):
                response = self.press(decision, text)
                self.assertContains(response, message, status_code=422)
                self.assertContains(response, text, status_code=422)
                self.assert_untouched()
        self.assertEqual(self.press("answer", "Dag Hanne,").status_code, 200)

    def test_words_changed_meanwhile_are_shown_before_they_are_judged(self):
        Comment.objects.update(text="Iets heel anders.")
        response = self.press("approve")
        self.assertContains(response, CHANGED, status_code=409)
        self.assertContains(response, "Iets heel anders.", status_code=409)
        self.assert_untouched()
        self.comment.refresh_from_db()
        self.assertContains(response, self.comment.fingerprint, status_code=409)
        self.assertEqual(self.press("approve").status_code, 200)

    def test_article_that_is_gone_leaves_judging_but_no_answering(self):
        self.page.delete()
        self.comment.refresh_from_db()
        self.assertNotContains(self.client.get(self.address), "Antwoord en keur goed")
        self.assertContains(self.press("answer", "Dag."), NO_CHOICE, status_code=422)
        self.assertContains(self.press("trash"), "In de prullenbak")


class FromElsewhere(LinkTestCase):
    def test_post_from_another_site_is_refused_with_the_text_kept(self):
        response = self.press("answer", "Dag Hanne,", headers=ELSEWHERE)
        self.assertContains(response, REFUSED, status_code=403)
        self.assertContains(response, "Dag Hanne,", status_code=403)
        self.assert_untouched()

    def test_browser_that_says_nothing_gets_through_with_a_token(self):
        self.client = Client(enforce_csrf_checks=True)
        refused = self.press("approve", headers={})
        self.assertEqual(refused.status_code, 403)
        token = refused.content.decode().split('name="csrfmiddlewaretoken" value="')[1].split('"')[0]
        mistaken = self.press("answer", "", headers={}, csrfmiddlewaretoken=token)
        self.assertContains(mistaken, "csrfmiddlewaretoken", status_code=422)
        self.assertEqual(self.press("approve", headers={}, csrfmiddlewaretoken=token).status_code, 200)


class DeadLinks(LinkTestCase):
    def assert_dead(self, status: int, said: str):
        for response in (self.client.get(self.address), self.press("approve")):
            self.assertContains(response, said, status_code=status)
            self.assertContains(response, "/admin/reacties/", status_code=status)
            self.assertNotContains(response, "Reactie nummer 1.", status_code=status)
            self.assertEqual(response["Cache-Control"], "no-store")
        self.comment.refresh_from_db()
        self.assertEqual(self.comment.status, Status.PENDING)

    def test_unknown(self):
        self.address = "/reacties/modereren/onbekend/"
        self.assert_dead(404, "Deze link kennen we niet")

    def test_after_a_week(self):
        self.assert_works()
        ModerationLink.objects.update(expires_at=timezone.now())
        self.assert_dead(410, "Deze link is verlopen")

    def test_of_a_coach_who_left(self):
        type(self.coach).objects.update(is_active=False)
        self.assert_dead(404, "Deze link kennen we niet")

    def test_of_a_coach_who_may_no_longer_moderate(self):
        self.coach.user_permissions.clear()
        self.assert_dead(404, "Deze link kennen we niet")

    def test_of_a_coach_who_may_by_group(self):
        self.coach.user_permissions.clear()
        self.coach.groups.add(Group.objects.get(name="Coach"))
        self.assert_works()

    def test_used_once_even_when_the_reaction_waits_again(self):
        self.press("approve")
        decisions.set_status([self.comment], Status.PENDING, self.coach)
        self.assert_dead(410, "Deze link is al gebruikt")

    def assert_works(self):
        self.assertContains(self.client.get(self.address), "Reactie nummer 1.")


class JudgedBySomeoneElse(LinkTestCase):
    def test_says_who_and_when_and_does_nothing(self):
        joost = make_coach("joost", first_name="Joost", last_name="Aldering")
        decisions.set_status([self.comment], Status.TRASH, joost)
        event = CommentEvent.objects.get()
        CommentEvent.objects.update(created_at=event.created_at.replace(2026, 3, 15, 9, 5))

        shown, posted = self.client.get(self.address), self.press("answer", "Dag Hanne,")

        for response, status in ((shown, 200), (posted, 409)):
            self.assertContains(response, "in de prullenbak gelegd door Joost Aldering", status_code=status)
            self.assertContains(response, "zondag 15 maart 2026, 10:05", status_code=status)
        self.assertContains(posted, "Dag Hanne,", status_code=409)
        self.assertEqual((Comment.objects.count(), CommentEvent.objects.count()), (1, 1))
        self.assertIsNone(ModerationLink.objects.get().used_at)

    def test_withdrawn_by_its_writer(self):
        Comment.objects.update(status=Status.TRASH, withdrawn_at=timezone.now())
        self.assertContains(self.client.get(self.address), "De schrijver heeft deze reactie ingetrokken")


class AtTheSameMoment(ParallelTestCase):
    def test_parallel_posts_act_once(self):
        comment = make_comment(make_page(), 1, status=Status.PENDING)
        address = link_to(comment, make_coach())
        data = {"decision": "answer", "text": "Dag.", "seen": comment.fingerprint}
        answers: list[int] = []

        def press() -> None:
            answers.append(Client().post(address, data, headers=FROM_OUR_PAGE).status_code)

        self.all_at_once([press] * AT_ONCE)

        self.assertEqual(sorted(answers), [200] + [410] * (AT_ONCE - 1))
        self.assertEqual(self.look(lambda: (Comment.objects.count(), CommentEvent.objects.count())), (2, 2))

    def test_two_coaches_at_the_same_moment_decide_once(self):
        comment = make_comment(make_page(), 1, status=Status.PENDING)
        addresses = [link_to(comment, make_coach(name)) for name in ("marit", "joost")]
        answers: list[int] = []

        def press(address: str, decision: str) -> None:
            data = {"decision": decision, "seen": comment.fingerprint}
            answers.append(Client().post(address, data, headers=FROM_OUR_PAGE).status_code)

        self.all_at_once(
            [
                partial(press, addresses[0], "approve"),
                partial(press, addresses[1], "spam"),
            ]
        )

        self.assertEqual(sorted(answers), [200, 409])
        self.assertEqual(self.look(CommentEvent.objects.count), 1)
