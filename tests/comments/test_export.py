import csv
import io

from django.test import TestCase
from django.urls import reverse
from openpyxl import load_workbook

from comments.models import Status
from tests.comments.factories import make_coach, make_comment, make_page


class Export(TestCase):
    @classmethod
    def setUpTestData(cls):
        page = make_page()
        make_comment(page, 1, text="=1+1", spam_reasons=["3 links", "winst"])
        make_comment(page, 2, text=" @SUM(A1)", author_name="-2", status=Status.SPAM)
        gone = make_page("Verdwenen artikel")
        make_comment(gone, 3, text="Dit blijft.")
        gone.delete()

    def setUp(self):
        self.client.force_login(make_coach())
        self.address = reverse("comment_moderation:index")

    def rows(self, **query):
        sheet = self.client.get(self.address, {"export": "csv", **query})
        return list(csv.DictReader(io.StringIO(sheet.getvalue().decode())))

    def test_every_reaction_is_in_it_also_of_an_article_that_is_gone(self):
        rows = self.rows()
        self.assertEqual(len(rows), 3)
        self.assertIn("Verdwenen artikel", [row["Titel van het artikel"] for row in rows])

    def test_nothing_in_it_is_taken_for_a_formula(self):
        texts = {row["Reactie"] for row in self.rows()}
        self.assertEqual(texts, {"'=1+1", "' @SUM(A1)", "Dit blijft."})
        book = load_workbook(io.BytesIO(self.client.get(self.address, {"export": "xlsx"}).getvalue()))
        cells = [cell for row in book.active.iter_rows() for cell in row]
        self.assertIn("'-2", [cell.value for cell in cells])
        self.assertEqual([cell.value for cell in cells if cell.data_type == "f"], [])

    def test_it_holds_what_the_filters_leave(self):
        self.assertEqual([row["Naam"] for row in self.rows(status="spam")], ["'-2"])

    def test_cost_does_not_grow_with_reactions(self):
        self.rows()
        # Three of them who is logged in how, two that it is noted.
        with self.assertNumQueries(11):
            self.rows()

    def test_list_leads_to_all_that_belongs_to_reactions(self):
        response = self.client.get(self.address)
        for label in ("In cijfers", "Wie besliste wat", "Download CSV", "Download XLSX"):
            self.assertContains(response, label)
        self.assertNotContains(response, "Blokkeerlijst")
