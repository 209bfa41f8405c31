from django.contrib.auth.models import Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import TestCase
from django.urls import reverse

from comments.models import Blocklist
from tests.comments.factories import make_coach


class Import(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.coach = make_coach()
        cls.coach.user_permissions.add(Permission.objects.get(codename="change_blocklist"))

    def setUp(self):
        self.client.force_login(self.coach)
        self.address = reverse("comment_tools:import_blocklist")

    def send(self, **values):
        return self.client.post(self.address, {"kind": "domains", "lines": "", **values})

    def test_pasted_list_is_added_to_what_was_there(self):
        Blocklist.objects.create(domains="# van mij\nzeta.example\nalfa.example\n")
        response = self.send(lines="https://www.beta.example/x\nalfa.example\n# niets\n")
        self.assertRedirects(
            response,
            reverse("wagtailsettings:edit", args=["comments", "blocklist"]),
            fetch_redirect_response=False,
        )
        self.assertEqual(Blocklist.load().domains, "# van mij\nzeta.example\nalfa.example\nbeta.example")

    def test_file_may_be_utf8_with_a_mark_or_old_latin(self):
        for content in ("\ufeffliefdesmagiër\n".encode(), "liefdesmagiër\n".encode("latin-1")):
            with self.subTest(content=content):
                Blocklist.objects.all().delete()
                self.send(kind="words", file=SimpleUploadedFile("lijst.txt", content))
                self.assertEqual(Blocklist.load().words, "liefdesmagiër")

    def test_what_is_no_list_is_refused_in_words_and_keeps_the_rest(self):
        for values, message in (
            ({}, "Kies een bestand of plak een lijst."),
            ({"file": SimpleUploadedFile("x.bin", b"\x00\x01"), "lines": "a.example"}, "geen gewone tekst"),
            ({"file": SimpleUploadedFile("x.txt", b"a" * (2 * 1024 * 1024 + 1))}, "groter dan 2 MB"),
        ):
            with self.subTest(message=message):
                response = self.send(**values)
                self.assertContains(response, message, status_code=422)
        self.assertContains(self.send(kind="words", lines=""), "Kies een bestand", status_code=422)
        self.assertEqual(Blocklist.load().words, "")

    def test_only_who_may_change_the_list_may_import(self):
        self.client.force_login(make_coach("zonder"))
        self.assertEqual(self.client.get(self.address).status_code, 302)
