"""The full text of an article in a feed: readable anywhere, whole addresses, nothing that runs or asks."""

import re
from xml.etree import ElementTree

from django.test import TestCase

from blog.blocks.body import ArticleBody
from blog.feeds.content import cleaned
from comments.models import Comment
from tests.blog.factories import ImageFactory, figure, heading, items, link_to, make_site, stream
from tests.leads.gifts import make_magnet

CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
ATOM = "{http://www.w3.org/2005/Atom}"


class Content(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.site = make_site()
        cls.other = cls.site.author(title="Marit", slug="marit")
        cls.read, cls.episode = None, cls.site.episode(slug="een", title="Stilte")

    def content(self, *blocks, **fields) -> str:
        """Return the text of an article with these blocks, as RSS and Atom both have it."""
        self.site.article(slug="eb", body=stream(*blocks), **fields)
        rss = ElementTree.fromstring(self.client.get("/feed/").content)  # noqa: S314 - our own answer
        atom = ElementTree.fromstring(self.client.get("/feed/atom/").content)  # noqa: S314
        text = rss.find("channel/item").findtext(CONTENT)
        entry = atom.find(f"{ATOM}entry/{ATOM}content")
        self.assertEqual((entry.text, entry.get("type")), (text, "html"))
        return text

    def test_every_kind_of_block_has_its_form_in_feeds(self):
        magnet = make_magnet(slug="roadmap", name="De routekaart", pitch="Van dag tot dag.")
        picture = ImageFactory()
        picture.get_rendition("width-800|format-jpeg")
        goal = self.site.article(slug="doel", title="Het doel")
        blocks = {
            "paragraph": (
                f"<p>Lees {link_to(self.other)}.</p>",
                '<a href="http://localhost/over-ons/marit/">',
            ),
            "heading": (heading("Eb")[1], "<h2>Eb</h2>"),
            "image": (figure(picture, caption="Het wad")[1], "<figcaption>Het wad"),
            "quote": ({"text": "Ik blijf.", "source": "Hanne", "kind": "client"}, "<p>– Hanne</p>"),
            "insight": ({"label": "remember", "text": "<p>Adem.</p>"}, "<strong>Onthoud</strong>"),
            "table": (
                {
                    "caption": "Weken",
                    "table": {
                        "columns": [{"type": "text", "heading": "Week"}],
                        "rows": [{"values": ["Eén"]}],
                        "caption": "",
                    },
                },
                '<th scope="row">Eén</th>',
            ),
            "divider": (None, "<hr>"),
            "case_study": (
                {
                    "names": "Hanne en Wout",
                    "ages": "34 en 37",
                    "body": [{"type": "paragraph", "value": "<p>Ze zwegen.</p>", "id": "1"}],
                },
                "<strong>Casus: Hanne en Wout</strong> (34 en 37)",
            ),
            "patterns": (
                {"title": "Twee", "items": items({"term": "Trekken", "explanation": "Je zoekt contact."})},
                "<dt>Trekken</dt>",
            ),
            "signals": ({"title": "", "items": items("Je slaapt licht.")}, "<li>Je slaapt licht.</li>"),
            "reflection": ({"title": "", "questions": items("Wat mis je?")}, "<li>Wat mis je?</li>"),
            "faq": (
                {"title": "", "items": items({"question": "Hoelang?", "answer": "<p>Lang.</p>"})},
                "<p><strong>Hoelang?</strong></p><p>Lang.</p>",
            ),
            "read_also": (
                {"page": goal.pk, "text": ""},
                '<a href="http://localhost/blog/doel/">Het doel</a>',
            ),
            "listen_also": (
                {"episode": self.episode.pk, "text": ""},
                '<a href="http://localhost/podcast/een/">Stilte</a>',
            ),
            "lead_magnet": (
                {"magnet": magnet.pk},
                '<a href="http://localhost/aanmelden/roadmap/">De routekaart</a>',
            ),
            "call_to_action": (
                {"title": "Samen", "text": "", "button_text": "Plan", "page": self.other.pk, "url": ""},
                '<a href="http://localhost/over-ons/marit/">Plan</a>',
            ),
            "media_appearance": (
                {
                    "outlet": "De Bode",
                    "title": "Rouw",
                    "url": "https://bode.example/",
                    "date": None,
                    "image": None,
                },
                'In de media: <a href="https://bode.example/">Rouw</a> (De Bode)',
            ),
            "embed": (
                {"url": "https://vimeo.com/76979871", "title": "Een film", "thumbnail": None},
                '<a href="https://vimeo.com/76979871">Een film</a>',
            ),
            "gallery": (
                {"images": items(figure(picture, caption="Het strand")[1]), "columns": "2"},
                "<figcaption>Het strand",
            ),
            "audio": (
                {"title": "Een ademoefening", "url": "/media/adem.mp3"},
                '<a href="http://localhost/media/adem.mp3">Een ademoefening</a>',
            ),
            "note": ({"text": "Alleen voor de schrijver."}, ""),
        }
        self.assertEqual(set(blocks), set(ArticleBody().child_blocks), "a kind of block without a test")
        html = self.content(*[(kind, value) for kind, (value, _) in blocks.items()])
        for kind, (_, expected) in blocks.items():
            self.assertIn(expected, html, kind)
        self.assertNotIn("Alleen voor de schrijver", html)
        self.assertIsNone(re.search(r"<(form|input|button|iframe|script|svg|picture|details)", html))
        self.assertIsNone(re.search(r'\b(class|style|id|on\w+|data-\w+)="', html))

    def test_pictures_have_whole_addresses_a_description_and_a_size(self):
        lead, other = ImageFactory(credit="Ans"), ImageFactory()
        for image in (lead, other):
            image.get_rendition("width-800|format-jpeg")
        html = self.content(figure(other), hero_image=lead, hero_alt="Een stoel", hero_caption="Bij eb")
        sources = re.findall(
            r'<img src="(http://localhost/[^"]+)" width="\d+" height="\d+" alt="([^"]*)"', html
        )
        self.assertEqual([alt for _, alt in sources], ["Een stoel", "Twee stoelen"])
        self.assertIn("Bij eb — Ans</figcaption>", html)

    def test_picture_without_sizes_leaves_no_broken_one(self):
        image = ImageFactory(file__width=2000, file__height=1000)
        type(image).objects.filter(pk=image.pk).update(file_size=5_000_000)
        self.assertNotIn("<img", self.content(("paragraph", "<p>Eb.</p>"), hero_image=image))

    def test_link_to_what_is_not_there_is_words(self):
        self.other.unpublish()
        self.assertIn("<p>Lees hier.</p>", self.content(("paragraph", f"<p>Lees {link_to(self.other)}.</p>")))

    def test_reactions_of_visitors_are_not_in_it(self):
        html = self.content(("paragraph", "<p>Eb.</p>"))
        article = self.site.blog.get_children().get(slug="eb")
        Comment.objects.create(
            page=article, author_name="Bo", author_email="bo@x.example", text="Zo waar!", status="approved"
        )
        self.assertNotIn("Zo waar!", html + self.client.get("/feed/").text)

    def test_what_could_run_or_hide_is_taken_out(self):
        dirty = (
            '<p onclick="a()" style="color:red">a<script>b()</script></p><iframe src="/x"></iframe>'
            '<form><input name="c">d</form><a href="javascript:e()">e</a><a href="/f/?a=1&amp;b=2">f</a>'
            '<a href="#g">g</a><a href="mailto:h@x.example">h</a><!-- i -->'
        )
        self.assertEqual(
            cleaned(dirty, "https://x.example/blog/eb/"),
            '<p>a</p><a>e</a><a href="https://x.example/f/?a=1&amp;b=2">f</a>'
            '<a href="https://x.example/blog/eb/#g">g</a><a href="mailto:h@x.example">h</a>',
        )
