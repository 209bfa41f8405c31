"""How blocks look on a page: what is not there is left out, what was typed is escaped."""

import json

from django.template.loader import get_template
from django.test import RequestFactory, TestCase
from wagtail.models import Site

from blog.blocks.body import ArticleBody, has_italics
from blog.loading import load
from tests.blog.factories import ImageFactory, figure, heading, items, link_to, make_site, stream

EVIL = '<script>alert(1)</script>"><img src=x onerror=alert(1)>'


class Rendering(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.site = make_site()
        cls.picture = ImageFactory(credit="Foto: Marit")

    def test_it_is_known_which_texts_need_italics(self):
        for needs, block in (
            (False, ("paragraph", "<p>Eb &lt;i&gt; en <b>vloed</b></p>")),
            (True, ("paragraph", "<p>Eb en <i>vloed</i></p>")),
            (True, ("quote", {"text": "<p>Eb</p>", "kind": "saying", "source": ""})),
        ):
            with self.subTest(block):
                self.assertIs(has_italics(ArticleBody().to_python(json.loads(stream(block)))), needs)

    def html(self, *blocks) -> str:
        value = ArticleBody().to_python(json.loads(stream(*blocks)))
        linked = load([value])
        request = RequestFactory().get("/")
        Site.find_for_request(request)
        return "".join(child.render({"request": request, "linked_pages": linked}) for child in value)

    def test_heading_has_its_level_and_a_link_to_itself(self):
        html = self.html(heading("Eb & vloed", "h3"))
        self.assertIn('<h3 class="heading" id="eb-vloed">Eb &amp; vloed ', html)
        self.assertIn('href="#eb-vloed"', html)

    def test_paragraph_links_to_published_pages(self):
        article = self.site.article(title="Eb")
        self.assertInHTML(
            '<p><a href="/blog/eb/">hier</a></p>', self.html(("paragraph", f"<p>{link_to(article)}</p>"))
        )

    def test_picture_has_measures_a_description_and_its_credit(self):
        html = self.html(figure(self.picture, "Twee stoelen", caption="Eb"))
        for expected in (
            'alt="Twee stoelen"',
            'width="60"',
            'height="40"',
            "Eb",
            "Marit",
        ):
            self.assertIn(expected, html)
        self.assertIn('loading="lazy"', html)

    def test_decorative_picture_has_an_empty_description(self):
        picture = {"image": self.picture.pk, "alt_text": "Eb", "decorative": True}
        self.assertIn('alt=""', self.html(("image", {"image": picture, "caption": "", "width": "wide"})))

    def test_removed_picture_shows_nothing(self):
        picture = {"image": 999999, "alt_text": "Eb", "decorative": False}
        html = self.html(("image", {"image": picture, "caption": "Onderschrift", "width": "full"}))
        self.assertEqual(html.strip(), "")

    def test_gallery_shows_its_pictures_with_their_words(self):
        pictures = [
            figure(self.picture, "Twee stoelen", caption="Eb")[1],
            figure(self.picture, "Een stoel")[1],
            {"image": {"image": 999999, "alt_text": "Weg", "decorative": False}, "caption": "Weg"},
        ]
        html = self.html(("gallery", {"images": items(*pictures), "columns": "2"}))
        for expected in ("gallery--2", 'alt="Twee stoelen"', 'alt="Een stoel"', "Eb", "Marit"):
            self.assertIn(expected, html)
        self.assertEqual(html.count("<figure"), 2)
        self.assertNotIn("Weg", html)

    def test_sound_of_ours_is_played_here_and_no_other(self):
        html = self.html(("audio", {"title": "Adem", "url": "/media/adem.mp3"}))
        self.assertIn('<audio class="sound__player" controls preload="none" src="/media/adem.mp3"', html)
        html = self.html(("audio", {"title": "Adem", "url": "https://geluid.example/a.mp3"}))
        self.assertNotIn("<audio", html)
        self.assertIn('href="https://geluid.example/a.mp3"', html)

    def test_note_is_for_previews_alone(self):
        value = ArticleBody().to_python(json.loads(stream(("note", {"text": f"Nog doen {EVIL}"}))))
        request = RequestFactory().get("/")
        self.assertEqual(value[0].render({"request": request}).strip(), "")
        self.assertEqual(value[0].render({}).strip(), "")
        request.is_preview = True
        html = value[0].render({"request": request})
        self.assertIn("Nog doen", html)
        self.assertNotIn("<script", html)

    def test_invitation_without_a_title_has_its_button(self):
        action = {"title": "", "text": "", "button_text": "Ja", "page": None, "url": "https://x.example/"}
        html = self.html(("call_to_action", action))
        self.assertIn('aria-label="Ja"', html)
        self.assertNotIn("invitation__title", html)

    def test_read_also_shows_the_title_or_its_own_words(self):
        article = self.site.article(title="Eb")
        self.assertIn(
            '<a href="/blog/eb/">Eb</a>', self.html(("read_also", {"page": article.pk, "text": ""}))
        )
        self.assertIn(
            '<a href="/blog/eb/">Lees</a>', self.html(("read_also", {"page": article.pk, "text": "Lees"}))
        )

    def test_what_leads_to_a_page_that_is_not_there_shows_nothing(self):
        draft, episode = self.site.article(live=False), self.site.episode(live=False)
        action = {"title": "Kom", "text": "", "button_text": "Ja", "page": draft.pk, "url": ""}
        for block in (
            ("read_also", {"page": draft.pk, "text": "Lees"}),
            ("read_also", {"page": 999999, "text": "Lees"}),
            ("listen_also", {"episode": episode.pk, "text": "Luister"}),
            ("listen_also", {"episode": 999999, "text": "Luister"}),
            ("call_to_action", action),
            ("lead_magnet", {"magnet": None}),
            ("embed", {"url": "https://voorbeeld.example/film", "title": "Film", "thumbnail": None}),
        ):
            with self.subTest(block):
                self.assertEqual(self.html(block).strip(), "")

    def test_invitation_falls_back_on_its_address(self):
        action = {
            "title": "Kom",
            "text": "",
            "button_text": "Ja",
            "page": self.site.article(live=False).pk,
            "url": "https://voorbeeld.example/",
        }
        self.assertIn('href="https://voorbeeld.example/"', self.html(("call_to_action", action)))

    def test_player_loads_nothing_before_a_click(self):
        html = self.html(("embed", {"url": "https://vimeo.com/76979871", "title": "Film", "thumbnail": None}))
        self.assertIn('data-embed="https://player.vimeo.com/video/76979871?dnt=1"', html)
        for forbidden in ("<iframe", "<script", " src="):
            self.assertNotIn(forbidden, html)

    def test_table_has_a_caption_and_heads(self):
        table = {
            "columns": [{"type": "text", "heading": "Uur"}, {"type": "text", "heading": "Stand"}],
            "rows": [{"values": ["6", "laag"]}],
            "caption": "",
        }
        html = self.html(("table", {"caption": "Getij", "table": table}))
        self.assertInHTML("<caption>Getij</caption>", html)
        self.assertInHTML('<th scope="col">Stand</th>', html)
        self.assertInHTML('<th scope="row">6</th>', html)
        self.assertInHTML("<td>laag</td>", html)

    def test_table_without_headings_has_no_empty_head(self):
        table = {"columns": [{"type": "text", "heading": ""}], "rows": [{"values": ["6"]}], "caption": ""}
        self.assertNotIn("<thead", self.html(("table", {"caption": "Getij", "table": table})))

    def test_case_study_holds_its_own_stream(self):
        story = [
            {"type": "paragraph", "value": f"<p>Ze zweeg. {link_to(self.site.blog)}</p>", "id": "1"},
            {"type": "quote", "value": {"text": "Ik bel.", "source": "Hanne", "kind": "client"}, "id": "2"},
        ]
        html = self.html(("case_study", {"names": "Hanne en Wout", "ages": "34 en 37", "body": story}))
        self.assertIn("Hanne en Wout", html)
        self.assertIn('<a href="/blog/">hier</a>', html)
        self.assertIn("quote--client", html)

    def test_what_was_typed_is_escaped_everywhere(self):
        html = self.html(
            heading(EVIL[:100]),
            figure(self.picture, EVIL, caption=EVIL),
            ("quote", {"text": EVIL, "source": EVIL, "kind": "saying"}),
            ("patterns", {"title": EVIL, "items": items({"term": EVIL, "explanation": EVIL})}),
            ("signals", {"title": EVIL, "items": items(EVIL)}),
            ("reflection", {"title": EVIL, "questions": items(EVIL)}),
            ("faq", {"title": EVIL, "items": items({"question": EVIL, "answer": "<p>Eb.</p>"})}),
            ("case_study", {"names": EVIL, "ages": EVIL, "body": []}),
            (
                "media_appearance",
                {"outlet": EVIL, "title": EVIL, "url": "", "date": None, "image": self.picture.pk},
            ),
            ("embed", {"url": "https://vimeo.com/76979871", "title": EVIL, "thumbnail": self.picture.pk}),
            ("read_also", {"page": self.site.article().pk, "text": EVIL}),
        )
        self.assertNotIn("<script", html)
        self.assertNotIn("<img src=x", html)
        self.assertNotIn("onerror=alert(1)>", html.replace("onerror=alert(1)&gt;", ""))

    def test_half_filled_draft_can_be_previewed(self):
        html = self.html(
            heading("", ""),
            ("quote", {"text": "", "source": "", "kind": ""}),
            ("case_study", {"names": "", "ages": "", "body": []}),
            ("faq", {"title": "", "items": items({"question": "", "answer": ""})}),
            ("media_appearance", {"outlet": "", "title": "", "url": "", "date": None, "image": None}),
            ("embed", {"url": "", "title": "", "thumbnail": None}),
            ("table", {"caption": "", "table": None}),
        )
        self.assertNotIn("None", html)


class Previews(TestCase):
    def test_every_block_has_a_preview_on_an_empty_site_and_on_a_full_one(self):
        make_site()
        for full in (False, True):
            if full:
                ImageFactory()
            for name, block in ArticleBody().child_blocks.items():
                with self.subTest(name, full=full):
                    block.render(block.get_preview_value(), {})
                    get_template(block.meta.template)
