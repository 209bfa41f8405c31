from datetime import timedelta

from django.test import TestCase
from django.utils import timezone
from post_office.models import STATUS, Email, Log

from mailing import privacy
from tests.mailing.queued import queue


class EraseTests(TestCase):
    def test_all_mail_to_an_address_goes_and_no_other(self):
        queue("lezer@voorbeeld.nl")
        queue("Lezer@Voorbeeld.nl")
        other = queue("een.lezer@voorbeeld.nl")

        assert privacy.erase("LEZER@voorbeeld.nl") == 2

        assert Email.objects.get() == other

    def test_export_shows_what_was_sent(self):
        queue()

        (mail,) = privacy.export("lezer@voorbeeld.nl")
        assert mail["onderwerp"] == "Hier is De routekaart"


class ExpireTests(TestCase):
    def make_old(self, status: int) -> Email:
        mail = queue()
        Email.objects.filter(pk=mail.pk).update(created=timezone.now() - timedelta(days=91), status=status)
        return mail

    def test_body_of_an_old_mail_goes_and_the_row_stays(self):
        mail = self.make_old(STATUS.sent)
        Log.objects.create(email=mail, status=STATUS.failed, message="<lezer@voorbeeld.nl> unknown")

        assert privacy.expire(timezone.now()) == 1
        assert privacy.expire(timezone.now()) == 0

        mail.refresh_from_db()
        assert (mail.message, mail.html_message, mail.headers) == ("", "", None)
        assert mail.logs.get().message == ""

    def test_mail_that_still_waits_keeps_its_body(self):
        self.make_old(STATUS.requeued)

        assert privacy.expire(timezone.now()) == 0

    def test_recent_mail_keeps_its_body(self):
        queue()

        assert privacy.expire(timezone.now()) == 0
