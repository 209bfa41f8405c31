from django.test import Client, override_settings
from post_office.models import Email

from guard.stamps import make_stamp
from leads import consents
from leads.consents import NEWSLETTER
from leads.forms import StopForm
from leads.models import ConsentEvent, DownloadGrant, Subscriber
from leads.services.confirming import confirm
from leads.services.signing_up import request_magnet
from leads.services.unsubscribing import wish_of
from mailing.models import Suppression
from mailing.services import suppress
from tests.leads.gifts import last_link, last_token
from tests.leads.visitors import OWN, VisitorTestCase, comparable

STOP = "/afmelden/"


class PreferencesTests(VisitorTestCase):
    def setUp(self):
        super().setUp()
        request_magnet(self.magnet, "lezer@voorbeeld.nl", consent=NEWSLETTER)
        confirm(last_token("aanmelden/bevestigen"))
        self.link = last_link("afmelden")

    def choose(self, choice: str, **values: str):
        return self.client.post(self.link, {"keuze": choice, **values})

    def wish(self) -> str:
        return wish_of(Subscriber.objects.get())

    def test_looking_changes_nothing(self):
        before = ConsentEvent.objects.count()
        for _ in range(3):
            self.assertContains(self.client.get(self.link), "Meld mij af")
            assert self.client.head(self.link).status_code == 200

        assert self.wish() == "newsletter"
        assert ConsentEvent.objects.count() == before

    def test_one_click_in_the_mail_program_is_enough(self):
        mail = Email.objects.latest("pk")
        address = mail.headers["List-Unsubscribe"].strip("<>").removeprefix("http://localhost")
        program = Client(enforce_csrf_checks=True)

        response = program.post(address, {"List-Unsubscribe": "One-Click"})

        assert response.status_code == 200
        assert not response.cookies
        assert self.wish() == "gifts"
        assert program.post(address).status_code == 200

    def test_page_says_what_was_done_and_offers_the_way_back(self):
        response = self.choose("afmelden")
        self.assertContains(response, "Je bent afgemeld")
        self.assertContains(response, "Toch weer aan")
        self.assertContains(response, consents.NEWSLETTER_BY_LINK.text)

        response = self.choose("nieuwsbrief", tekst=consents.NEWSLETTER_BY_LINK.hash)
        self.assertContains(response, "Je krijgt de nieuwsbrief")
        assert self.wish() == "newsletter"

    def test_nobody_agrees_to_words_of_an_older_page(self):
        self.choose("afmelden")

        self.assertContains(self.choose("nieuwsbrief", tekst="oud"), consents.NEWSLETTER_BY_LINK.text)
        self.assertContains(self.choose("nieuwsbrief"), "Wat mogen we je mailen?")

        assert self.wish() == "gifts"

    def test_no_mail_at_all_and_back(self):
        response = self.choose("geen-mail")
        self.assertContains(response, "Je krijgt geen mail meer")
        self.assertContains(response, consents.RESUMED.text)
        self.assertNotContains(response, 'value="nieuwsbrief"')
        assert self.wish() == "nothing"

        self.assertContains(self.choose("toch-mail"), "Je kunt weer mail krijgen")
        assert self.wish() == "gifts"

    def test_mail_that_came_back_is_not_switched_on_here(self):
        suppress("lezer@voorbeeld.nl", Suppression.Scope.ALL, Suppression.Reason.BOUNCED)

        response = self.choose("toch-mail")

        self.assertNotContains(response, "Je kunt weer mail krijgen")
        self.assertNotContains(response, 'value="toch-mail"')
        assert self.wish() == "nothing"

    def test_texts_that_are_recorded_stand_on_the_page(self):
        page = self.client.get(self.link)
        self.assertContains(page, consents.STOPPED_ALL.text)

    def test_expired_download_tells_who_wants_no_mail_why_none_would_come(self):
        link = last_link("download")
        self.choose("geen-mail")
        DownloadGrant.objects.update(uses_left=0)

        response = self.client.get(link)

        self.assertContains(response, "Toch weer mail", status_code=410)
        self.assertNotContains(response, '<form class="form"', status_code=410)


class StopTests(VisitorTestCase):
    def stop(self, email: str = "lezer@voorbeeld.nl", client: Client | None = None, **values: str):
        stamp = make_stamp(StopForm.form_version, "all")
        return (client or self.client).post(STOP, {"email": email, "stamp": stamp, **values}, **OWN)

    def test_page_has_a_form_and_no_cookie(self):
        response = self.client.get(STOP)

        self.assertContains(response, 'name="email"')
        assert not response.cookies

    def test_address_is_unsubscribed_at_once(self):
        request_magnet(self.magnet, "lezer@voorbeeld.nl", consent=NEWSLETTER)
        confirm(last_token("aanmelden/bevestigen"))

        response = self.stop("Lezer@voorbeeld.nl")

        self.assertRedirects(response, "/afmelden/gelukt/", status_code=303)
        assert not Subscriber.objects.get().newsletter

    @override_settings(GUARD_LIMITS={"unsubscribe": [(100, 600)]})
    def test_answer_is_the_same_for_known_unknown_blocked_and_trapped(self):
        request_magnet(self.magnet, "lezer@voorbeeld.nl", consent=NEWSLETTER)
        confirm(last_token("aanmelden/bevestigen"))
        suppress("blok@voorbeeld.nl", Suppression.Scope.ALL, Suppression.Reason.COMPLAINED)

        def answer(email: str, **values: str):
            response = self.stop(email, **values)
            following = self.client.get(response["Location"])
            return response.status_code, comparable(response), response.content, following.content

        known = answer("lezer@voorbeeld.nl")
        assert known == answer("vreemde@voorbeeld.nl") == answer("blok@voorbeeld.nl")
        assert known == answer("robot@voorbeeld.nl", onderwerp="koop nu")
        assert not Suppression.objects.blocking("robot@voorbeeld.nl", "newsletter").exists()
        assert Suppression.objects.blocking("blok@voorbeeld.nl", "gift").exists()

    def test_wrong_address_comes_back(self):
        response = self.stop("lezer@")
        self.assertContains(response, 'value="lezer@"', status_code=422)
        self.assertContains(response, "<title>Nog niet verstuurd: Meld je af", status_code=422)
        self.assertContains(response, "<h1>Meld je af</h1>", status_code=422)
        assert not ConsentEvent.objects.exists()

    @override_settings(GUARD_LIMITS={"unsubscribe": [(1, 600)]})
    def test_too_many_from_one_network_are_told_so(self):
        self.stop()

        response = self.stop()
        words = "Er kwamen net veel afmeldingen vanaf jouw verbinding. Je adres staat er nog: wacht een paar"
        self.assertContains(response, words, status_code=429)
        self.assertContains(response, 'value="lezer@voorbeeld.nl"', status_code=429)
        assert 1 <= int(response["Retry-After"]) <= 600
        assert Suppression.objects.count() == 1

    def test_other_site_can_not_post(self):
        response = self.client.post(STOP, {"email": "lezer@voorbeeld.nl"}, HTTP_SEC_FETCH_SITE="cross-site")

        assert response.status_code == 403
        assert not ConsentEvent.objects.exists()

    def test_refused_post_comes_back_with_a_token_that_then_works(self):
        browser = Client(enforce_csrf_checks=True)
        stamp = make_stamp(StopForm.form_version, "all")
        values = {"email": "lezer@voorbeeld.nl", "stamp": stamp}

        refused = browser.post(STOP, values)

        self.assertContains(refused, 'value="lezer@voorbeeld.nl"', status_code=403)
        values["csrfmiddlewaretoken"] = refused.context["csrf_token"]
        assert browser.post(STOP, values).status_code == 303

    def test_dead_links_lead_here(self):
        self.assertContains(self.client.get("/afmelden/verzonnen/"), f'href="{STOP}"', status_code=404)
