"""What the coach chooses about a move, and how it begins, stops and goes on."""

from django.test import Client
from lxml.html import fromstring

from leads.models import LeadMagnet
from tests.wordpress.exports import author, export, item
from tests.wordpress.screens import ScreenTestCase
from wordpress import found, queue
from wordpress.files import at_hand
from wordpress.models import Move
from wordpress.taking_over.task import AuthorChoice, Options

State = Move.State
THRIVE = """<p>Vooraf.</p>
[thrive_leads id='12']
[thrive_leads id="12"] en [thrive_2step id=7]hier[/thrive_2step]"""


class Choosing(ScreenTestCase):
    def setUp(self):
        super().setUp()
        self.gift = LeadMagnet.objects.create(name="De kaart", slug="de-kaart", kind="roadmap")
        content = export(
            [
                item(1, content=THRIVE),
                item(2, "Een gerecht", kind="recept", creator="noor"),
                item(3, "Ouder", kind="revision", status="inherit", creator="niemand"),
            ],
            authors=[author(2, "marijke", "Marijke van Dam"), author(3, "noor", "Noor")],
        )
        self.job = self.make_move(content=content)
        with at_hand(self.job.export) as file:
            self.found = found.find(file)
        self.job.report["found"] = self.found.as_data()
        self.job.save()
        self.values = {
            "parent": "home",
            "pictures": "later",
            "author-0-name": "Marijke",
            "author-1-name": "Noor",
            "author-1-user": "on",
            # In the order of their names: thrive_2step, thrive_leads.
            "form-1": self.gift.pk,
        }

    def post(self, **values):
        return self.client.post(self.address("show", self.job.pk), {**self.values, **values})

    def test_what_is_to_be_chosen_is_found_in_the_file(self):
        self.assertEqual(self.found.authors, [("marijke", "Marijke van Dam"), ("noor", "Noor")])
        self.assertEqual(self.found.forms, {"thrive_leads 12": 2, "thrive_2step 7": 1})
        answer = self.get("show", self.job.pk)
        self.assertContains(answer, "Formulier thrive_leads 12")
        self.assertContains(answer, "Neem ‘recept’ mee als pagina’s (1)")
        self.assertNotContains(answer, "Neem ‘revision’")

    def test_choices_are_what_the_move_is_done_with(self):
        page = self.site.author(title="Marijke")
        self.assertEqual(self.post(begin="1", **{"author-0-page": page.pk}).status_code, 302)
        self.job.refresh_from_db()
        self.assertEqual(self.job.state, State.WAITING)
        options = Options.from_data(self.job.options)
        self.assertEqual((options.parent, options.media), ("home", ""))
        self.assertEqual(
            options.authors,
            {"marijke": AuthorChoice("Marijke", page.pk), "noor": AuthorChoice("Noor", None, True)},
        )
        self.assertEqual(options.gifts, {"thrive_leads 12": self.gift.pk})
        self.assertEqual(options.leave_out, frozenset({"recept"}))
        self.assertFalse(options.with_trash)

    def test_files_come_from_the_host_of_the_export_and_over_https(self):
        self.job.report["found"]["home"] = "http://oud.voorbeeld.example/blog"
        self.job.save()
        self.post(begin="1", pictures="fetch")
        self.job.refresh_from_db()
        self.assertEqual(self.job.options["media"], "https://oud.voorbeeld.example/blog")
        self.assertContains(
            self.get("show", self.make_move().pk), "Haal ze op van de oude site (oud.voorbeeld"
        )

    def test_choices_are_taken_from_who_was_shown_the_form(self):
        client = Client(enforce_csrf_checks=True)
        client.force_login(self.coach)
        address = self.address("show", self.job.pk)
        self.assertEqual(client.post(address, {**self.values, "look": "1"}).status_code, 403)
        shown = fromstring(client.get(address).content.decode())
        [token] = shown.xpath('//form[@class="move__choices"]//input[@name="csrfmiddlewaretoken"]/@value')
        answer = client.post(address, {**self.values, "look": "1", "csrfmiddlewaretoken": token})
        self.assertEqual(answer.status_code, 302)

    def test_looking_again_keeps_the_choices(self):
        self.post(look="1")
        self.job.refresh_from_db()
        self.assertEqual((self.job.state, self.job.options["parent"]), (State.LOOK, "home"))
        Move.objects.update(state=State.LOOKED)
        form = self.get("show", self.job.pk).context["form"]
        self.assertEqual((form["parent"].value(), form["author-0-name"].value()), ("home", "Marijke"))

    def test_choice_that_is_none_is_told_and_nothing_begins(self):
        for wrong in ({"parent": "elders"}, {"author-0-name": ""}, {"form-0": "999999"}, {"pictures": "x"}):
            with self.subTest(wrong):
                self.assertContains(self.post(begin="1", **wrong), "Er klopt nog iets niet", status_code=422)
        self.job.refresh_from_db()
        self.assertEqual(self.job.state, State.LOOKED)

    def test_what_is_wrong_is_read_with_its_field(self):
        wrong = {"parent": "elders", "author-0-name": "", "form-0": "999999"}
        shown = fromstring(self.post(begin="1", **wrong).content.decode())
        for name in wrong:
            with self.subTest(name):
                field = shown.xpath(f'//*[@name="{name}"]')[0]
                words = [shown.get_element_by_id(one) for one in field.get("aria-describedby").split()]
                self.assertTrue(words[0].xpath('.//p[@class="error-message"]'))
        [group] = shown.xpath('//fieldset[legend[contains(., "Waar komen de artikelen?")]]')
        self.assertEqual(len(group.xpath('.//input[@name="parent"]')), 2)

    def test_second_click_begins_nothing_anew(self):
        self.post(begin="1")
        claimed = queue.claim()
        self.post(begin="1", parent="blog")
        self.job.refresh_from_db()
        self.assertEqual((self.job.taken_by, self.job.options["parent"]), (claimed.taken_by, "home"))

    def test_stopping_and_going_on(self):
        self.post(begin="1")
        self.client.post(self.address("stop", self.job.pk))
        self.assertContains(self.get("show", self.job.pk), "Ga verder")
        self.post(begin="1")
        self.job.refresh_from_db()
        self.assertEqual(self.job.state, State.WAITING)
