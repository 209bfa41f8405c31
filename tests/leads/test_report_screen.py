from io import BytesIO

import openpyxl
import time_machine
from django.contrib.auth.models import Permission
from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.comments.factories import make_page
from tests.leads.gifts import make_magnet
from tests.leads.numbers import asked, seen
from tests.leads.people_in_admin import coach

NOW = "2026-03-18 12:00:00+01:00"


@time_machine.travel(NOW, tick=False)
class ReportScreenTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.url = reverse("lead_report")
        cls.roadmap = make_magnet()
        cls.article = make_page("=HYPERLINK(1)")
        where = {"page": cls.article, "placement": "article"}
        asked(cls.roadmap, "2026-03-10 12:00", confirmed=True, downloaded=True, **where)
        asked(cls.roadmap, "2026-03-17 12:00", confirmed=True, **where)
        asked(cls.roadmap, "2026-03-17 13:00", **where)
        seen(cls.roadmap, "2026-03-17", 1200, cls.article.pk, "article")

    def setUp(self):
        self.user = coach("view_signup")
        self.client.force_login(self.user)

    def get(self, **query):
        return self.client.get(self.url, query)

    def test_screen_is_for_who_may_see_sign_ups(self):
        self.user.user_permissions.set(Permission.objects.filter(codename="access_admin"))
        self.assertEqual(self.get().status_code, 302)

    def test_funnel_charts_and_tables_tell_the_same(self):
        response = self.get()
        self.assertContains(response, "1.200")
        self.assertContains(response, "van wat aangevraagd werd")
        self.assertContains(response, "67 %")
        self.assertContains(response, "chart__picture", count=2)
        self.assertContains(response, "9 mrt: 1 gedownload")
        self.assertContains(response, "16 mrt: 1 bevestigd, niet gedownload")
        self.assertContains(response, "16 mrt: 1.200 keer gezien")
        self.assertContains(response, "listing numbers__table", count=4)
        self.assertContains(response, "alleen browsers met JavaScript")
        self.assertContains(response, "In de tekst")

    def test_this_week_is_compared_with_last_week(self):
        seen(self.roadmap, "2026-03-10", 1100, self.article.pk, "article")
        response = self.get(periode="week")
        self.assertContains(response, "100 meer")
        self.assertContains(response, "1 minder")  # downloaded
        self.assertContains(response, "de week ervoor")

    def test_narrowing_keeps_the_time_and_can_be_undone(self):
        response = self.get(periode="week", plek="sidebar")
        self.assertContains(response, "met deze keuze werd er niets gezien")
        self.assertContains(response, 'href="?periode=week"')

    def test_wrong_days_are_told(self):
        response = self.get(van="2026-03-11")
        self.assertContains(response, "Vul beide dagen in.")
        self.assertContains(response, 'role="alert"')

    def test_csv_has_what_the_screen_has_and_runs_no_formula(self):
        response = self.get(tabel="pagina", uitvoer="csv")
        self.assertIn("weggevers-per-pagina-2025-09-22", response["Content-Disposition"])
        heading, row = response.content.decode().splitlines()
        self.assertTrue(heading.startswith("Artikel of pagina,Gezien,Aangevraagd,Bevestigd,Gedownload"))
        self.assertEqual(row, "'=HYPERLINK(1),1200,3,2,1,0.2,66.7,50.0")

    def test_xlsx_has_numbers_as_numbers_and_text_as_text(self):
        response = self.get(tabel="pagina", uitvoer="xlsx", periode="4")
        sheet = openpyxl.load_workbook(BytesIO(response.content)).active
        row = [cell.value for cell in sheet[2]]
        self.assertEqual(row[:3], ["'=HYPERLINK(1)", 1200, 3])
        self.assertEqual(sheet["A2"].data_type, "s")

    def test_every_table_can_be_taken_along_and_no_other(self):
        for table in ("tijd", "weggever", "pagina", "plek"):
            self.assertEqual(self.get(tabel=table, uitvoer="csv").status_code, 200)
        self.assertEqual(self.get(tabel="ander", uitvoer="csv").status_code, 404)
        self.assertEqual(self.get(tabel="tijd", uitvoer="exe").status_code, 404)

    def test_screen_takes_as_many_queries_for_more_of_everything(self):
        self.get()
        with CaptureQueriesContext(connection) as with_one:
            self.get()
        for number in range(4):
            gift = make_magnet(slug=f"gift-{number}")
            asked(gift, f"2026-03-1{number} 12:00", page=make_page(f"Artikel {number}"), placement="end")
        with self.assertNumQueries(len(with_one)):
            self.get()


@time_machine.travel(NOW, tick=False)
class EmptyReportTests(TestCase):
    def test_site_without_gifts_says_so(self):
        self.client.force_login(coach("view_signup"))
        response = self.client.get(reverse("lead_report"))
        self.assertContains(response, "nog geen weggever gezien of aangevraagd")
        self.assertNotContains(response, "numbers__table")
