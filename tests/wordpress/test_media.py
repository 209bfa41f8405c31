"""Files of the old site: which come, as what, and which never do."""

import shutil
import tempfile
from pathlib import Path

from django.core.files.storage import default_storage
from django.test import TestCase, override_settings
from wagtail.documents import get_document_model

from images.models import RenditionJob, SiteImage
from tests.blog.sounds import mp3
from tests.images.pictures import file_of
from tests.wordpress.exports import HOME
from tests.wordpress.things import attachment, contents
from wordpress.models import Imported
from wordpress.taking_over.file_addresses import address_of
from wordpress.taking_over.media import Files, caption_of, is_here
from wordpress.taking_over.report import Line, Outcome
from wordpress.taking_over.task import Options, Task

PDF = b"%PDF-1.4\n" + b"een twee drie\n" * 20 + b"%%EOF\n"


class MediaFromAFolder(TestCase):
    def setUp(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="uploads-"))
        self.addCleanup(shutil.rmtree, self.folder)
        media = tempfile.mkdtemp(prefix="media-")
        self.addCleanup(shutil.rmtree, media)
        own = override_settings(MEDIA_ROOT=media)
        own.enable()
        self.addCleanup(own.disable)

    def put(self, name: str, content: bytes | None = None, **picture: object) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file_of(**picture).read() if content is None else content)

    def files(self, *items: object, media: str | None = None, **task: object) -> Files:
        options = Options(
            media=str(self.folder) if media is None else media, overwrite=bool(task.pop("overwrite", 0))
        )
        return Files(HOME, contents(*items), Task(options, **task))

    def bring(self, item: object, **task: object) -> Line:
        return self.files(item, **task).bring(item)

    def record(self, old_id: int = 7) -> Imported:
        return Imported.objects.get(site=HOME, kind="media", old_id=old_id)

    def test_a_picture_comes_with_its_words_and_waits_for_its_renditions(self):
        self.put("2019/03/zee.jpg")
        camera = 'a:1:{s:10:"image_meta";a:2:{s:6:"credit";s:9:"Jan Visch";s:9:"copyright";s:0:"";}}'
        item = attachment(
            7, "2019/03/zee.jpg", alt="De zee bij eb", title="Zee &amp; zand", excerpt="Bij <b>eb</b>"
        )
        item.meta["_wp_attachment_metadata"] = camera
        with self.captureOnCommitCallbacks(execute=True):
            line = self.bring(item)
        self.assertEqual((line.outcome, line.words), (Outcome.NEW, []))
        image = SiteImage.objects.get()
        self.assertEqual(
            (image.title, image.description, image.credit), ("Zee & zand", "De zee bij eb", "Jan Visch")
        )
        self.assertEqual(caption_of(self.record()), "Bij eb")
        self.assertEqual(self.record().old_path, "/wp-content/uploads/2019/03/zee.jpg")
        self.assertEqual(RenditionJob.objects.get(image=image).state, "waiting")
        self.assertFalse(image.renditions.exists())

    def test_a_second_run_writes_nothing(self):
        self.put("2019/03/zee.jpg")
        item = attachment(7, "2019/03/zee.jpg")
        self.bring(item)
        with self.assertNumQueries(1):
            line = self.bring(item)
        self.assertEqual(line.outcome, Outcome.KNOWN)
        self.assertEqual(SiteImage.objects.count(), 1)

    def test_the_same_file_under_two_names_is_one_picture(self):
        self.put("2019/03/zee.jpg")
        self.put("2020/01/zee-1.jpg")
        self.bring(attachment(7, "2019/03/zee.jpg"))
        line = self.bring(attachment(8, "2020/01/zee-1.jpg", alt="De zee"))
        self.assertEqual(line.words, ["hetzelfde bestand is hier al, met een andere beschrijving"])
        self.assertEqual(self.record(7).image, self.record(8).image)
        self.assertEqual(SiteImage.objects.count(), 1)

    def test_a_picture_that_was_uploaded_here_before_is_not_kept_twice(self):
        there = SiteImage.objects.create(title="Eb", file=file_of())
        self.put("2019/03/zee.jpg")
        self.bring(attachment(7, "2019/03/zee.jpg"))
        self.assertEqual(self.record().image, there)

    def test_words_follow_the_old_site_until_somebody_changes_them_here(self):
        self.put("2019/03/zee.jpg")
        self.bring(attachment(7, "2019/03/zee.jpg", alt="De zee", title="Zee"))
        SiteImage.objects.update(title="Onze zee")
        line = self.bring(attachment(7, "2019/03/zee.jpg", alt="De zee bij eb", title="Zee 2"))
        image = SiteImage.objects.get()
        self.assertEqual((image.title, image.description), ("Onze zee", "De zee bij eb"))
        self.assertEqual(line.outcome, Outcome.CHANGED)
        self.assertEqual(line.words, ["hier zelf aangepast en dus gelaten: titel"])
        self.assertEqual(
            self.bring(attachment(7, "2019/03/zee.jpg", alt="De zee bij eb", title="Zee 2")).outcome, "known"
        )
        self.bring(attachment(7, "2019/03/zee.jpg", alt="De zee bij eb", title="Zee 3"), overwrite=True)
        self.assertEqual(SiteImage.objects.get().title, "Zee 3")

    def test_what_was_thrown_away_here_does_not_come_back(self):
        self.put("2019/03/zee.jpg")
        self.bring(attachment(7, "2019/03/zee.jpg"))
        SiteImage.objects.get().delete()
        line = self.bring(attachment(7, "2019/03/zee.jpg"))
        self.assertEqual(line.outcome, Outcome.KNOWN)
        self.assertIn("weggegooid", line.words[0])
        self.assertFalse(SiteImage.objects.exists())

    def test_without_a_place_to_get_files_from_they_are_waited_for_and_come_later(self):
        item = attachment(7, "2019/03/zee.jpg")
        line = self.bring(item, media="")
        self.assertEqual(line.outcome, Outcome.LEFT_OUT)
        self.assertIn("nog niet opgehaald", line.words[0])
        self.assertFalse(is_here(self.record()))
        self.put("2019/03/zee.jpg")
        self.assertEqual(self.bring(item).outcome, Outcome.NEW)
        self.assertTrue(is_here(self.record()))

    def test_a_missing_file_fails_and_may_come_another_time(self):
        item = attachment(7, "2019/03/weg.jpg")
        line = self.bring(item)
        self.assertEqual((line.outcome, line.words), (Outcome.FAILED, ["Dit bestand staat niet in de map."]))
        self.put("2019/03/weg.jpg")
        self.assertEqual(self.bring(item).outcome, Outcome.NEW)

    def test_another_file_with_the_same_number_is_not_taken_for_it(self):
        self.put("2019/03/zee.jpg")
        self.bring(attachment(7, "2019/03/zee.jpg"))
        self.put("2020/01/duin.jpg", colour="green")
        self.assertEqual(self.bring(attachment(7, "2020/01/duin.jpg")).outcome, Outcome.FAILED)
        self.assertEqual(SiteImage.objects.get().title, "zee")

    def test_what_is_no_picture_is_refused_however_it_is_called(self):
        hostile = {
            "zip.jpg": b"PK\x03\x04" + bytes(300),
            "svg.png": b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
            "page.webp": b"<!doctype html><script>alert(1)</script>",
            "half.jpg": file_of().read()[:900],
            "both.jpg": file_of().read() + b"<script>alert(1)</script>",
            "php.jpg": file_of().read() + b"<?php system($_GET[0]); ?>",
            "empty.jpg": b"",
        }
        for number, (name, content) in enumerate(hostile.items(), start=20):
            with self.subTest(name):
                self.put(f"2019/03/{name}", content)
                line = self.bring(attachment(number, f"2019/03/{name}"))
                self.assertEqual(line.outcome, Outcome.LEFT_OUT, line.words)
                self.assertTrue(line.words[0])
        self.assertFalse(SiteImage.objects.exists())

    def test_a_picture_under_the_name_of_another_kind_comes_under_its_own(self):
        self.put("2019/03/zee.jpg", file_format="PNG")
        line = self.bring(attachment(7, "2019/03/zee.jpg"))
        self.assertEqual(line.outcome, Outcome.NEW)
        self.assertEqual(line.words, ["heette .jpg, maar is PNG; zo heet het nu ook"])
        self.assertTrue(SiteImage.objects.get().file.name.endswith(".png"))

    def test_kinds_that_are_no_upload_here_are_left_out_with_a_reason(self):
        for number, name in enumerate(("a.bmp", "b.svg", "c.mov", "d.docx", "e.exe", "f"), start=30):
            line = self.bring(attachment(number, f"2019/03/{name}"))
            self.assertEqual(line.outcome, Outcome.LEFT_OUT)
            self.assertIn("bewaren wij niet", line.words[0])

    def test_sound_comes_to_the_media_and_has_an_address(self):
        self.put("2019/03/adem.mp3", mp3(3))
        self.assertEqual(self.bring(attachment(7, "2019/03/adem.mp3")).outcome, Outcome.NEW)
        record = self.record()
        self.assertEqual(record.file, "wordpress/2019/adem.mp3")
        self.assertTrue(default_storage.exists(record.file))
        self.assertEqual(address_of(record), "/media/wordpress/2019/adem.mp3")

    def test_what_is_no_sound_is_left_out(self):
        self.put("2019/03/adem.mp3", b"<html>geen geluid</html>")
        self.assertEqual(self.bring(attachment(7, "2019/03/adem.mp3")).outcome, Outcome.LEFT_OUT)

    def test_a_pdf_becomes_a_document_that_is_handed_over(self):
        self.put("2019/03/Stappenplan.pdf", PDF)
        self.assertEqual(self.bring(attachment(7, "2019/03/Stappenplan.pdf", title="Stappenplan")).words, [])
        document = get_document_model().objects.get()
        self.assertEqual(document.title, "Stappenplan")
        self.assertEqual(address_of(self.record()), document.url)
        response = self.client.get(document.url)
        self.assertEqual(b"".join(response.streaming_content), PDF)
        self.assertIn("attachment", response["Content-Disposition"])
        document.delete()
        self.assertIn(
            "weggegooid", self.bring(attachment(7, "2019/03/Stappenplan.pdf", title="Stappenplan")).words[0]
        )

    def test_what_only_calls_itself_a_pdf_is_left_out(self):
        self.put("2019/03/a.pdf", b"<html><script>alert(1)</script></html>")
        self.assertEqual(self.bring(attachment(7, "2019/03/a.pdf")).outcome, Outcome.LEFT_OUT)
        self.assertFalse(get_document_model().objects.exists())

    @override_settings(WAGTAILIMAGES_MAX_UPLOAD_SIZE=500)
    def test_what_is_larger_than_an_upload_may_be_is_not_read(self):
        self.put("2019/03/zee.jpg")
        line = self.bring(attachment(7, "2019/03/zee.jpg"))
        self.assertEqual(line.outcome, Outcome.FAILED)
        self.assertIn("te groot", line.words[0])

    def test_a_dry_run_keeps_nothing_and_says_what_is_missing(self):
        self.put("2019/03/zee.jpg")
        self.assertEqual(self.bring(attachment(7, "2019/03/zee.jpg"), dry_run=True).outcome, Outcome.NEW)
        self.assertEqual(self.bring(attachment(8, "2019/03/weg.jpg"), dry_run=True).outcome, Outcome.FAILED)
        self.assertFalse(Imported.objects.exists() or SiteImage.objects.exists())

    def test_a_picture_of_a_text_that_stands_in_no_library_comes_by_its_address(self):
        self.put("2019/03/los.jpg")
        files = self.files()
        record = files.bring_address(f"{HOME}/wp-content/uploads/2019/03/los-300x200.jpg")
        self.assertIsNone(record)
        record = files.bring_address(f"{HOME}/wp-content/uploads/2019/03/los.jpg")
        self.assertEqual(record.image, SiteImage.objects.get())
        self.assertEqual(files.bring_address(f"{HOME}/wp-content/uploads/2019/03/los.jpg"), record)
        self.assertIsNone(files.bring_address("https://elders.example/wp-content/uploads/2019/03/los.jpg"))
