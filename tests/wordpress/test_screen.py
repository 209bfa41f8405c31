"""The screens of a move: what one uploads, and who gets there."""

from django.test import override_settings
from django.urls import reverse

from blog.roles import EDITOR
from leads.files import private_storage
from tests.blog.users import user_in
from tests.wordpress.exports import export, item
from tests.wordpress.screens import ScreenTestCase
from wordpress.models import Move
from wordpress.models.job import FOLDER

State = Move.State


def kept_files() -> list[str]:
    """Other tests leave theirs: files know of no transaction."""
    try:
        return sorted(private_storage().listdir(FOLDER)[1])
    except FileNotFoundError:
        return []


class Uploading(ScreenTestCase):
    def test_export_is_kept_in_private_and_waits_to_be_looked_at(self):
        answer = self.upload(export([item()]))
        job = Move.objects.get()
        self.assertRedirects(answer, self.address("show", job.pk))
        self.assertEqual((job.state, job.source, job.user), (State.LOOK, "oud.xml", self.coach))
        with private_storage().open(job.export.name) as file:
            self.assertEqual(file.read(), export([item()]))
        self.assertNotIn("oud", job.export.name)
        self.assertContains(self.client.get(self.choose), "Er wordt nu al een site bekeken")

    def test_each_fault_is_told_beside_the_field(self):
        before = kept_files()
        files = {
            "geen WordPress-export": b"<rss version='2.0'><channel><title>Een feed</title></channel></rss>",
            "Dit bestand is leeg": b"",
            "ingepakt bestand (zip)": b"PK\x03\x04rest",
            "In deze export staat niets": export([]),
        }
        for words, content in files.items():
            with self.subTest(words):
                self.assertContains(self.upload(content), words, status_code=422)
        nothing = self.client.post(self.choose, {})
        self.assertContains(nothing, "Kies het bestand dat je uit WordPress haalde.", status_code=422)
        for content in (b"zomaar wat", b"<html><body><p>x", b"\x00\x01\x02" * 100, b"<a>" * 20_000):
            with self.subTest(content[:10]):
                self.assertContains(self.upload(content), "error-message", status_code=422)
        self.assertEqual(Move.objects.count(), 0)
        self.assertEqual(kept_files(), before)

    def test_file_that_is_too_large_is_refused_with_both_sizes(self):
        with override_settings(WORDPRESS_EXPORT_MAX_BYTES=100):
            self.assertContains(self.upload(export([item()])), "het mag hooguit 100", status_code=422)

    def test_export_that_breaks_off_is_kept_for_what_came_before(self):
        whole = export([item(1, "Een"), item(2, "Twee")])
        self.assertEqual(self.upload(whole[: whole.index(b"Twee")]).status_code, 302)


class Allowed(ScreenTestCase):
    def test_only_the_coach_gets_there(self):
        job = self.make_move()
        pages = [("upload",), ("show", job.pk), ("progress", job.pk), ("json", job.pk), ("text", job.pk)]
        pages += [("side_by_side", job.pk), ("old", job.pk, 1)]
        posts = [
            ("look_again", job.pk),
            ("stop", job.pk),
            ("throw_away", job.pk),
            ("show", job.pk),
            ("upload",),
        ]
        self.client.force_login(user_in(EDITOR))
        for name, *arguments in pages:
            with self.subTest(name):
                self.assertEqual(self.get(name, *arguments).status_code, 302)
        for name, *arguments in posts:
            with self.subTest(name):
                self.assertEqual(self.client.post(self.address(name, *arguments)).status_code, 302)
        job.refresh_from_db()
        self.assertEqual((job.state, bool(job.export)), (State.LOOKED, True))
        self.assertNotContains(self.client.get(reverse("wagtailadmin_home")), "Verhuizen van WordPress")

    def test_way_there_is_in_the_menu(self):
        self.assertContains(self.client.get(reverse("wagtailadmin_home")), self.choose)

    def test_coach_without_a_hold_on_the_home_page_does_not_get_there(self):
        self.coach.groups.get().page_permissions.all().delete()
        self.assertEqual(self.client.get(self.choose).status_code, 302)
