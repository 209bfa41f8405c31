"""Uploaded files, sent without a web server in front."""

import os
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from django.test import TestCase, override_settings

from leads.ranges import CHUNK_BYTES, WHOLE_BYTES, slots

CHANGED = datetime(2026, 3, 14, 20, 30, tzinfo=UTC).timestamp()
LAST_MODIFIED = "Sat, 14 Mar 2026 20:30:00 GMT"
SOUND = bytes(range(256)) * 4


class Media(TestCase):
    def setUp(self):
        folder = Path(self.enterContext(TemporaryDirectory()))
        self.root = folder / "media"
        self.enterContext(override_settings(MEDIA_ROOT=str(self.root)))
        self.write("podcast/eb.mp3", SOUND)
        (folder / "secret_key").write_text("geheim")

    def write(self, name: str, content: bytes) -> None:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        os.utime(path, (CHANGED, CHANGED))

    def get(self, path: str = "podcast/eb.mp3", **headers: str):
        return self.client.get(f"/media/{path}", headers=headers)

    def body(self, response) -> bytes:
        return b"".join(response.streaming_content) if response.streaming else response.content


class Whole(Media):
    def test_file_is_sent_with_its_type_and_how_long_it_may_be_kept(self):
        response = self.get()
        self.assertEqual((response.status_code, self.body(response)), (200, SOUND))
        self.assertEqual(response["Content-Type"], "audio/mpeg")
        self.assertEqual(response["Content-Length"], "1024")
        self.assertEqual(response["Accept-Ranges"], "bytes")
        self.assertEqual(response["Last-Modified"], LAST_MODIFIED)
        self.assertEqual(response["Cache-Control"], "public, max-age=3600")

    def test_readers_of_feeds_may_show_and_play_it(self):
        response = self.get()
        self.body(response)
        self.assertEqual(response["Cross-Origin-Resource-Policy"], "cross-origin")

    def test_rendition_may_be_kept_for_a_year(self):
        self.write("images/eb.avif", b"avif")
        response = self.get("images/eb.avif")
        self.body(response)
        self.assertEqual(response["Cache-Control"], "public, max-age=31536000")

    def test_uploaded_page_with_script_can_do_nothing(self):
        self.write("eb.svg", b"<svg><script>alert(1)</script></svg>")
        response = self.get("eb.svg")
        self.body(response)
        self.assertEqual(response["Content-Security-Policy"], "default-src 'none'; sandbox")
        self.assertEqual(response["X-Content-Type-Options"], "nosniff")

    def test_unchanged_file_is_not_sent_again(self):
        response = self.get(if_modified_since=LAST_MODIFIED)
        self.assertEqual((response.status_code, response.content), (304, b""))

    def test_changed_file_is_sent_again(self):
        response = self.get(if_modified_since="Fri, 13 Mar 2026 20:30:00 GMT")
        self.assertEqual(self.body(response), SOUND)

    def test_head_says_how_long_it_is_and_sends_nothing(self):
        response = self.client.head("/media/podcast/eb.mp3", headers={"range": "bytes=0-9"})
        self.assertEqual((response.status_code, response["Content-Length"]), (200, "1024"))
        self.assertEqual(self.body(response), b"")

    def test_no_cookie_is_set_and_only_reading_is_allowed(self):
        response = self.get()
        self.body(response)
        self.assertEqual(response.cookies, {})
        self.assertEqual(self.client.post("/media/podcast/eb.mp3").status_code, 405)


class Ranges(Media):
    def assert_part(self, asked: str, first: int, last: int) -> None:
        response = self.get(range=asked)
        self.assertEqual((response.status_code, self.body(response)), (206, SOUND[first : last + 1]), asked)
        self.assertEqual(response["Content-Range"], f"bytes {first}-{last}/1024")
        self.assertEqual(response["Content-Length"], str(last - first + 1))
        self.assertEqual(response["Content-Type"], "audio/mpeg")

    def test_part_is_sent(self):
        self.assert_part("bytes=0-0", 0, 0)
        self.assert_part("bytes=100-199", 100, 199)
        self.assert_part("bytes=1000-", 1000, 1023)
        self.assert_part("bytes=0-", 0, 1023)

    def test_part_ends_where_the_file_ends(self):
        self.assert_part("bytes=1000-99999", 1000, 1023)
        self.assert_part("bytes=-10", 1014, 1023)
        self.assert_part("bytes=-99999", 0, 1023)

    def test_part_that_is_not_there_is_refused_with_the_length(self):
        for asked in ("bytes=1024-", "bytes=9999-10000", "bytes=20-10", "bytes=-0"):
            response = self.get(range=asked)
            self.assertEqual((response.status_code, response["Content-Range"]), (416, "bytes */1024"), asked)

    def test_what_we_do_not_understand_gets_the_whole_file(self):
        for asked in (
            "bytes=-",
            "bytes=a-b",
            "items=0-1",
            "bytes=0-1,4-5",
            "bytes 0-1",
            "bytes=0-1x",
            "",
            "٣",
        ):
            response = self.get(range=asked)
            self.assertEqual((response.status_code, self.body(response)), (200, SOUND), asked)

    def test_numbers_of_any_length_are_no_error(self):
        response = self.get(range=f"bytes={'9' * 5000}-")
        self.assertEqual((response.status_code, self.body(response)), (200, SOUND))

    def test_empty_file_has_no_parts(self):
        self.write("leeg.mp3", b"")
        self.assertEqual(self.get("leeg.mp3", range="bytes=0-").status_code, 416)
        self.assertEqual(self.body(self.get("leeg.mp3")), b"")

    def test_part_of_a_file_that_changed_since_is_not_sent(self):
        response = self.get(range="bytes=0-9", if_range="Fri, 13 Mar 2026 20:30:00 GMT")
        self.assertEqual((response.status_code, self.body(response)), (200, SOUND))
        response = self.get(range="bytes=0-9", if_range=LAST_MODIFIED)
        self.assertEqual((response.status_code, self.body(response)), (206, SOUND[:10]))

    def test_large_part_is_not_read_at_once(self):
        large = b"\x00" * (WHOLE_BYTES + 7)
        self.write("groot.mp3", large)
        response = self.get("groot.mp3", range="bytes=1-")
        pieces = list(response.streaming_content)
        response.close()
        self.assertEqual(sum(map(len, pieces)), len(large) - 1)
        self.assertLessEqual(max(map(len, pieces)), CHUNK_BYTES)

    @override_settings(STREAMS_AT_ONCE=1)
    def test_too_many_long_ones_at_once_are_asked_to_come_back(self):
        self.write("lang.mp3", b"\x00" * (WHOLE_BYTES + 1))
        first = self.get("lang.mp3")

        refused = self.get("lang.mp3")

        self.assertEqual((refused.status_code, refused["Retry-After"]), (503, "30"))
        self.assertEqual(refused["Cache-Control"], "no-store")
        first.close()
        self.assertEqual(slots.taken, 0)


class NotFound(Media):
    def test_missing_files_and_folders_are_not_found(self):
        for path in (
            "weg.mp3",
            "podcast/",
            "podcast",
            "podcast/eb.mp3/x",
            "a" * 300,
            "%00",
            "podcast/eb.mp3%00.txt",
        ):
            with self.subTest(path):
                self.assertEqual(self.get(path).status_code, 404)

    def test_nothing_outside_the_folder_is_found(self):
        for path in (
            "../secret_key",
            "..%2fsecret_key",
            "podcast/../../secret_key",
            "podcast/%2e%2e/%2e%2e/secret_key",
            "/etc/passwd",
            "%2fetc%2fpasswd",
            "..\\secret_key",
        ):
            with self.subTest(path):
                response = self.get(path)
                self.assertEqual(response.status_code, 404)
                self.assertNotIn(b"geheim", response.content)
