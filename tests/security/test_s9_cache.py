"""S9: nobody can put anything into the page cache that the next reader gets, or fill it."""

from io import BytesIO
from typing import Any

from django.test import TestCase

from pagecache import versions
from tests.blog.factories import make_site
from tests.pagecache.reader import ENOUGH_BYTES, Reader

EVIL = "kwaad.example"
FAT = b"q=kwaad&pagina=2&_method=DELETE"

# What an attacker adds to a request for a page that is to be kept.
HEADERS: list[dict[str, Any]] = [
    {"HTTP_X_FORWARDED_HOST": EVIL},
    {"HTTP_X_FORWARDED_SERVER": EVIL},
    {"HTTP_X_FORWARDED_PROTO": "https"},
    {"HTTP_X_FORWARDED_SCHEME": "https"},
    {"HTTP_X_FORWARDED_SSL": "on"},
    {"HTTP_X_FORWARDED_PORT": "1"},
    {"HTTP_X_FORWARDED_PREFIX": "/kwaad"},
    {"HTTP_X_FORWARDED_URI": "/kwaad/"},
    {"HTTP_X_FORWARDED_PATH": "/kwaad/"},
    {"HTTP_X_FORWARDED_FOR": "<script>kwaad</script>"},
    {"HTTP_FORWARDED": f"host={EVIL};proto=https"},
    {"HTTP_X_HOST": EVIL},
    {"HTTP_X_ORIGINAL_HOST": EVIL},
    {"HTTP_X_ORIGINAL_URL": "/admin/"},
    {"HTTP_X_REWRITE_URL": "/admin/"},
    {"HTTP_X_SCRIPT_NAME": "/kwaad"},
    {"HTTP_X_HTTP_METHOD_OVERRIDE": "POST"},
    {"HTTP_X_METHOD_OVERRIDE": "DELETE"},
    {"HTTP_X_REQUESTED_WITH": "XMLHttpRequest"},
    {"HTTP_PROXY": f"http://{EVIL}"},
    {"HTTP_HOST": EVIL},
    {"HTTP_HOST": "localhost:1"},
    {"HTTP_HOST": "localhost:65535"},
    {"HTTP_HOST": "LOCALHOST"},
    {"HTTP_HOST": "localhost."},
    {"HTTP_HOST": f"localhost@{EVIL}"},
    {"HTTP_HOST": f"localhost, {EVIL}"},
    {"HTTP_ORIGIN": f"https://{EVIL}"},
    {"HTTP_REFERER": f"https://{EVIL}/<script>"},
    {"HTTP_USER_AGENT": "<script>kwaad</script>"},
    {"HTTP_ACCEPT": "application/json"},
    {"HTTP_ACCEPT_LANGUAGE": "en"},
    {"HTTP_ACCEPT_CHARSET": "utf-7"},
    {"HTTP_ACCEPT_ENCODING": "kwaad"},
    {"HTTP_ACCEPT_ENCODING": "identity;q=0, *;q=0"},
    {"HTTP_COOKIE": "csrftoken=kwaadkwaadkwaadkwaadkwaadkwaad; messages=kwaad; django_language=en"},
    {"HTTP_COOKIE": "sessionid=kwaad"},
    {"HTTP_AUTHORIZATION": "Basic a3dhYWQ6a3dhYWQ="},
    {"HTTP_RANGE": "bytes=0-3"},
    {"HTTP_IF_NONE_MATCH": "*"},
    {"HTTP_IF_MATCH": '"kwaad"'},
    {"HTTP_IF_MODIFIED_SINCE": "Fri, 01 Jan 2100 00:00:00 GMT"},
    {"HTTP_CACHE_CONTROL": "only-if-cached, no-store"},
    {"HTTP_TRANSFER_ENCODING": "chunked"},
    {"HTTP_CONNECTION": "close, Host"},
    {"HTTP_UPGRADE": "h2c"},
    {"HTTP_EXPECT": "kwaad"},
    {"HTTP_SEC_FETCH_SITE": "cross-site"},
    {"HTTP_SEC_FETCH_DEST": "iframe"},
    {"CONTENT_LENGTH": str(len(FAT)), "CONTENT_TYPE": "text/plain", "wsgi.input": BytesIO(FAT)},
    {"QUERY_STRING": "utm_source=<script>kwaad</script>"},
    {"QUERY_STRING": "pagina=2&pagina=3"},
    {"QUERY_STRING": "pagina=999999"},
    {"QUERY_STRING": "pagina=kwaad"},
    {"QUERY_STRING": "volgorde=oudste;x=kwaad"},
    {"QUERY_STRING": "callback=kwaad&_method=DELETE&format=json"},
    {"QUERY_STRING": "%ff&%00=%0d%0aSet-Cookie:kwaad=1"},
    {"QUERY_STRING": "next=//kwaad.example"},
    {"SCRIPT_NAME": "/kwaad"},
    {"REQUEST_METHOD": "HEAD"},
    {"REQUEST_METHOD": "POST"},
    {"REQUEST_METHOD": "OPTIONS"},
    {"REQUEST_METHOD": "KWAAD"},
    {"wsgi.url_scheme": "https", "HTTP_HOST": "localhost:443"},
]
# What an attacker makes of its path.
PATHS = [
    *("/{0}", "{0}/", "{0};kwaad", "{0}.css", "{0}%00", "{0}%0d%0a"),
    *("/./{0}", "/x/..{0}", "{1}", "{2}", "{0}?"),
]


class Poisoned(TestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        cls.site = make_site()
        cls.article = cls.site.article(title="Stilte na de storm")

    def setUp(self) -> None:
        versions.forget()
        self.addCleanup(versions.forget)
        # The first visit ever makes settings, which is a change.
        self.client.get(self.article.url)
        versions.forget()
        self.pages = ["/blog/", self.article.url, "/bestaat-niet/", "/blog"]
        reader = Reader()
        self.clean = {page: self.told(reader, page) for page in self.pages}

    def told(self, reader: Reader, page: str) -> tuple[int, dict[str, str], bytes]:
        """Return what a reader who means no harm gets, hit or miss."""
        answer = reader.get(page)
        return answer.status, {**answer.headers, "x-cache": ""}, answer.body

    def attack(self, reader: Reader, page: str, **environ: Any) -> None:
        answer = reader.get(page, **environ)
        assert answer.status < 500, environ
        if "sessionid" not in environ.get("HTTP_COOKIE", "") and answer.status < 400:
            assert "set-cookie" not in answer.headers
        assert EVIL not in answer.headers.get("location", "").partition("?")[0]

    def assert_untouched(self, reader: Reader, pages: list[str], attack: object) -> None:
        for page in pages:
            assert self.told(reader, page) == self.clean[page], f"{page} after {attack}"

    def test_nothing_that_is_added_to_a_request_reaches_the_next_reader(self) -> None:
        assert len(HEADERS) >= 40
        warm, missing = Reader(), self.pages[2]
        for environ in HEADERS:
            with self.subTest(str(environ)):
                # Before anything is known of the place, again when it is, and in a cache that is in use.
                cold = Reader()
                for reader, pages in ((cold, [missing]), (warm, self.pages), (warm, self.pages)):
                    for page in pages:
                        self.attack(reader, page, **environ)
                    self.assert_untouched(reader, pages, environ)

    def test_first_request_ever_for_a_page_leaves_nothing_of_its_own(self) -> None:
        for environ in HEADERS[:50:3]:
            with self.subTest(str(environ)):
                reader = Reader()
                self.attack(reader, self.pages[1], **environ)
                self.assert_untouched(reader, self.pages[1:2], environ)

    def test_nothing_that_is_made_of_a_path_reaches_the_next_reader(self) -> None:
        reader = Reader()
        for shape in PATHS:
            for page in self.pages[:2]:
                address = shape.format(page, page.upper(), page.replace("o", "%6f"))
                with self.subTest(address):
                    self.attack(reader, address)
                    self.attack(reader, address)
            self.assert_untouched(reader, self.pages, shape)

    def test_flood_of_addresses_fills_neither_memory_nor_places(self) -> None:
        reader = Reader()
        for page in self.pages:
            reader.get(page)
        kept = len(reader.cache.pages)
        for number in range(2, 60):
            for address in (
                f"/blog/?pagina={number}",
                f"/blog/?x={number}",
                f"/blog/?pagina=1&x={number}",
                f"/weg-{number}/",
                f"/weg-{number}/?x=1",
                f"/zoeken/?q={number}",
                f"/blog;{number}/",
            ):
                self.attack(reader, address)
            self.attack(reader, "/blog/", HTTP_HOST=f"localhost:{number}")
        # One more: ?pagina=1, which may be asked for by name.
        assert len(reader.cache.pages) <= kept + 1
        assert reader.cache.pages.bytes + reader.cache.brief.bytes <= ENOUGH_BYTES
        assert len(reader.cache.shapes) <= 10

    def test_public_page_sets_no_cookie(self) -> None:
        reader = Reader()
        for page in ("/", *self.pages, "/over-ons/", "/zoeken/?q=a", "/feed/", "/sitemap.xml", "/robots.txt"):
            for _ in range(2):
                assert "set-cookie" not in reader.get(page).headers, page
