"""Taking people over from another program."""

from datetime import UTC, datetime, timedelta
from unittest.mock import patch

from django.contrib.auth.models import User
from django.core.files.storage import storages
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import SimpleTestCase, TestCase
from django.utils import timezone
from post_office.models import Email
from wagtail.models import ModelLogEntry

from leads import people, privacy
from leads.importing import reading, taking_over, uploads
from leads.importing.reading import CsvFile, UnreadableFile
from leads.importing.rows import Choices
from leads.importing.taking_over import rehearse, take_over
from leads.models import ConsentEvent, Subscriber, SubscriberTag
from mailing.models import Suppression
from mailing.services import suppress
from tests.leads.people_in_admin import coach

NOW = datetime(2026, 3, 15, 12, tzinfo=UTC)
CHOICES = Choices("MailerLite", "Formulier op de oude site")


def values(content: bytes) -> list[dict[str, str]]:
    return [line.values for line in CsvFile(content)]


class ReadingTests(SimpleTestCase):
    def test_separators_encodings_and_names_of_columns(self):
        expected = [{"email": "a@voorbeeld.nl", "first_name": "Renée"}]
        for text, encoding in (
            ("E-mail;Voornaam\na@voorbeeld.nl;Renée\n", "utf-8"),
            ("Email Address,First Name\na@voorbeeld.nl,Renée\n", "utf-8-sig"),
            ("email\tvoornaam\r\na@voorbeeld.nl\tRenée\r\n", "windows-1252"),
            ("sep=;\r\nE-mailadres;first_name\r\n\r\na@voorbeeld.nl;Renée", "utf-16"),
            ('"e-mail","Notitie, lang","naam"\n"a@voorbeeld.nl","x\ny","Renée"\n', "utf-8"),
        ):
            with self.subTest(text):
                assert values(text.encode(encoding)) == expected

    def test_numbers_of_lines_are_those_of_an_editor(self):
        lines = CsvFile(b"sep=,\ne-mail\n\na@voorbeeld.nl\n\nb@voorbeeld.nl\n")
        assert [line.number for line in lines] == [4, 6]

    def test_what_can_not_be_read_says_why(self):
        for content, why in (
            (b"PK\x03\x04", "Excel"),
            (b"\x00\x01\x02", "gewone tekst"),
            (b"", "geen kolom met e-mailadressen"),
            (b"jan@voorbeeld.nl\n", "geen kolom met e-mailadressen"),
            (b'e-mail\n"' + b"x" * 200_000, "niet te lezen"),
        ):
            with self.subTest(why), self.assertRaisesRegex(UnreadableFile, why):
                values(content)

    def test_too_many_lines(self):
        with patch.object(reading, "MAX_ROWS", 2), self.assertRaisesRegex(UnreadableFile, "200.000"):
            values(b"e-mail\na@b.nl\nb@b.nl\nc@b.nl\n")


class TakingOverTests(TestCase):
    def setUp(self):
        self.user = User.objects.create_user("coach")

    def over(self, text: str, choices: Choices = CHOICES):
        return take_over(text.encode(), choices, NOW, self.user)

    def test_someone_new_comes_with_consent_and_without_mail(self):
        self.over(
            "e-mail;voornaam;toestemming op;bron;labels\n"
            "Jan@Voorbeeld.NL;Jan;31-12-2024 09:30;Boek, pagina 3;Oud, wil bellen\n"
        )

        one = Subscriber.objects.get()
        assert (one.email, one.first_name) == ("jan@voorbeeld.nl", "Jan")
        assert one.newsletter
        assert one.confirmed_at.isoformat() == "2024-12-31T08:30:00+00:00"
        assert one.import_source == "MailerLite: Boek, pagina 3"
        assert {tag.name for tag in one.tags.all()} == {"Oud", "wil bellen"}
        event = ConsentEvent.objects.get()
        assert event.text == (
            "Overgenomen uit MailerLite door coach. Toestemming volgens die lijst: 31-12-2024 09:30. Het "
            "adres geldt als bevestigd sinds die dag. Waar en wanneer: Formulier op de oude site"
        )
        assert (event.created_at, event.address_hash) == (NOW, one.address_hash)
        assert not Email.objects.exists()
        assert ModelLogEntry.objects.get(action="leads.import").data["count"] == 1

    def test_looking_changes_nothing(self):
        report = rehearse(b"e-mail;labels\na@voorbeeld.nl;x\n", CHOICES, NOW)

        assert (report.new, report.total) == (1, 1)
        assert report.examples[0].words == CHOICES.words
        assert not Subscriber.objects.exists()
        assert not SubscriberTag.objects.exists()

    def test_the_same_file_again_changes_nothing(self):
        text = "e-mail,labels\n" + "".join(f"lezer{i}@voorbeeld.nl,Oud\n" for i in range(1200))
        assert self.over(text).new == 1200
        before = list(Subscriber.objects.order_by("pk").values())

        report = self.over(text)

        assert (report.new, report.known) == (0, 1200)
        assert list(Subscriber.objects.order_by("pk").values()) == before
        assert ConsentEvent.objects.count() == 1200
        assert SubscriberTag.objects.get().subscribers.count() == 1200

    def test_what_was_broken_off_is_finished_by_doing_it_again(self):
        text = "e-mail\n" + "".join(f"lezer{i}@voorbeeld.nl\n" for i in range(600))
        store, stored = taking_over._store, []

        def store_once(*arguments):
            if stored:
                raise OSError
            stored.append(arguments)
            return store(*arguments)

        with patch.object(taking_over, "_store", store_once), self.assertRaises(OSError):
            self.over(text)
        assert ConsentEvent.objects.count() == Subscriber.objects.count() == 500

        report = self.over(text)

        assert (report.new, report.known) == (100, 500)
        assert ConsentEvent.objects.count() == Subscriber.objects.count() == 600

    def test_without_a_source_nobody_comes_in(self):
        report = self.over("e-mail,bron\na@voorbeeld.nl,\nb@voorbeeld.nl,Beurs\n", Choices("Kit"))

        assert report.refusals == [(2, "zonder bron: waar en wanneer is toestemming gegeven?")]
        assert Subscriber.objects.get().email == "b@voorbeeld.nl"

    def test_whoever_said_no_here_stays_out(self):
        gone = Subscriber.objects.create(
            email="weg@voorbeeld.nl", newsletter=True, confirmed_at=NOW - timedelta(days=9)
        )
        people.stop_newsletter(gone, self.user)
        suppress("gewist@voorbeeld.nl", Suppression.Scope.NEWSLETTER, Suppression.Reason.ERASED)
        suppress("klacht@voorbeeld.nl", Suppression.Scope.ALL, Suppression.Reason.COMPLAINED)
        events = ConsentEvent.objects.count()

        report = self.over("e-mail\nWEG@voorbeeld.nl\ngewist@voorbeeld.nl\nklacht@voorbeeld.nl\n")

        assert report.stopped == 3
        assert report.stopped_lines == {
            "staff": [(2, "WEG@voorbeeld.nl")],
            "erased": [(3, "")],
            "complained": [(4, "klacht@voorbeeld.nl")],
        }
        gone.refresh_from_db()
        assert not gone.newsletter
        assert Subscriber.objects.count() == 1
        assert ConsentEvent.objects.count() == events

    def test_someone_known_without_newsletter_gets_it(self):
        Subscriber.objects.create(email="lezer@voorbeeld.nl", first_name="Lea")

        report = self.over("e-mail,voornaam\nlezer@VOORBEELD.nl,Leo\n")

        one = Subscriber.objects.get()
        assert report.agreed == 1
        assert (one.newsletter, one.confirmed_at, one.first_name) == (True, NOW, "Lea")
        assert one.import_source == ""
        assert ConsentEvent.objects.get().text == (
            "Overgenomen uit MailerLite door coach. Toestemming volgens die lijst: niet bekend. Het adres "
            "geldt als bevestigd sinds het overnemen. Waar en wanneer: Formulier op de oude site"
        )

    def test_words_about_one_person_go_when_they_are_erased(self):
        Subscriber.objects.create(email="lezer@voorbeeld.nl", confirmed_at=NOW)
        words = "x" * 499 + "z"
        self.over(f"e-mail,bron\nlezer@voorbeeld.nl,{words}\n", Choices("Kit" * 60))

        one = Subscriber.objects.get()
        assert one.import_source.endswith(words)
        assert words not in ConsentEvent.objects.get().text
        assert ConsentEvent.objects.get().text.endswith(
            "niet bekend. Waar en wanneer: staat per persoon in de lijst."
        )

        privacy.erase(one.email)

        assert not Subscriber.objects.exists()

    def test_bad_lines_are_told_by_number_and_the_others_come(self):
        report = self.over(
            "e-mail;toestemming op;status;labels\n"
            "geen adres;;;\n"
            ";01-01-2020;;\n"
            "a@voorbeeld.nl;gisteren;;\n"
            "b@voorbeeld.nl;01-01-2999;;\n"
            "c@voorbeeld.nl;31-02-2020;;\n"
            "d@voorbeeld.nl;;unsubscribed;\n"
            f"e@voorbeeld.nl;;active;{'x' * 61}\n"
            "goed@voorbeeld.nl;2020-05-01;active;\n"
            "GOED@voorbeeld.nl;2020-05-01;active;\n"
        )

        assert [line for line, _ in report.refusals] == [2, 3, 4, 5, 6, 7, 8, 10]
        whys = " | ".join(why for _, why in report.refusals)
        for word in ("klopt niet", "zonder e-mailadres", "gisteren", "toekomst", "unsubscribed", "eerder"):
            assert word in whys
        assert Subscriber.objects.get().email == "goed@voorbeeld.nl"

    def test_line_breaks_and_formulas_are_words(self):
        self.over('e-mail;voornaam;bron\na@voorbeeld.nl;"=cmd()\r\nBcc: x";"Beurs\r\n\x00deur"\n')
        report = self.over('e-mail;voornaam\n"b@voorbeeld.nl\r\nBcc: c@voorbeeld.nl";x\n')

        assert Subscriber.objects.get().first_name == "=cmd() Bcc: x"
        assert Subscriber.objects.get().import_source == "MailerLite: Beurs deur"
        assert report.refused == 1

    def test_a_column_of_remarks_is_no_column_of_labels(self):
        lines = "".join(f"l{i}@voorbeeld.nl;opmerking {i}\n" for i in range(300))
        with self.assertRaisesRegex(UnreadableFile, "verschillende labels"):
            self.over(f"e-mail;labels\n{lines}")
        assert not Subscriber.objects.exists()


class ScreenTests(TestCase):
    UPLOAD, DO = "/admin/inschrijvers/overnemen/", "/admin/inschrijvers/overnemen/doen/"

    def setUp(self):
        self.user = coach("view_subscriber", "import_subscriber")
        self.client.force_login(self.user)

    def upload(self, content: bytes, **values):
        form = {"program": "Kit", "words": "Formulier onder de blog", **values}
        return self.client.post(self.UPLOAD, {"file": SimpleUploadedFile("lijst.csv", content), **form})

    def test_looking_then_doing(self):
        checked = self.upload(b"e-mail\na@voorbeeld.nl\nfout\n", labels="Oud")
        self.assertContains(checked, "Er is nog niets gebeurd")
        self.assertContains(checked, "Regel 3: het e-mailadres klopt niet")
        assert not Subscriber.objects.exists()

        ticket = checked.context["ticket"]
        done = self.client.post(self.DO, {"ticket": ticket}, follow=True)

        self.assertContains(done, "1 nieuw")
        assert Subscriber.objects.get().tags.get().name == "Oud"
        assert storages["private"].listdir("imports")[1] == []
        self.assertContains(self.client.post(self.DO, {"ticket": ticket}, follow=True), "Kies het opnieuw")

    def test_who_stays_out_is_told_by_reason_and_who_was_erased_by_line(self):
        for email, reason in (("weg@voorbeeld.nl", "erased"), ("stop@voorbeeld.nl", "unsubscribed")):
            suppress(email, Suppression.Scope.NEWSLETTER, Suppression.Reason(reason))

        checked = self.upload(b"e-mail\nweg@voorbeeld.nl\nstop@voorbeeld.nl\n")

        self.assertContains(checked, "<h3>Afgemeld</h3>")
        self.assertContains(checked, "<li>Regel 3: stop@voorbeeld.nl</li>")
        self.assertContains(checked, "<h3>Gegevens gewist</h3>")
        self.assertContains(checked, "<li>Regel 2</li>")
        self.assertNotContains(checked, "weg@voorbeeld.nl")

    def test_a_file_is_only_for_who_brought_it(self):
        ticket = self.upload(b"e-mail\na@voorbeeld.nl\n").context["ticket"]
        self.client.force_login(coach("view_subscriber", "import_subscriber", name="ander"))

        self.client.post(self.DO, {"ticket": ticket})
        self.client.post(self.DO, {"ticket": "verzonnen"})

        assert not Subscriber.objects.exists()
        assert uploads.throw_away_old(timezone.now()) == 0
        assert uploads.throw_away_old(timezone.now() + timedelta(days=2)) >= 1

    def test_what_is_wrong_is_said_in_the_form(self):
        self.assertContains(self.upload(b"PK\x03\x04"), "Excel", status_code=422)
        self.assertContains(self.upload(b"e-mail\n", program=""), "verplicht veld", status_code=422)
        with patch("leads.subscribers.importing.MAX_BYTES", 3):
            self.assertContains(self.upload(b"e-mail\n"), "groter dan 20 MB", status_code=422)

    def test_only_who_may_take_over_can(self):
        self.client.force_login(coach("view_subscriber", name="kijker"))
        self.assertNotContains(self.client.get("/admin/inschrijvers/"), self.UPLOAD)
        assert self.client.get(self.UPLOAD).status_code == 302
        assert self.upload(b"e-mail\na@voorbeeld.nl\n").status_code == 302
        assert self.client.post(self.DO, {"ticket": "x"}).status_code == 302
