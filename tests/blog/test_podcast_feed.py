"""The feed as listening programs read it."""

import json
from datetime import timedelta
from io import BytesIO
from xml.etree import ElementTree

import feedparser
import podcastparser
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db.migrations.loader import MigrationLoader
from django.test import SimpleTestCase, TestCase
from wagtail.models import PageViewRestriction

from blog.models import PodcastEpisodePage
from blog.podcast import artwork
from blog.podcast.categories import CATEGORIES
from blog.podcast.show import guid_of_feed
from tests.blog import sounds
from tests.blog.factories import FIRST, ImageFactory, link_to, make_site, stream

ITUNES = "{http://www.itunes.com/dtds/podcast-1.0.dtd}"
PODCAST = "{https://podcastindex.org/namespace/1.0}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}"
VTT = "WEBVTT\n\n00:00.000 --> 00:04.000\n<v Marit>Een huis & een tuin.\n"


def chapter(start: int, title: str, url: str = "") -> tuple[str, dict]:
    return ("chapter", {"start": start, "title": title, "url": url, "image": None})


class Feed(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.site = make_site()
        show = cls.site.podcast
        show.intro, show.feed_author, show.copyright = "Gesprekken & getij.", "Marit", "© Tussentij"
        show.second_category, show.owner_email = "Society & Culture", "marit@tussentij.example"
        show.cover = ImageFactory(file__width=1400, file__height=1400)
        show.save()
        cls.article = cls.site.article(title="Eb")
        cls.marit = cls.site.author(title="Marit")
        cls.episode = cls.site.episode(
            title="Hoop & <wachten>",
            slug="hoop",
            summary="Over hopen.",
            season=2,
            number=7,
            episode_type="bonus",
            explicit=True,
            audio=ContentFile(sounds.mp3(12), name="hoop.mp3"),
            transcript=VTT,
            chapters=stream(chapter(65, "Wachten", "https://elders.example/"), chapter(0, "Begin")),
            guests=stream(("guest", {"name": "Hanne", "role": "", "url": "", "portrait": None})),
            hosts=stream(("host", cls.marit.pk)),
            body=stream(("paragraph", f"<p>Lees {link_to(cls.article)}.</p>"), ("divider", None)),
            first_published_at=FIRST,
        )

    def setUp(self):
        self.response = self.client.get("/podcast/feed/")

    def channel(self) -> ElementTree.Element:
        return ElementTree.fromstring(self.client.get("/podcast/feed/").content).find("channel")  # noqa: S314

    def test_is_rss_that_any_page_may_read(self):
        self.assertEqual(self.response["Content-Type"], "application/rss+xml; charset=utf-8")
        self.assertEqual(self.response["Access-Control-Allow-Origin"], "*")
        self.assertTrue(self.response._pagecache)

    def test_show_says_what_apple_asks(self):
        channel = self.channel()
        self.assertEqual(channel.findtext("title"), "Podcast")
        self.assertEqual(channel.findtext("description"), "Gesprekken & getij.")
        self.assertEqual(channel.findtext("language"), "nl")
        self.assertEqual(channel.findtext("copyright"), "© Tussentij")
        self.assertEqual(channel.findtext(f"{ITUNES}author"), "Marit")
        self.assertEqual(channel.findtext(f"{ITUNES}explicit"), "false")
        self.assertEqual(channel.findtext(f"{ITUNES}type"), "episodic")
        self.assertEqual(channel.findtext(f"{ITUNES}owner/{ITUNES}email"), "marit@tussentij.example")
        categories = [
            (main.get("text"), [sub.get("text") for sub in main])
            for main in channel.findall(f"{ITUNES}category")
        ]
        self.assertEqual(categories, [("Health & Fitness", ["Mental Health"]), ("Society & Culture", [])])

    def test_show_says_what_podcasting_two_asks(self):
        channel = self.channel()
        self.assertEqual(channel.findtext(f"{PODCAST}guid"), guid_of_feed("http://localhost/podcast/feed/"))
        locked = channel.find(f"{PODCAST}locked")
        self.assertEqual((locked.text, locked.get("owner")), ("yes", "marit@tussentij.example"))
        self.assertEqual(channel.findtext(f"{PODCAST}medium"), "podcast")

    def test_guid_of_a_show_follows_the_specification(self):
        # The example of the specification.
        found = guid_of_feed("https://mp3s.nashownotes.com/pc20rss.xml")
        self.assertEqual(found, "917393e3-1b1e-5cef-ace4-edaa54e1f810")

    def test_guid_of_a_show_once_kept_stays(self):
        self.site.podcast.podcast_guid = "917393e3-1b1e-5cef-ace4-edaa54e1f810"
        self.site.podcast.slug = "luister"
        self.site.podcast.save()
        channel = ElementTree.fromstring(self.client.get("/luister/feed/").content).find("channel")  # noqa: S314
        self.assertEqual(channel.findtext(f"{PODCAST}guid"), "917393e3-1b1e-5cef-ace4-edaa54e1f810")

    def test_episode_has_its_sound_and_place(self):
        item = self.channel().find("item")
        enclosure = item.find("enclosure")
        self.assertEqual(enclosure.get("url"), f"http://localhost{self.episode.audio.url}")
        self.assertEqual(enclosure.get("length"), str(len(sounds.mp3(12))))
        self.assertEqual(enclosure.get("type"), "audio/mpeg")
        self.assertEqual(item.findtext("link"), "http://localhost/podcast/hoop/")
        self.assertEqual(item.findtext("pubDate"), "Sun, 01 Mar 2026 19:30:00 +0000")
        said = [
            item.findtext(ITUNES + name)
            for name in ("duration", "season", "episode", "episodeType", "explicit")
        ]
        self.assertEqual(said, ["12", "2", "7", "bonus", "true"])
        self.assertEqual([item.findtext(PODCAST + name) for name in ("season", "episode")], ["2", "7"])

    def test_people_are_named_with_their_part(self):
        people = self.channel().find("item").findall(f"{PODCAST}person")
        self.assertEqual(
            [(one.text, one.get("role")) for one in people], [("Marit", "host"), ("Hanne", "guest")]
        )
        self.assertEqual(people[0].get("href"), f"http://localhost{self.marit.url}")

    def test_notes_have_whole_addresses_and_the_chapters(self):
        notes = self.channel().find("item").findtext(f"{CONTENT}encoded")
        self.assertIn(f'<a href="http://localhost{self.article.url}">', notes)
        self.assertIn("<li>0:00 Begin</li><li>1:05 Wachten</li>", notes)

    def test_chapters_and_transcript_stand_at_their_addresses(self):
        item = self.channel().find("item")
        chapters, transcript = item.find(f"{PODCAST}chapters"), item.find(f"{PODCAST}transcript")
        self.assertEqual(chapters.get("type"), "application/json+chapters")
        answer = self.client.get(chapters.get("url").removeprefix("http://localhost"))
        self.assertEqual(answer["Content-Type"], "application/json+chapters")
        self.assertEqual(
            json.loads(answer.content)["chapters"],
            [
                {"startTime": 0, "title": "Begin"},
                {"startTime": 65, "title": "Wachten", "url": "https://elders.example/"},
            ],
        )
        self.assertEqual((transcript.get("type"), transcript.get("language")), ("text/vtt", "nl"))
        answer = self.client.get(transcript.get("url").removeprefix("http://localhost"))
        self.assertEqual(answer["Content-Type"], "text/vtt; charset=utf-8")
        self.assertIn("<v Marit>Een huis &amp; een tuin.", answer.text)
        self.assertTrue(answer._pagecache)

    def test_episode_without_chapters_or_transcript_has_no_such_addresses(self):
        bare = self.site.episode(slug="kaal")
        for name in ("hoofdstukken", "transcript"):
            self.assertEqual(self.client.get(f"{bare.url}{name}/").status_code, 404)

    def test_guid_is_kept_whatever_changes(self):
        before = self.channel().find("item").findtext("guid")
        self.assertEqual(before, f"urn:uuid:{self.episode.translation_key}")
        episode = PodcastEpisodePage.objects.get()
        episode.slug, episode.guid = "anders", "iets-anders"
        episode.save()
        self.assertEqual(self.channel().find("item").findtext("guid"), before)

    def test_copy_of_an_episode_is_another_one(self):
        copied = self.episode.copy(update_attrs={"slug": "nog-eens"}, keep_live=False)
        self.assertNotEqual(PodcastEpisodePage.objects.get(pk=copied.pk).guid, self.episode.guid)

    def test_only_published_episodes_with_sound_that_all_may_hear(self):
        self.site.episode(title="Stil")
        self.site.episode(title="Schets", live=False, audio=ContentFile(sounds.mp3(1), name="a.mp3"))
        closed = self.site.episode(title="Besloten", audio=ContentFile(sounds.mp3(1), name="b.mp3"))
        PageViewRestriction.objects.create(page=closed, restriction_type="login")
        newer = self.site.episode(
            title="Nieuw",
            audio_address="https://elders.example/x.mp3",
            first_published_at=FIRST + timedelta(days=9),
        )
        titles = [item.findtext("title") for item in self.channel().findall("item")]
        self.assertEqual(titles, ["Nieuw", "Hoop & <wachten>"])
        self.assertEqual(self.channel().find("item").find("enclosure").get("url"), newer.audio_address)

    def test_new_address_is_told_when_moving(self):
        self.assertIsNone(self.channel().find(f"{ITUNES}new-feed-url"))
        self.site.podcast.new_feed_url = "https://elders.example/feed"
        self.site.podcast.save()
        self.assertEqual(self.channel().findtext(f"{ITUNES}new-feed-url"), "https://elders.example/feed")

    def test_cover_is_a_square_jpeg_made_beforehand(self):
        self.site.podcast.cover.get_rendition(artwork.SPEC)
        address = self.channel().find(f"{ITUNES}image").get("href")
        self.assertRegex(address, r"^http://localhost/media/images/.*jpegquality-82.*\.jpg$")

    def test_cover_that_is_square_and_large_stands_for_itself_until_then(self):
        image = self.site.podcast.cover
        self.assertEqual(
            self.channel().find(f"{ITUNES}image").get("href"), f"http://localhost{image.file.url}"
        )

    def test_cover_that_apple_refuses_is_refused_here(self):
        for side, other in ((1399, 1399), (1400, 1500), (3001, 3001)):
            self.site.podcast.cover.width, self.site.podcast.cover.height = side, other
            with self.assertRaises(ValidationError) as caught:
                self.site.podcast.clean()
            self.assertIn(f"{side} bij {other} pixels", caught.exception.message_dict["cover"][0])

    def test_feedparser_reads_it_without_complaint(self):
        read = feedparser.parse(
            self.response.content, response_headers={"content-type": self.response["Content-Type"]}
        )
        self.assertFalse(read.bozo, read.get("bozo_exception"))
        self.assertEqual(read.entries[0].title, "Hoop & <wachten>")
        self.assertEqual(read.entries[0].itunes_duration, "12")

    def test_podcastparser_reads_the_same(self):
        read = podcastparser.parse("http://localhost/podcast/feed/", BytesIO(self.response.content))
        self.assertEqual((read["title"], read["type"], read["language"]), ("Podcast", "episodic", "nl"))
        (episode,) = read["episodes"]
        self.assertEqual(
            (episode["total_time"], episode["number"], episode["guid"]), (12, 7, self.episode.guid)
        )
        self.assertEqual(episode["enclosures"][0]["mime_type"], "audio/mpeg")

    def test_signs_that_xml_cannot_hold_are_left_out(self):
        self.episode.title = "Eb\x0bvloed"
        self.episode.save()
        self.assertEqual(self.channel().find("item").findtext("title"), "Ebvloed")

    def test_costs_the_same_with_more_episodes(self):
        from tests.blog.queries import named, queries_of

        one = queries_of("/podcast/feed/")
        for number in range(4):
            self.site.episode(
                audio=ContentFile(sounds.mp3(1), name=f"{number}.mp3"), hosts=stream(("host", self.marit.pk))
            )
        more = queries_of("/podcast/feed/")
        self.assertEqual(len(one), len(more), named(more))


class Categories(SimpleTestCase):
    def test_database_knows_the_same_categories_as_the_list(self):
        """The migrations name them one by one, as migrations must; a change of the list needs another."""
        state = MigrationLoader(None).project_state().models["blog", "podcastindexpage"]
        for name in ("category", "second_category"):
            self.assertEqual([tuple(choice) for choice in state.fields[name].choices], CATEGORIES)
