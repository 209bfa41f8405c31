"""Mails to coaches about new reactions: to whom, when, and with what in them."""

from datetime import timedelta
from html.parser import HTMLParser

from django.contrib.auth.models import Group
from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from post_office.models import PRIORITY, Email

from comments.models import Comment, ModerationLink, ModeratorMail, Status
from comments.services.moderation_links import VALID_FOR, moderators
from comments.services.moderator_mail import send_digests, tell
from comments.services.submission import submit_comment
from guard.tokens import hash_token
from tests.comments.factories import FIRST, make_coach, make_comment, make_page

HOUR = timedelta(hours=1)
DANGER = {"danger": "niet meer leven; dood"}
SCRIPTS = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "<svg/onload=alert(1)>",
    "javascript:alert(1)//<a href='javascript:alert(1)'>klik</a>",
    "{{ 7|add:7 }}{% debug %}",
)


def wish(coach, frequency: str, **fields) -> ModeratorMail:
    values = {"digested_at": FIRST, **fields}
    return ModeratorMail.objects.create(user=coach, frequency=frequency, **values)


def link_in(text: str) -> str:
    """Return the secret of the first link in a mail."""
    return text.split("/reacties/modereren/")[1].split("/")[0]


class Elements(HTMLParser):
    """The elements of a page, what their attributes are called, and where its links lead."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.names: set[str] = set()
        self.attributes: set[str] = set()
        self.links: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list) -> None:
        self.names.add(tag)
        self.attributes.update(name for name, _ in attrs)
        self.links += [value for name, value in attrs if name in ("href", "src")]


class MailTestCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.page = make_page()
        cls.coach = make_coach()

    def come_in(self, number: int = 1, **fields) -> Comment:
        """A reaction that waits, told of a second after it came in, as happens when it is stored."""
        comment = make_comment(self.page, number, **{"status": Status.PENDING, **fields})
        tell(comment, comment.created_at + timedelta(seconds=1))
        return comment

    def mails(self) -> list[Email]:
        return list(Email.objects.order_by("pk"))


class Recipients(MailTestCase):
    def test_everyone_who_may_moderate_gets_one_mail(self):
        in_group = make_coach("joost", allowed=False)
        in_group.groups.add(Group.objects.get(name="Coach"))
        make_coach("baas", allowed=False, is_superuser=True)
        make_coach("redacteur", allowed=False)
        make_coach("vertrokken", is_active=False)
        without_address = make_coach("stil")
        without_address.email = ""
        without_address.save()

        self.come_in()

        self.assertEqual(
            sorted(mail.to[0] for mail in self.mails()),
            ["baas@tussentij.example", "joost@tussentij.example", "marit@tussentij.example"],
        )
        self.assertEqual({mail.delivery.kind for mail in self.mails()}, {"new-comment"})

    def test_submitting_a_reaction_tells_the_coach_and_spam_does_not(self):
        values = {"page": self.page, "parent": None, "name": "Hanne", "website": ""}
        submit_comment(**values, email="h@voorbeeld.example", text="Dit helpt.", network="a")
        submit_comment(**values, email="i@voorbeeld.example", text="Koop nu.", network="b", trapped=True)

        (mail,) = self.mails()
        self.assertIn("Dit helpt.", mail.message)

    def test_nobody_to_tell_is_no_problem(self):
        self.coach.delete()
        self.come_in()
        self.assertEqual((self.mails(), send_digests(FIRST + HOUR)), ([], 0))

    def test_finding_the_coaches_is_one_query_however_many(self):
        for number in range(4):
            make_coach(f"coach{number}")
        with CaptureQueriesContext(
            connection,
        ) as queries:
            self.assertEqual(len(moderators()), 5)
        self.assertEqual(len(queries), 1)

    def test_a_coach_more_costs_only_the_writing_of_one_mail_more(self):
        def count() -> int:
            with CaptureQueriesContext(connection) as queries:
                self.come_in(Comment.objects.count() + 1)
            return len(queries)

        self.come_in(50)
        one = count()
        make_coach("joost")
        self.come_in(51)
        two = count()
        make_coach("saar")
        self.come_in(52)
        self.assertEqual(count() - two, two - one)


class Contents(MailTestCase):
    def test_mail_holds_the_whole_reaction_its_article_and_one_way_to_decide(self):
        text = "Ik las dit drie keer. " * 200
        comment = self.come_in(text=text, author_name="Hanne", page_url="https://tussentij.example/blog/ex/")

        (mail,) = self.mails()
        self.assertEqual(mail.subject, "Nieuwe reactie bij ‘Geen contact met je ex’")
        for body in (mail.message, mail.html_message):
            self.assertIn(text.strip(), body)
            self.assertIn("Hanne schreef een reactie", body)
            self.assertIn("https://tussentij.example/blog/ex/", body)
            self.assertIn("Lees en beslis", body)
            self.assertIn("http://localhost/admin/account/#tab-notifications", body)
        token = link_in(mail.message)
        self.assertEqual(link_in(mail.html_message), token)
        link = ModerationLink.objects.get()
        self.assertEqual((link.comment, link.user), (comment, self.coach))
        self.assertEqual(link.token_hash, hash_token(token))
        self.assertEqual(link.expires_at - link.created_at, VALID_FOR)

    def test_mail_says_what_is_answered_and_what_the_filter_thought(self):
        parent = make_comment(self.page, 8, author_name="Femke", text="Drie uur geslapen.")
        self.come_in(parent=parent, spam_score=0.61)

        (mail,) = self.mails()
        for body in (mail.message, mail.html_message):
            self.assertIn("ls antwoord op Femke:", body)
            self.assertIn("‘Drie uur geslapen.’", body)
            self.assertIn("Het spamfilter twijfelt.", body)

    def test_danger_stands_on_top_and_in_the_subject(self):
        self.come_in(**DANGER)

        (mail,) = self.mails()
        self.assertEqual(mail.subject, "Let op: nieuwe reactie bij ‘Geen contact met je ex’")
        self.assertEqual(mail.priority, PRIORITY.high)
        for body in (mail.message, mail.html_message):
            self.assertIn("‘niet meer leven’, ‘dood’", body)
            self.assertLess(body.index("niet meer leven"), body.index("Reactie nummer 1."))

    def test_scripts_are_plain_words_in_both_mails(self):
        other = make_coach("joost")
        wish(other, "hourly")
        for number, script in enumerate(SCRIPTS):
            parent = make_comment(self.page, 20 + number, author_name=script, text=script)
            self.come_in(
                number,
                author_name=script,
                text=script,
                page_title=script,
                parent=parent,
                danger=script,
                spam_reasons=[script],
                author_url=f"https://x.example/?{script}",
            )
        ModerationLink.objects.filter(user=other).delete()
        send_digests(FIRST + 2 * HOUR)

        self.assertEqual(len(self.mails()), 2 * len(SCRIPTS) + 1)
        for mail in self.mails():
            seen = Elements(mail.html_message)
            self.assertEqual(seen.names & {"script", "img", "svg"}, set())
            self.assertEqual([name for name in seen.attributes if name.startswith("on")], [])
            self.assertEqual([link for link in seen.links if not link.startswith("http://localhost/")], [])
            self.assertNotIn("&lt;", mail.message)
        plain = self.mails()[0].message
        self.assertIn("<script>alert(1)</script>", plain)
        self.assertIn("{{ 7|add:7 }}{% debug %}", self.mails()[-1].message)

    def test_line_breaks_in_a_title_make_no_header(self):
        self.come_in(page_title="Een titel\r\nBcc: iedereen@voorbeeld.example")
        self.assertNotIn("\n", self.mails()[0].subject)
