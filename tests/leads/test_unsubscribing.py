from django.db import connection
from django.test.utils import CaptureQueriesContext
from post_office.models import Email

from leads import consents
from leads.consents import NEWSLETTER
from leads.models import ConsentEvent, SignUp, Subscriber
from leads.services.confirming import confirm
from leads.services.signing_up import request_magnet
from leads.services.unsubscribing import (
    resume,
    stop_all,
    subscribe,
    unsubscribe,
    unsubscribe_address,
    wish_of,
)
from mailing.headers import unsubscribe_headers
from mailing.models import Suppression
from mailing.services import suppress
from tests.leads.gifts import GiftTestCase, last_token, later, link_in


def recorded() -> list[tuple[str, str, str]]:
    """Return purpose, event and text of the consents, without those of the confirmation itself."""
    events = ConsentEvent.objects.order_by("pk").exclude(text__startswith="Met deze knop")
    return list(events.exclude(text=NEWSLETTER.text).values_list("purpose", "event", "text"))


class LeavingTestCase(GiftTestCase):
    def subscribed(self) -> str:
        confirm(self.request(consent=NEWSLETTER))
        return last_token("afmelden")


class UnsubscribeTests(LeavingTestCase):
    def test_newsletter_stops_and_the_withdrawal_is_recorded_once(self):
        token = self.subscribed()

        unsubscribe(token)
        unsubscribe(token)

        subscriber = Subscriber.objects.get()
        assert not subscriber.newsletter
        assert subscriber.unsubscribed_at
        assert recorded() == [("newsletter", "withdrawn", consents.UNSUBSCRIBED.text)]
        assert Suppression.objects.get().scope == Suppression.Scope.NEWSLETTER

    def test_links_in_older_mails_still_work(self):
        self.subscribed()
        first = link_in(Email.objects.earliest("pk"), "afmelden").strip("/").split("/")[-1]

        with later(days=900):
            unsubscribe(first)

        assert not Subscriber.objects.get().newsletter

    def test_gift_can_still_be_asked_for(self):
        unsubscribe(self.subscribed())

        with later(days=1):
            confirm(self.request())

        assert not Subscriber.objects.get().newsletter

    def test_ticking_the_box_again_counts_again(self):
        unsubscribe(self.subscribed())

        with later(days=1):
            confirm(self.request(consent=NEWSLETTER))

        assert Subscriber.objects.get().newsletter
        assert not Suppression.objects.exists()

    def test_box_on_a_form_still_unconfirmed_no_longer_counts(self):
        token = self.request(consent=NEWSLETTER)
        unsubscribe(last_token("afmelden"))

        confirm(token)

        assert not Subscriber.objects.get().newsletter


class PreferenceTests(LeavingTestCase):
    def test_newsletter_can_be_switched_on_again_in_the_words_of_the_page(self):
        token = self.subscribed()
        unsubscribe(token)

        subscribe(token)
        subscribe(token)

        subscriber = Subscriber.objects.get()
        assert (subscriber.newsletter, subscriber.unsubscribed_at) == (True, None)
        assert not Suppression.objects.exists()
        assert recorded()[1:] == [("newsletter", "given", consents.NEWSLETTER_BY_LINK.text)]
        assert ConsentEvent.objects.order_by("pk").last().page_url == "http://localhost/afmelden/"

    def test_link_from_the_mailbox_confirms_its_address(self):
        self.request()

        subscribe(last_token("afmelden"))

        assert Subscriber.objects.get().newsletter
        assert Subscriber.objects.get().confirmed_at

    def test_no_mail_at_all_also_stops_gifts(self):
        token = self.subscribed()

        stop_all(token)
        stop_all(token)

        assert wish_of(Subscriber.objects.get()) == "nothing"
        text = consents.STOPPED_ALL.text
        assert recorded() == [("newsletter", "withdrawn", text), ("gift", "withdrawn", text)]
        before = Email.objects.count()
        with later(days=1):
            request_magnet(self.magnet, "lezer@voorbeeld.nl")
        assert Email.objects.count() == before

    def test_no_mail_at_all_can_be_taken_back_and_leaves_the_newsletter_off(self):
        token = self.subscribed()
        stop_all(token)

        resume(token)
        resume(token)

        assert wish_of(Subscriber.objects.get()) == "gifts"
        assert Suppression.objects.get().scope == Suppression.Scope.NEWSLETTER
        assert recorded()[2:] == [("gift", "given", consents.RESUMED.text)]
        with later(days=1):
            assert confirm(self.request())

    def test_what_is_said_of_the_newsletter_when_mail_comes_back_is_true(self):
        token = self.subscribed()
        suppress("lezer@voorbeeld.nl", Suppression.Scope.ALL, Suppression.Reason.COMPLAINED)

        resume(token)

        subscriber = Subscriber.objects.get()
        assert not subscriber.newsletter
        assert subscriber.unsubscribed_at
        text = consents.RESUMED.text
        assert recorded() == [("gift", "given", text), ("newsletter", "withdrawn", text)]
        assert Suppression.objects.get().scope == Suppression.Scope.NEWSLETTER

    def test_newsletter_can_not_be_had_while_all_mail_is_off(self):
        token = self.subscribed()
        stop_all(token)

        subscribe(token)

        assert not Subscriber.objects.get().newsletter
        assert wish_of(Subscriber.objects.get()) == "nothing"

    def test_what_the_coach_or_the_post_blocked_is_not_lifted(self):
        token = self.subscribed()
        for reason in (Suppression.Reason.BOUNCED, Suppression.Reason.STAFF):
            Suppression.objects.all().delete()
            suppress("lezer@voorbeeld.nl", Suppression.Scope.ALL, reason)

            resume(token)

            assert wish_of(Subscriber.objects.get()) == "nothing"
        assert recorded() == []


class AddressTests(LeavingTestCase):
    def test_address_is_unsubscribed_whatever_its_case(self):
        self.subscribed()
        with later(hours=1):
            self.request(consent=NEWSLETTER)

        unsubscribe_address("LEZER@Voorbeeld.nl")

        assert not Subscriber.objects.get().newsletter
        assert not SignUp.objects.unconfirmed().get().newsletter
        assert SignUp.objects.confirmed().get().newsletter
        assert recorded() == [("newsletter", "withdrawn", consents.UNSUBSCRIBED_BY_FORM.text)]

    def test_unknown_address_is_remembered_for_what_is_taken_over_later(self):
        unsubscribe_address("vreemde@voorbeeld.nl")

        assert not Subscriber.objects.exists()
        newsletter = Suppression.NEWSLETTER_KIND
        assert Suppression.objects.blocking("vreemde@voorbeeld.nl", newsletter).exists()
        assert not Suppression.objects.blocking("vreemde@voorbeeld.nl", "gift").exists()

    def test_known_and_unknown_addresses_take_the_same_work(self):
        self.subscribed()

        def work(email: str) -> list[str]:
            with CaptureQueriesContext(connection) as queries:
                unsubscribe_address(email)
            return [query["sql"].split()[0] for query in queries]

        stop_all_of = Suppression.Scope.ALL, Suppression.Reason.UNSUBSCRIBED
        suppress("stil@voorbeeld.nl", *stop_all_of)

        first = work("lezer@voorbeeld.nl")

        for again in (
            "lezer@voorbeeld.nl",
            "vreemde@voorbeeld.nl",
            "vreemde@voorbeeld.nl",
            "stil@voorbeeld.nl",
        ):
            assert work(again) == first

    def test_only_what_was_agreed_to_is_withdrawn_and_once(self):
        self.subscribed()
        unsubscribe_address("lezer@voorbeeld.nl")
        left_at = Subscriber.objects.get().unsubscribed_at

        with later(days=1):
            unsubscribe_address("lezer@voorbeeld.nl")
            unsubscribe_address("vreemde@voorbeeld.nl")

        assert len(recorded()) == 1
        assert Subscriber.objects.get().unsubscribed_at == left_at

    def test_saying_no_before_any_yes_is_remembered_without_a_withdrawal(self):
        self.request()

        unsubscribe_address("lezer@voorbeeld.nl")

        assert Subscriber.objects.get().unsubscribed_at
        assert recorded() == []


def test_mails_have_a_way_out_in_one_click():
    headers = unsubscribe_headers("https://voorbeeld.nl/afmelden/x/")
    assert headers == {
        "List-Unsubscribe": "<https://voorbeeld.nl/afmelden/x/>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }
