from datetime import timedelta

from django.conf import settings
from django.contrib.auth.models import User
from django.test import TestCase
from django.urls import reverse
from django.utils import timezone
from post_office.models import STATUS, Email

from comments.services import subscriptions
from leads.services import downloading, signing_up
from mailing.kinds import USEFUL_FOR
from mailing.models import Delivery, Suppression
from mailing.retrying import retry, retry_all
from mailing.services import suppress
from privacy import links
from tests.mailing.queued import queue


class RetryTests(TestCase):
    def test_failed_mail_waits_again_with_a_new_term(self):
        mail = queue()
        first_term = mail.delivery.give_up_at
        Email.objects.filter(pk=mail.pk).update(status=STATUS.failed, number_of_retries=9)

        assert retry(mail)

        again = Email.objects.get(pk=mail.pk)
        assert (again.status, again.number_of_retries) == (STATUS.requeued, 0)
        assert again.delivery.give_up_at > first_term

    def test_sent_mail_is_not_sent_again(self):
        mail = queue()
        Email.objects.filter(pk=mail.pk).update(status=STATUS.sent)

        assert not retry(mail)
        assert Email.objects.get(pk=mail.pk).status == STATUS.sent


class LeftOutTests(TestCase):
    def setUp(self):
        self.mail = queue(kind="new-comment")
        Email.objects.update(status=STATUS.failed)
        self.client.force_login(User.objects.create_superuser("beheer"))

    def check_left_out(self, why: str) -> None:
        inspect = reverse("outbox:inspect", args=[self.mail.pk])
        self.assertContains(self.client.get(inspect), why)
        self.assertNotContains(self.client.get(inspect), "Opnieuw proberen")
        answer = self.client.post(reverse("outbox:retry", args=[self.mail.pk]), follow=True)
        self.assertContains(answer, f"De mail gaat niet opnieuw uit. {why}")
        assert not retry(self.mail)
        assert retry_all() == 0
        assert Email.objects.get().status == STATUS.failed

    def test_address_that_is_blocked(self):
        suppress("lezer@voorbeeld.nl", Suppression.Scope.ALL, Suppression.Reason.UNSUBSCRIBED)

        self.check_left_out("Dit adres krijgt geen mail meer.")

    def test_newsletter_to_one_who_wants_none(self):
        suppress("lezer@voorbeeld.nl", Suppression.Scope.NEWSLETTER, Suppression.Reason.UNSUBSCRIBED)
        Delivery.objects.update(kind="newsletter")

        self.check_left_out("Dit adres krijgt geen mail meer.")

    def test_text_that_is_gone(self):
        Email.objects.update(message="", html_message="")

        self.check_left_out("De tekst is gewist")

    def test_link_that_is_over(self):
        Delivery.objects.update(kind="confirm-sign-up")
        Email.objects.update(created=timezone.now() - timedelta(hours=49))

        self.check_left_out("De link die erin staat is verlopen.")

    def test_no_newsletter_leaves_other_mail(self):
        suppress("lezer@voorbeeld.nl", Suppression.Scope.NEWSLETTER, Suppression.Reason.UNSUBSCRIBED)

        assert retry(self.mail)

    def test_mail_of_the_system_is_tried_again(self):
        Delivery.objects.all().delete()

        assert retry(self.mail)

    def test_list_says_how_many_stay(self):
        suppress("weg@voorbeeld.nl", Suppression.Scope.ALL, Suppression.Reason.STAFF)
        Email.objects.update(status=STATUS.failed)
        Delivery.objects.update(address_hash=Suppression.objects.get().address_hash)
        queue()
        Email.objects.update(status=STATUS.failed)

        page = self.client.get(reverse("outbox:index"))

        self.assertContains(page, "Probeer de mislukte mail opnieuw")
        self.assertContains(page, "1 mislukte mail blijft liggen")

    def test_terms_are_those_of_the_links(self):
        assert {
            "confirm-sign-up": signing_up.CONFIRM_WITHIN,
            "comment-confirm": subscriptions.CONFIRM_WITHIN,
            "gift": downloading.DOWNLOAD_WITHIN,
            "my-data": links.WORKS_FOR,
            "new-password": timedelta(seconds=settings.PASSWORD_RESET_TIMEOUT),
        } == USEFUL_FOR
