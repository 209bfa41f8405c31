import json
import logging
import re
from datetime import timedelta

import time_machine
from django.conf import settings
from django.core.cache import cache
from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from post_office.models import Email

from comments.models import Comment
from guard.stamps import make_stamp
from leads.models import Subscriber
from mailing.models import Suppression
from mailing.services import suppress
from privacy import retention
from privacy.models import DataLink, Erasure
from tests.comments.factories import FROM_OUR_PAGE
from tests.privacy.test_erasures import ADDRESS, plant

ASK = "/mijn-gegevens/"


class VisitorTestCase(TestCase):
    def setUp(self):
        cache.clear()

    def ask(self, email: str = ADDRESS):
        fields = {"email": email, "stamp": make_stamp("my-data-1", "all"), "adres_gezien": email}
        return self.client.post(ASK, fields, headers=FROM_OUR_PAGE)

    def link(self) -> str:
        mail = Email.objects.filter(delivery__kind="my-data").latest("pk")
        found = re.search(r"http://localhost(/mijn-gegevens/[\w-]{43}/)", mail.message)
        assert found
        return found[1]


class AskTests(VisitorTestCase):
    def test_known_unknown_and_blocked_get_the_same_answer_by_the_same_work(self):
        plant()
        suppress("dicht@voorbeeld.example", Suppression.Scope.ALL, Suppression.Reason.STAFF)
        self.ask("warm@voorbeeld.example")
        answers, work = set(), set()
        for email in (ADDRESS, "onbekend@voorbeeld.example", "dicht@voorbeeld.example"):
            with CaptureQueriesContext(connection) as queries:
                response = self.ask(email)
            answers.add((response.status_code, response["Location"], response.content))
            work.add(tuple(re.sub(r"\W.*", "", query["sql"]) for query in queries))
        assert answers == {(303, "/mijn-gegevens/kijk-in-je-mail/", b"")}
        assert len(work) == 1
        assert not DataLink.objects.filter(email__startswith="dicht").exists()

    def test_three_mails_a_day_and_the_answer_stays_the_same(self):
        answers = {self.ask().status_code for _ in range(5)}

        assert answers == {303}
        assert Email.objects.filter(to__contains=ADDRESS).count() == 3
        assert DataLink.objects.count() == 3

    def test_mail_holds_nothing_that_a_visitor_typed_and_only_the_hash_is_kept(self):
        plant()
        self.ask(ADDRESS.upper())

        mail = Email.objects.latest("pk")
        assert "sanne" not in f"{mail.subject}{mail.message}{mail.html_message}".lower()
        token = self.link().split("/")[2]
        assert token not in str(list(DataLink.objects.values()))

    def test_post_from_elsewhere_does_nothing(self):
        response = self.client.post(ASK, {"email": ADDRESS}, headers={"Sec-Fetch-Site": "cross-site"})
        self.assertContains(response, "<title>Nog niet verstuurd: Mijn gegevens", status_code=403)
        self.assertContains(response, "<h1>Mijn gegevens</h1>", status_code=403)

        assert response.status_code == 403
        assert not Email.objects.exists()

    def test_mistake_is_told_in_dutch_and_nothing_is_lost(self):
        response = self.ask("geen adres")

        self.assertContains(response, "Dit e-mailadres klopt niet", status_code=422)
        self.assertContains(response, "geen adres", status_code=422)


class MineTests(VisitorTestCase):
    def setUp(self):
        super().setUp()
        plant()
        self.ask()
        self.url = self.link()

    def test_page_tells_all_and_is_kept_by_nobody(self):
        response = self.client.get(self.url)

        for told in (
            "Reactie nummer 1.",
            "De routekaart",
            "Sanne",
            "Link naar iemands gegevens",
            "14 maart 2026",
        ):
            self.assertContains(response, told)
        assert response["Cache-Control"] == "no-store"
        assert "noindex" in response["X-Robots-Tag"]
        assert not response.cookies

    def test_download_is_json_with_everything_and_without_secrets(self):
        response = self.client.get(f"{self.url}download/")

        told = json.loads(response.content)["gegevens"]
        assert set(told) == {"inschrijver", "aanmeldingen", "reacties", "mails", "verzoeken"}
        assert told["reacties"][0]["reactie"] == "Reactie nummer 1."
        assert "attachment" in response["Content-Disposition"]
        assert not re.search(r"/[A-Za-z0-9_-]{43}/", response.content.decode())

    def test_names_are_corrected_wherever_they_stand(self):
        response = self.client.post(self.url, {"in_reactions": "Sanne de V.", "in_mails": "San"})

        assert response.status_code == 303
        assert Comment.objects.get().author_name == "Sanne de V."
        assert Subscriber.objects.get().first_name == "San"
        assert Subscriber.objects.get().sign_ups.get().first_name == "San"
        self.assertContains(self.client.get(response["Location"]), "Je naam is aangepast")

    def test_empty_name_is_refused_and_nothing_changes(self):
        response = self.client.post(self.url, {"in_reactions": " ", "in_mails": "San"})

        self.assertContains(response, "Een schuilnaam mag", status_code=422)
        assert Subscriber.objects.get().sign_ups.get().first_name == "Sanne"

    def test_erasing_takes_a_step_that_says_what_stays_and_no_get_does_it(self):
        page = self.client.get(f"{self.url}wissen/", {"what": "all"})

        self.assertContains(page, "Wat blijft, en waarom")
        assert Subscriber.objects.exists()
        assert not Erasure.objects.exists()

        done = self.client.post(f"{self.url}wissen/", {"what": "all"})

        assert done["Location"] == "/mijn-gegevens/gewist/"
        self.assertContains(self.client.get(done["Location"]), "Alles is gewist")
        assert not Subscriber.objects.exists()
        self.assertContains(self.client.get(self.url), "Vraag een nieuwe link", status_code=410)
        assert self.client.post(f"{self.url}wissen/", {"what": "all"}).status_code == 410
        assert Erasure.objects.count() == 1

    def test_erasing_that_fails_is_told_and_loses_nothing(self):
        settings.ERASURE_JOURNAL.mkdir()
        with self.assertLogs("privacy", logging.ERROR):
            failed = self.client.post(f"{self.url}wissen/", {"what": "all"})
        self.assertContains(failed, "er is niets gewist", status_code=503)
        assert Subscriber.objects.exists()

    def test_part_is_erased_and_the_link_goes_on_to_work(self):
        done = self.client.post(f"{self.url}wissen/", {"what": "reactions"})

        self.assertContains(self.client.get(done["Location"]), "Je reacties zijn gewist")
        assert Subscriber.objects.exists()
        assert not Comment.objects.exclude(author_email="").exists()

    def test_link_is_over_after_a_day_and_the_address_goes(self):
        with time_machine.travel(timezone.now() + timedelta(hours=25)):
            self.assertContains(self.client.get(self.url), "Vraag een nieuwe link", status_code=410)
            assert self.client.get(f"{self.url}download/").status_code == 410
            retention.expire(timezone.now())
        assert not DataLink.objects.exclude(email="").exists()

    def test_unknown_choice_and_unknown_link_harm_nothing(self):
        assert self.client.post(f"{self.url}wissen/", {"what": "alles"}).status_code == 303
        assert self.client.get(reverse("privacy:mine", args=["x" * 43])).status_code == 410
        assert Subscriber.objects.exists()

    def test_secret_stays_out_of_the_log(self):
        with self.assertLogs("django.request", logging.WARNING) as logged:
            logging.getLogger("django.request").warning("Gone: %s", self.url)
        from leads.redaction import RedactTokens

        record = logged.records[0]
        RedactTokens().filter(record)
        assert self.url.split("/")[2] not in record.getMessage()
