"""Guarantee S3: whatever is filled in, and wherever, nobody gets more than three mails a day from us."""

from collections import Counter

import time_machine
from django.test import Client, TestCase
from post_office.models import Email

from comments.services import subscriptions
from guard.stamps import make_stamp
from leads.forms import SignUpForm
from leads.services.confirming import confirm
from leads.services.signing_up import request_magnet
from mailing import allowance
from mailing.addresses import mailbox_hash
from tests.comments.factories import FROM_OUR_PAGE, make_comment, make_page
from tests.comments.parallel import ParallelTestCase
from tests.leads.gifts import NOW, GiftTestCase, later, make_magnet

SPELLINGS = (
    "slacht.offer@gmail.com",
    "Slachtoffer@GMAIL.com",
    "slachtoffer+gratis@gmail.com",
    "s.l.a.c.h.t.offer+x@googlemail.com",
    " slachtoffer@gmail.com ",
)


class ManyNetworks(ParallelTestCase):
    def test_three_mails_from_all_forms_networks_and_spellings_at_once(self):
        gifts = [make_magnet(slug=f"gift-{number}", name=f"Kaart {number}") for number in range(4)]
        page = make_page()
        comments = [
            make_comment(page, number, author_email=spelling.strip().lower())
            for number, spelling in enumerate(SPELLINGS)
        ]
        statuses: list[int] = []

        def post(number: int) -> None:
            gift = gifts[number % len(gifts)]
            values = {
                "email": SPELLINGS[number // len(gifts)],
                "stamp": make_stamp(SignUpForm.form_version, gift.pk),
            }
            browser = Client(REMOTE_ADDR=f"198.51.100.{number}")
            answer = browser.post(gift.get_absolute_url(), values, headers=FROM_OUR_PAGE)
            statuses.append(answer.status_code)

        works = [lambda number=number: post(number) for number in range(len(gifts) * len(SPELLINGS))]
        asks = [lambda comment=comment: subscriptions.ask(comment) for comment in comments]
        self.all_at_once(works + asks)

        assert Counter(statuses) == {303: len(works)}
        assert self.look(lambda: Email.objects.count()) == allowance.A_DAY


class OverTime(GiftTestCase):
    def test_three_in_any_24_hours_also_over_midnight(self):
        sent = []
        for hour in range(60):
            with later(hours=hour):
                before = Email.objects.count()
                request_magnet(self.magnet, "slachtoffer@voorbeeld.nl")
                sent += [hour] * (Email.objects.count() - before)
        assert sent == [0, 1, 2, 24, 25, 26, 48, 49, 50]

    def test_double_clicks_cost_the_reader_nothing(self):
        for _ in range(10):
            self.request()
        with later(minutes=5):
            self.request()
        assert Email.objects.count() == 2

    def test_who_answers_a_mail_may_ask_on(self):
        for hour in range(6):
            with later(hours=hour):
                confirm(self.request())
        assert Email.objects.filter(subject__startswith="Nog").count() == 6

    def test_someone_elses_answer_does_not_open_the_way_to_a_victim(self):
        for hour in range(3):
            with later(hours=hour):
                request_magnet(self.magnet, "slachtoffer@voorbeeld.nl")
        confirm(self.request("dader@voorbeeld.nl"))
        assert not allowance.take("slachtoffer@voorbeeld.nl")

    def test_reactions_and_gifts_share_the_allowance(self):
        page = make_page()
        for number in range(2):
            subscriptions.ask(make_comment(page, number, author_email="slachtoffer@voorbeeld.nl"))
        for hour in range(2):
            with later(hours=hour):
                request_magnet(self.magnet, "slachtoffer@voorbeeld.nl")
        assert Email.objects.count() == 3

    def test_no_word_of_a_visitor_is_in_such_a_mail(self):
        self.request(first_name="Klik op kwaad.example")
        mail = Email.objects.get()
        assert "kwaad" not in mail.message + mail.html_message + mail.subject + str(mail.headers)


class OneMailbox(TestCase):
    def test_spellings_of_one_mailbox_are_one(self):
        assert len({mailbox_hash(spelling) for spelling in SPELLINGS}) == 1
        assert mailbox_hash("lezer@café.example") == mailbox_hash("Lezer+x@xn--caf-dma.example")

    def test_other_mailboxes_are_others(self):
        others = ("een.lezer@voorbeeld.nl", "eenlezer@voorbeeld.nl", "+x@voorbeeld.nl", "+y@voorbeeld.nl")
        assert len({mailbox_hash(other) for other in others}) == len(others)

    def test_count_is_of_24_hours(self):
        with time_machine.travel(NOW, tick=False):
            assert [allowance.take("a@voorbeeld.nl") for _ in range(5)] == [True] * 3 + [False] * 2
            with later(hours=23, minutes=59):
                assert not allowance.take("a@voorbeeld.nl")
            with later(hours=24):
                assert allowance.take("a@voorbeeld.nl")
