import time_machine
from django.contrib.auth.models import Permission, User
from django.core.files.storage import storages
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from leads.models import LeadMagnet, SignUp, Subscriber
from leads.panels import counts_since, this_week
from leads.services import confirm, open_download, request_magnet, take_file
from tests.leads.gifts import PDF, last_token, make_magnet

INDEX = "/admin/aanmeldingen/"


def coach(*codenames: str) -> User:
    user = User.objects.create_user("coach", password="geheim")
    user.user_permissions.set(Permission.objects.filter(codename__in=["access_admin", *codenames]))
    return user


class LeadMagnetTests(TestCase):
    def setUp(self):
        self.client.force_login(coach("add_leadmagnet", "change_leadmagnet", "delete_leadmagnet"))

    def values(self, upload: SimpleUploadedFile | None, **changes) -> dict:
        file = {"title": "De kaart", **({"file": upload} if upload else {})}
        form = {
            "name": "De routekaart",
            "slug": "roadmap",
            "kind": "roadmap",
            "pitch": "Vijf kaarten.",
            "bullets": "",
            "button_text": "Stuur maar",
            "confirm_text": "Dag",
            "thanks_text": "Dank",
            "is_active": "on",
            "files": inline_formset([file | changes.pop("file", {})], initial=changes.pop("initial", 0)),
        }
        return nested_form_data(form | changes)

    def test_gift_is_made_with_its_file(self):
        upload = SimpleUploadedFile("kaart.pdf", PDF)

        response = self.client.post(
            reverse(LeadMagnet.snippet_viewset.get_url_name("add")), self.values(upload)
        )

        assert response.status_code == 302
        file = LeadMagnet.objects.get().files.get()
        assert file.size == len(PDF)
        with storages["private"].open(file.file.name) as stored:
            assert stored.read() == PDF

    def test_name_fills_in_the_address_of_a_new_gift_only(self):
        follows = "keyup-&gt;w-sync#apply"
        response = self.client.get(reverse(LeadMagnet.snippet_viewset.get_url_name("add")))
        self.assertContains(response, 'data-w-sync-target-value="#id_slug"')
        self.assertContains(response, follows)
        self.assertContains(response, 'data-controller="w-slug"')

        edit = reverse(LeadMagnet.snippet_viewset.get_url_name("edit"), args=[make_magnet().pk])
        self.assertNotContains(self.client.get(edit), follows)

    def test_wrong_file_is_refused_in_dutch(self):
        upload = SimpleUploadedFile("kaart.pdf", b"<script>")

        response = self.client.post(
            reverse(LeadMagnet.snippet_viewset.get_url_name("add")), self.values(upload)
        )

        self.assertContains(response, "Dit is geen PDF, EPUB, MP3 of ZIP.")
        assert not LeadMagnet.objects.exists()

    def test_gift_can_be_edited_without_choosing_its_file_again(self):
        magnet = make_magnet()
        file = magnet.files.get()
        url = reverse(LeadMagnet.snippet_viewset.get_url_name("edit"), args=[magnet.pk])
        self.assertContains(self.client.get(url), "Kies een ander bestand om het te vervangen")

        self.client.post(url, self.values(None, file={"id": file.pk}, initial=1, name="Nieuwe naam"))

        magnet.refresh_from_db()
        assert magnet.name == "Nieuwe naam"
        assert magnet.files.get().file.name == file.file.name

    def test_replaced_and_deleted_files_go_from_the_disk(self):
        magnet = make_magnet()
        file = magnet.files.get()
        first = file.file.name
        with self.captureOnCommitCallbacks(execute=True):
            file.file = SimpleUploadedFile("nieuw.pdf", PDF)
            file.save()
        second = file.file.name
        assert not storages["private"].exists(first)

        with self.captureOnCommitCallbacks(execute=True):
            magnet.delete()
        assert not storages["private"].exists(second)

    def test_gift_with_sign_ups_can_not_be_deleted(self):
        magnet = make_magnet()
        request_magnet(magnet, "lezer@voorbeeld.nl")
        url = reverse(LeadMagnet.snippet_viewset.get_url_name("delete"), args=[magnet.pk])

        response = self.client.post(url, follow=True)

        self.assertContains(response, "dus die kan niet weg")
        assert LeadMagnet.objects.exists()


class SignUpListTests(TestCase):
    def setUp(self):
        self.magnet = make_magnet()
        request_magnet(self.magnet, "lezer@voorbeeld.nl", first_name="=HYPERLINK(1)")
        confirm(last_token("aanmelden/bevestigen"))
        request_magnet(self.magnet, "wacht@voorbeeld.nl")
        self.client.force_login(coach("view_signup"))

    def test_list_shows_who_asked_for_what(self):
        response = self.client.get(INDEX)

        self.assertContains(response, "lezer@voorbeeld.nl")
        self.assertContains(response, "De routekaart")

    def test_list_filters_and_searches(self):
        confirmed = self.client.get(INDEX, {"is_confirmed": "true"})
        self.assertContains(confirmed, "lezer@")
        self.assertNotContains(confirmed, "wacht@")
        self.assertNotContains(self.client.get(INDEX, {"is_confirmed": "false"}), "lezer@")
        self.assertNotContains(self.client.get(INDEX, {"newsletter": "true"}), "lezer@")
        self.assertContains(self.client.get(INDEX, {"magnet": self.magnet.pk, "q": "wacht"}), "wacht@")

    def test_list_says_who_gets_the_newsletter_now(self):
        Subscriber.objects.filter(email="lezer@voorbeeld.nl").update(newsletter=True)
        self.assertContains(self.client.get(INDEX, {"newsletter": "true"}), "lezer@")
        Subscriber.objects.update(newsletter=False)
        SignUp.objects.update(newsletter=True)

        self.assertNotContains(self.client.get(INDEX, {"newsletter": "true"}), "lezer@")
        rows = b"".join(self.client.get(INDEX, {"export": "csv"})).decode().splitlines()
        assert "Krijgt nu de nieuwsbrief" in rows[0]
        assert all("True" not in row for row in rows[1:])

    def test_export_runs_no_formula(self):
        response = self.client.get(INDEX, {"export": "csv"})

        text = b"".join(response.streaming_content).decode()
        assert "E-mailadres" in text
        assert "'=HYPERLINK(1)" in text

    def test_list_takes_as_many_queries_for_more_sign_ups(self):
        self.client.get(INDEX)
        with CaptureQueriesContext(connection) as with_two:
            self.client.get(INDEX)
        for number in range(4):
            request_magnet(self.magnet, f"lezer{number}@voorbeeld.nl")
        with self.assertNumQueries(len(with_two)):
            self.client.get(INDEX)

    def test_nobody_can_change_or_delete(self):
        self.client.force_login(User.objects.create_superuser("beheer"))
        pk = SignUp.objects.first().pk

        for address in ("new/", f"edit/{pk}/", f"delete/{pk}/"):
            assert self.client.get(INDEX + address).status_code == 404

    def test_without_permission_there_is_nothing_to_see(self):
        self.client.force_login(User.objects.create_user("ander"))

        assert self.client.get(INDEX).status_code == 302


class PanelTests(TestCase):
    def test_week_begins_on_monday_in_amsterdam(self):
        with time_machine.travel("2026-03-15 23:30:00+00:00", tick=False):  # Monday 00:30 in Amsterdam
            assert this_week(timezone.now()).isoformat() == "2026-03-16T00:00:00+01:00"

    def test_counts_are_of_this_week(self):
        magnet = make_magnet()
        make_magnet(slug="e-book", name="Het e-boek")
        with time_machine.travel("2026-03-11 12:00:00+01:00", tick=False):
            request_magnet(magnet, "vorige-week@voorbeeld.nl")
        with time_machine.travel("2026-03-18 12:00:00+01:00", tick=False):
            request_magnet(magnet, "lezer@voorbeeld.nl")
            take_file(open_download(confirm(last_token("aanmelden/bevestigen"))))
            request_magnet(magnet, "wacht@voorbeeld.nl")
            start = this_week(timezone.now())

        counted = [
            (gift.name, gift.requested, gift.confirmed, gift.downloaded) for gift in counts_since(start)
        ]

        assert counted == [("De routekaart", 2, 1, 1), ("Het e-boek", 0, 0, 0)]

    def test_panel_is_on_the_start_page_for_who_may_see_sign_ups(self):
        make_magnet()
        self.client.force_login(coach("view_signup"))
        self.assertContains(self.client.get("/admin/"), "Aanmeldingen deze week")

        self.client.force_login(User.objects.create_user("redacteur"))
        User.objects.get(username="redacteur").user_permissions.set(
            Permission.objects.filter(codename="access_admin")
        )
        self.assertNotContains(self.client.get("/admin/"), "Aanmeldingen deze week")
