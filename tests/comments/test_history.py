import csv
import io

from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from comments.models import Status
from comments.services import decisions
from tests.comments.factories import make_coach, make_comment, make_page


class History(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.page = make_page()
        cls.coach = make_coach()
        cls.comment = make_comment(cls.page, status=Status.PENDING, author_name='=HYPERLINK("x")')
        decisions.set_status([cls.comment], Status.SPAM, cls.coach)
        decisions.set_status([cls.comment], Status.APPROVED, cls.coach, origin="mail")

    def setUp(self):
        self.client.force_login(self.coach)
        self.address = reverse("comment_history:index")

    def test_newest_decision_stands_on_top_with_who_and_from_where(self):
        response = self.client.get(self.address)
        self.assertContains(response, "spam → goedgekeurd")
        self.assertContains(response, "Marit van Wezel")
        self.assertContains(response, "link in de mail")
        text = response.content.decode()
        self.assertLess(text.index("spam → goedgekeurd"), text.index("wacht → spam"))

    def test_filters_narrow_it_down(self):
        response = self.client.get(self.address, {"origin": "mail"})
        self.assertContains(response, "spam → goedgekeurd")
        self.assertNotContains(response, "wacht → spam")

    def test_csv_and_xlsx_hold_all_and_run_nothing(self):
        sheet = self.client.get(self.address, {"export": "csv"})
        rows = list(csv.DictReader(io.StringIO(sheet.getvalue().decode())))
        self.assertEqual([row["Naar"] for row in rows], ["goedgekeurd", "spam"])
        self.assertEqual(rows[0]["Schrijver"], '\'=HYPERLINK("x")')
        book = load_workbook(io.BytesIO(self.client.get(self.address, {"export": "xlsx"}).getvalue()))
        cells = [cell for row in book.active.iter_rows() for cell in row]
        self.assertTrue(any(cell.value == '\'=HYPERLINK("x")' for cell in cells))
        self.assertFalse([cell for cell in cells if cell.data_type == "f"])

    def test_cost_does_not_grow_with_decisions(self):
        self.client.get(self.address)
        few = len(self.queries())
        for number in range(2, 8):
            decisions.set_status(
                [make_comment(self.page, number, status=Status.PENDING)], Status.SPAM, self.coach
            )
        self.assertEqual(len(self.queries()), few)

    def queries(self):
        with CaptureQueriesContext(connection) as captured:
            self.client.get(self.address)
        return captured.captured_queries

    def test_only_moderators_may_read_it(self):
        self.client.force_login(make_coach("zonder", allowed=False))
        self.assertEqual(self.client.get(self.address).status_code, 302)
