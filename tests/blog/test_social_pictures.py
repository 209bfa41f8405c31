"""Cards for sharing: what is drawn, when, and what becomes of the old ones."""

import io
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.test import TestCase
from django.utils import timezone
from PIL import Image, ImageFont
from wagtail.models import PageViewRestriction

from blog.models import SocialPicture
from blog.seo import pictures
from blog.seo.card import _FONTS, _SERIF, SCENE, Words, _printable, _set, draw
from blog.seo.sharing import STORAGE
from blog.seo.wrapping import HYPHEN, breaks, fit
from pagecache import versions
from tests.blog.factories import CategoryFactory, ImageFactory, make_site

ROOM = 345


def wide(size: int):
    """Measure as if each letter were half as wide as it is high."""
    return lambda text: len(text) * size / 2


@pytest.mark.parametrize(
    "parts",
    [
        "lief-des-ver-driet",
        "hech-tings-ge-schie-denis",
        "samen-le-vings-con-tract",
        "rela-tie-the-rapie",
        "rouw-ver-wer-king",
        "vriend-schap",
        # Too short, one syllable, or with a sign that a break would make needless.
        "moeder",
        "angst",
        "reünie",
    ],
)
def test_words_break_between_syllables_with_four_letters_on_either_side(parts):
    word = parts.replace("-", "")
    places = [0, *breaks(word), len(word)]
    assert "-".join(word[begin:end] for begin, end in zip(places, places[1:], strict=False)) == parts


def test_word_with_soft_hyphens_breaks_there_alone():
    assert breaks("samen\u00adlevings\u00adcontract") == [5, 13]


def test_words_stay_whole_where_smaller_letters_help():
    setting = fit("Over samenlevingscontracten", (40, 30, 20), wide, 250, lambda size: 4)
    assert setting == (20, ["Over", "samenlevingscontracten"])


def test_word_without_end_is_broken_and_too_much_ends_with_an_ellipsis():
    setting = fit("a" * 200, (20,), wide, 300, lambda size: 3)
    assert len(setting.lines) == 3
    assert setting.lines[-1].endswith("…")


def test_lines_are_about_equal():
    lines = fit("De brief die je schrijft en niet verstuurt", (20,), wide, 300, lambda size: 4).lines
    assert len(lines) == 2
    assert abs(len(lines[0]) - len(lines[1])) < 8


@pytest.mark.parametrize(
    "title",
    [
        "Eb",
        "Ruzie over één reünie: geïrriteerd, coördinatie, ĳskoud & ’s nachts naïef",
        "Onvoorwaardelijkheidsovereenkomstbesprekingen",
        "Uit elkaar en toch onder een dak – hoe overleef je de weken waarin je nog samenwoont " * 3,
        "Een " * 60,
        "?",
    ],
)
def test_every_title_fits_its_paper(title):
    setting = _set(title, ROOM)
    assert len(setting.lines) * setting.size * 1.16 <= ROOM + setting.size
    font = ImageFont.truetype(str(_FONTS / _SERIF), setting.size)
    font.set_variation_by_axes([600])
    for line in setting.lines:
        assert font.getlength(_printable(line)) <= 612, line
    assert HYPHEN not in _printable("".join(setting.lines))


def test_type_of_the_site_has_every_sign_of_a_dutch_title():
    font = ImageFont.truetype(str(_FONTS / _SERIF), 60)
    nothing = bytes(font.getmask("\U0010fffd"))
    for sign in "ëïöüáéíóúàèçñËÏÉ–—‘’“”„…€?!&()%½ ĳĲ".replace(" ", ""):
        assert bytes(font.getmask(_printable(sign)[0])) != nothing, sign


def test_card_is_a_jpeg_of_the_size_that_networks_show_and_the_same_each_time():
    words = Words("De eerste nacht alleen", "Net uit elkaar", "Tussentij", 7)
    with Image.open(io.BytesIO(draw(words, None))) as card:
        assert (card.size, card.format) == ((1200, 630), "JPEG")
    scene = Image.new("RGB", SCENE, "teal")
    with Image.open(io.BytesIO(draw(words, scene))) as card:
        red, green, blue = card.getpixel((1190, 300))
        assert red < 60 < green


class Cards(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.site = make_site()

    def setUp(self):
        SocialPicture.objects.update(asked_at=None)

    def drawn(self, page) -> str:
        pictures.make_waiting()
        return SocialPicture.objects.get(page=page.pk).file.name

    def test_published_page_gets_a_card_and_a_draft_none(self):
        article = self.site.article(title="Eb")
        draft = self.site.article(live=False)
        self.assertTrue(STORAGE.exists(self.drawn(article)))
        self.assertFalse(SocialPicture.objects.filter(page=draft.pk).exists())

    def test_new_title_gets_a_new_card_and_what_is_not_on_it_none(self):
        article = self.site.article(title="Eb")
        first = self.drawn(article)
        article.intro = "Heel iets anders."
        article.save()
        self.assertEqual(self.drawn(article), first)
        article.title = "Vloed"
        article.save()
        self.assertNotEqual(self.drawn(article), first)

    def test_card_changes_with_the_name_of_the_practice_the_category_and_the_picture(self):
        category = CategoryFactory(name="Loslaten", slug="loslaten")
        article = self.site.article(categories=[category])
        names = [self.drawn(article)]
        self.site.settings.practice_name = "Hoogtij"
        self.site.settings.save()
        names.append(self.drawn(article))
        category.name = "Laten gaan"
        category.save()
        names.append(self.drawn(article))
        article.hero_image = ImageFactory()
        article.save()
        names.append(self.drawn(article))
        self.assertEqual(len(set(names)), 4)

    def test_page_with_an_own_image_or_kept_for_some_has_no_card(self):
        own = self.site.article(social_image=ImageFactory())
        closed = self.site.article()
        PageViewRestriction.objects.create(page=closed, restriction_type=PageViewRestriction.LOGIN)
        self.assertEqual((self.drawn(own), self.drawn(closed)), ("", ""))

    def test_coach_may_do_without_cards(self):
        article = self.site.article()
        self.assertTrue(self.drawn(article))
        self.site.settings.social_titles = False
        self.site.settings.save()
        self.assertEqual(self.drawn(article), "")

    def test_lost_picture_is_no_reason_for_no_card(self):
        image = ImageFactory()
        image.file.storage.delete(image.file.name)
        self.assertTrue(self.drawn(self.site.article(hero_image=image)))

    def test_card_is_shown_as_soon_as_it_is_drawn(self):
        self.site.article()
        versions.forget()
        before = versions.current()
        pictures.make_waiting()
        versions.forget()
        self.assertNotEqual(before, versions.current())

    def test_card_that_breaks_off_three_times_is_left_alone_until_the_page_changes(self):
        article = self.site.article()
        SocialPicture.objects.filter(page=article.pk).update(tries=pictures.MOST_TRIES)
        self.assertFalse(pictures.waiting().exists())
        article.save()
        self.assertTrue(pictures.waiting().exists())

    def test_command_draws_what_the_whole_site_lacks(self):
        article = self.site.article()
        SocialPicture.objects.all().delete()
        said = io.StringIO()
        call_command("make_social_pictures", stdout=said)
        self.assertIn("kaarten getekend", said.getvalue())
        self.assertTrue(SocialPicture.objects.get(page=article.pk).file.name)

    def test_cards_of_no_page_go_after_a_while(self):
        article = self.site.article(title="Eb")
        old = self.drawn(article)
        article.title = "Vloed"
        article.save()
        new = self.drawn(article)
        now = timezone.now()
        pictures.sweep(now)
        self.assertTrue(STORAGE.exists(old))
        pictures.sweep(now + pictures.KEPT_ON + timedelta(hours=1))
        self.assertFalse(STORAGE.exists(old))
        self.assertTrue(STORAGE.exists(new))

    def test_page_is_removed_with_its_card(self):
        article = self.site.article()
        name = self.drawn(article)
        article.delete()
        pictures.sweep(timezone.now() + pictures.KEPT_ON + timedelta(hours=1))
        self.assertFalse(STORAGE.exists(name))

    def test_upgrade_that_draws_otherwise_asks_for_all(self):
        article = self.site.article()
        name = self.drawn(article)
        self.assertFalse(pictures.waiting().exists())
        SocialPicture.objects.filter(page=article.pk).update(file=name.replace("-1-", "-0-"))
        pictures.ask_for_missing()
        self.assertTrue(pictures.waiting().exists())
