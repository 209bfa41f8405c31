"""What each block accepts, and what it says in Dutch when it does not."""

import json
from collections.abc import Iterator
from unittest import mock

import pytest
from django.core.exceptions import ValidationError
from django.test import TestCase

from blog.blocks.body import ArticleBody
from blog.embeds import Player, embed_player
from tests.blog.factories import ImageFactory, figure, heading, items, make_site, stream
from tests.leads.gifts import make_magnet

NO_DESCRIPTION = "Beschrijf wat er te zien is, of vink aan dat de afbeelding alleen versiering is."
NO_HEADING = "Vul de tekst van de kop in, of haal dit blok weg."
UNKNOWN_PLAYER = "Dit adres kennen we niet. Plak een link van Spotify, Vimeo, YouTube."
NO_TARGET = "Kies een pagina of vul een adres in."
REQUIRED = "Dit is een verplicht veld."


def messages(error: ValidationError) -> Iterator[str]:
    """Yield every message in a tree of block errors."""
    nested = getattr(error, "block_errors", None)
    if nested is None:
        yield from error.messages
        return
    for child in nested.values() if isinstance(nested, dict) else nested:
        if child is not None:
            yield from messages(child)
    yield from (str(message) for message in getattr(error, "non_block_errors", []))


def check(*blocks, draft: bool = False) -> list[str]:
    """Clean a body as the editor does on publishing or saving a draft; return the messages."""
    body = ArticleBody()
    value = body.to_python(json.loads(stream(*blocks)))
    try:
        (body.clean_deferred if draft else body.clean)(value)
    except ValidationError as error:
        return list(messages(error))
    return []


class Accepted(TestCase):
    def test_every_block_filled_in_as_it_should_be(self):
        site = make_site()
        picture, article, episode = ImageFactory(), site.article(), site.episode()
        blocks = [
            ("paragraph", "<p>Eb.</p>"),
            heading("Eb"),
            figure(picture),
            ("quote", {"text": "Ik bel.", "source": "", "kind": "saying"}),
            ("insight", {"label": "remember", "text": "<p>Eb.</p>"}),
            (
                "table",
                {
                    "caption": "Getij",
                    "table": {
                        "columns": [{"type": "text", "heading": "Uur"}],
                        "rows": [{"values": ["6"]}],
                        "caption": "",
                    },
                },
            ),
            ("divider", None),
            (
                "case_study",
                {
                    "names": "Hanne",
                    "ages": "",
                    "body": [{"type": "paragraph", "value": "<p>Ze zweeg.</p>", "id": "1"}],
                },
            ),
            ("patterns", {"title": "", "items": items({"term": "Trekken", "explanation": "Bellen."})}),
            ("signals", {"title": "", "items": items("Je slaapt licht.")}),
            ("reflection", {"title": "", "questions": items("Wat mis je?")}),
            ("faq", {"title": "", "items": items({"question": "Hoelang?", "answer": "<p>Lang.</p>"})}),
            ("read_also", {"page": article.pk, "text": ""}),
            ("listen_also", {"episode": episode.pk, "text": ""}),
            ("lead_magnet", {"magnet": None}),
            ("lead_magnet", {"magnet": make_magnet().pk}),
            (
                "call_to_action",
                {"title": "Kom", "text": "", "button_text": "Ja", "page": article.pk, "url": ""},
            ),
            ("media_appearance", {"outlet": "o", "title": "t", "url": "", "date": None, "image": picture.pk}),
            ("embed", {"url": "https://vimeo.com/76979871", "title": "Film", "thumbnail": None}),
            ("gallery", {"images": items(figure(picture)[1], figure(picture)[1]), "columns": "2"}),
            ("audio", {"title": "Adem", "url": "/media/adem.mp3"}),
            ("note", {"text": "Nog een voorbeeld zoeken."}),
        ]
        self.assertEqual({kind for kind, _ in blocks}, set(ArticleBody().child_blocks))
        self.assertEqual(check(*blocks), [])

    def test_empty_paragraphs_are_left_out(self):
        body = ArticleBody()
        value = body.to_python(
            json.loads(stream(("paragraph", "<p></p>"), ("paragraph", "<p>Eb.</p>"), ("paragraph", "")))
        )
        self.assertEqual([child.value.source for child in body.clean(value)], ["<p>Eb.</p>"])


class Pictures(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.picture = ImageFactory()

    def picture_block(self, **fields):
        return ("image", {"image": {"image": self.picture.pk, **fields}, "caption": "", "width": "text"})

    def test_picture_needs_a_description(self):
        self.assertEqual(check(figure(self.picture, "")), [NO_DESCRIPTION])

    def test_spaces_are_no_description(self):
        self.assertEqual(check(figure(self.picture, "   ")), [NO_DESCRIPTION])

    def test_decorative_picture_needs_none(self):
        self.assertEqual(check(self.picture_block(alt_text="", decorative=True)), [])

    def test_picture_itself_is_needed(self):
        empty = {"image": None, "alt_text": "", "decorative": False}
        self.assertEqual(check(("image", {"image": empty, "caption": "", "width": "text"})), [REQUIRED])

    def test_decorative_picture_has_an_empty_description(self):
        value = ArticleBody().to_python(
            json.loads(
                stream(self.picture_block(alt_text="Eb", decorative=True), self.picture_block(alt_text="Eb"))
            )
        )
        self.assertEqual([child.value["image"].contextual_alt_text for child in value], ["", "Eb"])


class Sounds(TestCase):
    def test_sound_has_a_title_and_stands_here_or_behind_https(self):
        for url in ("/media/adem.mp3", "https://geluid.example/adem.mp3"):
            self.assertEqual(check(("audio", {"title": "Adem", "url": url})), [])
        for url in ("http://geluid.example/adem.mp3", "javascript:alert(1)", "/blog/", "//x.example/a.mp3"):
            self.assertEqual(
                check(("audio", {"title": "Adem", "url": url})),
                ["Begin met /media/ voor een bestand van deze site, anders met https://."],
            )
        self.assertEqual(
            check(("audio", {"title": "", "url": "/media/a.mp3"})), ["Geef het geluid een titel."]
        )


class Headings(TestCase):
    def test_given_anchor_holds_nothing_that_means_something_in_html(self):
        for anchor in ('a"b', "a b", "<b>", "a#b"):
            self.assertEqual(
                check(("heading", {"text": "Eb", "level": "h2", "anchor": anchor})),
                ["Gebruik alleen letters, cijfers, streepjes, punten en dubbele punten."],
            )
        self.assertEqual(check(("heading", {"text": "Eb", "level": "h2", "anchor": "h-één_1.2"})), [])

    def test_heading_needs_words(self):
        self.assertEqual(check(heading("")), [NO_HEADING])
        self.assertEqual(check(heading("   ")), [NO_HEADING])

    def test_levels_may_go_down_one_step_at_a_time_and_up_at_once(self):
        levels = ["h2", "h3", "h4", "h2", "h3", "h3"]
        self.assertEqual(check(*(heading(f"Kop {number}", level) for number, level in enumerate(levels))), [])

    def test_first_heading_is_an_h2(self):
        self.assertEqual(check(heading("Eb", "h3")), ["Deze kop slaat een stap over. Kies hier ‘Kop’."])

    def test_skipped_level_is_named(self):
        found = check(heading("Eb"), ("paragraph", "<p>Water.</p>"), heading("Kier", "h4"))
        self.assertEqual(found, ["Deze kop slaat een stap over. Kies hier ‘Tussenkop’."])

    def test_very_long_heading_is_refused(self):
        self.assertEqual(len(check(heading("a" * 141))), 1)


class Leading(TestCase):
    def action(self, **fields):
        values = {"title": "Kom", "text": "", "button_text": "Ja", "page": None, "url": ""}
        return ("call_to_action", {**values, **fields})

    def test_invitation_needs_a_target(self):
        self.assertEqual(check(self.action()), [NO_TARGET])

    def test_address_is_target_enough(self):
        self.assertEqual(check(self.action(url="https://voorbeeld.example/")), [])

    def test_read_also_needs_an_article(self):
        site = make_site()
        self.assertEqual(check(("read_also", {"page": None, "text": ""})), [REQUIRED])
        refused = check(("read_also", {"page": site.blog.pk, "text": ""}))
        self.assertEqual(len(refused), 1)

    def test_player_of_an_unknown_host_is_refused_without_asking_it(self):
        with mock.patch("socket.socket.connect", side_effect=AssertionError("asked")):
            for url in (
                "https://voorbeeld.example/film",
                "https://youtube.com.voorbeeld.example/watch?v=dQw4w9WgXcQ",
                "http://127.0.0.1/watch?v=dQw4w9WgXcQ",
            ):
                self.assertEqual(
                    check(("embed", {"url": url, "title": "Film", "thumbnail": None})), [UNKNOWN_PLAYER]
                )

    def test_player_needs_a_title(self):
        found = check(("embed", {"url": "https://vimeo.com/76979871", "title": "", "thumbnail": None}))
        self.assertEqual(found, ["Geef de video een titel."])


class Required(TestCase):
    def test_words_are_asked_for_where_they_are_missing(self):
        self.assertEqual(
            check(("quote", {"text": "", "source": "", "kind": "saying"})), ["Vul het citaat in."]
        )
        table = {"columns": [], "rows": [], "caption": ""}
        self.assertEqual(
            check(("table", {"caption": "", "table": table})),
            ["Geef de tabel een titel, ook voor wie haar hoort."],
        )


class Drafts(TestCase):
    """A draft may be saved however little is filled in."""

    def test_half_filled_blocks_are_kept(self):
        picture = ImageFactory()
        action = {"title": "", "text": "", "button_text": "", "page": None, "url": ""}
        half_filled = [
            ("paragraph", ""),
            heading(""),
            figure(picture, ""),
            (
                "image",
                {
                    "image": {"image": None, "alt_text": "", "decorative": False},
                    "caption": "",
                    "width": "text",
                },
            ),
            ("quote", {"text": "", "source": "", "kind": "saying"}),
            ("insight", {"label": "insight", "text": ""}),
            ("case_study", {"names": "", "ages": "", "body": []}),
            ("patterns", {"title": "", "items": items({"term": "", "explanation": ""})}),
            ("signals", {"title": "", "items": items("")}),
            ("reflection", {"title": "", "questions": []}),
            ("faq", {"title": "", "items": items({"question": "", "answer": ""})}),
            ("read_also", {"page": None, "text": ""}),
            ("listen_also", {"episode": None, "text": ""}),
            ("call_to_action", action),
            ("media_appearance", {"outlet": "", "title": "", "url": "", "date": None, "image": None}),
            ("embed", {"url": "", "title": "", "thumbnail": None}),
        ]
        for block in half_filled:
            with self.subTest(block[0]):
                self.assertEqual(check(block, draft=True), [])

    def test_heading_that_skips_a_level_can_wait(self):
        self.assertEqual(check(heading("Eb", "h4"), draft=True), [])

    def test_unknown_player_can_wait(self):
        block = ("embed", {"url": "https://voorbeeld.example/film", "title": "", "thumbnail": None})
        self.assertEqual(check(block, draft=True), [])


@pytest.mark.parametrize(
    ("url", "player"),
    [
        (
            "https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=4",
            "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ",
        ),
        ("https://youtu.be/dQw4w9WgXcQ?si=x", "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ"),
        (" https://vimeo.com/76979871 ", "https://player.vimeo.com/video/76979871?dnt=1"),
        ("https://open.spotify.com/intl-nl/episode/4rOo", "https://open.spotify.com/embed/episode/4rOo"),
        ("https://open.spotify.com/show/4rOo?si=x", "https://open.spotify.com/embed/show/4rOo"),
    ],
)
def test_address_of_a_known_host_gives_its_player(url, player):
    assert embed_player(url).frame_url == player


@pytest.mark.parametrize(
    "url",
    [
        "",
        "http://vimeo.com/76979871",
        "https://vimeo.com/76979871/onmouseover=alert(1)",
        "https://open.spotify.com/playlist/4rOo",
        'https://youtu.be/dQw4w9WgXcQ"><script>',
        "javascript:alert(1)//https://vimeo.com/76979871",
    ],
)
def test_other_addresses_give_no_player(url):
    assert embed_player(url) is None


def test_player_says_whose_it_is():
    assert embed_player("https://vimeo.com/76979871") == Player(
        "Vimeo", "https://player.vimeo.com/video/76979871?dnt=1"
    )


@pytest.mark.django_db
@pytest.mark.parametrize("name", list(ArticleBody().child_blocks))
def test_block_has_a_dutch_label_an_icon_and_a_description(name):
    block = ArticleBody().child_blocks[name]
    assert block.label
    assert block.meta.icon not in ("placeholder", None)
    assert block.meta.description
    assert block.meta.group in ("Schrijven", "Uit de praktijk", "Verder leiden")
