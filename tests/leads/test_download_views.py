from unittest.mock import patch

from django.core.files.base import ContentFile
from django.db import connection
from django.test import override_settings
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.http import http_date

from leads.models import DownloadGrant, LeadMagnet, LeadMagnetFile, SignUp
from tests.blog.factories import make_site
from tests.leads.gifts import PDF, add_file, make_magnet
from tests.leads.storages import PlainStorage, PresigningStorage
from tests.leads.visitors import VisitorTestCase, read


class FileTestCase(VisitorTestCase):
    def setUp(self):
        super().setUp()
        self.file = self.magnet.files.get()
        self.page = self.download_link()
        self.link = f"{self.page}{self.file.pk}/"

    def uses_left(self) -> int:
        return DownloadGrant.objects.get().uses_left

    def get(self, **headers: str):
        """Get the file, with all that was streamed in `body`."""
        response = self.client.get(self.link, headers=headers)
        response.body = read(response)
        return response


class PageTests(FileTestCase):
    def test_page_names_files_size_thanks_and_how_long_it_works(self):
        LeadMagnet.objects.update(thanks_text="Neem de tijd.\n\nEcht.")
        response = self.client.get(self.page)

        self.assertContains(response, "Alsjeblieft: De routekaart")
        self.assertContains(response, "<p>Neem de tijd.</p>")
        self.assertContains(response, f'href="{self.link}"')
        self.assertContains(response, f"PDF, {len(PDF)}\xa0bytes")
        last_day = timezone.localdate(DownloadGrant.objects.get().expires_at)
        self.assertContains(response, f"werkt tot {last_day.day} ")
        self.assertContains(response, "ook gemaild")

    def test_reader_is_led_back_to_the_article(self):
        article = make_site().article(title="Loslaten")
        SignUp.objects.update(page=article)
        self.assertContains(self.client.get(self.page), f'<a href="{article.url}">Terug naar ‘Loslaten’</a>')

        article.unpublish()
        self.assertContains(self.client.get(self.page), '<a href="/">Kijk bij de artikelen</a>')

    def test_gift_without_files_says_so_and_loses_nothing(self):
        LeadMagnetFile.objects.all().delete()

        self.assertContains(self.client.get(self.page), "staat nog niet klaar")
        assert self.get().status_code == 404
        assert self.uses_left() == 5

    def test_content_that_is_gone_is_told_kindly_and_reported(self):
        self.file.file.storage.delete(self.file.file.name)

        with self.assertLogs("leads.views.downloading", "ERROR") as logs:
            response = self.get()

        self.assertContains(response, "Het lukt nu niet om ‘De kaart (A4)’ te openen", status_code=404)
        assert f"file {self.file.pk} " in logs.output[0]
        assert self.uses_left() == 5

    def test_pages_of_a_gift_that_was_switched_off_stay(self):
        LeadMagnet.objects.update(is_active=False)

        assert self.client.get(self.page).status_code == 200
        assert self.get().body == PDF

    def test_number_of_queries_does_not_grow_with_the_files(self):
        def count() -> int:
            with CaptureQueriesContext(connection) as queries:
                self.client.get(self.page)
            return len(queries)

        count()
        one = count()
        for number in range(4):
            add_file(self.magnet, title=str(number))
        assert count() == one


class FileTests(FileTestCase):
    def test_file_comes_under_its_own_name_and_type(self):
        response = self.get()

        assert response.body == PDF
        assert response["Content-Type"] == "application/pdf"
        assert response["Content-Disposition"] == 'attachment; filename="De kaart (A4).pdf"'
        assert response["Content-Length"] == str(len(PDF))
        assert response["Accept-Ranges"] == "bytes"
        assert response["Cache-Control"] == "no-store"
        assert response["X-Content-Type-Options"] == "nosniff"
        assert response["Content-Security-Policy"] == "default-src 'none'; sandbox"
        assert SignUp.objects.get().downloaded_at

    def test_name_keeps_its_accents(self):
        LeadMagnetFile.objects.update(title="De kaart voor Zoë")

        assert self.get()["Content-Disposition"] == (
            'attachment; filename="De kaart voor Zoe.pdf"; '
            "filename*=UTF-8''De%20kaart%20voor%20Zo%C3%AB.pdf"
        )

    def test_name_is_fit_for_every_system(self):
        for title, name in (
            ('a/b\\c:d"e\r\nSet-Cookie: x', "a b c d e Set-Cookie x.pdf"),
            ("...", "download.pdf"),
            ("‘Loslaten’", "Loslaten.pdf"),
        ):
            LeadMagnetFile.objects.update(title=title)
            header = self.get()["Content-Disposition"]
            assert header.startswith(f'attachment; filename="{name}"'), header
            assert "\n" not in header

    def test_used_up_link_offers_a_fresh_one(self):
        for _ in range(5):
            response = self.get()
            assert response.status_code == 200

        self.assertContains(self.get(), "Stuur me een verse link", status_code=410)
        self.assertContains(self.client.get(self.page), "Stuur me een verse link", status_code=410)

    def test_file_of_another_gift_is_out_of_reach(self):
        other = make_magnet(slug="e-book", name="Het e-boek").files.get()

        response = self.client.get(self.link.replace(f"/{self.file.pk}/", f"/{other.pk}/"))

        assert response.status_code == 404

    def test_looking_takes_no_use(self):
        for _ in range(3):
            self.client.get(self.page)
            response = self.client.head(self.link)
            assert (response.status_code, response["Content-Length"]) == (200, str(len(PDF)))

        assert self.uses_left() == 5
        assert SignUp.objects.get().downloaded_at is None

    def test_file_is_let_go_of_when_the_last_use_went_to_another(self):
        DownloadGrant.objects.update(uses_left=1)
        with (
            patch("leads.models.grant.DownloadGrantQuerySet.spend", return_value=False),
            patch.object(self.file.file.storage, "open", wraps=self.file.file.storage.open) as opened,
        ):
            assert self.get().status_code == 410
        assert opened.call_count == 1


class RangeTests(FileTestCase):
    def test_first_part_takes_a_use_and_the_next_does_not(self):
        first, rest = self.get(range="bytes=0-9"), self.get(range="bytes=10-")

        assert (first.status_code, first.body) == (206, PDF[:10])
        assert (rest.status_code, rest.body) == (206, PDF[10:])
        assert rest["Content-Range"] == f"bytes 10-{len(PDF) - 1}/{len(PDF)}"
        assert rest["Content-Disposition"] == first["Content-Disposition"]
        assert rest["Cache-Control"] == "no-store"
        assert self.uses_left() == 4

    def test_part_of_nothing_takes_a_use(self):
        self.get(range="bytes=-5")

        assert self.uses_left() == 4

    def test_last_download_that_broke_off_can_be_finished(self):
        DownloadGrant.objects.update(uses_left=1)
        self.get(range="bytes=0-9")

        assert self.get(range="bytes=10-").body == PDF[10:]
        assert self.get(range="bytes=0-").status_code == 410
        assert self.get().status_code == 410

    def test_what_sends_nothing_takes_nothing(self):
        etag = self.client.head(self.link)["ETag"]
        for status, headers in (
            (416, {"range": "bytes=9999-"}),
            (304, {"if_none_match": etag}),
            (412, {"if_match": '"ander"'}),
        ):
            with self.subTest(status):
                assert self.get(**headers).status_code == status
        assert self.get(range="bytes=9999-")["Content-Range"] == f"bytes */{len(PDF)}"
        assert self.uses_left() == 5

    def test_part_is_only_sent_of_the_same_file(self):
        etag = self.get()["ETag"]
        assert etag.startswith('"')
        assert self.get(range="bytes=5-", if_range=etag).status_code == 206
        for other in ('"ander"', f"W/{etag}", "Sat, 14 Mar 2026 20:30:00 GMT"):
            response = self.get(range="bytes=5-", if_range=other)
            assert (response.status_code, response.body) == (200, PDF)
        assert self.uses_left() == 1

        self.file.file.save("kaart.pdf", ContentFile(b"%PDF-1.7 een nieuwe druk"))
        assert self.get(range="bytes=5-", if_range=etag).status_code == 200

    def test_several_parts_at_once_are_the_whole(self):
        response = self.get(range="bytes=0-1,4-5")

        assert (response.status_code, response.body) == (200, PDF)
        assert self.uses_left() == 4

    def test_head_has_no_parts(self):
        response = self.client.head(self.link, headers={"range": "bytes=0-3"})

        assert (response.status_code, response["Content-Length"]) == (200, str(len(PDF)))


@override_settings(DOWNLOAD_BY="accel", DOWNLOAD_ACCEL_PREFIX="/_private/")
class AccelTests(FileTestCase):
    def test_web_server_in_front_is_told_which_file(self):
        response = self.get()

        assert response["X-Accel-Redirect"] == f"/_private/{self.file.file.name}"
        assert response.content == b""
        assert response["Content-Type"] == "application/pdf"
        assert response["Content-Disposition"] == 'attachment; filename="De kaart (A4).pdf"'
        assert response["Cache-Control"] == "no-store"
        # nginx writes its own of the file.
        assert "ETag" not in response
        assert self.uses_left() == 4

    def test_parts_count_as_they_do_when_we_send_them(self):
        for asked, left in (("bytes=0-9", 4), ("bytes=10-", 4), ("bytes=99999-", 3), ("bytes=0-1,3-4", 2)):
            assert "X-Accel-Redirect" in self.get(range=asked)
            assert self.uses_left() == left

    def test_what_the_reader_has_already_takes_nothing(self):
        etag = self.client.head(self.link)["ETag"]
        modified = self.file.file.storage.get_modified_time(self.file.file.name).timestamp()
        assert etag == f'"{int(modified):x}-{len(PDF):x}"'

        for unneeded in ({"if-none-match": etag}, {"if-modified-since": http_date(modified)}):
            assert self.client.get(self.link, headers=unneeded).status_code == 304
        assert self.uses_left() == 5

    def test_part_of_what_changed_is_all_of_it(self):
        self.get()
        for validator, left in ((self.client.head(self.link)["ETag"], 4), ('"ander"', 3)):
            self.client.get(self.link, headers={"range": "bytes=10-", "if-range": validator})
            assert self.uses_left() == left

    def test_nothing_is_handed_over_without_a_use(self):
        assert "X-Accel-Redirect" not in self.client.head(self.link)
        DownloadGrant.objects.update(uses_left=0)
        response = self.get()
        assert response.status_code == 410
        assert "X-Accel-Redirect" not in response


@override_settings(DOWNLOAD_BY="redirect")
class RedirectTests(FileTestCase):
    storage: PlainStorage = PresigningStorage()

    def setUp(self):
        field = LeadMagnetFile._meta.get_field("file")
        self.enterContext(patch.object(field, "storage", self.storage))
        super().setUp()

    def test_reader_is_sent_on_to_a_signed_address(self):
        response = self.get()

        assert response.status_code == 302
        assert response["Location"].startswith(f"https://opslag.example/{self.file.file.name}?")
        assert "expire=300" in response["Location"]
        assert "De%20kaart%20%28A4%29.pdf" in response["Location"]
        assert response["Cache-Control"] == "no-store"
        assert response["Referrer-Policy"] == "no-referrer"
        assert self.uses_left() == 4

    def test_nobody_gets_an_address_without_a_use(self):
        response = self.client.head(self.link)
        assert (response.status_code, response["Content-Length"]) == (200, str(len(PDF)))
        assert "Location" not in response
        DownloadGrant.objects.update(uses_left=0)
        assert "Location" not in self.get()


class PlainRedirectTests(RedirectTests):
    storage = PlainStorage()

    def test_reader_is_sent_on_to_a_signed_address(self):
        """Any storage that has addresses will do; its own rules then say how long one works."""
        assert self.get()["Location"] == f"https://opslag.example/{self.file.file.name}"
