"""Search engines hear of what changed; nobody here waits for them, and nothing fails with them."""

import json
import threading
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer

import time_machine
from django.test import TestCase, override_settings
from wagtail.models import PageViewRestriction

from blog import indexnow
from blog.models import ArticlePage, ChangedAddress
from tests.blog.factories import make_site

NOW = datetime(2026, 5, 1, 12, tzinfo=UTC)
KEY = "a1b2c3d4e5f6"


class Sink(HTTPServer):
    """A search engine on this machine: keeps what it is told, and answers with `status`."""

    def __init__(self, status: int = 200) -> None:
        super().__init__(("127.0.0.1", 0), _Listener)
        self.status, self.heard = status, []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/indexnow"


class _Listener(BaseHTTPRequestHandler):
    server: Sink

    def do_POST(self) -> None:
        self.server.heard.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
        self.send_response(self.server.status)
        self.send_header("Location", self.server.url)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def listening(status: int = 200):
    with Sink(status) as sink, override_settings(INDEXNOW_URL=sink.url):
        thread = threading.Thread(target=sink.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield sink
        finally:
            sink.shutdown()
            thread.join()


def waiting() -> set[str]:
    return {
        url.removeprefix("http://localhost") for url in ChangedAddress.objects.values_list("url", flat=True)
    }


@time_machine.travel(NOW, tick=False)
class Waiting(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.site = make_site()
        cls.article = cls.site.article(slug="eb")

    def setUp(self):
        self.enterContext(override_settings(INDEXNOW_KEY=KEY))

    def test_published_page_waits_once(self):
        for _ in range(2):
            self.article.save_revision().publish()
        self.assertEqual(waiting(), {"/blog/eb/"})

    def test_unpublished_and_removed_pages_wait(self):
        other = self.site.article(slug="vloed")
        self.article.unpublish()
        ArticlePage.objects.get(pk=other.pk).delete()
        self.assertEqual(waiting(), {"/blog/eb/", "/blog/vloed/"})

    def test_both_addresses_of_a_page_with_a_new_one_wait(self):
        self.article.slug = "nieuw"
        with self.captureOnCommitCallbacks(execute=True):
            self.article.save_revision().publish()
        self.assertEqual(waiting(), {"/blog/eb/", "/blog/nieuw/"})

    def test_both_addresses_of_a_moved_page_wait(self):
        with self.captureOnCommitCallbacks(execute=True):
            self.article.move(self.site.home, pos="last-child")
        self.assertEqual(waiting(), {"/blog/eb/", "/eb/"})

    def test_what_is_not_to_be_found_is_told_to_nobody(self):
        for fields in ({"noindex": True}, {"canonical_url": "https://elders.example/"}):
            self.site.article(**fields).save_revision().publish()
        PageViewRestriction.objects.create(page=self.article, restriction_type="login")
        ArticlePage.objects.get(pk=self.article.pk).save_revision().publish()
        self.article.save_revision()
        self.assertEqual(waiting(), set())

    def test_without_a_key_or_on_a_copy_of_the_site_nothing_waits(self):
        for setting in ({"INDEXNOW_KEY": ""}, {"HIDE_FROM_SEARCH": True}):
            with override_settings(**setting), listening() as sink:
                self.article.save_revision().publish()
                indexnow.run_due(NOW)
                self.assertEqual((waiting(), sink.heard), (set(), []))

    def test_key_is_shown_to_who_asks_by_it(self):
        self.assertEqual(self.client.get(f"/{KEY}.txt").content.decode(), KEY)
        self.assertEqual(self.client.get("/aaaaaaaaaaaa.txt").status_code, 404)
        with override_settings(INDEXNOW_KEY=""):
            self.assertEqual(self.client.get(f"/{KEY}.txt").status_code, 404)


@time_machine.travel(NOW, tick=False)
@override_settings(INDEXNOW_KEY=KEY)
class Telling(TestCase):
    def setUp(self):
        indexnow.tell(["http://localhost/blog/eb/", "http://localhost/blog/vloed/"])

    def test_all_are_told_of_in_one_message(self):
        with listening() as sink:
            indexnow.run_due(NOW)
        expected = {
            "host": "localhost",
            "key": KEY,
            "keyLocation": f"http://localhost/{KEY}.txt",
            "urlList": ["http://localhost/blog/eb/", "http://localhost/blog/vloed/"],
        }
        self.assertEqual((sink.heard, waiting()), ([expected], set()))

    def test_busy_engine_is_told_later_and_given_up_in_the_end(self):
        with listening(429) as sink, self.assertLogs("blog", "WARNING"):
            indexnow.run_due(NOW)
            indexnow.run_due(NOW + timedelta(minutes=4))
            self.assertEqual(len(sink.heard), 1)
            for days in range(1, 20):
                indexnow.run_due(NOW + timedelta(days=days))
        self.assertEqual(len(sink.heard), indexnow.MOST_ATTEMPTS)
        self.assertEqual(waiting(), set())

    def test_what_was_told_later_is_told(self):
        with listening(503), self.assertLogs("blog", "WARNING"):
            indexnow.run_due(NOW)
        with listening() as sink:
            indexnow.run_due(NOW + timedelta(minutes=6))
        self.assertEqual((len(sink.heard), waiting()), (1, set()))

    def test_refused_message_is_not_sent_again(self):
        with listening(403) as sink, self.assertLogs("blog", "WARNING"):
            indexnow.run_due(NOW)
            indexnow.run_due(NOW + timedelta(days=1))
        self.assertEqual((len(sink.heard), waiting()), (1, set()))

    def test_engine_that_is_away_stops_nothing(self):
        with listening() as sink:
            away = sink.url
        with override_settings(INDEXNOW_URL=away), self.assertLogs("blog", "WARNING"):
            indexnow.run_due(NOW)
        self.assertEqual(len(waiting()), 2)

    def test_nobody_is_led_elsewhere(self):
        with listening(302) as sink, self.assertLogs("blog", "WARNING"):
            indexnow.run_due(NOW)
        self.assertEqual(len(sink.heard), 1)

    def test_one_message_is_bounded(self):
        indexnow.tell(f"http://localhost/{number}/" for number in range(indexnow.BATCH))
        with listening() as sink:
            indexnow.run_due(NOW)
            self.assertEqual((len(sink.heard[0]["urlList"]), len(waiting())), (indexnow.BATCH, 2))
            indexnow.run_due(NOW)
        self.assertEqual(waiting(), set())
