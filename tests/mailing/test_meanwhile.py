import smtplib
from unittest.mock import patch

from django.db import DataError
from django.utils import timezone
from post_office.models import STATUS, Email, Log

from mailing import delivery, privacy
from mailing.answers import UnbuildableMail
from mailing.delivery import record_failure, record_sent
from mailing.models import Delivery, OutboxMail, Suppression
from mailing.services import suppress
from tests.mailing.queued import queue
from tests.mailing.test_delivery import SinkTestCase, status_of


class BlockedMeanwhileTests(SinkTestCase):
    def test_mail_to_an_address_blocked_since_is_not_sent_and_says_so(self):
        mail = queue()
        other = queue("ander@voorbeeld.nl")
        suppress("lezer@voorbeeld.nl", Suppression.Scope.ALL, Suppression.Reason.UNSUBSCRIBED)

        self.courier.send_due()

        assert self.sink.recipients == ["ander@voorbeeld.nl"]
        assert (status_of(mail), status_of(other)) == (STATUS.failed, STATUS.sent)
        shown = OutboxMail.objects.with_last_error().get(pk=mail.pk)
        assert shown.why == "Niet verstuurd: dit adres krijgt geen mail meer."

    def test_no_newsletter_stops_newsletters_alone(self):
        gift, newsletter = queue(), queue(kind="newsletter")
        suppress("lezer@voorbeeld.nl", Suppression.Scope.NEWSLETTER, Suppression.Reason.UNSUBSCRIBED)

        self.courier.send_due()

        assert (status_of(gift), status_of(newsletter)) == (STATUS.sent, STATUS.failed)


class DatabaseRefusesTests(SinkTestCase):
    def test_mail_erased_while_the_server_takes_it_stops_nothing(self):
        queue("weg@voorbeeld.nl")
        last = queue("twee@voorbeeld.nl")
        real = delivery.record_sent

        def erased(pk, *args):
            if pk != last.pk:
                privacy.erase("weg@voorbeeld.nl")
            real(pk, *args)

        with patch.object(delivery, "record_sent", erased):
            self.courier.send_due()

        assert self.sink.recipients == ["weg@voorbeeld.nl", "twee@voorbeeld.nl"]
        assert Log.objects.get().email == last

    def test_mail_erased_while_the_server_refuses_it_leaves_nothing(self):
        mail = queue()
        Email.objects.all().delete()

        record_failure(mail, UnbuildableMail("stuk"))

        assert not Log.objects.exists()

    def test_character_that_can_not_be_kept_is_left_out(self):
        mail = queue()

        record_failure(mail, smtplib.SMTPDataError(554, b"no\0way"))
        record_sent(mail.pk, timezone.now(), "a\0b")

        assert Log.objects.filter(status=STATUS.failed).get().message == "554 noway"
        assert Delivery.objects.get().provider_id == "ab"

    def test_what_can_not_be_recorded_is_not_sent_again_and_stops_no_other(self):
        queue("een@voorbeeld.nl")
        last = queue("twee@voorbeeld.nl")
        real = delivery.record_sent

        def refused(pk, *args):
            if pk != last.pk:
                raise DataError
            real(pk, *args)

        with patch.object(delivery, "record_sent", refused), self.assertLogs("mailing", "ERROR") as logs:
            self.courier.send_due()
            self.courier.send_due()

        assert self.sink.recipients == ["een@voorbeeld.nl", "twee@voorbeeld.nl"]
        assert "DataError" in str(logs.output)
