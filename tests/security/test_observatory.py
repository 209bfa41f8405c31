"""What MDN's HTTP Observatory would say of the public pages, by its scoring table, without asking anybody.

Source: https://developer.mozilla.org/en-US/observatory/docs/tests_and_scoring (a start of 100, penalties, and
bonuses that only count from 90 on). Only rules that a page of ours could meet are here; another outcome is a
failure of its own.
"""

import re
from dataclasses import dataclass
from html.parser import HTMLParser

from django.test import TestCase, override_settings

from liefdesverdriet import policies
from tests.blog.factories import make_site

ADDRESS = "https://www.voorbeeld.nl"
WANTED, START, BONUS_FROM = 125, 100, 90
HALF_A_YEAR = 15_768_000


@dataclass(frozen=True)
class Outcome:
    rule: str
    points: int


class _Scripts(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[dict[str, str | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "script":
            self.found.append(dict(attrs))


def policy_of(header: str) -> dict[str, list[str]]:
    return {name: values for name, *values in (part.split() for part in header.split(";") if part.strip())}


def content_security_policy(header: str) -> Outcome:
    """From -25 without one to +10 for one that allows nothing but what it names."""
    if not header:
        return Outcome("no policy", -25)
    policy = policy_of(header)
    default = policy.get("default-src", ["*"])
    scripts, styles = policy.get("script-src", default), policy.get("style-src", default)
    objects = policy.get("object-src", default)
    wide = {"*", "https:", "http:", "data:"}
    if "'unsafe-inline'" in scripts or wide & set(scripts) or wide & set(objects):
        return Outcome("scripts or plug-ins of anybody", -20)
    if any(source.startswith("http:") for sources in policy.values() for source in sources):
        return Outcome("plain http allowed", -20)
    if "'unsafe-eval'" in scripts:
        return Outcome("eval allowed", -10)
    if "'unsafe-inline'" in styles or wide & set(styles):
        return Outcome("inline styles", 0)
    return Outcome("nothing unsafe, nothing by default", 10 if default == ["'none'"] else 5)


def strict_transport_security(header: str) -> Outcome:
    age = re.search(r"max-age=(\d+)", header)
    if not age:
        return Outcome("not told to come by https", -20)
    if int(age[1]) < HALF_A_YEAR:
        return Outcome("told so for less than half a year", -10)
    # The list of browsers itself gives 5; who is on it can't be known from here.
    return Outcome("https for half a year and more", 0)


def cookies(names: list[str]) -> Outcome:
    return Outcome("cookies", -40) if names else Outcome("no cookies", 0)


def framing(header: str, policy: str) -> Outcome:
    if "frame-ancestors" in policy_of(policy):
        return Outcome("framing told by the policy", 5)
    return (
        Outcome("told by the older header", 0) if header in ("DENY", "SAMEORIGIN") else Outcome("none", -20)
    )


def content_type_options(header: str) -> Outcome:
    return Outcome("nosniff", 0) if header == "nosniff" else Outcome("types are guessed", -5)


def referrer_policy(header: str) -> Outcome:
    private = {"no-referrer", "same-origin", "strict-origin", "strict-origin-when-cross-origin"}
    if header in private:
        return Outcome("private", 5)
    return Outcome("unsafe", -5) if header else Outcome("left to the browser", 0)


def cross_origin_resource_policy(header: str) -> Outcome:
    if header in ("same-origin", "same-site"):
        return Outcome("only for ourselves", 10)
    return Outcome("for everybody", 0)


def cross_origin_sharing(header: str) -> Outcome:
    return Outcome("everybody may read", -50) if header else Outcome("nobody else may read", 0)


def subresource_integrity(html: str) -> Outcome:
    reader = _Scripts()
    reader.feed(html)
    sources = [one["src"] or "" for one in reader.found if "src" in one]
    if any(re.match(r"(?:https?:)?//", source) for source in sources):
        return Outcome("scripts of others", -5)
    return Outcome("own scripts only", 0)


def redirection(response) -> Outcome:
    if response.status_code in (301, 308) and response["Location"].startswith(f"{ADDRESS}/"):
        return Outcome("to https, same host first", 0)
    return Outcome("not to https", -20)


def score(outcomes: list[Outcome]) -> int:
    """Return the score, 0 and up: bonuses only count where penalties leave 90 or more."""
    plain = START + sum(one.points for one in outcomes if one.points < 0)
    bonus = sum(one.points for one in outcomes if one.points > 0)
    return max(0, plain + bonus if plain >= BONUS_FROM else plain)


# As a site with an https address has them (liefdesverdriet/settings.py).
@override_settings(
    SITE_URL=ADDRESS,
    ALLOWED_HOSTS=["www.voorbeeld.nl"],
    SECURE_SSL_REDIRECT=True,
    SECURE_HSTS_SECONDS=63_072_000,
    SECURE_HSTS_INCLUDE_SUBDOMAINS=True,
    SECURE_HSTS_PRELOAD=True,
)
class Observatory(TestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        cls.site = make_site()
        cls.article = cls.site.article()

    def outcomes(self, path: str) -> list[Outcome]:
        response = self.client.get(path, secure=True, headers={"host": "www.voorbeeld.nl"})
        policy = response.get("Content-Security-Policy", "")
        return [
            content_security_policy(policy),
            strict_transport_security(response.get("Strict-Transport-Security", "")),
            cookies(list(response.cookies)),
            framing(response.get("X-Frame-Options", ""), policy),
            content_type_options(response.get("X-Content-Type-Options", "")),
            referrer_policy(response.get("Referrer-Policy", "")),
            cross_origin_resource_policy(response.get("Cross-Origin-Resource-Policy", "")),
            cross_origin_sharing(response.get("Access-Control-Allow-Origin", "")),
            subresource_integrity(response.content.decode()),
            redirection(self.client.get(path, headers={"host": "www.voorbeeld.nl"})),
        ]

    def test_public_pages_score_at_least_125(self) -> None:
        paths = ("/", self.article.url, "/blog/", "/over-ons/", "/zoeken/?q=rust", "/afmelden/", "/weg/")
        for path in paths:
            with self.subTest(path):
                outcomes = self.outcomes(path)
                self.assertGreaterEqual(score(outcomes), WANTED, outcomes)
                self.assertEqual([one for one in outcomes if one.points < 0], [])

    def test_table_gives_less_for_what_is_weaker(self) -> None:
        best = content_security_policy("default-src 'none'; script-src 'self'").points
        for weaker in (
            "",
            "default-src 'self'",
            "default-src 'none'; script-src 'self' 'unsafe-inline'",
            "default-src 'none'; script-src https:",
            "default-src 'none'; style-src 'self' 'unsafe-inline'",
            "script-src 'self'",
        ):
            self.assertLess(content_security_policy(weaker).points, best, weaker)
        self.assertLess(score([Outcome("bonus", 30), Outcome("penalty", -20)]), BONUS_FROM)
        self.assertLess(strict_transport_security("max-age=3600").points, 0)
        self.assertLess(subresource_integrity('<script src="//cdn.example/x.js">').points, 0)

    def test_public_policy_names_nobody_else(self) -> None:
        for directive, sources in policies.PUBLIC.items():
            self.assertIn(sources, (["'none'"], ["'self'"]), directive)
