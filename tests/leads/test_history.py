"""What the page of one person tells."""

from datetime import timedelta

from django.contrib.auth.models import User
from django.test import TestCase
from django.utils import timezone
from post_office.models import STATUS, Email
from wagtail.models import Page

from leads import people
from leads.history import history
from leads.importing.rows import Choices
from leads.importing.taking_over import take_over
from leads.models import SignUp, Subscriber
from leads.services.confirming import confirm
from leads.services.signing_up import request_magnet
from tests.leads.gifts import last_token, make_magnet
from tests.leads.people_in_admin import coach


class HistoryTests(TestCase):
    def setUp(self):
        self.user = coach("view_subscriber")
        self.magnet = make_magnet()
        self.page = Page.objects.last()

    def asked(self, email: str = "lezer@voorbeeld.nl") -> Subscriber:
        request_magnet(self.magnet, email, page=self.page, placement="article-2")
        return Subscriber.objects.with_email(email).get()

    def test_all_that_happened_the_newest_first(self):
        reader = self.asked()
        confirm(last_token("aanmelden/bevestigen"))
        SignUp.objects.update(downloaded_at=timezone.now() + timedelta(hours=1))
        people.add_label([reader], "Wil bellen", self.user)
        people.block([reader], self.user)

        moments = history(reader)

        assert [moment.at for moment in moments] == sorted((one.at for one in moments), reverse=True)
        told = {moment.title: moment for moment in moments}
        asked = told["Vroeg ‘De routekaart’ aan"]
        assert asked.note == f"op {self.page.title}, in de tekst"
        assert "Bevestigde de aanmelding voor ‘De routekaart’" in told
        assert moments[0].title == "Downloadde ‘De routekaart’ voor het eerst"
        assert "Met deze knop bevestig je" in told["Gaf toestemming voor de weggever"].words
        assert told["Label gegeven: Wil bellen"].note == "door coach"
        assert told["Krijgt geen mail meer: alle mail"].note == "met de hand"
        mails = [moment for moment in moments if moment.kind == "mail"]
        assert len(mails) == Email.objects.count()
        assert all(moment.url.startswith("/admin/post/") for moment in mails)

    def test_mails_tell_how_they_stand(self):
        reader = self.asked()
        Email.objects.update(status=STATUS.failed)

        assert [one.note for one in history(reader) if one.kind == "mail"] == ["Mislukt"]

    def test_nothing_of_others_is_told(self):
        reader = self.asked()
        before = len(history(reader))
        people.block([self.asked("ander@voorbeeld.nl")], self.user)

        assert len(history(reader)) == before

    def test_taking_over_and_unsubscribing_are_told_with_the_words(self):
        content = b"e-mail\noud@voorbeeld.nl\n"
        take_over(content, Choices("Kit", "Formulier onder de blog"), timezone.now(), self.user)
        reader = Subscriber.objects.get()
        people.stop_newsletter(reader, self.user)
        reader.refresh_from_db()

        told = {moment.title: moment for moment in history(reader)}

        given = told["Gaf toestemming voor de nieuwsbrief"]
        assert given.words.startswith("Overgenomen uit Kit door coach.")
        assert given.words.endswith("Waar en wanneer: Formulier onder de blog")
        assert "coach" in told["Trok de toestemming voor de nieuwsbrief in"].words
        # Once, though the row of the subscriber says it too.
        assert "Meldde zich af voor de nieuwsbrief" not in told

    def test_page_shows_hostile_words_as_words(self):
        reader = self.asked()
        Subscriber.objects.update(first_name="<script>alert(1)</script>")
        self.client.force_login(self.user)

        response = self.client.get(f"/admin/inschrijvers/{reader.pk}/")

        self.assertNotContains(response, "<script>alert")
        self.assertContains(response, "&lt;script&gt;alert")

    def test_as_many_queries_for_a_long_history(self):
        reader = self.asked()
        history(reader)
        with self.assertNumQueries(6):
            history(reader)
        for _ in range(3):
            SignUp.objects.update(requested_at=timezone.now() - timedelta(days=2))
            self.asked()
            people.stop_newsletter(reader, self.user)
        with self.assertNumQueries(6):
            history(reader)

    def test_a_user_who_is_gone_is_said_so(self):
        reader = self.asked()
        gone = User.objects.create_user("weg")
        people.add_label([reader], "Wil bellen", gone)
        gone.delete()

        assert "iemand die er niet meer is" in " ".join(one.note for one in history(reader))
