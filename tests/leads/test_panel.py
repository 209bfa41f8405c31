import time_machine
from django.contrib.auth.models import Permission, User
from django.test import TestCase
from django.utils import timezone

from leads.panels import gifts_this_week, this_week
from leads.report import Counts
from tests.leads.gifts import make_magnet
from tests.leads.numbers import asked

WEDNESDAY = "2026-03-18 12:00:00+01:00"


class SignUpsPanelTests(TestCase):
    def start_page(self, *codenames):
        user = User.objects.create_user(f"gebruiker{len(codenames)}")
        user.user_permissions.set(Permission.objects.filter(codename__in=["access_admin", *codenames]))
        self.client.force_login(user)
        return self.client.get("/admin/")

    def test_week_begins_on_monday_in_amsterdam(self):
        with time_machine.travel("2026-03-15 23:30:00+00:00", tick=False):  # Monday 00:30 in Amsterdam
            self.assertEqual(this_week(timezone.now()).isoformat(), "2026-03-16")

    def test_counts_are_of_this_week_beside_those_of_last_week_until_the_same_day(self):
        magnet = make_magnet()
        make_magnet(slug="e-book", name="Het e-boek")
        make_magnet(slug="weg", name="Weggehaald", is_active=False)
        asked(magnet, "2026-03-11 12:00", confirmed=True)
        asked(magnet, "2026-03-13 12:00")  # Friday, which this week still has to come
        asked(magnet, "2026-03-16 00:10", confirmed=True, downloaded=True)
        asked(magnet, "2026-03-18 11:00")
        with time_machine.travel(WEDNESDAY, tick=False), self.assertNumQueries(2):
            roadmap, ebook = gifts_this_week(timezone.now())

        self.assertEqual((roadmap.name, roadmap.counts), ("De routekaart", Counts(0, 2, 1, 1)))
        self.assertEqual(roadmap.before, Counts(0, 1, 1, 0))
        self.assertIn("0, 0, 0, 0, 0, 0, 1, 1", roadmap.spark.title)
        self.assertEqual((ebook.name, ebook.counts), ("Het e-boek", Counts()))

    def test_gift_off_the_site_is_shown_while_it_still_brings_something(self):
        asked(make_magnet(is_active=False), "2026-03-17 12:00")
        with time_machine.travel(WEDNESDAY, tick=False):
            self.assertEqual(len(gifts_this_week(timezone.now())), 1)

    def test_panel_is_on_the_start_page_for_who_may_see_sign_ups(self):
        make_magnet()
        self.assertContains(self.start_page("view_signup"), "Aanmeldingen deze week")
        self.assertNotContains(self.start_page(), "Aanmeldingen deze week")

    def test_panel_without_gifts_says_so(self):
        self.assertContains(self.start_page("view_signup"), "Er zijn nog geen weggevers.")
