"""What becomes of the files of a gift, on the storage they really stand on."""

import os
import time
from datetime import timedelta
from unittest import skipUnless

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.db import DatabaseError, connection
from django.test import TestCase, TransactionTestCase, override_settings
from django.urls import reverse
from django.utils import timezone

from leads.models import LeadMagnet, LeadMagnetFile
from leads.services.stored_files import SWEEP_AFTER, sweep
from tests.leads.gifts import PDF, make_magnet
from tests.leads.test_files import EPUB
from tests.leads.test_magnet_admin import address, coach, pdf, values

SECOND = b"%PDF-1.7\nzes kaarten\n%%EOF\n"


def stored() -> set[str]:
    """Return the names of all files of gifts that stand on the disk."""
    storage = storages["private"]
    return {f"gifts/{name}" for name in storage.listdir("gifts")[1]} if storage.exists("gifts") else set()


def content(name: str) -> bytes:
    with storages["private"].open(name) as file:
        return file.read()


class ReplacingTests(TestCase):
    def setUp(self):
        self.user = coach("add_leadmagnet", "change_leadmagnet", "delete_leadmagnet", first_name="Mila")
        self.client.force_login(self.user)
        self.magnet = make_magnet()
        self.file = self.magnet.files.get()

    def replace(self, upload) -> LeadMagnetFile:
        with self.captureOnCommitCallbacks(execute=True):
            form = values(upload, file={"id": self.file.pk})
            assert self.client.post(address("edit", self.magnet.pk), form).status_code == 302
        return LeadMagnetFile.objects.get(pk=self.file.pk)

    def test_replaced_content_is_kept_with_who_and_when(self):
        first = self.file.file.name

        file = self.replace(pdf("nieuw.pdf", SECOND))

        assert content(file.file.name) == SECOND
        assert (file.size, file.original_name) == (len(SECOND), "nieuw.pdf")
        version = file.versions.get()
        assert (version.file.name, version.size, version.original_name) == (first, len(PDF), "kaart.pdf")
        assert version.uploaded_at == self.file.uploaded_at < file.uploaded_at <= version.replaced_at
        assert version.replaced_by == self.user
        assert content(first) == PDF

    def test_another_kind_may_take_its_place(self):
        file = self.replace(pdf("boek.epub", EPUB))

        assert (file.extension, file.content_type) == ("epub", "application/epub+zip")
        assert file.versions.get().extension == "pdf"

    def test_put_back_and_put_back_again(self):
        self.replace(pdf("nieuw.pdf", SECOND))
        version = self.file.versions.get()
        url = reverse("gift_admin:put_back", args=[version.pk])
        before = stored()

        with self.captureOnCommitCallbacks(execute=True):
            response = self.client.post(url, follow=True)
        self.assertContains(response, "is weer zoals toen")
        file = LeadMagnetFile.objects.get(pk=self.file.pk)
        assert content(file.file.name) == PDF
        assert (file.size, file.original_name) == (len(PDF), "kaart.pdf")
        assert content(file.versions.get().file.name) == SECOND
        assert file.versions.get().replaced_by == self.user

        with self.captureOnCommitCallbacks(execute=True):
            self.client.post(url)
        file.refresh_from_db()
        assert content(file.file.name) == SECOND
        assert stored() == before

    @override_settings(GIFT_VERSIONS=2)
    def test_oldest_versions_go_with_their_files(self):
        for number in range(4):
            self.replace(pdf(f"{number}.pdf", PDF + str(number).encode()))

        names = [version.original_name for version in self.file.versions.all()]
        assert names == ["2.pdf", "1.pdf"]
        file = LeadMagnetFile.objects.get(pk=self.file.pk)
        kept = {file.file.name, *self.file.versions.values_list("file", flat=True)}
        assert {path for path in stored() if path in kept} == kept
        assert not storages["private"].exists(self.file.file.name)

    def test_deleting_takes_all_contents_away_after_the_commit(self):
        file = self.replace(pdf("nieuw.pdf", SECOND))
        names = {file.file.name, file.versions.get().file.name}

        with self.captureOnCommitCallbacks() as callbacks:
            self.magnet.delete()
        assert names <= stored()
        for callback in callbacks:
            callback()
        assert not names & stored()

    def test_screen_lists_what_was_and_is(self):
        self.replace(pdf("nieuw.pdf", SECOND))

        response = self.client.get(reverse("gift_admin:versions", args=[self.magnet.pk]))

        for words in ("nieuw.pdf", "kaart.pdf", "door Mila", "Zet terug", "Dit krijgen lezers nu"):
            self.assertContains(response, words)
        assert "no-store" in response["Cache-Control"]

    def test_coach_sees_each_content_and_nothing_keeps_it(self):
        file = self.replace(pdf("nieuw.pdf", SECOND))
        for name, pk, expected in (
            ("see_file", file.pk, SECOND),
            ("see_version", file.versions.get().pk, PDF),
        ):
            response = self.client.get(reverse(f"gift_admin:{name}", args=[pk]))
            assert b"".join(response.streaming_content) == expected
            assert "no-store" in response["Cache-Control"]
            assert response["Content-Disposition"].startswith("attachment")

    def test_others_see_and_change_nothing(self):
        self.replace(pdf("nieuw.pdf", SECOND))
        version = self.file.versions.get()
        self.user.user_permissions.set([])
        screens = (
            ("versions", self.magnet.pk),
            ("see_file", self.file.pk),
            ("see_version", version.pk),
        )
        for name, pk in screens:
            assert self.client.get(reverse(f"gift_admin:{name}", args=[pk])).status_code in (302, 403)
        put_back = reverse("gift_admin:put_back", args=[version.pk])
        assert self.client.post(put_back).status_code in (302, 403)
        self.user.user_permissions.set([])
        assert content(LeadMagnetFile.objects.get(pk=self.file.pk).file.name) == SECOND

    def test_put_back_is_no_get(self):
        self.replace(pdf("nieuw.pdf", SECOND))
        assert self.client.get(reverse("gift_admin:put_back", args=[1])).status_code == 405

    def test_row_knows_its_content_however_it_was_written(self):
        self.file.file.save("anders.pdf", ContentFile(SECOND), save=False)
        self.file.save()

        self.file.refresh_from_db()
        assert (self.file.size, self.file.original_name) == (len(SECOND), "anders.pdf")
        assert self.file.versions.get().size == len(PDF)


class RolledBackTests(TransactionTestCase):
    serialized_rollback = True

    def test_save_that_comes_to_nothing_leaves_and_loses_no_file(self):
        magnet = make_magnet()
        file = magnet.files.get()
        before = stored()

        file.file = pdf("nieuw.pdf", SECOND)
        file.magnet_id = magnet.pk + 1  # no such gift, which is found out at the commit or before
        with pytest.raises(DatabaseError):
            file.save()

        assert stored() == before
        kept = LeadMagnetFile.objects.get()
        assert content(kept.file.name) == PDF
        assert not kept.versions.exists()

    @skipUnless(connection.vendor in ("sqlite", "postgresql"), "writes a trigger for these two")
    def test_failing_commit_of_the_form_leaves_and_loses_no_file(self):
        """The file is written and its row saved; then a later statement of the same transaction fails."""
        self.client.force_login(coach("change_leadmagnet"))
        self.client.raise_request_exception = False
        magnet = make_magnet()
        file = magnet.files.get()
        before = stored()
        fail = FAILING_LOG[connection.vendor]
        with connection.cursor() as cursor:
            for statement in fail[0]:
                cursor.execute(statement)
        try:
            form = values(pdf("nieuw.pdf", SECOND), file={"id": file.pk})
            response = self.client.post(address("edit", magnet.pk), form)
        finally:
            with connection.cursor() as cursor:
                for statement in fail[1]:
                    cursor.execute(statement)

        assert response.status_code == 500
        assert stored() == before
        kept = LeadMagnetFile.objects.get()
        assert content(kept.file.name) == PDF
        assert not kept.versions.exists()

    def test_sweep_takes_what_a_killed_process_left_and_nothing_else(self):
        file = make_magnet().files.get()
        file.file = pdf("nieuw.pdf", SECOND)
        file.save()
        storage = storages["private"]
        old, fresh = (storage.save(f"gifts/{name}.pdf", ContentFile(PDF)) for name in ("oud", "vers"))
        long_ago = time.time() - SWEEP_AFTER.total_seconds() - 60
        for name in (old, file.file.name, file.versions.get().file.name):
            os.utime(storage.path(name), (long_ago, long_ago))

        sweep(timezone.now())

        assert not storage.exists(old)
        assert {fresh, file.file.name, file.versions.get().file.name} <= stored()
        sweep(timezone.now() + SWEEP_AFTER + timedelta(minutes=1))
        assert not storage.exists(fresh)
        assert LeadMagnet.objects.count() == 1


FAILING_LOG = {
    "sqlite": (
        [
            "CREATE TRIGGER no_log BEFORE INSERT ON wagtailcore_modellogentry "
            "BEGIN SELECT RAISE(ABORT, 'disk full'); END"
        ],
        ["DROP TRIGGER no_log"],
    ),
    "postgresql": (
        [
            "CREATE FUNCTION no_log() RETURNS trigger LANGUAGE plpgsql AS "
            "$$ BEGIN RAISE EXCEPTION 'disk full'; END $$",
            "CREATE TRIGGER no_log BEFORE INSERT ON wagtailcore_modellogentry "
            "FOR EACH ROW EXECUTE FUNCTION no_log()",
        ],
        ["DROP TRIGGER no_log ON wagtailcore_modellogentry", "DROP FUNCTION no_log"],
    ),
}
