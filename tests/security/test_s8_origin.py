"""Guarantee S8: who sent this form, over every combination of what the headers can say; no wrong decision.

What is expected follows from Fetch Metadata (https://www.w3.org/TR/fetch-metadata/) and RFC 6454,
written here once more and otherwise than in guard.origin: as tables.
"""

from itertools import product

from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.test import RequestFactory, SimpleTestCase, override_settings
from django.urls import URLPattern, URLResolver, get_resolver

from guard.decorators import public_form

SITE = "https://praktijk.example"
# None: the browser sent no such header.
FETCH_SITE = {
    None: None,
    "same-origin": True,
    "none": True,
    "same-site": False,
    "cross-site": False,
    "": False,
    "Same-Origin": False,
    "same-origin, cross-site": False,
    "same-origin;": False,
    "zomaar": False,
}
ORIGIN = {
    None: None,
    "null": None,
    SITE: True,
    f"{SITE}:443": True,
    "HTTPS://Praktijk.Example": True,
    "http://praktijk.example": False,
    f"{SITE}:8443": False,
    "https://www.praktijk.example": False,
    "https://praktijk.example.evil.example": False,
    "https://evilpraktijk.example": False,
    "https://praktijk.example@evil.example": False,
    "https://evil.example/praktijk.example": False,
    "https://evil.example": False,
    "https://[::1": False,
    "file://": False,
    "moz-extension://abc": False,
    f"{SITE} https://evil.example": False,
    "": False,
}
REFERER = (None, f"{SITE}/blog/", "https://evil.example/")
CONTENT_TYPE = ("application/x-www-form-urlencoded", "text/plain", "multipart/form-data; boundary=x")
HOST = ("praktijk.example", "praktijk.example:443", "evil.example")
TOKEN = ("none", "right", "wrong")


@public_form
def form(request: HttpRequest) -> HttpResponse:
    return HttpResponse(status=403 if request.guard_refused else 204)


def expected(fetch_site: str | None, origin: str | None, token: str) -> bool:
    if (said := FETCH_SITE[fetch_site]) is not None:
        return said
    if (said := ORIGIN[origin]) is not None:
        return said
    return token == "right"


@override_settings(
    SITE_URL=SITE, CSRF_TRUSTED_ORIGINS=[SITE], ALLOWED_HOSTS=["*"], CSRF_COOKIE_NAME="csrftoken"
)
class HeaderMatrix(SimpleTestCase):
    def test_s8_no_wrong_decision_over_all_headers(self) -> None:
        factory, wrong, count = RequestFactory(), [], 0
        giver = factory.get("/")
        token = get_token(giver)
        secret = giver.META["CSRF_COOKIE"]
        everything = product(FETCH_SITE, ORIGIN, REFERER, CONTENT_TYPE, HOST, TOKEN)
        for fetch_site, origin, referer, content_type, host, has_token in everything:
            named = {"Sec-Fetch-Site": fetch_site, "Origin": origin, "Referer": referer, "Host": host}
            headers = {name: value for name, value in named.items() if value is not None}
            if has_token != "none":
                headers["X-CSRFToken"] = token if has_token == "right" else "x" * 64
            request = factory.generic("POST", "/", b"", content_type, headers=headers, secure=True)
            if has_token != "none":
                request.COOKIES["csrftoken"] = secret
            count += 1
            if (form(request).status_code == 204) != expected(fetch_site, origin, has_token):
                wrong.append((headers, content_type))
        self.assertEqual(wrong, [])
        self.assertGreater(count, 4_000)

    def test_s8_reading_is_never_refused(self) -> None:
        for fetch_site, origin in product(FETCH_SITE, ORIGIN):
            named = {"Sec-Fetch-Site": fetch_site, "Origin": origin}
            headers = {name: value for name, value in named.items() if value is not None}
            self.assertEqual(form(RequestFactory().get("/", headers=headers)).status_code, 204)

    def test_s8_only_these_views_go_without_djangos_token(self) -> None:
        """What takes posts without Django's own check is a public form, or has a secret in its address."""
        self.assertEqual(
            {name for name in exempt(get_resolver().url_patterns) if not name.startswith("wagtail")}, EXEMPT
        )


def exempt(patterns: list[URLPattern | URLResolver]) -> set[str]:
    found: set[str] = set()
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            found |= exempt(pattern.url_patterns)
        elif getattr(pattern.callback, "csrf_exempt", False):
            found.add(f"{pattern.callback.__module__}.{pattern.callback.__name__}")
    return found


# Public forms, what a mail program or provider posts to, and the count of what came into view.
EXEMPT = {
    "comments.views.moderation_link.moderate",
    "comments.views.reports.report",
    "comments.views.submission.post_comment",
    "comments.views.subscriptions.confirm",
    "comments.views.subscriptions.stop",
    "comments.views.writer.change",
    "comments.views.writer.notify",
    "comments.views.writer.withdraw",
    "leads.views.confirming.confirm",
    "leads.views.downloading.download",
    "leads.views.downloading.download_file",
    "leads.views.downloading.fresh_link",
    "leads.views.seen.count_seen",
    "leads.views.signing_up.sign_up",
    "leads.views.unsubscribing.stop",
    "leads.views.unsubscribing.unsubscribe",
    "mailing.webhooks.events",
    "privacy.views.ask",
    "privacy.views.download",
    "privacy.views.erase",
    "privacy.views.mine",
}
