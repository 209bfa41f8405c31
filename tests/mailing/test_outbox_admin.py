from datetime import timedelta

from django.contrib.auth.models import Permission, User
from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from post_office.models import STATUS, Email, Log

from guard.tokens import new_token
from mailing.addresses import address_hash
from mailing.models import Delivery, MailServerState
from tests.mailing.queued import CONTEXT, queue


def coach(*codenames: str) -> User:
    user = User.objects.create_user("coach", password="geheim")
    user.user_permissions.set(Permission.objects.filter(codename__in=["access_admin", *codenames]))
    return user


class OutboxTests(TestCase):
    def setUp(self):
        self.mail = queue()
        self.client.force_login(coach("view_outboxmail", "retry_outboxmail"))
        self.inspect_url = reverse("outbox:inspect", args=[self.mail.pk])
        self.preview_url = reverse("outbox:preview", args=[self.mail.pk])
        self.retry_url = reverse("outbox:retry", args=[self.mail.pk])

    def fail(self):
        Email.objects.update(status=STATUS.failed)
        Log.objects.create(email=self.mail, status=STATUS.failed, message="550 no such user")

    def test_list_says_how_it_went(self):
        self.fail()

        response = self.client.get(reverse("outbox:index"))

        for text in (
            "Hier is De routekaart",
            "lezer@voorbeeld.nl",
            "Weggever",
            "Mislukt",
            "Het adres bestaat niet.",
        ):
            self.assertContains(response, text)

    def test_list_can_be_filtered_and_searched(self):
        index = reverse("outbox:index")

        self.assertContains(self.client.get(index, {"status": STATUS.queued, "q": "routekaart"}), "lezer@")
        self.assertNotContains(self.client.get(index, {"status": STATUS.sent}), "lezer@")
        self.assertNotContains(self.client.get(index, {"q": "iets anders"}), "lezer@")

    def test_list_takes_as_many_queries_for_more_mails(self):
        index = reverse("outbox:index")
        self.client.get(index)
        with CaptureQueriesContext(connection) as with_one:
            self.client.get(index)
        for number in range(4):
            queue(f"lezer{number}@voorbeeld.nl")
        with self.assertNumQueries(len(with_one)):
            self.client.get(index)

    def test_mail_shows_in_a_frame_that_may_run_nothing(self):
        page = self.client.get(self.inspect_url)
        preview = self.client.get(self.preview_url)

        self.assertContains(page, f'src="{self.preview_url}"')
        self.assertContains(page, 'sandbox="')
        self.assertContains(page, "Neem &amp; houd de tijd.")
        self.assertContains(preview, "Naar je download")
        assert "sandbox" in preview["Content-Security-Policy"]
        assert "default-src 'none'" in preview["Content-Security-Policy"]
        assert "script" not in preview["Content-Security-Policy"]
        assert preview["X-Frame-Options"] == "SAMEORIGIN"

    def test_secrets_of_links_are_covered_for_everyone(self):
        token = new_token()
        reset = "/wachtwoord/MQ/cx2k3j-0123456789abcdef0123456789abcdef/"
        context = {
            **CONTEXT,
            "download_url": f"http://localhost/download/{token}/",
            "unsubscribe_url": f"http://localhost{reset}",
            "text": "http://localhost/artikelen/hoe-kom-je-over-een-verbroken-relatie-heen-in-een-jaar/",
        }
        mail = queue(context=context)
        self.client.force_login(User.objects.create_superuser("beheer"))

        for name in ("outbox:inspect", "outbox:preview"):
            page = self.client.get(reverse(name, args=[mail.pk]))
            self.assertContains(page, "http://localhost/download/…/")
            self.assertContains(page, "hoe-kom-je-over-een-verbroken-relatie-heen-in-een-jaar/")
            self.assertNotContains(page, token)
            self.assertNotContains(page, reset)
        self.assertContains(self.client.get(reverse("outbox:inspect", args=[mail.pk])), "afgedekt")
        assert token in Email.objects.get(pk=mail.pk).message

    def test_failed_mail_can_be_tried_again(self):
        self.fail()
        self.assertContains(self.client.get(self.inspect_url), "Opnieuw proberen")

        self.client.post(self.retry_url)

        self.mail.refresh_from_db()
        assert self.mail.status == STATUS.requeued

    def test_all_failed_mails_but_those_that_came_back_can_be_tried_again_at_once(self):
        others = [queue(), queue()]
        self.fail()
        Delivery.objects.filter(pk=others[0].pk).update(returned_at=timezone.now(), return_reason="Weg.")
        page = self.client.get(reverse("outbox:index"))
        self.assertContains(page, "Probeer alle 2 mislukte mails opnieuw")
        self.assertContains(page, "Teruggekomen: Weg.")

        self.client.post(reverse("outbox:retry_all"))

        assert Email.objects.filter(status=STATUS.requeued).count() == 2

    def test_list_says_since_when_the_server_is_away(self):
        since = timezone.localtime().replace(hour=0, minute=5)
        MailServerState.objects.create(pk=1, away_since=since, reason="[Errno 111] Connection refused")

        page = self.client.get(reverse("outbox:index"))

        self.assertContains(page, "De mailserver is sinds 00:05 niet bereikbaar; er wacht 1 mail.")

    def test_list_says_when_nobody_sends(self):
        Email.objects.update(last_updated=timezone.now() - timedelta(minutes=5))

        self.assertContains(self.client.get(reverse("outbox:index")), "Draait de verzender")

    def test_mail_that_only_just_came_due_is_no_reason_to_say_so(self):
        hours_ago, now = timezone.now() - timedelta(hours=1), timezone.now()
        Email.objects.update(last_updated=hours_ago, status=STATUS.requeued, scheduled_time=now)
        self.assertNotContains(self.client.get(reverse("outbox:index")), "Draait de verzender")

        Email.objects.update(created=hours_ago, last_updated=now, scheduled_time=None)
        self.assertNotContains(self.client.get(reverse("outbox:index")), "Draait de verzender")

        Email.objects.update(last_updated=hours_ago, scheduled_time=now - timedelta(minutes=3))
        self.assertContains(self.client.get(reverse("outbox:index")), "Draait de verzender")

    def test_mails_are_found_by_the_hash_of_an_address_and_by_kind(self):
        index = reverse("outbox:index")
        for query in ({"q": address_hash("lezer@voorbeeld.nl")}, {"kind": "gift"}):
            self.assertContains(self.client.get(index, query), "Hier is De routekaart")
        for query in ({"q": address_hash("ander@voorbeeld.nl")}, {"kind": "new-comment"}):
            self.assertNotContains(self.client.get(index, query), "Hier is De routekaart")

    def test_get_does_not_try_again(self):
        self.fail()

        assert self.client.get(self.retry_url).status_code == 405

    def test_only_failed_mail_has_the_button(self):
        self.assertNotContains(self.client.get(self.inspect_url), "Opnieuw proberen")

    def test_mail_with_a_password_link_shows_its_text_to_administrators_alone(self):
        Delivery.objects.all().delete()

        self.assertNotContains(self.client.get(self.inspect_url), CONTEXT["download_url"])
        assert self.client.get(self.preview_url).status_code in (302, 403)
        self.client.force_login(User.objects.create_superuser("beheer"))
        self.assertContains(self.client.get(self.inspect_url), CONTEXT["download_url"])

    def test_nobody_can_write_change_or_delete(self):
        self.client.force_login(User.objects.create_superuser("beheer"))

        assert self.client.get("/admin/post/new/").status_code == 404
        assert self.client.get(f"/admin/post/edit/{self.mail.pk}/").status_code == 404
        assert self.client.get(f"/admin/post/delete/{self.mail.pk}/").status_code == 404


class PermissionTests(TestCase):
    def test_without_permission_there_is_nothing_to_see(self):
        mail = queue()
        Email.objects.update(status=STATUS.failed)
        self.client.force_login(coach())

        for name in ("outbox:inspect", "outbox:preview"):
            response = self.client.get(reverse(name, args=[mail.pk]))
            assert response.status_code == 302
        self.client.post(reverse("outbox:retry", args=[mail.pk]))
        mail.refresh_from_db()
        assert mail.status == STATUS.failed
