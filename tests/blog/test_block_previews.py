"""What the coach sees of a block before choosing it."""

import pytest
from django.test import TestCase
from wagtail.blocks import Block, StreamBlock

from blog.blocks.body import ArticleBody
from blog.models import HomePage, SiteSettings
from tests.blog.factories import make_site
from tests.leads.gifts import make_magnet


def stream_blocks() -> dict[str, Block]:
    streams: list[StreamBlock] = [
        ArticleBody(),
        HomePage._meta.get_field("ways_in").stream_block,
        HomePage._meta.get_field("gifts").stream_block,
        SiteSettings._meta.get_field("footer_links").stream_block,
        SiteSettings._meta.get_field("crisis_lines").stream_block,
    ]
    return {name: block for stream in streams for name, block in stream.child_blocks.items()}


@pytest.mark.parametrize("name", stream_blocks())
def test_block_says_what_it_is_for_and_can_be_looked_at(name: str) -> None:
    block = stream_blocks()[name]
    assert block.get_description()
    assert block.is_previewable


class Shown(TestCase):
    def html(self, name: str) -> str:
        block = stream_blocks()[name]
        return block.render(block.get_preview_value(), {})

    def test_empty_site_has_previews_too(self) -> None:
        for name in stream_blocks():
            with self.subTest(name):
                self.assertNotIn("None", self.html(name))

    def test_newest_of_the_site_is_shown(self) -> None:
        site = make_site()
        site.article(title="Eb")
        site.article(title="Vloed")
        site.article(title="Concept", live=False)
        site.episode(title="Stil")
        make_magnet(name="De routekaart")
        for name, text in {
            "read_also": "Vloed",
            "listen_also": "Stil",
            "lead_magnet": "De routekaart",
            "gift": "De routekaart",
            "link": "<a href=",
        }.items():
            with self.subTest(name):
                self.assertIn(text, self.html(name))

    def test_others_show_an_example(self) -> None:
        for name, text in {
            "table": "<td>Je slaapt licht.</td>",
            "way": "Net uit elkaar",
            "line": 'href="tel:08000113"',
        }.items():
            with self.subTest(name):
                self.assertIn(text, self.html(name))
