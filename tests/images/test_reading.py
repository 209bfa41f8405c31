"""A reader's request reads renditions and never makes one."""

import re
from pathlib import Path

from django.conf import settings
from django.test import Client, TestCase

from images.making import make_first, make_waiting
from images.models import SiteImage, SiteRendition
from images.reading import shown
from images.templatetags.pictures import picture
from tests.blog.factories import figure, make_site, stream
from tests.images.pictures import file_of, make_image, ready_image


def files() -> set[Path]:
    return {path for path in Path(settings.MEDIA_ROOT).rglob("*") if path.is_file()}


class ReaderTests(TestCase):
    def test_page_whose_renditions_are_missing_is_whole_and_makes_none(self) -> None:
        site = make_site()
        image = make_image(file_of(size=(2600, 1800)))
        article = site.article(
            hero_image=image, social_image=image, body=stream(figure(image, "Twee stoelen"))
        )
        author = site.author(portrait=image)
        before = files()
        for path in (article.url, author.url, "/", "/blog/", "/over-ons/"):
            response = Client().get(path)
            self.assertEqual(response.status_code, 200)
            html = response.content.decode()
            self.assertNotIn(image.file.url, html)
        self.assertIn('aria-label="Twee stoelen"', Client().get(article.url).content.decode())
        self.assertEqual(SiteRendition.objects.count(), 0)
        self.assertEqual(files(), before)

    def test_first_rendition_is_shown_until_the_others_are_there(self) -> None:
        image = make_image()
        make_first(image.pk)
        html = picture(SiteImage.objects.get(pk=image.pk), "card", sizes="100vw", alt="")
        self.assertIn("width-800.jpg", html)
        self.assertNotIn("srcset", html)

    def test_half_a_set_of_avif_is_not_offered(self) -> None:
        image = ready_image()
        image.renditions.filter(filter_spec="width-1600|format-avif").delete()
        self.assertEqual(shown(image, "whole").avif, "")

    def test_old_cut_is_shown_until_the_new_one_is_there(self) -> None:
        image = ready_image()
        image.focal_point_x = image.focal_point_y = 50
        image.focal_point_width = image.focal_point_height = 20
        image.save()
        image = SiteImage.objects.get(pk=image.pk)
        self.assertIn("fill-540x360", shown(image, "card").url)

    def test_small_original_stands_in_and_a_large_one_does_not(self) -> None:
        self.assertEqual(shown(make_image(), "whole").width, 1200)
        self.assertIsNone(shown(make_image(file_of(size=(2600, 1800))), "whole"))


class MarkupTests(TestCase):
    def test_picture_has_its_measures_its_colour_and_waits_until_it_comes_near(self) -> None:
        html = picture(ready_image(), "whole", sizes="(min-width: 40rem) 38rem, 100vw", alt="Eb & vloed")
        for expected in (
            *('alt="Eb &amp; vloed"', 'width="800" height="533"', 'loading="lazy"', 'decoding="async"'),
            *('type="image/avif"', "tint tint-l", "540w", "1200w"),
        ):
            self.assertIn(expected, html)
        self.assertNotIn("style", html)
        self.assertNotIn("fetchpriority", html)
        widths = re.findall(r" (\d+)w", html.partition("<img")[0])
        self.assertEqual(sorted(widths, key=int), ["240", "360", "540", "800", "1120", "1200"])

    def test_first_screen_does_not_wait(self) -> None:
        html = picture(ready_image(), "whole", sizes="100vw", alt="", first=True)
        self.assertIn('fetchpriority="high"', html)
        self.assertNotIn("lazy", html)

    def test_transparent_picture_has_no_colour_behind_it(self) -> None:
        html = picture(ready_image(file_of((9, 9, 9, 9), file_format="PNG")), "whole", sizes="9rem", alt="")
        self.assertNotIn("tint", html)
        self.assertIn(".webp", html)

    def test_pictures_cost_no_query_of_their_own_each(self) -> None:
        image = ready_image()
        make_waiting()
        with self.assertNumQueries(1):
            for _ in range(3):
                picture(image, "whole", sizes="100vw", alt="")
