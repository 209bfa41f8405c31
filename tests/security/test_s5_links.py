"""GUARANTEES S5: leaked and replayed links. A token opens one thing, until it is over, and is in no log."""

import io
import logging
import logging.config
from copy import deepcopy
from datetime import timedelta
from pathlib import Path
from unittest.mock import patch

import pytest
from django.conf import settings
from django.db import DatabaseError
from django.test import Client
from django.urls import NoReverseMatch
from django.utils import timezone

import liefdesverdriet
from leads.models import ConsentEvent, DownloadGrant, SignUp, Subscriber
from mailing.models import Suppression
from tests.leads.gifts import last_token
from tests.leads.visitors import VisitorTestCase, agreed, read, rows

CONFIRM, DOWNLOAD, LEAVE = "/aanmelden/bevestigen/{}/", "/download/{}/", "/afmelden/{}/"
FRESH = "/aanmelden/verse-link/{}/"
COMMENTS = (
    "mijn/{}/",
    "mijn/{}/wijzigen/",
    "mijn/{}/intrekken/",
    "bevestigen/{}/",
    "afmelden/{}/",
    "modereren/{}/",
)


class LinkTestCase(VisitorTestCase):
    def setUp(self):
        super().setUp()
        self.file = self.magnet.files.get().pk
        self.confirm_token = self.confirm_link().split("/")[-2]
        self.client.post(CONFIRM.format(self.confirm_token), agreed(self.magnet))
        self.download_token = last_token("download")
        self.leave_token = last_token("afmelden")

    def file_of(self, token: str) -> str:
        return f"{DOWNLOAD.format(token)}{self.file}/"


class PurposeTests(LinkTestCase):
    def test_each_token_opens_its_own_pages_and_no_other(self):
        opens = {
            self.confirm_token: {CONFIRM, FRESH},
            self.download_token: {DOWNLOAD, DOWNLOAD + f"{self.file}/", FRESH},
            self.leave_token: {LEAVE},
            "A" * 43: set(),
        }
        pages = {CONFIRM, DOWNLOAD, DOWNLOAD + f"{self.file}/", LEAVE, FRESH}
        pages |= {f"/reacties/{page}" for page in COMMENTS}
        for token, own in opens.items():
            for page in pages:
                with self.subTest(page=page, own=page in own):
                    response = self.client.get(page.format(token))
                    read(response)
                    assert response.status_code == (200 if page in own else 404)

    def test_posting_a_token_elsewhere_changes_nothing(self):
        Subscriber.objects.update(newsletter=True)
        before = (rows(), ConsentEvent.objects.count())
        for page, tokens in (
            (CONFIRM, (self.download_token, self.leave_token)),
            (LEAVE, (self.confirm_token, self.download_token)),
            (FRESH, (self.leave_token,)),
        ):
            for token in tokens:
                for choice in ("", "geen-mail", "toch-mail"):
                    response = self.client.post(page.format(token), {"keuze": choice})
                    assert response.status_code == 404
        assert (rows(), ConsentEvent.objects.count()) == before
        assert Subscriber.objects.get().newsletter
        assert not Suppression.objects.exists()

    def test_hash_from_the_database_is_no_token(self):
        grant, sign_up = DownloadGrant.objects.get(), SignUp.objects.get()
        for page, secret in ((DOWNLOAD, grant.token_hash), (CONFIRM, sign_up.token_hash)):
            assert self.client.get(page.format(secret)).status_code == 404


class OverTests(LinkTestCase):
    def refused(self) -> None:
        """Ask in every way for what a dead download link gave, and get nothing of it."""
        for method in ("get", "head"):
            for page in (DOWNLOAD.format(self.download_token), self.file_of(self.download_token)):
                for headers in ({}, {"range": "bytes=0-"}, {"range": "bytes=5-"}):
                    response = getattr(self.client, method)(page, headers=headers)
                    assert response.status_code == 410
                    assert b"%PDF" not in read(response)

    def test_every_request_is_refused_after_the_term(self):
        read(self.client.get(self.file_of(self.download_token)))
        DownloadGrant.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
        self.refused()

    def test_every_request_is_refused_after_revocation(self):
        read(self.client.get(self.file_of(self.download_token)))
        DownloadGrant.objects.update(revoked_at=timezone.now())
        self.refused()

    def test_every_request_is_refused_after_the_last_use(self):
        for _ in range(5):
            read(self.client.get(self.file_of(self.download_token)))
        DownloadGrant.objects.update(last_used_at=timezone.now() - timedelta(hours=1))
        self.refused()

    def test_confirmation_is_refused_after_the_term(self):
        SignUp.objects.update(token_expires_at=timezone.now(), confirmed_at=None)
        before = rows()
        for _ in range(10):
            for method in (self.client.get, self.client.head, self.client.post):
                assert method(CONFIRM.format(self.confirm_token)).status_code == 410
        assert rows() == before


class LogTests(LinkTestCase):
    """The site's own logging, on a stream that we read."""

    def setUp(self):
        super().setUp()
        config = deepcopy(settings.LOGGING)
        self.stream = io.StringIO()
        config["handlers"]["console"]["stream"] = self.stream
        config["root"]["level"] = "DEBUG"
        for logger in config["loggers"].values():
            logger["level"] = "DEBUG"
        self.addCleanup(self._put_back, list(logging.getLogger().handlers), logging.getLogger().level)
        logging.config.dictConfig(config)

    def _put_back(self, handlers: list[logging.Handler], level: int) -> None:
        logging.config.dictConfig(deepcopy(settings.LOGGING))
        logging.getLogger().handlers[:] = handlers
        logging.getLogger().setLevel(level)

    def test_no_token_is_in_any_line(self):
        client = Client(raise_request_exception=False)
        tokens = (self.confirm_token, self.download_token, self.leave_token)
        for token in tokens:
            for page in (CONFIRM, DOWNLOAD, LEAVE, FRESH, "/weg/{}/", "/weg/{}", "/download/{}/x/"):
                read(client.get(page.format(token)))
                read(client.put(page.format(token)))
            self.let_fail(client, token)
        logs = self.stream.getvalue()
        assert "Internal Server Error: /download/…/" in logs
        assert "Traceback" in logs
        for token in tokens:
            assert token not in logs

    def let_fail(self, client: Client, token: str) -> None:
        """Ask for each page while what it calls fails with an error that quotes the token."""
        for error in (DatabaseError(f"at /download/{token}/"), NoReverseMatch(f"arguments '('{token}', 1)'")):
            for place, page in (
                ("downloading.open_download", DOWNLOAD.format(token)),
                ("downloading.open_file", self.file_of(token)),
                ("links.find_sign_up", CONFIRM.format(token)),
                ("links.find_subscriber", LEAVE.format(token)),
            ):
                with patch(f"leads.services.{place}", side_effect=error):
                    assert client.get(page).status_code == 500

    def test_error_page_does_not_show_it(self):
        client = Client(raise_request_exception=False)
        with patch("leads.services.downloading.open_download", side_effect=ValueError(self.download_token)):
            response = client.get(DOWNLOAD.format(self.download_token))

        assert response.status_code == 500
        assert self.download_token.encode() not in response.content


@pytest.mark.parametrize("name", ["django.server", "django.request", "leads", ""])
def test_every_line_goes_through_the_filter(name):
    logger = logging.getLogger(name)
    config = settings.LOGGING
    own = config["loggers"].get(name, {})
    handlers = own.get("handlers") or config["root"]["handlers"]
    assert [config["handlers"][handler]["filters"] for handler in handlers] == [["nothing_personal"]]
    assert logger is not None


def test_web_server_keeps_no_log_of_addresses():
    command = Path(liefdesverdriet.__file__).parent / "management" / "commands" / "serve.py"
    assert "access-log" not in command.read_text()


class ReferrerTests(LinkTestCase):
    def test_token_is_told_to_no_other_page(self):
        pages = [
            CONFIRM.format(self.confirm_token),
            DOWNLOAD.format(self.download_token),
            self.file_of(self.download_token),
            LEAVE.format(self.leave_token),
            FRESH.format(self.download_token),
            DOWNLOAD.format("A" * 43),
        ]
        for page in pages:
            response = self.client.get(page)
            read(response)
            assert response["Referrer-Policy"] == "no-referrer"
            assert response["Cache-Control"] == "no-store"
            assert "noindex" in response["X-Robots-Tag"]
