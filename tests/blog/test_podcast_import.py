"""Taking over a podcast from a feed, and fetching what it points to."""

import shutil
import ssl
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from http.server import BaseHTTPRequestHandler, HTTPServer
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.test import Client, TestCase
from django.urls import reverse

from blog.models import PodcastEpisodePage, PodcastIndexPage
from blog.podcast import import_form
from blog.podcast.fetching import NotFetched, fetch, is_public
from blog.podcast.importing import Outcome, Report, Task, take_over
from blog.podcast.reading import BadFeed, parse
from blog.roles import COACH
from tests.blog import sounds
from tests.blog.factories import make_site
from tests.blog.users import user_in

FEED = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"
  xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:podcast="https://podcastindex.org/namespace/1.0"
  xmlns:psc="http://podlove.org/simple-chapters">
<channel><title>Eb &amp; vloed</title><description>&lt;p&gt;Over liefde.&lt;/p&gt;</description>
<itunes:author>Marit</itunes:author><itunes:type>serial</itunes:type>
<itunes:category text="Society &amp; Culture"><itunes:category text="Relationships"/></itunes:category>
<itunes:owner><itunes:name>M</itunes:name><itunes:email>m@oud.example</itunes:email></itunes:owner>
<podcast:guid>917393e3-1b1e-5cef-ace4-edaa54e1f810</podcast:guid>
<item><title>Twee</title><guid isPermaLink="false">oud-2</guid>
  <pubDate>Tue, 03 Mar 2026 06:00:00 +0100</pubDate>
  <enclosure url="https://geluid.example/2.mp3" length="1234" type="audio/mpeg"/>
  <itunes:duration>1:02:03</itunes:duration><itunes:season>1</itunes:season><itunes:episode>2</itunes:episode>
  <itunes:episodeType>bonus</itunes:episodeType><itunes:explicit>yes</itunes:explicit>
  <description>Kort.</description>
  <content:encoded><![CDATA[<p onclick="x()">Lang <a href="javascript:x()">stuk</a></p>
<script>x()</script>]]></content:encoded>
  <psc:chapters><psc:chapter start="00:01:05.000" title="Wachten"/>
    <psc:chapter start="0:00" title="Begin"/></psc:chapters>
  <podcast:transcript url="https://geluid.example/2.vtt" type="text/vtt"/>
  <podcast:person role="guest" href="https://hanne.example/">Hanne</podcast:person></item>
<item><title>Een</title><guid>https://oud.example/een</guid><pubDate>Mon, 02 Mar 2026 06:00:00 +0100</pubDate>
  <enclosure url="https://geluid.example/1.m4a" length="0" type="audio/x-m4a"/></item>
<item><title>Zonder geluid</title><guid>oud-0</guid></item>
</channel></rss>
"""
VTT = b"WEBVTT\n\n00:00.000 --> 00:02.000\nHoi.\n"


def titles(report: Report, outcome: Outcome) -> list[str]:
    return [line.title for line in report.of(outcome)]


BOMB = (
    '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><rss><channel><title>&b;</title></channel></rss>'
)


class Import(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.site = make_site()

    def setUp(self):
        self.read = parse(FEED.encode())

    def take(self, **options) -> Report:
        return take_over(self.read, PodcastIndexPage.objects.get(), Task(**options))

    def test_episodes_come_with_their_guids_dates_and_facts(self):
        self.assertEqual(titles(self.take(), Outcome.NEW), ["Een", "Twee"])
        two = PodcastEpisodePage.objects.get(guid="oud-2")
        self.assertEqual(two.first_published_at.isoformat(), "2026-03-03T05:00:00+00:00")
        self.assertEqual((two.season, two.number, two.episode_type, two.explicit), (1, 2, "bonus", True))
        self.assertEqual((two.duration, two.audio_bytes), (3723, 1234))
        self.assertEqual(two.audio_address, "https://geluid.example/2.mp3")
        self.assertEqual(
            [(row["start"], row["title"]) for row in two.chapter_list()], [(0, "Begin"), (65, "Wachten")]
        )
        self.assertEqual(two.guests[0].value["name"], "Hanne")
        self.assertTrue(PodcastEpisodePage.objects.filter(guid="https://oud.example/een").exists())
        self.assertContains(self.client.get("/podcast/feed/"), '<guid isPermaLink="false">oud-2</guid>')

    def test_notes_are_cleaned(self):
        self.take()
        two = PodcastEpisodePage.objects.get(guid="oud-2")
        self.assertEqual(two.body[0].value.source, "<p>Lang <a>stuk</a></p>")
        self.assertEqual(two.summary, "Kort.")

    def test_show_is_filled_in_where_it_was_empty(self):
        show = PodcastIndexPage.objects.get()
        show.feed_author = "Joost"
        show.save()
        self.take()
        show.refresh_from_db()
        self.assertEqual((show.feed_title, show.feed_description), ("Eb & vloed", "Over liefde."))
        self.assertEqual((show.feed_author, show.owner_email), ("Joost", "m@oud.example"))
        self.assertEqual((show.category, show.show_type), ("Society & Culture|Relationships", "serial"))
        self.assertEqual(show.podcast_guid, "917393e3-1b1e-5cef-ace4-edaa54e1f810")

    def test_second_time_changes_nothing(self):
        self.take()
        PodcastEpisodePage.objects.filter(guid="oud-2").update(summary="Zelf herschreven.")
        report = self.take()
        self.assertEqual([line.outcome for line in report.lines], [Outcome.KNOWN] * 2 + [Outcome.LEFT_OUT])
        self.assertEqual(PodcastEpisodePage.objects.get(guid="oud-2").summary, "Zelf herschreven.")
        self.assertEqual(PodcastEpisodePage.objects.count(), 2)

    def test_dry_run_writes_nothing(self):
        report = self.take(dry_run=True)
        self.assertEqual(titles(report, Outcome.NEW), ["Een", "Twee"])
        self.assertEqual(
            [(line.title, line.words) for line in report.of(Outcome.LEFT_OUT)],
            [("Zonder geluid", "Hier hoort geen geluid bij.")],
        )
        self.assertEqual(PodcastEpisodePage.objects.count(), 0)
        self.assertEqual(PodcastIndexPage.objects.get().feed_title, "")

    def test_sound_and_transcript_come_along_when_asked(self):
        stored = {
            "https://geluid.example/1.m4a": sounds.m4a(90),
            "https://geluid.example/2.mp3": sounds.mp3(5),
            "https://geluid.example/2.vtt": VTT,
        }
        self.take(download=True, get=lambda url, largest, **_: stored[url])
        one, two = (PodcastEpisodePage.objects.get(title=title) for title in ("Een", "Twee"))
        self.assertEqual((one.audio_address, one.duration, one.audio_kind), ("", 90, "audio/x-m4a"))
        self.assertEqual((two.audio_bytes, two.transcript_text()), (len(sounds.mp3(5)), "Hoi."))

    def test_one_that_fails_keeps_no_other_back(self):
        def get(url: str, largest: int, **_: object) -> bytes:
            if url.endswith(".m4a"):
                raise NotFetched("geluid.example is niet te bereiken.")
            return VTT if url.endswith(".vtt") else sounds.mp3(5)

        report = self.take(download=True, get=get)
        self.assertEqual(titles(report, Outcome.NEW), ["Twee"])
        self.assertEqual(
            [(line.title, line.words) for line in report.of(Outcome.FAILED)],
            [("Een", "geluid.example is niet te bereiken.")],
        )

    def test_command_tells_what_came_in(self):
        path = Path(self.enterContext(_folder())) / "feed.xml"
        path.write_text(FEED)
        out = StringIO()
        call_command("podcast_import", str(path), stdout=out, stderr=StringIO())
        self.assertIn("Erbij gekomen (2):\n  Een\n  Twee", out.getvalue())
        self.assertIn("Is geen aflevering (1):\n  Zonder geluid: Hier hoort geen geluid bij.", out.getvalue())
        out = StringIO()
        call_command("podcast_import", str(path), stdout=out, stderr=StringIO())
        self.assertIn("Stond er al (2)", out.getvalue())

    def test_command_says_what_is_wrong(self):
        for feed, words in (("/nergens.xml", "kan niet worden gelezen"), ("http://a.example/", "https://")):
            with self.assertRaises(CommandError) as caught:
                call_command("podcast_import", feed, stdout=StringIO(), stderr=StringIO())
            self.assertIn(words, str(caught.exception))


def _folder():
    from tempfile import TemporaryDirectory

    return TemporaryDirectory()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (BOMB.encode(), "DOCTYPE"),
        (b"<rss><channel>", "geen geldige XML"),
        (b"<html></html>", "webpagina en geen feed"),
        (b"<!DOCTYPE html><html lang=nl><p>Hoi<br>daar", "webpagina en geen feed"),
        (b'<feed xmlns="http://www.w3.org/2005/Atom"/>', "geen RSS-feed"),
        (b"", "geen geldige XML"),
        (b'<?xml version="1.0" encoding="onzin"?><rss/>', "geen geldige XML"),
    ],
)
def test_bad_feed_is_refused_in_words(data: bytes, words: str) -> None:
    with pytest.raises(BadFeed, match=words):
        parse(data)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.0.0.1",
        "169.254.169.254",
        "192.168.1.1",
        "::1",
        "fd00::1",
        "::ffff:127.0.0.1",
        "0.0.0.0",  # noqa: S104
        # An address inside, as a network with IPv6 alone, a tunnel, and programs of old write it.
        "64:ff9b::7f00:1",
        "64:ff9b::a9fe:a9fe",
        "64:ff9b:1::a00:1",
        "2002:7f00:1::1",
        "::127.0.0.1",
        "fec0::1",
        "ff0e::1",
    ],
)
def test_addresses_inside_are_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["93.184.216.34", "2a00:1450:400e:80e::200e", "64:ff9b::5db8:d822"])
def test_addresses_of_the_internet_are_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "url", ["https://127.0.0.1/", "https://localhost:8000/", "https://[::1]/", "https://0x7f000001/"]
)
def test_this_machine_is_never_asked(url: str) -> None:
    with pytest.raises(NotFetched, match="geen openbaar adres|bestaat niet"):
        fetch(url, 1000)


@pytest.mark.parametrize(
    "url", ["http://a.example/", "file:///etc/passwd", "https://u:p@a.example/", "ftp://a/"]
)
def test_only_https_is_fetched(url: str) -> None:
    with pytest.raises(NotFetched, match="https://"):
        fetch(url, 1000)


class _Answers(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path == "/door":
            self.send_response(302)
            self.send_header("Location", "/hier")
            self.end_headers()
        elif self.path == "/rond":
            self.send_response(302)
            self.send_header("Location", "/rond")
            self.end_headers()
        elif self.path == "/naar-http":
            self.send_response(302)
            self.send_header("Location", "http://127.0.0.1/")
            self.end_headers()
        elif self.path.startswith("/druppels"):
            self._drip()
        elif self.path == "/feed":
            self.send_response(200)
            self.end_headers()
            self.wfile.write(FEED.encode())
        else:
            self.send_response(200 if self.path == "/hier" else 404)
            self.end_headers()
            self.wfile.write(b"eb" * 500)

    def _drip(self) -> None:
        """Send a byte now and then for ten seconds: of a header, of a chunk's length, or of a body."""
        begun = {
            "/druppels/kop": b"HTTP/1.1 200 OK\r\nX-Zee: ",
            "/druppels/stuk": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1;zee=",
            "/druppels/lijf": b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n",
        }[self.path]
        with suppress(OSError):
            self.wfile.write(begun)
            for _ in range(100):
                self.wfile.write(b"e")
                time.sleep(0.1)
        self.close_connection = True

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, ssl.SSLContext]]:
    """A server that speaks TLS, and who trusts it."""
    if shutil.which("openssl") is None:
        pytest.skip("openssl is not there to make a certificate with")
    folder = tmp_path_factory.mktemp("tls")
    key, certificate = folder / "key.pem", folder / "cert.pem"
    command = [
        "openssl",
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-days",
        "2",
        "-subj",
        "/CN=localhost",
    ]
    command += ["-addext", "subjectAltName=DNS:localhost", "-keyout", str(key), "-out", str(certificate)]
    subprocess.run(command, check=True, capture_output=True)
    answers = HTTPServer(("127.0.0.1", 0), _Answers)
    own = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    own.load_cert_chain(certificate, key)
    answers.socket = own.wrap_socket(answers.socket, server_side=True)
    thread = threading.Thread(target=answers.serve_forever, daemon=True)
    thread.start()
    yield f"https://localhost:{answers.server_port}", ssl.create_default_context(cafile=str(certificate))
    answers.shutdown()
    answers.server_close()


def _loopback(address: str) -> bool:
    return address in ("127.0.0.1", "::1")


def test_redirects_are_followed_and_the_size_is_bounded(server: tuple[str, ssl.SSLContext]) -> None:
    root, context = server
    assert fetch(f"{root}/door", 1000, allowed=_loopback, context=context) == b"eb" * 500
    with pytest.raises(NotFetched, match="te groot"):
        fetch(f"{root}/hier", 999, allowed=_loopback, context=context)


@pytest.mark.parametrize(
    ("path", "words"),
    [("/rond", "te vaak"), ("/naar-http", "https://"), ("/weg", "kent dit adres niet")],
)
def test_what_is_not_right_is_not_followed(server: tuple[str, ssl.SSLContext], path: str, words: str) -> None:
    root, context = server
    with pytest.raises(NotFetched, match=words):
        fetch(root + path, 1000, allowed=_loopback, context=context)


@pytest.mark.parametrize("path", ["/druppels/kop", "/druppels/stuk", "/druppels/lijf"])
def test_dripping_does_not_outlast_the_limit(server: tuple[str, ssl.SSLContext], path: str) -> None:
    root, context = server
    begun = time.monotonic()
    with pytest.raises(NotFetched, match="duurt te lang"):
        fetch(root + path, 1000, seconds=1, allowed=_loopback, context=context)
    assert time.monotonic() - begun < 5


def test_certificate_is_looked_at(server: tuple[str, ssl.SSLContext]) -> None:
    root, _ = server
    with pytest.raises(NotFetched, match="geen geldig certificaat"):
        fetch(f"{root}/hier", 1000, allowed=_loopback)


@pytest.mark.django_db
def test_coach_types_where_the_feed_is(
    server: tuple[str, ssl.SSLContext], client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    root, context = server
    site = make_site()
    client.force_login(user_in(COACH))
    monkeypatch.setattr(import_form, "fetch", partial(fetch, allowed=_loopback, context=context))
    choose = reverse("podcast_import:choose", args=[site.podcast.pk])
    answer = client.post(choose, {"address": f"{root}/feed"}, follow=True)
    assert "Nieuw (2)" in answer.text
    assert f"{root}/feed" in answer.text
    answer = client.post(choose, {"address": f"{root}/weg"})
    assert "kent dit adres niet" in answer.text
