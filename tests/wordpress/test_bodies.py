"""Texts of WordPress become blocks: every kind of content, and all of it in a form that the editor takes."""

import json
from typing import Any

import pytest
from django.test import TestCase

from blog.blocks.body import ArticleBody
from tests.blog.factories import CategoryFactory, ImageFactory, heading, make_site, stream
from tests.leads.gifts import make_magnet
from tests.wordpress.body_blocks import Block
from tests.wordpress.body_cases import CASES
from tests.wordpress.old_site import ARTICLE, EPISODE, GIFT, IMAGE, OLD, PAGE, UPLOADS, OldSite
from wordpress.bodies.convert import convert


def blocks(content: str, site: OldSite | None = None) -> list[Block]:
    made = convert(content, site or OldSite()).blocks
    return [(block["type"], without_ids(block["value"])) for block in made]


def without_ids(value: Any) -> Any:
    if isinstance(value, list):
        return [without_ids(item) for item in value]
    if isinstance(value, dict):
        is_item = value.get("type") == "item"
        return {name: without_ids(item) for name, item in value.items() if not (is_item and name == "id")}
    return value


@pytest.mark.parametrize("name", CASES)
def test_content_becomes_blocks(name: str) -> None:
    content, expected = CASES[name]
    assert blocks(content) == expected


class Accepted(TestCase):
    def test_what_is_made_can_be_saved_and_published_by_the_editor(self) -> None:
        site = make_site()
        ImageFactory(pk=IMAGE)
        make_magnet(pk=GIFT)
        site.article(pk=ARTICLE, slug="artikel", body=stream(heading("Kop")))
        CategoryFactory(name="rouw")
        site.episode(pk=EPISODE)
        site.article(pk=PAGE)
        body = ArticleBody()
        for name, (content, _) in CASES.items():
            with self.subTest(name):
                made = convert(content, OldSite()).blocks
                cleaned = body.clean(body.to_python(json.loads(json.dumps(made))))
                self.assertEqual([child.block_type for child in cleaned], [block["type"] for block in made])
                self.assertEqual([child.id for child in cleaned], [block["id"] for block in made])


class TestTold:
    """What a body tells beside its blocks."""

    def remarks(self, content: str, site: OldSite | None = None) -> str:
        return " ".join(convert(content, site or OldSite()).remarks)

    @pytest.mark.parametrize(
        ("content", "expected"),
        [
            ("<script>x()</script>", "Een script is weggelaten."),
            ("<form><input></form>", "Een formulier is weggelaten."),
            (f'<img src="{UPLOADS}/a.jpg">', "heeft geen beschrijving"),
            ('<a href="/weg/">a</a>', "leidde nergens heen; de woorden bleven staan: /weg/"),
            ('<p style="display:none">a</p>', "niet te zien was"),
            ("<!-- wp:latest-posts /-->", "latest-posts"),
            ("[toc]", "De inhoudsopgave maakt deze site zelf."),
            ("[onbekend a=1]", "de shortcode [onbekend]"),
            ('[contact-form-7 id="3"]', "een formulier [contact-form-7]"),
            ("<h3>a</h3>", "Koppen kregen een andere grootte"),
            ("<table><tr><td>1</td><td>2</td></tr></table>", "heet nu ‘Tabel’"),
            ('<iframe src="https://elders.example/"></iframe>', "elders.example staat er nu als link"),
            ('<blockquote><a href="https://x.example">a</a></blockquote>', "link in een citaat"),
            ('<!-- wp:block {"ref":5} /-->', "herbruikbaar blok staat niet in de export"),
        ],
    )
    def test_what_is_changed_or_lost_is_said(self, content: str, expected: str) -> None:
        assert expected in self.remarks(content)

    def test_text_that_comes_as_it_was_needs_no_remark(self) -> None:
        content = f'<h2>Eb</h2><p>a <a href="/artikel/">b</a></p><img src="{UPLOADS}/a.jpg" alt="Zee">'
        assert self.remarks(content) == ""

    def test_what_is_to_come_is_waited_for(self) -> None:
        content = (
            f'<a href="{OLD}/later/#kop">a</a><img src="{UPLOADS}/weg.jpg"><audio src="/weg.mp3"></audio>'
            f'<a href="{UPLOADS}/brief.pdf">b</a><img src="https://elders.example/a.jpg">'
        )
        waits = {f"{OLD}/later/", f"{UPLOADS}/weg.jpg", "/weg.mp3", f"{UPLOADS}/brief.pdf"}
        assert convert(content, OldSite()).waits_for == waits

    def test_notes_are_told(self) -> None:
        assert convert("[onbekend a=1]", OldSite()).has_notes
        assert not convert("a", OldSite()).has_notes

    def test_reusable_blocks_are_put_in_and_never_without_end(self) -> None:
        site = OldSite({1: "<p>een</p>", 2: '<!-- wp:block {"ref":1} /--><p>twee</p>'})
        assert blocks('<!-- wp:block {"ref":2} /-->', site) == [("paragraph", "<p>een</p><p>twee</p>")]
        again = '<!-- wp:block {"ref":3} /-->'
        assert "te diep" in self.remarks(again, OldSite({3: f"<p>a</p>{again * 9}"}))

    def test_same_text_gives_the_same_blocks(self) -> None:
        for content, _ in CASES.values():
            assert convert(content, OldSite()) == convert(content, OldSite())
