import json

from django.test import TestCase
from wagtail.rich_text import RichText

from blog.blocks.body import ArticleBody
from blog.loading import load
from blog.walk import leaves
from images.models import SiteImage
from tests.blog.factories import ImageFactory, figure, items, link_to, make_site, stream


def body(*blocks):
    return ArticleBody().to_python(json.loads(stream(*blocks)))


class Leaves(TestCase):
    def test_values_are_found_however_deep(self):
        picture = ImageFactory()
        story = [
            {"type": "paragraph", "value": "<p>Ze zweeg.</p>", "id": "1"},
            {"type": "quote", "value": {"text": "Ik bel.", "source": "Hanne", "kind": "client"}, "id": "2"},
        ]
        value = body(
            ("case_study", {"names": "Hanne", "ages": "", "body": story}),
            figure(picture),
            ("faq", {"title": "", "items": items({"question": "Hoelang?", "answer": "<p>Lang.</p>"})}),
        )
        found = list(leaves(value))
        self.assertEqual([leaf.pk for leaf in found if isinstance(leaf, SiteImage)], [picture.pk])
        self.assertEqual(
            [leaf.source for leaf in found if isinstance(leaf, RichText)],
            ["<p>Ze zweeg.</p>", "<p>Lang.</p>"],
        )
        self.assertIn("Ik bel.", found)

    def test_nothing_is_not_a_value(self):
        self.assertNotIn(None, list(leaves(body(("lead_magnet", {"magnet": None})))))


class Load(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.site = make_site()
        cls.pictures = [ImageFactory() for _ in range(3)]
        cls.articles = [cls.site.article() for _ in range(3)]

    def test_pages_and_pictures_take_one_query_each_whatever_the_blocks(self):
        value = body(
            figure(self.pictures[0]),
            (
                "media_appearance",
                {"outlet": "o", "title": "t", "url": "", "date": None, "image": self.pictures[1].pk},
            ),
            ("embed", {"url": "https://vimeo.com/76979871", "title": "t", "thumbnail": self.pictures[2].pk}),
            ("read_also", {"page": self.articles[0].pk, "text": ""}),
            ("listen_also", {"episode": self.articles[1].pk, "text": ""}),
            ("paragraph", f"<p>{link_to(self.articles[2])}</p>"),
        )
        # And which pages are kept for some: outside of a test that is known for a content version.
        with self.assertNumQueries(3):
            linked = load([value])
            list(leaves(value))
        self.assertEqual(linked, {str(self.articles[2].pk): self.articles[2].page_ptr})

    def test_text_without_choices_takes_no_query(self):
        with self.assertNumQueries(0):
            self.assertEqual(load([body(("paragraph", "<p>Eb.</p>"))]), {})

    def test_picture_that_stands_twice_keeps_both_descriptions(self):
        value = body(figure(self.pictures[0], "Eb"), figure(self.pictures[0], "Vloed"))
        load([value])
        self.assertEqual([child.value["image"].contextual_alt_text for child in value], ["Eb", "Vloed"])

    def test_what_was_removed_is_nothing(self):
        value = body(
            ("read_also", {"page": 999999, "text": ""}),
            figure(ImageFactory.build(pk=999999)),
            ("lead_magnet", {"magnet": 999999}),
        )
        load([value])
        self.assertEqual(list(filter(None, (child.value.get("page") for child in value))), [])
        self.assertIsNone(value[1].value["image"])
        self.assertIsNone(value[2].value["magnet"])

    def test_unpublished_page_is_not_among_the_linked_ones(self):
        draft = self.site.article(live=False)
        self.assertEqual(load([], [f"<p>{link_to(draft)}</p>"]), {})

    def test_stored_choices_of_an_older_form_are_understood(self):
        stored = [
            {"type": "image", "value": {"image": self.pictures[0].pk, "caption": "", "width": "text"}},
            {"type": "signals", "value": {"title": "", "items": ["Je slaapt licht."]}},
            {"type": "weg", "value": "een blok dat niet meer bestaat"},
        ]
        value = ArticleBody().to_python(stored)
        load([value])
        self.assertEqual(value[0].value["image"].pk, self.pictures[0].pk)
        self.assertEqual(list(value[1].value["items"]), ["Je slaapt licht."])
