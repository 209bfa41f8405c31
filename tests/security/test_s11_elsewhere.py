"""Guarantee S11: no link of ours leads a visitor elsewhere, and no editor makes the server call elsewhere."""

import socket
from unittest import mock
from urllib.parse import quote, urlsplit

from django.contrib.auth import get_user_model
from django.test import TestCase
from wagtail.embeds.embeds import get_embed
from wagtail.embeds.exceptions import EmbedException

from blog.blocks.media import EmbedBlock
from blog.embeds import embed_player
from tests.blog.factories import make_site, stream
from tests.comments.factories import make_comment
from tests.leads.gifts import make_magnet

ELSEWHERE = [
    "https://evil.example/",
    "//evil.example/",
    "///evil.example/",
    "////evil.example/",
    "/\\evil.example/",
    "\\\\evil.example/",
    "\\/evil.example/",
    "/\t/evil.example/",
    "/\n/evil.example/",
    "\t//evil.example/",
    "https:evil.example/",
    "https:///evil.example/",
    "https:/\\evil.example/",
    "http://testserver@evil.example/",
    "http://testserver.evil.example/",
    "javascript:alert(1)",
    "data:text/html,evil",
]
INSIDE = [
    "http://127.0.0.1:8000/admin/",
    "http://169.254.169.254/latest/meta-data/",
    "http://[::1]/",
    "file:///etc/passwd",
    "gopher://127.0.0.1:25/",
    "https://vimeo.com@127.0.0.1/76979871",
    "https://vimeo.com.evil.example/76979871",
    "https://evil.example/vimeo.com/76979871",
    "https://vimeo.com/76979871@evil.example",
    "https://www.youtube.com/watch?v=../../../../ev",
    "https://www.youtube.com/oembed?url=http://127.0.0.1/",
]
NO_WAY_OUT = mock.patch.object(socket.socket, "connect", side_effect=AssertionError("a call was made"))
NO_NAMES = mock.patch.object(socket, "getaddrinfo", side_effect=AssertionError("a name was looked up"))


class RedirectTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.coach = get_user_model().objects.create_superuser("coach", "coach@tussentij.example", "geheim-x")
        cls.article = make_site().article(title="Stilte na de storm")
        cls.comment = make_comment(cls.article)
        cls.magnet = make_magnet()

    def assert_here(self, answer, asked: str) -> None:
        where = answer.headers.get("Location", "")
        # As browsers read it: a backslash is a slash, and a tab or a line break is nothing.
        read = urlsplit(where.replace("\\", "/").translate({9: None, 10: None, 13: None}))
        assert read.netloc in ("", "testserver", "localhost"), (asked, where)
        assert read.scheme in ("", "http", "https"), (asked, where)

    def test_screens_that_lead_back(self):
        self.client.force_login(self.coach)
        page, comment = self.article.pk, self.comment.pk
        screens = {
            "/admin/reacties/oordeel/": {"row": f"approve-{comment}", f"seen-{comment}": "x"},
            "/admin/reacties/terug/": {"event": "1"},
            f"/admin/pagina/{page}/morgen/": {},
            f"/admin/pagina/{page}/adres/": {"slug": self.article.slug},
            "/admin/logout/": {},
        }
        for address, values in screens.items():
            for target in ELSEWHERE:
                with self.subTest(address, target=target):
                    self.client.force_login(self.coach)
                    answer = self.client.post(f"{address}?next={quote(target)}", {**values, "next": target})
                    assert answer.status_code in (200, 302, 303, 405), answer.status_code
                    self.assert_here(answer, target)

    def test_login(self):
        for target in ELSEWHERE:
            with self.subTest(target):
                self.client.logout()
                values = {"username": "coach", "password": "geheim-x", "next": target}
                answer = self.client.post(f"/admin/login/?next={quote(target)}", values)
                assert answer.status_code == 302
                self.assert_here(answer, target)

    def test_public_addresses(self):
        ours = [
            "",
            "reacties/x",
            "aanmelden/x",
            "afmelden",
            "download/x",
            "zoeken",
            "blog",
            "feed",
            "media/x",
        ]
        for path in ours:
            for target in ELSEWHERE:
                for asked in (f"/{path}{target}", f"{target}{path}", f"/{path}/?next={quote(target)}"):
                    asked = asked if asked.startswith("/") else f"/{asked}"
                    with self.subTest(asked):
                        # As a server hands it over, which the test client's own reading of //host would not.
                        answer = self.client.get(
                            "/", PATH_INFO=asked.split("?")[0], QUERY_STRING="next=" + target
                        )
                        self.assert_here(answer, asked)

    def test_public_forms(self):
        address = f"/reacties/{self.article.pk}/plaatsen/"
        for target in ELSEWHERE:
            for action in (address, self.magnet.get_absolute_url(), "/afmelden/"):
                with self.subTest(action, target=target):
                    answer = self.client.post(
                        action,
                        {"next": target, "url": target, "website": target, "page": target, "email": "a@b.nl"},
                        headers={"Sec-Fetch-Site": "same-origin", "Referer": target.strip()},
                    )
                    self.assert_here(answer, target)


class FetchingTests(TestCase):
    def test_no_address_of_an_inside_is_a_player(self):
        for url in INSIDE:
            assert embed_player(url) is None, url

    def test_showing_and_publishing_a_video_calls_nobody(self):
        """Every address passes, as in a draft, where nothing is refused yet."""
        site = make_site()
        with NO_WAY_OUT, NO_NAMES:
            for url in [*INSIDE, "https://vimeo.com/76979871"]:
                value = EmbedBlock().to_python({"url": url, "title": "Film", "thumbnail": None})
                html = EmbedBlock().render(value)
                assert "evil.example" not in html
                assert "127.0.0.1" not in html
            article = site.article(
                title="Met film",
                body=stream(("embed", {"url": INSIDE[0], "title": "Film", "thumbnail": None})),
            )
            article.save_revision().publish()
            assert self.client.get(article.url).status_code == 200

    def test_wagtails_own_embeds_call_nobody(self):
        with NO_WAY_OUT, NO_NAMES:
            for url in [*INSIDE, "https://vimeo.com/76979871", "https://www.youtube.com/watch?v=aaaaaaaaaaa"]:
                with self.subTest(url), self.assertRaises(EmbedException):
                    get_embed(url)
