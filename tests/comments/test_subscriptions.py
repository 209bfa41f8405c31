from datetime import timedelta

import time_machine
from django.core.cache import cache
from django.test import TestCase
from post_office.models import Email

from comments.models import Comment, CommentAuthor, ReplySubscription, Status, SubscriptionToken
from comments.services import subscriptions, writers
from tests.comments.clock import at
from tests.comments.factories import FIRST, FROM_OUR_PAGE, make_comment, make_page
from tests.leads.gifts import last_link, link_in

HANNE = "hanne@voorbeeld.example"
LATER = FIRST + timedelta(hours=3)
# What a mail program sends on one click (RFC 8058): no header of a browser comes with it.
ONE_CLICK = {"List-Unsubscribe": "One-Click"}


class SubscriptionTestCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.page = make_page()
        cls.comment = make_comment(
            cls.page, 1, author_email=HANNE, author_name="Koop Nu", text="Kijk op casino.example"
        )

    def setUp(self):
        cache.clear()

    def ask(self, comment=None, now=FIRST):
        with at(now):
            subscriptions.ask(comment or self.comment)

    def post(self, link, now=LATER, **data):
        with at(now):
            return self.client.post(link, data, headers=FROM_OUR_PAGE)

    def get(self, link, now=LATER):
        with at(now):
            return self.client.get(link)

    def subscription(self, comment=None) -> ReplySubscription:
        return ReplySubscription.objects.select_related("author").get(comment=comment or self.comment)

    def confirmed(self, comment=None) -> ReplySubscription:
        self.ask(comment)
        self.post(last_link("reacties/bevestigen"))
        return self.subscription(comment)


class Asking(SubscriptionTestCase):
    def test_nobody_is_told_before_the_address_is_confirmed(self):
        self.ask()
        subscription = self.subscription()
        self.assertEqual(subscription.author.email, HANNE)
        self.assertFalse(subscription.is_active)

    def test_mail_holds_no_word_of_a_visitor(self):
        self.ask()
        mail = Email.objects.get()
        self.assertEqual(mail.to, [HANNE])
        self.assertIn(self.page.title, mail.message)
        for part in (mail.subject, mail.message, mail.html_message):
            self.assertNotIn("Koop", part)
            self.assertNotIn("casino", part)
        self.assertEqual(mail.headers["List-Unsubscribe-Post"], "List-Unsubscribe=One-Click")

    def test_database_knows_only_the_hash_of_a_secret(self):
        self.ask()
        secret = last_link("reacties/bevestigen").split("/")[-2]
        self.assertEqual(len(secret), 43)
        self.assertFalse(SubscriptionToken.objects.filter(token_hash=secret).exists())

    def test_second_click_within_a_minute_gets_no_second_mail(self):
        self.ask()
        self.ask(now=FIRST + timedelta(seconds=59))
        self.assertEqual(Email.objects.count(), 1)
        self.ask(now=FIRST + timedelta(seconds=61))
        self.assertEqual(Email.objects.count(), 2)

    def test_address_gets_at_most_three_such_mails_a_day(self):
        comments = [make_comment(self.page, 10 + number, author_email=HANNE) for number in range(5)]
        with time_machine.travel(FIRST, tick=False):
            for comment in comments:
                subscriptions.ask(comment)
            subscriptions.ask(make_comment(self.page, 20, author_email="wout@voorbeeld.example"))
        self.assertEqual(sum(mail.to == [HANNE] for mail in Email.objects.all()), 3)
        self.assertEqual(Email.objects.count(), 4)
        with time_machine.travel(FIRST + timedelta(days=1), tick=False):
            subscriptions.ask(comments[4])
        self.assertEqual(Email.objects.count(), 5)

    def test_withdrawing_does_not_begin_the_count_anew(self):
        with time_machine.travel(FIRST, tick=False):
            for number in range(5):
                comment = make_comment(self.page, 10 + number, author_email=HANNE)
                subscriptions.ask(comment)
                writers.withdraw(comment, FIRST)
            CommentAuthor.objects.all().delete()
            subscriptions.ask(self.comment)
        self.assertEqual(Email.objects.count(), 3)

    def test_refused_reaction_mails_nobody_and_its_page_says_the_same(self):
        for number, status in enumerate((Status.SPAM, Status.TRASH)):
            with self.subTest(status=status):
                comment = make_comment(self.page, 10 + number, author_email=HANNE, status=status)
                self.ask(comment)
                self.assertFalse(Email.objects.exists())
                self.assertTrue(ReplySubscription.objects.filter(comment=comment).exists())

    def test_who_never_confirmed_and_pressed_stop_gets_no_further_mail(self):
        for choice in ({}, {"wat": "alles"}):
            with self.subTest(choice=choice):
                CommentAuthor.objects.all().delete()
                Email.objects.all().delete()
                self.ask()
                response = self.post(last_link("reacties/afmelden"), **choice)
                self.assertContains(response, "Je krijgt geen bericht meer")
                self.ask(now=LATER)
                self.ask(make_comment(self.page, 12, author_email=HANNE), now=LATER)
                self.assertEqual(Email.objects.count(), 1)
                Comment.objects.filter(author_name="Lezer 12").delete()

    def test_who_said_no_to_one_conversation_is_not_asked_about_it_again(self):
        self.confirmed()
        other = make_comment(self.page, 12, author_email=HANNE)
        self.ask(other)
        self.post(link_in(Email.objects.latest("pk"), "reacties/afmelden"))
        self.ask(other, now=LATER)
        self.assertEqual(Email.objects.count(), 2)

    def test_each_reaction_is_confirmed_by_itself(self):
        self.confirmed()
        other = make_comment(self.page, 2, author_email=HANNE)
        self.ask(other)
        self.assertEqual(Email.objects.count(), 2)
        self.assertFalse(self.subscription(other).is_active)

    def test_what_is_confirmed_needs_no_further_mail(self):
        self.confirmed()
        self.ask(now=LATER)
        self.assertEqual(Email.objects.count(), 1)

    def test_withdrawn_or_anonymous_asks_for_nothing(self):
        for fields in ({"withdrawn_at": FIRST}, {"author_email": ""}):
            self.ask(make_comment(self.page, 3, **fields))
        self.assertFalse(CommentAuthor.objects.exists())


class Confirming(SubscriptionTestCase):
    def test_looking_changes_nothing_and_the_button_confirms(self):
        self.ask()
        link = last_link("reacties/bevestigen")
        response = self.get(link)
        self.assertContains(response, "Ja, stuur mij bericht")
        self.assertEqual((response["Cache-Control"], response["X-Robots-Tag"]), ("no-store", "noindex"))
        self.assertFalse(self.subscription().is_active)
        self.assertRedirects(self.post(link), link, status_code=303, fetch_redirect_response=False)
        subscription = self.subscription()
        self.assertEqual((subscription.confirmed_at, subscription.author.confirmed_at), (LATER, LATER))
        self.assertTrue(subscription.is_active)
        self.assertContains(self.get(link), "Het is geregeld")

    def test_doing_it_again_changes_nothing(self):
        self.ask()
        link = last_link("reacties/bevestigen")
        for hours in (1, 2, 3, 60):
            self.assertEqual(self.post(link, now=FIRST + timedelta(hours=hours)).status_code, 303)
        self.assertEqual(self.subscription().confirmed_at, FIRST + timedelta(hours=1))

    def test_link_that_is_too_old_offers_a_fresh_one(self):
        self.ask()
        link, late = last_link("reacties/bevestigen"), FIRST + timedelta(hours=48)
        for response in (self.get(link, now=late), self.post(link, now=late)):
            self.assertContains(response, "Stuur me een verse link", status_code=410)
        self.assertFalse(self.subscription().is_active)
        self.assertContains(self.post(link, now=late, opnieuw="ja"), "Kijk even in je mail")
        self.assertNotEqual(last_link("reacties/bevestigen"), link)
        self.post(last_link("reacties/bevestigen"), now=late)
        self.assertTrue(self.subscription().is_active)

    def test_used_link_brings_nothing_back_to_who_stopped_since(self):
        self.ask()
        confirm, stop = last_link("reacties/bevestigen"), last_link("reacties/afmelden")
        self.post(confirm)
        self.post(stop)
        self.assertEqual(self.post(confirm).status_code, 410)
        self.assertFalse(self.subscription().is_active)

    def test_asking_anew_lifts_an_earlier_stop_once_confirmed(self):
        self.confirmed()
        self.post(last_link("reacties/afmelden"), wat="alles")
        self.ask(now=LATER + timedelta(hours=1))
        self.assertFalse(self.subscription().is_active)
        self.post(last_link("reacties/bevestigen"), now=LATER + timedelta(hours=2))
        self.assertTrue(self.subscription().is_active)

    def test_confirming_one_conversation_after_a_stop_leaves_the_others_stopped(self):
        self.confirmed()
        stop, new = last_link("reacties/afmelden"), make_comment(self.page, 2, author_email=HANNE)
        self.post(stop, wat="alles")
        self.confirmed(new)
        self.assertTrue(self.subscription(new).is_active)
        self.assertFalse(self.subscription().is_active)
        self.assertEqual(self.subscription().stopped_at, LATER)

    def test_unknown_and_swapped_links_do_nothing(self):
        self.ask()
        stop = last_link("reacties/afmelden").split("/")[-2]
        confirm = last_link("reacties/bevestigen").split("/")[-2]
        for link in ("bevestigen/geheim", f"bevestigen/{stop}", f"afmelden/{confirm}"):
            with self.subTest(link=link.split("/")[0]):
                self.assertContains(self.post(f"/reacties/{link}/"), "kennen we niet", status_code=404)
        self.assertFalse(self.subscription().is_active)

    def test_post_from_elsewhere_confirms_nothing(self):
        self.ask()
        link = last_link("reacties/bevestigen")
        with at(LATER):
            response = self.client.post(link, headers={"Sec-Fetch-Site": "cross-site"})
        self.assertContains(response, "csrfmiddlewaretoken", status_code=403)
        self.assertFalse(self.subscription().is_active)


class Stopping(SubscriptionTestCase):
    def setUp(self):
        super().setUp()
        self.confirmed()
        self.link = last_link("reacties/afmelden")

    def active(self, comment=None) -> bool:
        return self.subscription(comment).is_active

    def test_looking_changes_nothing_and_shows_two_choices(self):
        response = self.get(self.link)
        self.assertContains(response, "Niet meer over dit gesprek")
        self.assertContains(response, "Over geen enkel gesprek meer")
        self.assertEqual(response["Cache-Control"], "no-store")
        self.assertTrue(self.active())

    def test_one_click_of_a_mail_program_stops_the_conversation(self):
        answer = make_comment(
            self.page, 2, parent=self.comment, thread=self.comment, author_email=HANNE, text="En nog iets"
        )
        elsewhere = make_comment(self.page, 3, author_email=HANNE)
        for each in (answer, elsewhere):
            self.confirmed(each)
        response = self.client.post(self.link, ONE_CLICK)
        self.assertEqual(response.status_code, 200)
        self.assertEqual([self.active(), self.active(answer), self.active(elsewhere)], [False, False, True])

    def test_one_click_on_a_mail_about_several_conversations_stops_them_all(self):
        elsewhere = make_comment(self.page, 3, author_email=HANNE)
        self.confirmed(elsewhere)
        self.client.post(f"{self.link}?alles", ONE_CLICK)
        self.assertEqual([self.active(), self.active(elsewhere)], [False, False])

    def test_all_of_it_can_be_stopped_and_taken_up_again(self):
        self.assertContains(self.post(self.link, wat="alles"), "over geen enkel gesprek meer")
        self.assertFalse(self.active())
        self.assertContains(self.post(self.link, wat="toch"), "Je krijgt weer bericht")
        self.assertTrue(self.active())

    def test_stop_of_a_conversation_can_be_taken_back(self):
        self.assertContains(self.post(self.link, wat="gesprek"), "Toch weer bericht")
        self.assertFalse(self.active())
        self.post(self.link, wat="toch")
        self.assertTrue(self.active())

    def test_taking_back_confirms_nothing_that_never_was(self):
        other = make_comment(self.page, 2, author_email=HANNE)
        self.ask(other)
        link = link_in(Email.objects.latest("pk"), "reacties/afmelden")
        self.post(link)
        self.post(link, wat="toch")
        self.assertFalse(self.active(other))

    def test_page_promises_no_mail_to_who_confirmed_nothing(self):
        for email in (HANNE, "wout@voorbeeld.example"):
            with self.subTest(email=email):
                self.ask(make_comment(self.page, 2, author_email=email, text=email))
                link = link_in(Email.objects.latest("pk"), "reacties/afmelden")
                self.assertNotContains(self.get(link), "Je krijgt bericht van antwoorden")
                self.assertContains(self.post(link), "Je krijgt geen bericht meer")
                response = self.post(link, wat="toch")
                self.assertNotContains(response, "weer bericht")
                self.assertNotContains(response, "hoor je het weer")
                self.assertContains(response, "als je op de knop klikt")

    def test_doing_it_again_changes_nothing(self):
        for hours in (1, 2):
            self.post(self.link, now=FIRST + timedelta(hours=hours))
        self.assertEqual(self.subscription().stopped_at, FIRST + timedelta(hours=1))

    def test_other_peoples_conversations_go_on(self):
        other = make_comment(self.page, 2, parent=self.comment, thread=self.comment)
        self.confirmed(other)
        self.post(self.link, wat="alles")
        self.assertTrue(self.active(other))
