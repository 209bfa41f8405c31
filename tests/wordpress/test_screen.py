"""The coach's screens of a move: what one uploads, reads, chooses, and sees beside each other."""

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client, TestCase, override_settings
from django.urls import reverse
from lxml.html import fromstring

from blog.roles import COACH, EDITOR
from leads.files import private_storage
from leads.models import LeadMagnet
from tests.blog.factories import ImageFactory, make_site
from tests.blog.users import user_in
from tests.wordpress.exports import HOME, author, comment, export, item
from wordpress import found, queue
from wordpress.files import at_hand
from wordpress.models import Imported, Move
from wordpress.models.job import FOLDER
from wordpress.taking_over.report import Line, Outcome, Report
from wordpress.taking_over.task import AuthorChoice, Options

State = Move.State
THRIVE = """<p>Vooraf.</p>
[thrive_leads id='12']
[thrive_leads id="12"] en [thrive_2step id=7]hier[/thrive_2step]"""
SITE = "oud.voorbeeld.example"
SEA = "/wp-content/uploads/2019/03/zee"
OLD = f"""<p onclick="x()">Toen <a href="https://oud.voorbeeld.example/later/">en later</a>.</p>
<script>alert(1)</script><img src="{HOME}{SEA}-300x200.jpg" alt="De zee">
<img src="https://elders.example/volg.gif" alt="Van elders"><iframe src="https://elders.example/"></iframe>"""


def report() -> Report:
    told = Report(site=HOME, title="Het oude huis", redirects=2)
    told.tell(Line("post", 1, "Alleen thuis", Outcome.NEW))
    told.tell(Line("post", 2, "Zonder datum", Outcome.NEW, ["had geen datum"]))
    told.tell(Line("page", 3, "Over mij", Outcome.KNOWN))
    told.tell(Line("post", 4, "Kapot", Outcome.FAILED, ["de titel is te lang"]))
    told.tell(Line("revision", 5, "Ouder", Outcome.LEFT_OUT, ["een oudere versie"]))
    told.tell(Line("revision", 6, "Nog ouder", Outcome.LEFT_OUT, ["een oudere versie"]))
    return told


def kept_files() -> list[str]:
    """Other tests leave theirs: files know of no transaction."""
    try:
        return sorted(private_storage().listdir(FOLDER)[1])
    except FileNotFoundError:
        return []


class ScreenTestCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.site = make_site()
        cls.coach = user_in(COACH)

    def setUp(self):
        self.client.force_login(self.coach)
        self.choose = reverse("wordpress_move:upload")

    def upload(self, content: bytes, name: str = "oud.xml"):
        return self.client.post(self.choose, {"file": SimpleUploadedFile(name, content)})

    def make_move(self, state: str = State.LOOKED, content: bytes = b"", **values) -> Move:
        content = content or export([item()])
        return Move.objects.create(
            source="oud.xml",
            export=SimpleUploadedFile("oud.xml", content),
            user=self.coach,
            state=state,
            options=Options().as_data(),
            **{"report": {**report().as_data(), "found": {"home": HOME, "site": SITE}}, **values},
        )

    def address(self, name: str, *arguments: object) -> str:
        return reverse(f"wordpress_move:{name}", args=arguments)

    def get(self, name: str, *arguments: object, **asked: str):
        return self.client.get(self.address(name, *arguments), asked)


class Uploading(ScreenTestCase):
    def test_export_is_kept_in_private_and_waits_to_be_looked_at(self):
        answer = self.upload(export([item()]))
        job = Move.objects.get()
        self.assertRedirects(answer, self.address("show", job.pk))
        self.assertEqual((job.state, job.source, job.user), (State.LOOK, "oud.xml", self.coach))
        with private_storage().open(job.export.name) as file:
            self.assertEqual(file.read(), export([item()]))
        self.assertNotIn("oud", job.export.name)
        self.assertContains(self.client.get(self.choose), "Er wordt nu al een site bekeken")

    def test_each_fault_is_told_beside_the_field(self):
        before = kept_files()
        files = {
            "geen WordPress-export": b"<rss version='2.0'><channel><title>Een feed</title></channel></rss>",
            "Dit bestand is leeg": b"",
            "ingepakt bestand (zip)": b"PK\x03\x04rest",
            "In deze export staat niets": export([]),
        }
        for words, content in files.items():
            with self.subTest(words):
                self.assertContains(self.upload(content), words, status_code=422)
        nothing = self.client.post(self.choose, {})
        self.assertContains(nothing, "Kies het bestand dat je uit WordPress haalde.", status_code=422)
        for content in (b"zomaar wat", b"<html><body><p>x", b"\x00\x01\x02" * 100, b"<a>" * 20_000):
            with self.subTest(content[:10]):
                self.assertContains(self.upload(content), "error-message", status_code=422)
        self.assertEqual(Move.objects.count(), 0)
        self.assertEqual(kept_files(), before)

    def test_file_that_is_too_large_is_refused_with_both_sizes(self):
        with override_settings(WORDPRESS_EXPORT_MAX_BYTES=100):
            self.assertContains(self.upload(export([item()])), "het mag hooguit 100", status_code=422)

    def test_export_that_breaks_off_is_kept_for_what_came_before(self):
        whole = export([item(1, "Een"), item(2, "Twee")])
        self.assertEqual(self.upload(whole[: whole.index(b"Twee")]).status_code, 302)


class Allowed(ScreenTestCase):
    def test_only_the_coach_gets_there(self):
        job = self.make_move()
        pages = [("upload",), ("show", job.pk), ("progress", job.pk), ("json", job.pk), ("text", job.pk)]
        pages += [("side_by_side", job.pk), ("old", job.pk, 1)]
        posts = [
            ("look_again", job.pk),
            ("stop", job.pk),
            ("throw_away", job.pk),
            ("show", job.pk),
            ("upload",),
        ]
        self.client.force_login(user_in(EDITOR))
        for name, *arguments in pages:
            with self.subTest(name):
                self.assertEqual(self.get(name, *arguments).status_code, 302)
        for name, *arguments in posts:
            with self.subTest(name):
                self.assertEqual(self.client.post(self.address(name, *arguments)).status_code, 302)
        job.refresh_from_db()
        self.assertEqual((job.state, bool(job.export)), (State.LOOKED, True))
        self.assertNotContains(self.client.get(reverse("wagtailadmin_home")), "Verhuizen van WordPress")

    def test_way_there_is_in_the_menu(self):
        self.assertContains(self.client.get(reverse("wagtailadmin_home")), self.choose)

    def test_coach_without_a_hold_on_the_home_page_does_not_get_there(self):
        self.coach.groups.get().page_permissions.all().delete()
        self.assertEqual(self.client.get(self.choose).status_code, 302)


class Reading(ScreenTestCase):
    def test_counts_of_each_kind_add_up_on_the_screen(self):
        answer = self.get("show", self.make_move().pk)
        # "Bijgewerkt" has none; a phone leaves it out.
        self.assertContains(answer, "move__table--without-2")
        self.assertNotContains(answer, "move__table--without-1")
        self.assertEqual(
            [(row.name, row.read, row.counts, row.adds_up) for row in answer.context["rows"]],
            [
                ("Artikelen", 3, [2, 0, 0, 0, 1], True),
                ("Pagina’s", 1, [0, 0, 1, 0, 0], True),
                ("Oudere versies", 2, [0, 0, 0, 2, 0], True),
                ("Samen", 6, [2, 0, 1, 2, 1], True),
            ],
        )
        self.assertContains(answer, "2 oude adressen worden doorgestuurd")
        self.assertNotContains(answer, "telt niet op")

    def test_count_that_does_not_add_up_is_not_hidden(self):
        data = report().as_data()
        data["read"]["post"] = 9
        answer = self.get("show", self.make_move(report=data).pk)
        self.assertContains(answer, "telt niet op")

    def test_what_needs_a_look_comes_first_grouped_by_what_it_is(self):
        job = self.make_move()
        groups = self.get("show", job.pk).context["lines"].page
        self.assertEqual([(group.words, group.size) for group in groups], [("had geen datum", 1)])
        left_out = self.get("show", job.pk, toon="overgeslagen").context["lines"].page
        self.assertEqual([(group.words, group.size) for group in left_out], [("een oudere versie", 2)])
        self.assertContains(self.get("show", job.pk, toon="mislukt"), "De titel is te lang")

    def test_words_about_addresses_are_read_together(self):
        told = Report(site=HOME)
        for number in (1, 2):
            words = f"een afbeelding is er nog niet: {HOME}/{number}.jpg"
            told.tell(Line("post", number, f"Stuk {number}", Outcome.NEW, [words]))
        answer = self.get("show", self.make_move(report=told.as_data()).pk)
        groups = answer.context["lines"].page
        self.assertEqual(
            [(group.words, group.size) for group in groups], [("een afbeelding is er nog niet", 2)]
        )
        self.assertContains(answer, f"<span>{HOME}/2.jpg</span>")

    def test_names_of_blocks_are_read_together(self):
        told = Report(site=HOME)
        for number, name in enumerate(("rss", "calendar"), start=1):
            words = f"Een onderdeel dat WordPress zelf vulde is weggelaten: {name}."
            told.tell(Line("post", number, f"Stuk {number}", Outcome.NEW, [words]))
        [group] = self.get("show", self.make_move(report=told.as_data()).pk).context["lines"].page
        self.assertEqual(group.words, "Een onderdeel dat WordPress zelf vulde is weggelaten")
        self.assertEqual([detail for _, detail in group.lines], ["rss", "calendar"])

    def test_long_lists_come_in_pages_and_narrowed_to_a_kind(self):
        told = Report(site=HOME)
        for number in range(150):
            told.tell(Line("post", number, f"Stuk {number}", Outcome.NEW))
        told.tell(Line("page", 999, "Over mij", Outcome.NEW))
        job = self.make_move(report=told.as_data())
        first = self.get("show", job.pk, toon="nieuw")
        self.assertContains(first, "1 van 2")
        self.assertNotContains(first, "Stuk 149")
        self.assertContains(self.get("show", job.pk, toon="nieuw", p="2"), "Stuk 149")
        only = self.get("show", job.pk, toon="nieuw", soort="page").context["lines"].page
        self.assertEqual([line.title for line in only], ["Over mij"])
        for nonsense in ({"toon": "x"}, {"soort": "x"}, {"p": "x"}, {"toon": "nieuw", "p": "99"}):
            self.assertEqual(self.get("show", job.pk, **nonsense).status_code, 200)

    def test_lines_of_what_was_done_lead_to_the_page(self):
        told = Report(site=HOME)
        told.tell(Line("page", 3, "Over mij", Outcome.NEW, ["had geen datum"], self.site.home.pk))
        job = self.make_move(State.DONE, report=told.as_data())
        answer = self.get("show", job.pk)
        self.assertContains(answer, reverse("wagtailadmin_pages:edit", args=[self.site.home.pk]))
        self.assertContains(answer, self.address("side_by_side", job.pk, 3))

    def test_report_can_be_taken_along(self):
        job = self.make_move()
        data = self.get("json", job.pk).json()
        self.assertEqual((data["site"], data["read"]), (HOME, {"post": 3, "page": 1, "revision": 2}))
        self.assertNotIn("found", data)
        text = self.get("text", job.pk).content.decode()
        self.assertIn("Artikelen: 3 gelezen = 2 nieuw + 1 niet gelukt", text)
        self.assertIn("2 keer: een oudere versie", text)

    def test_file_that_broke_off_is_told(self):
        told = report()
        told.error = "In regel 12 breekt het bestand af."
        self.assertContains(self.get("show", self.make_move(report=told.as_data()).pk), "In regel 12")

    def test_progress_tells_how_fast_and_how_long_yet(self):
        job = self.make_move(State.GOING, done=50, total=650, rate=5.0, title="Artikelen: Alleen thuis")
        answer = self.get("progress", job.pk)
        self.assertContains(answer, "<strong>50 van 650</strong> (8%), nog ongeveer 2 minuten")
        self.assertContains(answer, "5 per seconde. Nu: Artikelen: Alleen thuis")
        Move.objects.update(state=State.DONE)
        self.assertContains(self.get("progress", job.pk), "data-progress-ended")

    def test_whoever_waits_for_another_is_told_so(self):
        self.make_move(State.GOING, taken_until=None)
        job = self.make_move(State.LOOK, report={})
        self.assertContains(self.get("show", job.pk), "nog een andere verhuizing bezig")


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


class Beside(ScreenTestCase):
    def setUp(self):
        super().setUp()
        content = export(
            [item(7, "Toen", content=OLD, comments=[comment(1, email="anneke@lezer.example")]), item(8)]
        )
        self.job = self.make_move(State.DONE, content)
        self.record(Imported.Kind.ITEM, 7, page=self.site.people)
        self.record(Imported.Kind.ITEM, 8, page=self.site.home)

    def record(self, kind: str, old_id: int, **values: object) -> Imported:
        return Imported.objects.create(site=SITE, kind=kind, old_id=old_id, **values)

    def test_old_text_is_clean_and_asks_nobody_for_anything(self):
        image = ImageFactory()
        self.record(Imported.Kind.MEDIA, 20, image=image, old_path=f"{SEA}.jpg")
        answer = self.get("old", self.job.pk, 7)
        html = answer.content.decode()
        self.assertInHTML("<h1>Toen</h1>", html)
        for unsafe in (
            "<script",
            "onclick",
            "alert",
            "<iframe",
            "elders.example/volg",
            HOME,
            "lezer.example",
        ):
            self.assertNotIn(unsafe, html)
        self.assertInHTML(f'<img src="{image.file.url}" alt="De zee">', html)
        self.assertInHTML('<img alt="Van elders">', html)
        policy = answer.headers["Content-Security-Policy"]
        self.assertIn("default-src 'none'", policy)
        self.assertIn("sandbox", policy)
        self.assertNotIn("script-src", policy)
        self.assertEqual(answer.headers["X-Frame-Options"], "SAMEORIGIN")
        self.assertIn("no-store", answer.headers["Cache-Control"])

    def test_classic_text_gets_its_paragraphs(self):
        job = self.make_move(State.DONE, export([item(7, content="Een regel.\n\nNog een.")]))
        html = self.get("old", job.pk, 7).content.decode()
        self.assertInHTML("<p>Nog een.</p>", html)

    def test_item_is_found_also_where_its_text_speaks_of_items(self):
        tricky = item(9, content="<pre>&lt;item&gt; <item> </item> <wp:post_id>7</wp:post_id></pre>")
        job = self.make_move(State.DONE, export([tricky, item(7, "De echte"), item(10, "Ander")]))
        for number, title in ((9, "Alleen thuis op zondag"), (7, "De echte"), (10, "Ander")):
            with self.subTest(number):
                self.assertContains(self.get("old", job.pk, number), f"<h1>{title}</h1>")

    def test_one_leafs_from_page_to_page(self):
        first = self.get("side_by_side", self.job.pk)
        self.assertContains(first, "1 van 2")
        self.assertContains(first, self.address("old", self.job.pk, 7))
        self.assertContains(first, self.address("side_by_side", self.job.pk, 8))
        self.assertContains(self.get("side_by_side", self.job.pk, 8), "2 van 2")
        self.assertEqual(self.get("side_by_side", self.job.pk, 99).status_code, 404)

    def test_without_the_file_it_says_so(self):
        name = self.job.export.name
        with self.captureOnCommitCallbacks(execute=True):
            self.client.post(self.address("throw_away", self.job.pk))
        self.assertFalse(private_storage().exists(name))
        self.assertContains(self.get("old", self.job.pk, 7), "Het exportbestand is weggegooid")
        answer = self.get("show", self.job.pk)
        self.assertContains(answer, "Het exportbestand is weggegooid.")
        self.assertContains(answer, "Artikelen")
        self.assertIsNone(answer.context["form"])

    def test_what_is_not_in_the_file_is_told(self):
        self.assertContains(self.get("old", self.job.pk, 999), "staat niet in het exportbestand")
