"""One spelling for each page: hosts, ports, schemes and parameters."""

from urllib.parse import urlencode

import pytest
from django.test import override_settings

from tests.pagecache import views
from tests.pagecache.reader import Reader
from tests.pagecache.site import SmallSite


class Parameters(SmallSite):
    def kept(self) -> int:
        return len(self.reader.cache.pages)

    def test_unknown_ones_get_the_page_without_them(self):
        self.ask("/artikel/")
        for query in ("utm_source=brief", "fbclid=a&x=1", "pagina=2", "pagina=zzz", "&&", "=", "a" * 500):
            answer = self.ask(f"/artikel/?{query}")
            assert answer.cache == "hit", query
        assert (views.renders["article"], self.kept()) == (1, 1)

    def test_first_reader_with_an_unknown_one_gets_an_answer_that_is_not_kept(self):
        assert self.states("/artikel/?x=1", 3) == ["", "miss", "hit"]
        assert b"x=1" not in self.ask("/artikel/?x=2").body
        assert self.kept() == 1

    def test_thousand_campaigns_make_one_entry_and_two_renders(self):
        for number in range(1000):
            self.ask(f"/artikel/?utm_campaign={number}")
        assert (views.renders["article"], self.kept()) == (2, 1)

    def test_parts_of_a_list_are_kept_apart(self):
        bodies = [self.ask(address).body for address in ("/lijst/", "/lijst/?pagina=2", "/lijst/")]
        assert bodies == [b"bladzijde 1: ", b"bladzijde 2: pagina=2", b"bladzijde 1: "]
        assert self.ask("/lijst/?x=1&pagina=2&volgorde=oudste").body == b"bladzijde 2: pagina=2"
        assert self.kept() == 2

    def test_value_that_is_none_is_answered_and_not_kept(self):
        self.ask("/lijst/")
        for value in ("zzzz", "é", "0", "01", "-1", "٣", "1234567", "2 ", ""):
            with self.subTest(value=value):
                answer = self.ask(f"/lijst/?{urlencode({'pagina': value})}")
                assert (answer.status, answer.cache) == (200, "")
        assert self.ask("/lijst/?pagina=2&pagina=3").cache == ""
        assert self.kept() == 1

    def test_number_of_no_part_is_answered_and_not_kept(self):
        self.ask("/lijst/")
        assert self.states("/lijst/?pagina=999") == ["", ""]
        assert self.kept() == 1

    def test_order_of_parameters_makes_no_copy(self):
        self.ask("/lijst/")
        self.ask("/lijst/?pagina=3&b=1")
        assert self.ask("/lijst/?a=1&pagina=3").cache == "hit"

    def test_view_that_searches_is_asked_each_time(self):
        for word in ("eb", "vloed"):
            assert self.ask(f"/zoeken/?q={word}").body == f"gezocht: {word}".encode()

    def test_long_or_broken_query_is_left_to_django(self):
        self.ask("/artikel/")
        assert self.ask(f"/artikel/?{'a' * 2000}").cache == ""
        assert self.ask(f"/artikel/?{'&'.join(f'a{n}' for n in range(300))}").status == 200
        assert self.ask("/artikel/", QUERY_STRING="%ff=%zz&\xe9").status == 200


class Hosts(SmallSite):
    def test_only_listed_hosts_with_a_port_of_ours_are_kept(self):
        for host in ("localhost", "localhost:8000", "127.0.0.1", "[::1]:8000", "localhost:80"):
            with self.subTest(host):
                assert self.states("/artikel/", HTTP_HOST=host) == ["miss", "hit"]
        kept = len(self.reader.cache.pages)
        for port in range(1, 400, 7):
            assert self.ask("/artikel/", HTTP_HOST=f"localhost:{port}").cache == ""
        assert len(self.reader.cache.pages) == kept == 5

    def test_capitals_are_the_same_host(self):
        self.ask("/artikel/")
        assert self.ask("/artikel/", HTTP_HOST="LocalHost").cache == "hit"

    def test_first_one_in_capitals_leaves_nothing(self):
        assert self.states("/alles/", HTTP_HOST="LOCALHOST") == ["", "miss"]
        assert b"LOCALHOST" not in self.ask("/alles/").body

    @pytest.mark.filterwarnings("ignore")
    def test_host_that_is_not_ours_is_refused(self):
        for host in ("kwaad.example", "localhost.kwaad.example", "localhost:8000:1", "", "localhost@kwaad"):
            with self.subTest(host), self.assertLogs("django.security.DisallowedHost"):
                assert self.ask("/artikel/", HTTP_HOST=host or " ").status == 400
        assert len(self.reader.cache.pages) == 0

    def test_hosts_by_pattern_are_answered_and_not_kept(self):
        with override_settings(ALLOWED_HOSTS=[".tussentij.example", "*"]):
            reader = Reader()
            for host in ("a.tussentij.example", "b.tussentij.example"):
                assert [reader.get("/artikel/", HTTP_HOST=host).cache for _ in range(2)] == ["", ""]

    def test_scheme_is_what_the_settings_believe(self):
        self.ask("/artikel/")
        assert self.ask("/artikel/", HTTP_X_FORWARDED_PROTO="https").cache == "hit"
        with override_settings(SECURE_PROXY_SSL_HEADER=("HTTP_X_FORWARDED_PROTO", "https")):
            reader = Reader()
            for proto in ("https", "http"):
                answers = [reader.get("/alles/", HTTP_X_FORWARDED_PROTO=proto) for _ in range(2)]
                assert [answer.cache for answer in answers] == ["miss", "hit"]
                assert answers[1].body.startswith(f"GET {proto}://localhost/alles/".encode())
