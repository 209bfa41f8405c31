from django.test import RequestFactory, SimpleTestCase, override_settings

from guard.origin import Decision, decide, is_loopback, normalised

ACCEPT, REFUSE, UNKNOWN = Decision.ACCEPT, Decision.REFUSE, Decision.UNKNOWN
SITE = "https://praktijk.example"


def post(host: str = "praktijk.example", secure: bool = True, **headers: str):
    return RequestFactory().post("/", headers={"Host": host, **headers}, secure=secure)


@override_settings(SITE_URL=SITE, CSRF_TRUSTED_ORIGINS=[SITE], ALLOWED_HOSTS=["*"])
class HeaderMatrix(SimpleTestCase):
    def test_fetch_metadata_decides_where_it_is_present(self):
        for site, expected in (
            ("same-origin", ACCEPT),
            ("none", ACCEPT),
            ("same-site", REFUSE),
            ("cross-site", REFUSE),
            ("", REFUSE),
            ("SAME-ORIGIN", REFUSE),
            ("same-origin, cross-site", REFUSE),
        ):
            for origin in (None, "null", SITE, "https://evil.example"):
                headers = {"Sec-Fetch-Site": site} | ({"Origin": origin} if origin else {})
                with self.subTest(site=site, origin=origin):
                    self.assertIs(decide(post(**headers)), expected)

    def test_origin_decides_where_fetch_metadata_is_absent(self):
        for origin, expected in (
            (SITE, ACCEPT),
            ("https://praktijk.example:443", ACCEPT),
            ("HTTPS://PRAKTIJK.EXAMPLE", ACCEPT),
            ("http://praktijk.example", REFUSE),
            ("https://praktijk.example:8443", REFUSE),
            ("https://www.praktijk.example", REFUSE),
            ("https://praktijk.example.evil.example", REFUSE),
            ("https://praktijk.example@evil.example", REFUSE),
            ("https://evil.example", REFUSE),
            ("https://praktijk.example:x", REFUSE),
            ("chrome-extension://abcdef", REFUSE),
            ("https://", REFUSE),
            ("", REFUSE),
        ):
            with self.subTest(origin=origin):
                self.assertIs(decide(post(Origin=origin)), expected)

    def test_null_and_absent_origin_are_left_to_a_token(self):
        self.assertIs(decide(post(Origin="null")), UNKNOWN)
        self.assertIs(decide(post()), UNKNOWN)

    def test_own_host_counts_only_on_this_machine(self):
        self.assertIs(
            decide(post(host="localhost:8101", secure=False, Origin="http://localhost:8101")), ACCEPT
        )
        self.assertIs(decide(post(host="[::1]:8101", secure=False, Origin="http://[::1]:8101")), ACCEPT)
        self.assertIs(
            decide(post(host="localhost:8101", secure=False, Origin="http://localhost:9999")), REFUSE
        )
        self.assertIs(decide(post(host="evil.example", secure=False, Origin="http://evil.example")), REFUSE)

    @override_settings(ALLOWED_HOSTS=["praktijk.example"])
    def test_unknown_host_header_lends_no_origin(self):
        self.assertIs(decide(post(host="localhost:8101", Origin="https://localhost:8101")), REFUSE)


class Names(SimpleTestCase):
    def test_loopback_names(self):
        for host in (
            "localhost",
            "localhost:8000",
            "127.0.0.1:8000",
            "127.9.9.9",
            "[::1]",
            "[::1]:80",
            "site.localhost",
        ):
            self.assertTrue(is_loopback(host), host)
        for host in ("", "localhost.evil.example", "128.0.0.1", "evil.example", "[::2]", "10.0.0.1"):
            self.assertFalse(is_loopback(host), host)

    def test_origin_without_web_scheme_is_none(self):
        self.assertEqual(normalised("file:///etc/passwd"), "")
        self.assertEqual(normalised("http://[::1"), "")
