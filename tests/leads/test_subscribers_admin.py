"""The screens about people: the list, one person, many at once, blocked addresses."""

import io
from datetime import timedelta

import openpyxl
from anymail.signals import AnymailTrackingEvent, EventType
from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from post_office.models import Email
from wagtail.models import ModelLogEntry, Page

from blog.roles import COACH, EDITOR
from leads import people
from leads.models import ConsentEvent, SignUp, Subscriber, SubscriberTag
from leads.services.confirming import confirm
from leads.services.signing_up import request_magnet
from mailing.bounces import record_event
from mailing.models import Suppression
from tests.leads.gifts import last_token, make_magnet
from tests.leads.people_in_admin import coach, in_role

INDEX = "/admin/inschrijvers/"
BLOCKED = "/admin/geblokkeerde-adressen/"


def subscriber(email: str, **values) -> Subscriber:
    if values.get("newsletter"):
        values.setdefault("confirmed_at", timezone.now())
    return Subscriber.objects.create(email=email, **values)


class ListTests(TestCase):
    def setUp(self):
        self.user = in_role(COACH)
        self.client.force_login(self.user)
        self.magnet = make_magnet()
        self.page = Page.objects.last()
        request_magnet(self.magnet, "lezer@voorbeeld.nl", first_name="=1+1", page=self.page, placement="end")
        confirm(last_token("aanmelden/bevestigen"))
        self.reader = Subscriber.objects.get()
        self.other = subscriber("ander@xn--bcher-kva.nl", first_name="Wim")

    def found(self, **query) -> list[str]:
        response = self.client.get(INDEX, query)
        assert response.status_code == 200
        return sorted(one.email for one in response.context["object_list"])

    def test_list_says_what_is_known(self):
        people.add_label([self.reader], "Wil bellen", self.user)

        response = self.client.get(INDEX)

        row = next(one for one in response.context["object_list"] if one.pk == self.reader.pk)
        assert (row.labels, row.gifts, row.is_blocked) == ("Wil bellen", 1, False)
        self.assertContains(response, reverse("subscribers:show", args=[self.reader.pk]))

    def test_search_finds_addresses_and_names(self):
        assert self.found(q="LEZER@voor") == ["lezer@voorbeeld.nl"]
        assert self.found(q="wim") == [self.other.email]
        assert self.found(q="ander@bücher.nl") == [self.other.email]
        assert self.found(q="wim lezer") == []

    def test_filters(self):
        reader, other = self.reader.email, self.other.email
        people.add_label([self.reader], "Wil bellen", self.user)
        people.block([self.other], self.user)
        tag = SubscriberTag.objects.get()
        long_ago = timezone.now() - timedelta(days=400)
        Subscriber.objects.filter(pk=self.other.pk).update(created_at=long_ago)
        assert self.found(magnet=self.magnet.pk) == [reader]
        assert self.found(page=self.page.pk) == [reader]
        assert self.found(confirmed="true") == [reader]
        assert self.found(confirmed="false") == [other]
        assert self.found(newsletter="true") == []
        assert self.found(label=tag.pk) == [reader]
        assert self.found(blocked="true") == [other]
        assert self.found(blocked="false") == [reader]
        assert self.found(created_at_from=(timezone.now() - timedelta(days=9)).date()) == [reader]

    def test_pages_to_choose_from_are_those_with_sign_ups(self):
        choices = self.client.get(INDEX).context["filters"].form.fields["page"].queryset

        assert list(choices) == [Page.objects.get(pk=self.page.pk)]

    def test_as_many_queries_for_more_people(self):
        self.client.get(INDEX)
        with CaptureQueriesContext(connection) as with_two:
            self.client.get(INDEX)
        for number in range(4):
            request_magnet(self.magnet, f"lezer{number}@voorbeeld.nl")
            people.add_label([Subscriber.objects.latest("pk")], "Wil bellen", self.user)
        with self.assertNumQueries(len(with_two)):
            self.client.get(INDEX)

    def test_empty_list_says_so(self):
        Subscriber.objects.all().delete()
        self.assertContains(self.client.get(INDEX), "nog niemand een adres achtergelaten")
        self.assertContains(self.client.get(INDEX, {"q": "x"}), "Geen inschrijver gevonden")

    def test_export_is_filtered_harmless_and_written_down(self):
        response = self.client.get(INDEX, {"export": "csv", "confirmed": "true"})

        rows = b"".join(response.streaming_content).decode().splitlines()
        assert len(rows) == 2
        assert rows[0].startswith("E-mailadres,Voornaam,")
        assert "'=1+1" in rows[1]
        entry = ModelLogEntry.objects.get(action="leads.export")
        assert (entry.user, entry.data) == (self.user, {"count": 1, "format": "csv"})
        assert "@" not in entry.label

    def test_export_as_a_workbook(self):
        response = self.client.get(INDEX, {"export": "xlsx"})

        sheet = openpyxl.load_workbook(io.BytesIO(b"".join(response.streaming_content))).active
        assert {row[0] for row in sheet.iter_rows(values_only=True)} == {
            "E-mailadres",
            self.reader.email,
            self.other.email,
        }

    def test_export_takes_its_parts_at_once(self):
        Subscriber.objects.bulk_create(Subscriber(email=f"a{i}@voorbeeld.nl") for i in range(2100))

        # Those before the first row, the rows, and three for each of three parts.
        with CaptureQueriesContext(connection) as queries:
            rows = b"".join(self.client.get(INDEX, {"export": "csv"}).streaming_content).splitlines()

        assert len(rows) == 1 + 2 + 2100
        assert len(queries) < 30

    def test_only_who_may_export_can(self):
        self.client.force_login(coach("view_subscriber", name="kijker"))
        self.assertNotContains(self.client.get(INDEX), "export=csv")
        assert self.client.get(INDEX, {"export": "csv"}).status_code == 302
        assert not ModelLogEntry.objects.filter(action="leads.export").exists()

    def test_redacteur_sees_no_people(self):
        self.client.force_login(in_role(EDITOR))
        for address in (INDEX, f"{INDEX}{self.reader.pk}/", f"{INDEX}overnemen/", BLOCKED):
            assert self.client.get(address).status_code == 302, address


class PersonTests(TestCase):
    def setUp(self):
        self.user = in_role(COACH)
        self.client.force_login(self.user)
        self.one = subscriber("lezer@voorbeeld.nl", newsletter=True)
        self.url = f"{INDEX}{self.one.pk}/"

    def post(self, name: str, **values):
        return self.client.post(reverse(f"subscribers:{name}", args=[self.one.pk]), values, follow=True)

    def test_label_is_given_and_taken(self):
        SubscriberTag.objects.create(name="Wil bellen")
        self.assertContains(self.client.get(self.url), '<option value="Wil bellen">')

        self.post("add_label", label="  wil   BELLEN ")
        tag = self.one.tags.get()
        assert tag.name == "Wil bellen"

        self.client.post(reverse("subscribers:remove_label", args=[self.one.pk, tag.pk]))
        assert not self.one.tags.exists()
        assert not SubscriberTag.objects.exists()

    def test_label_without_a_name_is_refused(self):
        self.assertContains(self.post("add_label", label=" \x00 "), "Typ de naam van het label")
        self.assertContains(self.post("add_label", label="x" * 61), "hooguit 60 tekens")
        assert not SubscriberTag.objects.exists()

    def test_no_newsletter_any_more_is_recorded_with_who_did_it(self):
        self.post("stop_newsletter")
        self.post("stop_newsletter")

        self.one.refresh_from_db()
        assert not self.one.newsletter
        assert self.one.unsubscribed_at
        event = ConsentEvent.objects.get()
        assert (event.event, event.address_hash) == ("withdrawn", self.one.address_hash)
        assert "coach" in event.text
        assert Suppression.objects.get().scope == Suppression.Scope.NEWSLETTER

    def test_blocked_person_gets_no_mail_until_that_is_undone(self):
        self.assertContains(self.post("block"), "Krijgt helemaal geen mail")
        Email.objects.all().delete()
        request_magnet(make_magnet(), self.one.email)
        assert not Email.objects.exists()

        self.assertContains(self.post("unblock"), "De blokkade is opgeheven")
        assert not Suppression.objects.exists()

    def test_undoing_a_block_brings_no_newsletter_back(self):
        self.post("stop_newsletter")
        self.post("block")
        self.post("unblock")

        assert Suppression.objects.get().scope == Suppression.Scope.NEWSLETTER

    def test_a_complaint_ends_the_newsletter_and_is_not_lifted_unread(self):
        for _ in range(2):
            event = AnymailTrackingEvent(
                event_type=EventType.COMPLAINED, recipient=self.one.email.upper(), timestamp=timezone.now()
            )
            record_event(event)

        self.one.refresh_from_db()
        assert not self.one.newsletter
        assert self.one.unsubscribed_at
        assert ConsentEvent.objects.get().text == people.COMPLAINT
        self.assertContains(self.post("unblock"), "om een andere reden: gemeld als ongewenst")
        row = Suppression.objects.get()
        assert row.scope == Suppression.Scope.ALL

        self.client.post(f"{BLOCKED}{row.pk}/")

        row.refresh_from_db()
        assert (row.scope, row.reason) == ("newsletter", "complained")
        assert ConsentEvent.objects.count() == 1

    def test_page_leads_to_all_of_the_person_and_to_erasing(self):
        request_magnet(make_magnet(), self.one.email)
        self.post("add_label", label="Wil bellen")
        everything = reverse("personal_data:show", args=[self.one.address_hash])
        self.assertContains(self.client.get(self.url), everything)
        self.assertContains(self.client.get(everything), "Wat blijft, en waarom")

        self.client.post(reverse("personal_data:erase", args=[self.one.address_hash]), {"what": "all"})

        assert not Subscriber.objects.exists()
        assert not SignUp.objects.exists()
        assert not Email.objects.exists()
        assert Suppression.objects.get().reason == Suppression.Reason.ERASED
        for entry in ModelLogEntry.objects.all():
            assert "@" not in f"{entry.label}{entry.data}"

    def test_without_rights_nothing_happens(self):
        self.client.force_login(coach("view_subscriber", name="kijker"))
        self.assertNotContains(self.client.get(self.url), "Blokkeren")
        for name in ("add_label", "stop_newsletter", "block", "unblock"):
            self.post(name, label="x")
        self.one.refresh_from_db()
        assert self.one.newsletter
        assert not Suppression.objects.exists()
        assert not SubscriberTag.objects.exists()

    def test_a_get_changes_nothing(self):
        for name in ("add_label", "stop_newsletter", "block", "unblock"):
            address = reverse(f"subscribers:{name}", args=[self.one.pk])
            assert self.client.get(address).status_code == 405


class BulkTests(TestCase):
    def setUp(self):
        self.client.force_login(in_role(COACH))
        self.all = [subscriber(f"lezer{number}@voorbeeld.nl") for number in range(3)]

    def url(self, action: str, *ids: object) -> str:
        chosen = "&".join(f"id={pk}" for pk in ids)
        return f"/admin/bulk/leads/subscriber/{action}/?{chosen}&next={INDEX}"

    def test_chosen_rows_get_a_label(self):
        url = self.url("label", self.all[0].pk, self.all[1].pk)
        self.assertContains(self.client.get(url), "lezer1@voorbeeld.nl")

        response = self.client.post(url, {"label": "Wil bellen"}, follow=True)

        self.assertContains(response, "2 inschrijvers hebben er een label bij")
        assert [one.tags.count() for one in self.all] == [1, 1, 0]

    def test_chosen_rows_are_blocked(self):
        self.client.post(self.url("block", self.all[2].pk))

        assert list(Subscriber.objects.blocked()) == [self.all[2]]

    def test_everyone_at_once_is_not_a_choice(self):
        assert self.client.post(self.url("block", "all")).status_code == 404
        assert not Suppression.objects.exists()

    def test_without_rights_nothing_happens(self):
        self.client.force_login(coach("view_subscriber", name="kijker"))
        self.client.post(self.url("block", self.all[0].pk))
        self.client.post(self.url("label", self.all[0].pk), {"label": "x"})
        assert not Suppression.objects.exists()
        assert not SubscriberTag.objects.exists()
