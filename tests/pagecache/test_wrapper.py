"""What is kept, and what never is."""

from unittest import mock

from django.test import override_settings

from pagecache import versions, wrapper
from tests.pagecache import views
from tests.pagecache.reader import Reader
from tests.pagecache.site import SmallSite, change


class Kept(SmallSite):
    def test_second_reader_gets_the_kept_page(self):
        first, second = self.ask("/artikel/"), self.ask("/artikel/")
        assert (first.cache, second.cache) == ("miss", "hit")
        assert views.renders["article"] == 1
        assert first.body == second.body
        assert {**first.headers, "x-cache": ""} == {**second.headers, "x-cache": ""}

    def test_page_is_made_anew_after_a_change(self):
        self.ask("/artikel/")
        change()
        assert self.ask("/artikel/").cache == "miss"
        assert views.renders["article"] == 2

    def test_page_without_a_change_is_made_anew_in_the_end(self):
        with mock.patch.object(wrapper, "LONGEST_SECONDS", 0):
            assert self.states("/artikel/") == ["miss", "miss"]

    def test_nothing_is_kept_that_did_not_opt_in_or_is_for_one_alone(self):
        for address in (
            "/zoeken/?q=eb",
            "/zoeken/",
            "/koekje/",
            "/geheim/",
            "/anders/",
            "/stroom/",
            "/even/",
        ):
            with self.subTest(address):
                assert self.states(address, 3) == ["", "", ""]
        assert len(self.reader.cache.pages) == len(self.reader.cache.brief) == 0
        assert self.ask("/stroom/").body == b"een twee"
        assert self.ask("/koekje/").headers["set-cookie"]

    def test_only_reading_readers_without_a_login_get_kept_pages_and_leave_them(self):
        before = self.ask("/artikel/")
        for environ in (
            {"HTTP_COOKIE": "sessionid=abc"},
            {"HTTP_COOKIE": "a=b; sessionid=abc"},
            {"HTTP_AUTHORIZATION": "Basic YTpi"},
            {"HTTP_RANGE": "bytes=0-5"},
            {"HTTP_IF_MATCH": '"a"'},
            {"HTTP_IF_UNMODIFIED_SINCE": "Mon, 23 Nov 2026 10:00:00 GMT"},
        ):
            with self.subTest(environ):
                assert self.ask("/artikel/", **environ).cache == ""
        assert self.ask("/artikel/", "POST").cache == ""
        assert self.ask("/artikel/").body == before.body

    def test_what_an_editor_sees_is_for_nobody_else(self):
        answer = self.ask("/artikel/", HTTP_COOKIE="sessionid=abc")
        assert "private" in answer.headers["cache-control"]
        assert "private" in self.ask("/zoeken/", HTTP_COOKIE="sessionid=abc").headers["cache-control"]
        assert self.ask("/artikel/").headers["cache-control"] == "no-cache"

    def test_other_cookies_change_nothing(self):
        assert self.states("/alles/", HTTP_COOKIE="_ga=1; theme=donker") == ["", "miss"]
        assert b"theme" not in self.ask("/alles/").body

    def test_kept_page_varies_by_encoding_alone(self):
        assert self.ask("/artikel/").headers["vary"] == "Accept-Encoding"

    def test_without_memory_everything_is_asked_of_django(self):
        reader = Reader(max_bytes=0)
        assert [reader.get("/artikel/").cache for _ in range(2)] == ["", ""]

    def test_prefixes_and_parameters_of_the_settings_are_passed_by(self):
        with override_settings(PAGECACHE_PASS_PARAMETERS=("p",), PAGECACHE_PASS_PREFIXES=("/kort",)):
            reader = Reader()
        assert reader.get("/artikel/").cache == "miss"
        assert reader.get("/artikel/?p=12").cache == ""
        assert reader.get("/kort/").cache == ""


class Brief(SmallSite):
    def test_redirect_and_missing_page_are_kept_for_a_moment_apart_from_pages(self):
        for address, status in (("/verhuisd/", 301), ("/weg/", 404), ("/artikel", 301)):
            with self.subTest(address):
                assert self.states(address) == ["miss", "hit"]
                assert self.ask(address).status == status
        assert (len(self.reader.cache.pages), len(self.reader.cache.brief)) == (0, 3)
        with override_settings(PAGECACHE_BRIEF_SECONDS=0):
            assert self.states("/ook-weg/") == ["miss", "miss"]

    def test_flood_of_missing_pages_ousts_no_page(self):
        self.ask("/artikel/")
        for number in range(1000):
            self.ask(f"/weg-{number}/")
        assert self.ask("/artikel/").cache == "hit"
        assert self.reader.cache.brief.bytes <= self.reader.cache.brief.max_bytes


class Failing(SmallSite):
    def test_failure_is_not_kept(self):
        with self.assertLogs("django.request"):
            answers = [self.ask("/kapot/") for _ in range(2)]
        assert [(answer.status, answer.cache) for answer in answers] == [(500, "")] * 2
        assert views.renders["broken"] == 2

    def test_page_that_is_due_again_stays_while_it_can_t_be_made(self):
        def fail(environ, start_response):
            start_response("503 Service Unavailable", [("Content-Type", "text/plain")])
            return [b"weg"]

        with mock.patch.object(wrapper, "LONGEST_SECONDS", 0):
            before = self.ask("/artikel/")
        self.reader.cache.application = fail
        answer = self.ask("/artikel/")
        assert (answer.status, answer.cache, answer.body) == (200, "stale", before.body)
        change()
        assert self.ask("/artikel/").status == 503

    def test_kept_pages_stay_while_the_database_is_away(self):
        self.ask("/artikel/")
        with mock.patch.object(versions, "_read", return_value=None):
            versions.forget()
            assert self.states("/artikel/") == ["hit", "hit"]
