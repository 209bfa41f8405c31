from datetime import timedelta
from typing import Any

from django.contrib.auth.models import Permission, User
from django.core.files.storage import storages
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.db.models import ProtectedError
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from leads.models import LeadMagnet
from leads.models.magnet import CONFIRM_SUBJECT, THANKS_TEXT
from leads.services.confirming import confirm
from leads.services.signing_up import request_magnet
from tests.leads.gifts import PDF, last_token, make_magnet

UPLOAD = {"HTTP_X_REQUESTED_WITH": "XMLHttpRequest"}


def coach(*codenames: str, **details: Any) -> User:
    user = User.objects.create_user("coach", **details)
    user.user_permissions.set(Permission.objects.filter(codename__in=["access_admin", *codenames]))
    return user


def address(name: str, *args: int) -> str:
    return reverse(LeadMagnet.snippet_viewset.get_url_name(name), args=args)


def pdf(name: str = "kaart.pdf", content: bytes = PDF) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def values(upload: SimpleUploadedFile | None = None, *, file: dict | None = None, **changes: Any) -> dict:
    """Return what the form posts: for a new gift, or with an id in `file` for one that is there."""
    row = {"title": "De kaart", **({"file": upload} if upload else {}), **(file or {})}
    form = {
        "name": "De routekaart",
        "slug": "roadmap",
        "kind": "roadmap",
        "pitch": "Vijf kaarten.",
        "is_active": "on",
        "files": inline_formset([row], initial=1 if "id" in row else 0),
    }
    return nested_form_data(form | changes)


class FormTests(TestCase):
    def setUp(self):
        self.user = coach("add_leadmagnet", "change_leadmagnet", "delete_leadmagnet")
        self.client.force_login(self.user)

    def test_name_pitch_and_file_are_enough(self):
        upload = pdf("mijn-eerste_kaart.pdf")

        response = self.client.post(address("add"), values(upload, slug="", file={"title": ""}))

        assert response.status_code == 302
        magnet = LeadMagnet.objects.get()
        assert (magnet.slug, magnet.confirm_subject) == ("de-routekaart", CONFIRM_SUBJECT)
        assert (magnet.thanks_text, magnet.button_text) == (THANKS_TEXT, "Stuur het me toe")
        file = magnet.files.get()
        assert (file.title, file.original_name) == ("Mijn eerste kaart", "mijn-eerste_kaart.pdf")
        assert file.size == len(PDF)
        assert file.uploaded_at is not None
        with storages["private"].open(file.file.name) as stored:
            assert stored.read() == PDF

    def test_free_address_is_found_for_a_name_that_is_taken(self):
        make_magnet(slug="de-routekaart")

        self.client.post(address("add"), values(pdf(), slug=""))

        assert set(LeadMagnet.objects.values_list("slug", flat=True)) == {"de-routekaart", "de-routekaart-2"}

    def test_name_fills_in_the_address_of_a_new_gift_only(self):
        follows = "keyup-&gt;w-sync#apply"
        response = self.client.get(address("add"))
        self.assertContains(response, 'data-w-sync-target-value="#id_slug"')
        self.assertContains(response, follows)
        self.assertContains(response, 'data-controller="w-slug"')

        self.assertNotContains(self.client.get(address("edit", make_magnet().pk)), follows)

    def test_mistakes_are_told_in_plain_dutch(self):
        make_magnet()
        cases = [
            (values(SimpleUploadedFile("kaart.pdf", b"<script>")), "Dit is geen PDF, EPUB, MP3 of ZIP."),
            (values(pdf(), name=""), "Geef de weggever een naam."),
            (values(pdf(), pitch=""), "Vertel in twee of drie zinnen"),
            (values(pdf()), "Er is al een weggever met dit adres."),
            (values(None, slug="nieuw"), "Kies een bestand."),
            (values(pdf(content=b""), slug="nieuw"), "Dit bestand is leeg."),
            (values(pdf(), slug="nieuw", files=inline_formset([])), "Zet er minstens één bestand bij"),
            (values(pdf(), slug="nieuw", confirm_subject="Voor {naam}"), "‘{naam}’ kennen we niet."),
            (values(pdf(), slug="", name="!!!"), "Van deze naam is geen adres te maken."),
        ]
        for form, message in cases:
            with self.subTest(message):
                self.assertContains(self.client.post(address("add"), form), message)
        assert LeadMagnet.objects.count() == 1

    def test_upload_with_a_bar_is_told_where_to_go_or_what_is_wrong(self):
        wrong = self.client.post(address("add"), values(pdf("kaart.pdf", b"<script>")), **UPLOAD)
        assert wrong.status_code == 422
        assert wrong.json()["errors"] == [
            {
                "field": "id_files-0-file",
                "message": "Dit is geen PDF, EPUB, MP3 of ZIP. Kies een bestand van een van deze soorten.",
            }
        ]

        right = self.client.post(address("add"), values(pdf()), **UPLOAD)
        assert right.json() == {"url": address("list")}
        self.assertContains(self.client.get(address("list")), "De routekaart")

    def test_gift_can_be_edited_without_choosing_its_file_again(self):
        magnet = make_magnet()
        file = magnet.files.get()
        self.assertContains(self.client.get(address("edit", magnet.pk)), "Kies een ander bestand")

        self.client.post(address("edit", magnet.pk), values(file={"id": file.pk}, name="Nieuwe naam"))

        magnet.refresh_from_db()
        assert magnet.name == "Nieuwe naam"
        assert magnet.files.get().file.name == file.file.name
        assert not magnet.files.get().versions.exists()

    def test_gift_with_sign_ups_can_not_be_deleted(self):
        magnet = make_magnet()
        request_magnet(magnet, "lezer@voorbeeld.nl")

        response = self.client.post(address("delete", magnet.pk), follow=True)

        self.assertContains(response, "dus die kan niet weg")
        assert LeadMagnet.objects.exists()

    def test_ticked_gifts_are_deleted_all_or_none(self):
        asked_for, other = make_magnet(), make_magnet(slug="ander")
        request_magnet(asked_for, "lezer@voorbeeld.nl")
        self.client.force_login(User.objects.create_superuser("baas"))

        response = self.delete_ticked(asked_for, other)

        self.assertContains(response, "Er is niets verwijderd")
        self.assertContains(response, "Zet ‘te krijgen’ uit")
        assert LeadMagnet.objects.count() == 2

        self.delete_ticked(other)

        assert LeadMagnet.objects.get() == asked_for

    def delete_ticked(self, *magnets: LeadMagnet):
        chosen = "&".join(f"id={magnet.pk}" for magnet in magnets)
        url = f"/admin/bulk/leads/leadmagnet/delete/?{chosen}&next={address('list')}"
        return self.client.post(url, follow=True)

    def test_errors_and_logs_name_no_address(self):
        magnet = make_magnet()
        request_magnet(magnet, "lezer@voorbeeld.nl")

        with self.assertRaises(ProtectedError) as caught:
            magnet.delete()

        sign_up = magnet.sign_ups.get()
        assert "@" not in f"{caught.exception!r}{sign_up.subscriber}"


class ListTests(TestCase):
    def setUp(self):
        self.client.force_login(coach("view_leadmagnet", "change_leadmagnet"))

    def confirmed(self, magnet: LeadMagnet, email: str) -> None:
        request_magnet(magnet, email)
        confirm(last_token("aanmelden/bevestigen"))

    def test_list_counts_who_confirmed_lately(self):
        magnet = make_magnet()
        self.confirmed(magnet, "lezer@voorbeeld.nl")
        self.confirmed(magnet, "eerder@voorbeeld.nl")
        request_magnet(magnet, "wacht@voorbeeld.nl")
        old = magnet.sign_ups.get(subscriber__email="eerder@voorbeeld.nl")
        old.confirmed_at = timezone.now() - timedelta(days=31)
        old.save()

        listed = self.client.get(address("list")).context["object_list"]

        assert [gift.confirmed_lately for gift in listed] == [1]
        self.assertContains(self.client.get(address("list")), "Routekaart")
        self.assertContains(self.client.get(address("list"), {"q": "routekaart"}), "Nergens")

    def test_list_takes_as_many_queries_for_more_gifts(self):
        self.confirmed(make_magnet(), "lezer@voorbeeld.nl")
        self.client.get(address("list"))
        with CaptureQueriesContext(connection) as with_one:
            self.client.get(address("list"))
        for number in range(4):
            self.confirmed(make_magnet(slug=f"kaart-{number}"), "lezer@voorbeeld.nl")

        with self.assertNumQueries(len(with_one)):
            self.client.get(address("list"))
