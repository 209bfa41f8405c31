"""Where a gift stands, as the admin tells it. These tests know blog; leads does not."""

from django.contrib.auth.models import User
from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from wagtail.models import Site

from blog.models import SiteSettings
from leads import placed
from leads.services.signing_up import request_magnet
from tests.blog.factories import ArticlePageFactory, CategoryFactory, HomePageFactory
from tests.leads.gifts import make_magnet
from tests.leads.test_magnet_admin import address


class PlacedTests(TestCase):
    def setUp(self):
        self.boss = User.objects.create_superuser("beheer")
        self.client.force_login(self.boss)
        self.magnet = make_magnet()
        site = Site.objects.get(is_default_site=True)
        self.home = HomePageFactory(parent=site.root_page.get_root())
        site.root_page = self.home
        site.save()

    def place_everywhere(self) -> None:
        site = Site.objects.get(is_default_site=True)
        settings = SiteSettings.for_site(site)
        settings.default_magnet = self.magnet
        settings.save()
        CategoryFactory(name="Nachten", slug="nachten", magnet=self.magnet)
        ArticlePageFactory(parent=self.home, title="Wakker liggen", magnet=self.magnet)
        block = [("lead_magnet", {"magnet": self.magnet})]
        ArticlePageFactory(parent=self.home, title="Stil zijn", body=block, live=False)
        self.home.gifts = [("gift", {"magnet": self.magnet})]
        self.home.save()

    def test_nowhere_is_said_with_how_to_place_it(self):
        request_magnet(self.magnet, "lezer@voorbeeld.nl")

        assert placed.places(self.magnet, self.boss) == []
        page = self.client.get(address("edit", self.magnet.pk))
        self.assertContains(page, "Nog nergens.")
        self.assertContains(page, "Zo zet je hem ergens neer")

    def test_everywhere_is_said_with_links(self):
        self.place_everywhere()

        groups = placed.places(self.magnet, self.boss)

        assert [group.heading for group in groups] == [
            "De hele site",
            "Startpagina",
            "Categorieën",
            "Artikelen",
        ]
        assert all(place.url for group in groups for place in group.places)
        assert [(place.title, place.how, place.is_draft) for place in groups[3].places] == [
            ("Stil zijn", "in de tekst", True),
            ("Wakker liggen", "eigen keuze", False),
        ]
        page = self.client.get(address("edit", self.magnet.pk))
        self.assertContains(page, "Wakker liggen")
        summary = "De hele site · Startpagina · 1 categorie · 2 artikelen"
        self.assertContains(self.client.get(address("list")), summary)

    def test_summaries_take_as_many_queries_for_more_gifts(self):
        self.place_everywhere()
        others = [make_magnet(slug=f"kaart-{number}") for number in range(4)]
        placed.summaries([self.magnet])
        with CaptureQueriesContext(connection) as with_one:
            placed.summaries([self.magnet])
        for number, other in enumerate(others):
            ArticlePageFactory(parent=self.home, title=f"Nog een {number}", magnet=other)
        with self.assertNumQueries(len(with_one)):
            placed.summaries([self.magnet, *others])
