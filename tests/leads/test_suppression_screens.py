"""The screen of blocked addresses."""

from django.test import Client, TestCase
from django.utils import timezone

from blog.roles import COACH
from leads.models import ConsentEvent, Subscriber
from mailing.addresses import address_hash
from mailing.models import Suppression
from mailing.services import lift_suppression, suppress
from tests.leads.people_in_admin import coach, in_role

BLOCKED = "/admin/geblokkeerde-adressen/"


class BlockedAddressTests(TestCase):
    def setUp(self):
        self.coach = in_role(COACH)
        self.client.force_login(self.coach)

    def look_up(self, email: str):
        return self.client.post(f"{BLOCKED}opzoeken/", {"email": email})

    def test_an_address_is_found_in_every_spelling(self):
        suppress("weg@voorbeeld.nl", Suppression.Scope.ALL, Suppression.Reason.COMPLAINED)

        self.assertContains(self.look_up(" WEG@voorbeeld.NL"), "staat op de lijst")
        self.assertContains(self.look_up("ander@voorbeeld.nl"), "staat niet op de lijst")
        self.assertContains(self.look_up("geen adres"), "klopt niet", status_code=422)

    def test_form_has_its_token_in_the_list_and_in_the_answer(self):
        browser = Client(enforce_csrf_checks=True)
        browser.force_login(self.coach)
        page = browser.get(BLOCKED)
        for _ in range(2):
            form = page.content.decode().split('class="person-lookup"')[1]
            token = form.split('name="csrfmiddlewaretoken" value="')[1].split('"')[0]
            sent = {"email": "ander@voorbeeld.nl", "csrfmiddlewaretoken": token}
            page = browser.post(f"{BLOCKED}opzoeken/", sent)
            self.assertContains(page, "staat niet op de lijst")

    def test_list_names_only_whom_we_know(self):
        Subscriber.objects.create(email="lezer@voorbeeld.nl")
        suppress("lezer@voorbeeld.nl", Suppression.Scope.ALL, Suppression.Reason.STAFF)
        suppress("weg@voorbeeld.nl", Suppression.Scope.NEWSLETTER, Suppression.Reason.ERASED)

        response = self.client.get(BLOCKED)

        self.assertContains(response, "lezer@voorbeeld.nl")
        self.assertContains(response, "Niet meer bekend")
        self.assertContains(response, "gegevens gewist")

    def test_an_address_is_blocked_by_hand(self):
        for _ in range(2):
            self.client.post(f"{BLOCKED}blokkeren/", {"email": "lastig@voorbeeld.nl"})

        row = Suppression.objects.get()
        assert (row.address_hash, row.scope, row.reason) == (
            address_hash("lastig@voorbeeld.nl"),
            "all",
            "staff",
        )

    def test_lifting_warns_where_the_person_said_no(self):
        for reason, warning in (("erased", "om gewist te worden"), ("complained", "als ongewenst gemeld")):
            row = Suppression.objects.create(address_hash=reason, scope="all", reason=reason)
            self.assertContains(self.client.get(f"{BLOCKED}{row.pk}/"), warning)

    def test_lifting_goes_back_one_step_at_a_time(self):
        row = Suppression.objects.create(address_hash="a" * 64, scope="all", reason="staff")
        self.client.post(f"{BLOCKED}{row.pk}/")
        row.refresh_from_db()
        assert row.scope == "newsletter"

        self.client.post(f"{BLOCKED}{row.pk}/")
        assert not Suppression.objects.exists()

    def test_a_block_by_hand_is_not_lifted_by_the_person(self):
        one = Subscriber.objects.create(email="lezer@voorbeeld.nl")
        for email in (one.email, "vreemde@voorbeeld.nl"):
            suppress(email, Suppression.Scope.ALL, Suppression.Reason.UNSUBSCRIBED)
            self.client.post(f"{BLOCKED}blokkeren/", {"email": email})
            assert not lift_suppression(email)

        assert list(Suppression.objects.values_list("scope", "reason")) == [("all", "staff")] * 2

    def test_lifting_what_someone_refused_brings_no_newsletter_back(self):
        for reason in ("complained", "erased", "unsubscribed"):
            one = Subscriber.objects.create(
                email=f"{reason}@voorbeeld.nl", newsletter=True, confirmed_at=timezone.now()
            )
            suppress(one.email, Suppression.Scope.ALL, Suppression.Reason(reason))
            row = Suppression.objects.get(address_hash=one.address_hash)

            self.client.post(f"{BLOCKED}{row.pk}/")

            row.refresh_from_db()
            one.refresh_from_db()
            assert (row.scope, row.reason, one.newsletter) == ("newsletter", reason, False)
            assert ConsentEvent.objects.get(address_hash=one.address_hash).event == "withdrawn"

    def test_only_who_may_lift_can(self):
        row = Suppression.objects.create(address_hash="a" * 64, scope="all", reason="staff")
        self.client.force_login(coach("view_suppression", name="kijker"))
        self.assertNotContains(self.client.get(f"{BLOCKED}{row.pk}/"), "Blokkade opheffen")
        self.client.post(f"{BLOCKED}{row.pk}/")
        self.client.post(f"{BLOCKED}blokkeren/", {"email": "lezer@voorbeeld.nl"})
        assert Suppression.objects.get().scope == "all"

    def test_empty_list_says_so(self):
        self.assertContains(self.client.get(BLOCKED), "Er staat nog geen adres op de lijst")
