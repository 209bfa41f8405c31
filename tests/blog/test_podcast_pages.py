"""The episode's page and its form."""

from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import TestCase
from django.urls import reverse

from blog.models import PodcastEpisodePage
from blog.roles import COACH
from tests.blog import sounds
from tests.blog.factories import make_site, stream
from tests.blog.test_podcast_feed import VTT, chapter
from tests.blog.users import user_in


class Pages(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.site = make_site()
        cls.article = cls.site.article(title="Eb", slug="eb")

    def test_chapters_stand_in_the_order_of_their_times(self):
        episode = self.site.episode(chapters=stream(chapter(65, "Wachten"), chapter(5, "Begin")))
        html = self.client.get(episode.url).text
        self.assertLess(html.index("Begin"), html.index("Wachten"))
        self.assertIn('href="#t=1:05"', html)
        self.assertIn('id="t=1:05"', html)

    def test_moment_of_a_chapter_and_of_the_transcript_is_one_place(self):
        episode = self.site.episode(chapters=stream(chapter(0, "Begin")), transcript=VTT)
        self.assertEqual(self.client.get(episode.url).text.count('id="t=0:00"'), 1)

    def test_transcript_is_escaped(self):
        episode = self.site.episode(transcript="WEBVTT\n\n00:00.000 --> 00:01.000\n&lt;script&gt;alert(1)\n")
        self.assertNotContains(self.client.get(episode.url), "<script>alert(1)")

    def test_article_and_episode_name_each_other(self):
        episode = self.site.episode(title="Hoop", articles=stream(("article", self.article.pk)))
        self.assertContains(self.client.get(episode.url), f'href="{self.article.url}"')
        page = self.client.get(self.article.url)
        self.assertContains(page, "Beluister ook")
        self.assertContains(page, f'href="{episode.url}"')

    def test_article_that_points_to_an_episode_itself_does_so_once(self):
        episode = self.site.episode(title="Hoop")
        article = self.site.article(
            title="Vloed", body=stream(("listen_also", {"episode": episode.pk, "text": ""}))
        )
        episode.articles = stream(("article", article.pk))
        episode.save()
        self.assertEqual(self.client.get(article.url).text.count(f'href="{episode.url}"'), 1)
        self.assertContains(self.client.get(episode.url), f'href="{article.url}"')

    def test_draft_is_not_named_by_an_article(self):
        self.site.episode(title="Schets", live=False, articles=stream(("article", self.article.pk)))
        self.assertNotContains(self.client.get(self.article.url), "Beluister ook")

    def test_sound_from_elsewhere_may_be_played_on_its_page_alone(self):
        episode = self.site.episode(
            audio_address="https://geluid.example:8443/a.mp3", audio_kind="audio/mpeg"
        )
        policy = self.client.get(episode.url)["Content-Security-Policy"]
        self.assertRegex(policy, r"media-src 'self' https://geluid\.example:8443(;|$)")
        other = self.client.get(self.site.episode().url)["Content-Security-Policy"]
        self.assertRegex(other, r"media-src 'self'(;|$)")

    def test_platforms_are_plain_links(self):
        self.site.podcast.platforms = stream(
            ("platform", {"name": "Spotify", "url": "https://open.spotify.com/show/x"})
        )
        self.site.podcast.save()
        for path in ("/podcast/", self.site.episode().url):
            self.assertContains(self.client.get(path), 'href="https://open.spotify.com/show/x"')

    def test_words_and_facts_for_search_and_structured_data(self):
        episode = self.site.episode(audio=ContentFile(sounds.m4a(90), name="hoop.m4a"), transcript=VTT)
        self.assertEqual(episode.transcript_text(), "Marit: Een huis & een tuin.")
        self.assertEqual((episode.audio_type, episode.duration_iso), ("audio/x-m4a", "PT1M30S"))
        self.assertEqual(episode.feed_guid, f"urn:uuid:{episode.translation_key}")


class Form(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.site = make_site()
        cls.coach = user_in(COACH)

    def setUp(self):
        self.client.force_login(self.coach)

    def send(self, **fields):
        data = {
            "title": "Hoop",
            "slug": "hoop",
            "summary": "Over hopen.",
            "episode_type": "full",
            "audio_bytes": "0",
            **{f"{name}-count": "0" for name in ("body", "chapters", "guests", "hosts", "articles")},
            "action-publish": "action-publish",
            **fields,
        }
        address = reverse("wagtailadmin_pages:add", args=["blog", "podcastepisodepage", self.site.podcast.pk])
        return self.client.post(address, data)

    def test_file_tells_its_length_size_kind_and_chapters(self):
        data = sounds.mp3(62, tag=sounds.id3((0, "Begin"), (30_000, "Wachten")))
        self.send(audio=SimpleUploadedFile("hoop.mp3", data, "audio/mpeg"))
        episode = PodcastEpisodePage.objects.get()
        self.assertEqual(
            (episode.duration, episode.audio_bytes, episode.audio_kind), (62, len(data), "audio/mpeg")
        )
        self.assertEqual([row["title"] for row in episode.chapter_list()], ["Begin", "Wachten"])
        form = self.client.get(reverse("wagtailadmin_pages:edit", args=[episode.pk])).text
        self.assertRegex(form, r"Gelezen uit het bestand: <strong>1:02, [\d,.]+\sKB, MP3</strong>")

    def test_draft_keeps_what_was_read_until_it_is_published(self):
        data = sounds.opus(75)
        self.send(audio=SimpleUploadedFile("hoop.opus", data), **{"action-publish": ""})
        episode = PodcastEpisodePage.objects.get()
        self.assertEqual(episode.get_latest_revision_as_object().duration, 75)

    def test_file_that_is_not_what_it_is_called_is_refused(self):
        response = self.send(audio=SimpleUploadedFile("hoop.m4a", sounds.mp3(3)))
        self.assertContains(response, "Dit heet M4A, maar er zit iets anders in.")

    def test_uploaded_transcript_is_kept_as_text(self):
        self.send(transcript_upload=SimpleUploadedFile("hoop.vtt", VTT.encode()))
        self.assertEqual(PodcastEpisodePage.objects.get().transcript, VTT)

    def test_mistake_in_a_transcript_is_named_with_its_line(self):
        for sent in (
            {"transcript_upload": SimpleUploadedFile("hoop.vtt", b"WEBVTT\n\n1:99 --> 2\nHoi")},
            {"transcript": "WEBVTT\n\n1:99 --> 2\nHoi"},
        ):
            self.assertContains(self.send(**sent), "Regel 3: ‘1:99’ is geen tijd.")

    def test_two_chapters_at_once_are_refused(self):
        rows = {
            "chapters-count": "2",
            **{
                f"chapters-{n}-{k}": v
                for n in range(2)
                for k, v in {"deleted": "", "order": str(n), "type": "chapter"}.items()
            },
            **{
                f"chapters-{n}-value-{k}": v
                for n in range(2)
                for k, v in {"start": "1:05", "title": "Eb", "url": "", "image": ""}.items()
            },
        }
        self.assertContains(self.send(**rows), "begint op 1:05.")

    def test_address_needs_what_the_feed_must_say_of_it(self):
        response = self.send(audio_address="https://elders.example/x.mp3")
        self.assertContains(response, "Vul bij een adres ook de soort, de grootte en de duur in.")
        self.send(
            audio_address="https://elders.example/x.mp3",
            audio_kind="audio/mpeg",
            audio_bytes="5000",
            duration="32:10",
        )
        self.assertEqual(PodcastEpisodePage.objects.get().duration, 1930)

    def test_address_without_https_is_refused(self):
        response = self.send(
            audio_address="http://elders.example/x.mp3",
            audio_kind="audio/mpeg",
            audio_bytes="5000",
            duration="32:10",
        )
        self.assertContains(response, "Typ een adres dat met https:// begint.")

    def test_slug_of_the_feed_is_taken(self):
        self.assertContains(self.send(slug="feed"), "Dit adres is al van de feed.")
