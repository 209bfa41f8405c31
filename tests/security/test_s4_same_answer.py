"""Guarantee S4: nobody learns from the sign-up form whether an address is known here."""

from django.test import override_settings
from post_office.models import Email

from leads.models import ConsentEvent, SignUp
from leads.services.confirming import confirm
from leads.services.signing_up import request_magnet
from leads.services.unsubscribing import unsubscribe
from mailing import allowance
from mailing.models import Suppression
from mailing.services import suppress
from tests.leads.gifts import last_token
from tests.leads.visitors import VisitorTestCase
from tests.security.statements import statements

NEW = "nieuw@voorbeeld.nl"
ASKED = "gevraagd@voorbeeld.nl"
CONFIRMED = "bekend@voorbeeld.nl"
LEFT = "afgemeld@voorbeeld.nl"
BLOCKED = "geblokkeerd@voorbeeld.nl"
USED_UP = "te-vaak@voorbeeld.nl"
DOUBLE_CLICK = "dubbelklik@voorbeeld.nl"
ALL = (NEW, ASKED, CONFIRMED, LEFT, BLOCKED, USED_UP, DOUBLE_CLICK)


@override_settings(GUARD_LIMITS={"sign-up": [(100, 600)]})
class SameAnswer(VisitorTestCase):
    def setUp(self):
        super().setUp()
        for email in (ASKED, CONFIRMED, LEFT):
            request_magnet(self.magnet, email, first_name="Eerder")
            if email != ASKED:
                confirm(last_token("aanmelden/bevestigen"))
        unsubscribe(last_token("afmelden"))
        suppress(BLOCKED, Suppression.Scope.ALL, Suppression.Reason.COMPLAINED)
        for _ in range(allowance.A_DAY):
            allowance.take(USED_UP)
        self.post(email=DOUBLE_CLICK)

    def answer(self, **values):
        response = self.post(**values)
        following = self.client.get(response["Location"])
        return [
            # The number of a request follows from nothing.
            (
                answer.status_code,
                sorted((dict(answer.headers.items()) | {"X-Request-ID": ""}).items()),
                answer.content,
                str(answer.cookies),
            )
            for answer in (response, following)
        ]

    def test_answer_is_the_same_to_the_byte(self):
        expected = self.answer(email="eerste@voorbeeld.nl")
        for email in ALL:
            with self.subTest(email):
                assert self.answer(email=email) == expected
        assert self.answer(email="robot@voorbeeld.nl", onderwerp="koop nu") == expected

    def test_work_is_the_same_to_the_statement(self):
        with statements() as expected:
            self.post(email="eerste@voorbeeld.nl")
        assert any("post_office_email" in sql for sql in expected)
        for email in ALL:
            with self.subTest(email), statements() as done:
                self.post(email=email)
            assert done == expected, email

    def test_what_is_kept_differs_all_the_same(self):
        before = Email.objects.count()
        for email, mails, times in (
            (NEW, 1, [1]),
            (ASKED, 1, [1, 1]),
            (CONFIRMED, 1, [1, 1]),
            (BLOCKED, 0, [1]),
            (USED_UP, 0, []),
            (DOUBLE_CLICK, 0, [2]),
        ):
            with self.subTest(email):
                self.post(email=email)
                assert Email.objects.count() - before == mails
                asked = SignUp.objects.filter(subscriber__email=email).values_list("times_asked", flat=True)
                assert list(asked) == times
            before = Email.objects.count()

    def test_nobody_is_told_whether_they_read_the_newsletter(self):
        consents = ConsentEvent.objects.count()
        with statements() as without:
            self.post(email=CONFIRMED)
        with statements() as ticked:
            self.post(email=LEFT, newsletter="on")
        assert without == ticked
        assert ConsentEvent.objects.count() == consents
