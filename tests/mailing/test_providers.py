from urllib.parse import unquote_plus

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.test import TestCase
from post_office.models import STATUS, Email

from liefdesverdriet import checks, mail_providers
from mailing.answers import ServerAway
from mailing.delivery import Courier
from mailing.models import Delivery, OutboxMail, Suppression
from tests.mailing.provider import Provider, provider_settings
from tests.mailing.queued import queue
from tests.mailing.sink import free_port


class ProviderTests(TestCase):
    def setUp(self):
        self.provider = Provider()
        self.provider.start()
        self.addCleanup(self.provider.stop)
        self.enterContext(provider_settings(self.provider.url))
        self.courier = Courier()
        self.addCleanup(self.courier.close)

    def refuse(self, status: int, message: str = "nee") -> None:
        self.provider.status, self.provider.answer = status, {"message": message}

    def test_mail_is_handed_over_with_its_own_message_id(self):
        mail = queue()

        self.courier.send_due()

        assert mail.message_id in unquote_plus(self.provider.taken[0])
        assert "lezer@voorbeeld.nl" in unquote_plus(self.provider.taken[0])
        assert Email.objects.get().status == STATUS.sent
        assert Delivery.objects.get().provider_id == "<een@provider.example>"

    def test_fault_over_there_makes_all_mail_wait(self):
        for status in (401, 403, 404, 429, 500, 503):
            mail = queue()
            self.refuse(status)
            with self.subTest(status=status), pytest.raises(ServerAway):
                self.courier.send_due()
            assert Email.objects.get(pk=mail.pk).status == STATUS.requeued
            mail.delete()

    def test_refused_mail_fails_at_once_and_stops_no_other(self):
        for status in (400, 413, 422):
            queue()
            self.refuse(status)
            self.courier.send_due()
        self.provider.status, self.provider.answer = 200, {"id": "<x@x>", "message": "Queued"}
        queue()
        self.courier.send_due()

        assert Email.objects.filter(status=STATUS.failed).count() == 3
        assert Email.objects.filter(status=STATUS.sent).count() == 1
        assert not Suppression.objects.exists()

    def test_provider_that_is_away_is_tried_again(self):
        queue()
        with provider_settings(f"http://127.0.0.1:{free_port()}/v3"), pytest.raises(ServerAway):
            self.courier.send_due()

        assert Email.objects.get().status == STATUS.requeued
        assert OutboxMail.objects.with_last_error().get().why == "De mailserver is niet bereikbaar."


def test_wrong_name_of_a_provider_is_said_at_the_start(monkeypatch):
    monkeypatch.setenv("EMAIL_PROVIDER", "mailgum")
    with pytest.raises(ImproperlyConfigured, match="must be one of amazon_ses, brevo, .*not 'mailgum'"):
        mail_providers.provider()


def test_missing_key_is_said_at_the_start(monkeypatch):
    monkeypatch.setenv("EMAIL_PROVIDER", "mailjet")
    with pytest.raises(
        ImproperlyConfigured, match="needs ANYMAIL_MAILJET_API_KEY and ANYMAIL_MAILJET_SECRET"
    ):
        mail_providers.provider()


def test_two_ways_at_once_are_refused(monkeypatch):
    monkeypatch.setenv("EMAIL_PROVIDER", "postmark")
    monkeypatch.setenv("ANYMAIL_POSTMARK_SERVER_TOKEN", "x")
    assert mail_providers.provider() == "postmark"
    monkeypatch.setenv("EMAIL_URL", "smtp://localhost")
    with pytest.raises(ImproperlyConfigured, match="one way"):
        mail_providers.provider()


def test_short_secret_of_the_webhook_is_refused(monkeypatch):
    for secret in ("geheim", "post:kort", ":0123456789abcdef"):
        monkeypatch.setenv("ANYMAIL_WEBHOOK_SECRET", secret)
        with pytest.raises(ImproperlyConfigured, match="name:password"):
            mail_providers.anymail_settings()


def test_every_named_provider_is_one_of_anymail():
    for name in mail_providers.NEEDED:
        if name != "amazon_ses":  # wants boto3 already when it is imported
            __import__(f"anymail.backends.{name}")


def test_deploy_check_takes_either_way(settings):
    settings.EMAIL_CONFIG, settings.EMAIL_PROVIDER = {}, ""
    assert [warning.id for warning in checks.mail_leaves_the_machine(None)] == ["liefdesverdriet.W001"]
    settings.EMAIL_PROVIDER = "postmark"
    assert checks.mail_leaves_the_machine(None) == []
    settings.ANYMAIL = {}
    assert [warning.id for warning in checks.provider_may_report(None)] == ["liefdesverdriet.W003"]
    settings.ANYMAIL = {"WEBHOOK_SECRET": "post:0123456789abcdef"}
    assert checks.provider_may_report(None) == []
