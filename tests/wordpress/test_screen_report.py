"""What the coach reads of a move: counts, lines, how far it is."""

from django.urls import reverse

from tests.wordpress.exports import HOME
from tests.wordpress.screens import ScreenTestCase, report
from wordpress.models import Move
from wordpress.taking_over.report import Line, Outcome, Report

State = Move.State


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
