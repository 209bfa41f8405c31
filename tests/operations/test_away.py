"""What visitors are told while database or disk are away, and not where the mistake is ours."""

import errno
import sqlite3
from html import unescape
from unittest import mock

from django.db import OperationalError
from django.test import Client, SimpleTestCase

VIEW = "comments.remembered.public_page"
ADDRESS = "/reacties/1/plaatsen/"
TYPED = {
    "name": "Hanne",
    "email": "hanne@voorbeeld.example",
    "text": "Regel één\nen <b>twee</b>",
    "bewijs": "x",
}


def by_sqlite(code: int, words: str) -> OperationalError:
    cause = sqlite3.OperationalError(words)
    cause.sqlite_errorcode = code
    error = OperationalError(words)
    error.__cause__ = cause
    return error


class Away(SimpleTestCase):
    def ask(self, error: Exception, values: dict[str, str] | None = TYPED, site: str = "same-origin"):
        client = Client(raise_request_exception=False, headers={"Sec-Fetch-Site": site})
        with mock.patch(VIEW, side_effect=error), self.assertLogs("django.request", "ERROR"):
            return client.post(ADDRESS, values)

    def test_form_comes_back_with_all_that_was_typed(self):
        for error in (
            OperationalError("connection refused"),
            by_sqlite(sqlite3.SQLITE_FULL, "database or disk is full"),
            OSError(errno.ENOSPC, "No space left on device"),
        ):
            response = self.ask(error)
            self.assertEqual((response.status_code, response["Retry-After"]), (503, "30"))
            self.assertIn("no-store", response["Cache-Control"])
            html = response.content.decode()
            self.assertIn(f'action="{ADDRESS}"', html)
            self.assertIn(f">{TYPED['text']}</textarea>", unescape(html))
            self.assertNotIn("<b>twee</b>", html)
            self.assertIn('<input type="hidden" name="email" value="hanne@voorbeeld.example">', html)
            # Good for one time only, and used by now.
            self.assertNotIn("bewijs", html)
            self.assertIn("tel:08000113", html)

    def test_what_came_from_elsewhere_is_shown_and_cannot_be_sent_on(self):
        client = Client(raise_request_exception=False, headers={"Sec-Fetch-Site": "cross-site"})
        with (
            mock.patch("operations.away._typed", return_value=[("text", "Van een ander")]),
            mock.patch(VIEW, side_effect=OperationalError("away")),
            self.assertLogs("django.request", "ERROR"),
        ):
            response = client.post(ADDRESS, {"text": "Van een ander"})
        self.assertContains(response, "Van een ander", status_code=503)
        self.assertNotContains(response, "<form", status_code=503)

    def test_our_own_mistakes_stay_mistakes(self):
        for error in (by_sqlite(sqlite3.SQLITE_ERROR, "no such table: x"), ValueError("x"), OSError(2, "x")):
            self.assertEqual(self.ask(error).status_code, 500)

    def test_what_is_typed_in_the_admin_is_not_shown(self):
        client = Client(raise_request_exception=False)
        with (
            mock.patch("django.contrib.sessions.backends.db.SessionStore.load", side_effect=OperationalError),
            self.assertLogs("django.request", "ERROR"),
        ):
            client.cookies["sessionid"] = "x" * 32
            response = client.post("/admin/login/", {"username": "coach", "password": "heel geheim"})
        self.assertNotContains(response, "heel geheim", status_code=503)

    def test_form_that_is_too_long_is_not_repeated(self):
        response = self.ask(OperationalError("away"), {"text": "x" * 60_000})
        self.assertNotContains(response, "xxx", status_code=503)
        self.assertContains(response, "Ga één stap terug", status_code=503)
