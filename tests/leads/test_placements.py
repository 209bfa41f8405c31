import gc

import pytest
from django.template.loader import render_to_string
from django.test import TestCase
from wagtail.images.tests.utils import get_test_image_file

from images.models import SiteImage
from leads.placements import sign_up_card
from tests.leads.gifts import make_magnet


class CardTests(TestCase):
    def setUp(self):
        self.magnet = make_magnet(bullets="Een\n\n  Twee ")

    def render(self, placement: str = "sidebar") -> str:
        return render_to_string("leads/card.html", {"card": sign_up_card(self.magnet, None, placement)})

    def test_card_shows_the_gift_and_posts_to_its_own_address(self):
        html = self.render("end")

        assert 'action="/aanmelden/roadmap/"' in html
        assert "<li>Een</li><li>Twee</li>" in html
        assert 'name="placement" value="end"' in html

    def test_small_card_leaves_out_what_is_in_the_gift_but_nothing_of_the_form(self):
        for placement in ("sidebar", "slide-in"):
            html = self.render(placement)
            assert "<li>" not in html
            assert "<h2" not in html
            for name in ("email", "first_name", "newsletter", "page", "placement", "stamp"):
                assert html.count(f'name="{name}"') == 1, name

    def test_box_for_the_newsletter_stands_open_on_a_whole_card(self):
        assert "<details" not in self.render("end")
        assert "<details" in self.render("sidebar")

    def test_card_tells_what_came_into_view(self):
        html = self.render("end")

        assert f'data-gift="{self.magnet.pk}.0.end"' in html
        assert 'data-seen-at="/aanmelden/gezien/"' in html

    @pytest.mark.filterwarnings("ignore::ResourceWarning")
    def test_cover_has_its_measures(self):
        self.magnet.cover = SiteImage.objects.create(title="Kaft", file=get_test_image_file(size=(300, 420)))

        html = self.render()

        # No rendition is made while a page is shown: until there are some, a small original stands in.
        assert 'width="300"' in html
        assert 'height="420"' in html
        assert 'loading="lazy"' in html
        # Wagtail leaves the temporary files of renditions to the garbage collector, which warns of them.
        gc.collect()

    def test_card_can_be_cached(self):
        html = self.render()

        assert "csrfmiddlewaretoken" not in html
        assert "checked" not in html
        assert html == self.render()

    def test_ids_differ_between_placements(self):
        assert 'id="weggever-sidebar-' in self.render()
        assert 'id="weggever-sidebar-' not in self.render("article")


@pytest.mark.django_db
def test_bullets_are_escaped():
    magnet = make_magnet(bullets="<script>alert(1)</script>")
    assert "<script>" not in render_to_string(
        "leads/card.html", {"card": sign_up_card(magnet, None, "article")}
    )
