import json

import pytest
from django.test import SimpleTestCase
from wagtail.blocks import StreamValue

from blog.blocks.body import ArticleBody
from blog.outline import OutlineItem, mark_headings, plain_words, reading_minutes
from tests.blog.factories import heading, items, stream


def body(*blocks) -> StreamValue:
    return ArticleBody().to_python(json.loads(stream(*blocks)))


def anchors(value: StreamValue) -> list[str]:
    return [child.value.shown_anchor for child in value if child.block_type == "heading"]


class MarkHeadings(SimpleTestCase):
    def test_outline_holds_h2_and_h3_in_order(self):
        outline = mark_headings(
            body(heading("Eb"), heading("Vloed", "h3"), heading("Kier", "h4"), heading("Zee"))
        )
        self.assertEqual(
            outline,
            [OutlineItem(2, "Eb", "eb"), OutlineItem(3, "Vloed", "vloed"), OutlineItem(2, "Zee", "zee")],
        )

    def test_anchor_is_readable_without_accents_and_not_too_long(self):
        value = body(heading("Eén crème brûlée, geënt!"), heading("woord " * 20))
        mark_headings(value)
        self.assertEqual(anchors(value)[0], "een-creme-brulee-geent")
        self.assertLessEqual(len(anchors(value)[1]), 60)
        self.assertFalse(anchors(value)[1].endswith("-"))

    def test_same_words_get_different_anchors(self):
        value = body(heading("Eb"), heading("Eb"), heading("Eb 2"), heading("Eb"))
        mark_headings(value)
        self.assertEqual(anchors(value), ["eb", "eb-2", "eb-2-2", "eb-3"])

    def test_h4_takes_part_in_numbering_but_not_in_the_outline(self):
        value = body(heading("Eb"), heading("Eb", "h4"))
        self.assertEqual(len(mark_headings(value)), 1)
        self.assertEqual(anchors(value), ["eb", "eb-2"])

    def test_heading_without_letters_has_an_anchor(self):
        value = body(heading("…"), heading("?"))
        mark_headings(value)
        self.assertEqual(anchors(value), ["kop", "kop-2"])

    def test_anchor_is_no_id_of_the_page_around_the_text(self):
        words = ["Inhoud", "Reacties", "Reageren", "Verder lezen", "Reactie 12", "Weggever article 1", "Q"]
        value = body(*(heading(word) for word in words))
        mark_headings(value)
        taken = {"inhoud", "reacties", "reageren", "verder-lezen", "reactie-12", "weggever-article-1", "q"}
        self.assertEqual(taken & set(anchors(value)), set())
        self.assertEqual(len(set(anchors(value))), len(words))

    def test_given_anchor_is_kept_also_when_words_before_it_make_the_same(self):
        given = {"text": "Vloed", "level": "h2", "anchor": "eb"}
        value = body(heading("Eb"), ("heading", given), ("heading", given))
        mark_headings(value)
        self.assertEqual(anchors(value), ["eb-2", "eb", "eb-3"])

    def test_given_anchor_is_no_id_of_the_page_around_the_text(self):
        value = body(
            ("heading", {"text": "Eb", "level": "h2", "anchor": "inhoud"}),
            ("heading", {"text": "Eb", "level": "h2", "anchor": "reactie-3"}),
        )
        mark_headings(value)
        self.assertEqual(anchors(value), ["kop-inhoud", "kop-reactie-3"])

    def test_half_filled_heading_of_a_draft_is_no_trouble(self):
        value = body(("heading", {"text": "", "level": ""}), ("heading", {"text": None, "level": None}))
        self.assertEqual([item.level for item in mark_headings(value)], [2, 2])

    def test_text_without_headings_has_no_outline(self):
        self.assertEqual(mark_headings(body(("paragraph", "<p>Eb.</p>"))), [])


class PlainWords(SimpleTestCase):
    def test_words_of_every_kind_of_block_count(self):
        value = body(
            heading("Een"),
            ("paragraph", "<p>twee <b>drie</b></p><ul><li>vier</li><li>vijf</li></ul>"),
            ("signals", {"title": "zes", "items": items("zeven")}),
            ("patterns", {"title": "", "items": items({"term": "acht", "explanation": "negen"})}),
            ("faq", {"title": "", "items": items({"question": "tien", "answer": "<p>elf</p>"})}),
        )
        numbers = {"Een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf"}
        self.assertEqual(set(plain_words(value)) & numbers, numbers)

    def test_words_keep_their_apostrophe_and_hyphen(self):
        words = plain_words(body(("signals", {"title": "’s avonds foto's na-ijlen", "items": []})))
        self.assertEqual(words, ["s", "avonds", "foto's", "na-ijlen"])

    def test_words_that_no_reader_sees_do_not_count(self):
        value = body(
            ("note", {"text": "voorbeeld"}),
            ("audio", {"title": "Adem", "url": "/media/x.mp3"}),
            ("heading", {"text": "Eb", "level": "h2", "anchor": "vloed"}),
        )
        self.assertEqual(
            set(plain_words(value)) & {"Adem", "Eb", "voorbeeld", "media", "vloed"}, {"Adem", "Eb"}
        )

    def test_smaller_than_signs_in_plain_text_swallow_nothing(self):
        words = plain_words(body(("signals", {"title": "een < twee drie > vier", "items": []})))
        self.assertEqual(words, ["een", "twee", "drie", "vier"])


@pytest.mark.parametrize(("words", "minutes"), [(0, 1), (1, 1), (228, 1), (229, 2), (1600, 8)])
def test_reading_time_is_in_whole_minutes(words, minutes):
    assert reading_minutes(words) == minutes
