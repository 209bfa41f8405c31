"""Guarantee S10: documents are what they say, by content and not by name."""

import time
from tempfile import TemporaryDirectory

from django.contrib.auth.models import User
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import TestCase, override_settings
from django.urls import reverse
from wagtail.documents import get_document_model
from wagtail.models import Collection

from tests.security.hostile_files import archive, hostile_documents, pdf

Document = get_document_model()
EPUB = archive(mimetype=b"application/epub+zip")


class Documents(TestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        cls.coach = User.objects.create_superuser("coach", password="niet-te-raden-1")

    def setUp(self) -> None:
        self.enterContext(override_settings(MEDIA_ROOT=self.enterContext(TemporaryDirectory())))
        self.client.force_login(self.coach)

    def fields(self, name: str, data: bytes, prefix: str = "", file: str = "file") -> dict:
        return {
            f"{prefix}title": "Eb",
            f"{prefix}{file}": SimpleUploadedFile(name, data),
            f"{prefix}collection": Collection.get_first_root_node().pk,
            f"{prefix}tags": "",
        }

    def choose(self, name: str, data: bytes):
        address = reverse("wagtaildocs_chooser:create")
        return self.client.post(address, self.fields(name, data, "document-chooser-upload-"))

    def add(self, name: str, data: bytes):
        return self.client.post(reverse("wagtaildocs:add"), self.fields(name, data))

    def add_many(self, name: str, data: bytes):
        return self.client.post(reverse("wagtaildocs:add_multiple"), self.fields(name, data, file="files[]"))

    def test_s10_hostile_documents_get_in_nowhere_and_are_refused_in_time(self) -> None:
        for way in (self.choose, self.add, self.add_many):
            for why, (name, data) in hostile_documents().items():
                with self.subTest(way.__name__, why=why):
                    start = time.process_time()
                    response = way(name, data)
                    self.assertLess(time.process_time() - start, 2)
                    self.assertEqual(response.status_code, 200)
                    self.assertEqual(Document.objects.count(), 0)
                    self.assertIn("estand", response.content.decode())

    def test_s10_hostile_document_replaces_none(self) -> None:
        document = Document.objects.create(title="Oud", file=ContentFile(pdf(), "oud.pdf"))
        for why, (name, data) in hostile_documents().items():
            with self.subTest(why):
                self.client.post(reverse("wagtaildocs:edit", args=[document.pk]), self.fields(name, data))
                with Document.objects.get().file.open() as file:
                    self.assertEqual(file.read(), pdf())

    def test_s10_each_kind_that_is_taken_comes_in_and_can_be_renamed(self) -> None:
        sound = b"ID3\x04\x00\x00\x00\x00\x00\x00" + b"\xff\xfb\x90\x00" + b"\x00" * 413
        taken = {"eb.pdf": pdf(), "eb.epub": EPUB, "eb.mp3": sound, "EB.ZIP": archive(eb=b"x")}
        for way in (self.choose, self.add, self.add_many):
            for name, data in taken.items():
                with self.subTest(way.__name__, name=name):
                    way(name, data)
                    document = Document.objects.get()
                    with document.file.open() as file:
                        self.assertEqual(file.read(), data)
                    fields = self.fields(name, data) | {"title": "Vloed"}
                    del fields["file"]
                    self.client.post(reverse("wagtaildocs:edit", args=[document.pk]), fields)
                    self.assertEqual(Document.objects.get().title, "Vloed")
                    document.delete()
