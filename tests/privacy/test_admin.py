import json
import re
from datetime import timedelta

from django.contrib.auth.models import User
from django.test import Client, TestCase
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry

from audit import trail
from blog.roles import COACH, EDITOR
from comments.models import Comment
from leads.models import Subscriber
from mailing.addresses import address_hash
from privacy.models import Erasure
from tests.leads.people_in_admin import coach, in_role
from tests.privacy.test_erasures import ADDRESS, plant

INDEX = reverse("personal_data:index")


def of(name: str, email: str = ADDRESS) -> str:
    return reverse(f"personal_data:{name}", args=[address_hash(email)])


class PersonTests(TestCase):
    def setUp(self):
        plant()
        self.client.force_login(in_role(COACH))

    def test_found_by_address_and_by_name_leads_to_all(self):
        for words in (ADDRESS, "Sanne", "SANNE@voorbeeld"):
            response = self.client.post(INDEX, {"zoek": words}, follow=True)
            self.assertContains(response, "Reactie nummer 1.")
            self.assertContains(response, "De routekaart")
            assert response.redirect_chain[-1][0] == of("show")

    def test_several_are_listed_and_nobody_is_told(self):
        plant("sanne2@voorbeeld.example")
        self.assertContains(self.client.post(INDEX, {"zoek": "sanne"}), "2 mensen gevonden")
        self.assertContains(self.client.post(INDEX, {"zoek": "niemand@x.example"}), "Niemand gevonden")

    def test_erasing_all_says_what_stays_and_leaves_no_way_back(self):
        response = self.client.post(of("erase"), {"what": "all"})

        self.assertContains(response, "Wat blijft, en waarom")
        assert not Subscriber.objects.exists()
        assert Erasure.objects.get().what == "all"
        self.assertContains(self.client.get(of("show"), follow=True), "niets (meer) bekend")

    def test_only_what_was_chosen_is_erased(self):
        self.client.post(of("erase"), {"what": "reactions"})
        assert Subscriber.objects.exists()
        assert not Comment.objects.exclude(author_email="").exists()

        self.client.post(of("erase"), {"what": "zomaar"})
        assert Subscriber.objects.exists()

    def test_download_holds_all(self):
        told = json.loads(self.client.post(of("export")).content)
        assert told["e-mailadres"] == ADDRESS
        assert "reacties" in told["gegevens"]

    def test_every_look_and_download_is_noted_without_an_address(self):
        self.client.post(INDEX, {"zoek": ADDRESS})
        self.client.get(of("show"))
        self.client.get(of("show"))
        self.client.post(of("export"))
        self.client.get(reverse("subscribers:index"))
        self.client.get(reverse("subscribers:show", args=[Subscriber.objects.get().pk]))
        self.client.get(reverse("comment_moderation:show", args=[Comment.objects.get().pk]))
        self.client.get(reverse("outbox:index"))
        self.client.post(of("erase"), {"what": "all"})

        noted = sorted(trail.lines().values_list("action", flat=True))
        assert noted == [
            "comments.look", "leads.list", "leads.look", "mailing.list", "privacy.erase", "privacy.export",
            "privacy.look", "privacy.search",
        ]  # fmt: skip
        assert "sanne" not in str(list(ModelLogEntry.objects.values("label", "data"))).lower()
        page = self.client.get(reverse("personal_data:log"))
        for words in (
            "Alle gegevens bekeken",
            "Gegevens gedownload",
            "Inschrijver bekeken",
            "Reactie bekeken",
        ):
            self.assertContains(page, words)

    def test_retention_shows_terms_and_what_goes(self):
        Subscriber.objects.get().sign_ups.update(requested_at=timezone.now() - timedelta(days=8))
        page = self.client.get(reverse("personal_data:retention"))
        self.assertContains(page, "KEEP_UNCONFIRMED_DAYS")
        self.assertContains(page, "Nu zijn dat er 1")

    def test_start_page_has_the_field_and_what_its_post_needs(self):
        checking = Client(enforce_csrf_checks=True)
        checking.force_login(User.objects.get())
        start = checking.get("/admin/").content.decode()
        form = start[start.index('action="/admin/persoonsgegevens/"') :]
        (token,) = re.findall(r'name="csrfmiddlewaretoken" value="(\w+)"', form[:600])
        found = checking.post(INDEX, {"zoek": ADDRESS, "csrfmiddlewaretoken": token})
        assert found["Location"] == of("show")


class PermissionTests(TestCase):
    def test_without_the_right_nothing_is_seen_or_done(self):
        plant()
        for user in (in_role(EDITOR), coach("view_subscriber", name="kijker")):
            self.client.force_login(user)
            assert "zoek-iemand" not in self.client.get("/admin/").content.decode()
            for url in (INDEX, of("show"), reverse("personal_data:log"), reverse("personal_data:retention")):
                assert self.client.get(url).status_code == 302, url
            for name in ("export", "erase", "correct"):
                self.client.post(of(name), {"what": "all"})
        assert Subscriber.objects.exists()

    def test_who_may_look_may_not_take_along_or_erase(self):
        plant()
        self.client.force_login(coach("view_person", name="kijker"))
        page = self.client.get(of("show"))
        self.assertNotContains(page, "Gegevens wissen")
        self.assertNotContains(page, "Download alles")
        self.client.post(of("erase"), {"what": "all"})
        assert self.client.post(of("export")).status_code == 302
        assert Subscriber.objects.exists()
