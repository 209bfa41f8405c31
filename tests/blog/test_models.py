from datetime import timedelta

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction
from django.test import TestCase

from blog.models import ArticleAuthor, ArticlePage, PodcastEpisodePage, SimilarArticle
from tests.blog.factories import (
    FIRST,
    CategoryFactory,
    ImageFactory,
    StandardPageFactory,
    make_site,
    stream,
)
from tests.leads.gifts import make_magnet


class Model(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.site = make_site()


class Articles(Model):
    def test_reading_time_is_worked_out_on_saving(self):
        article = self.site.article(intro="Twee woorden", body=stream(("paragraph", f"<p>{'eb ' * 300}</p>")))
        self.assertEqual((article.word_count, article.reading_minutes), (302, 2))
        article.body = stream(("paragraph", "<p>Kort.</p>"))
        article.save()
        article.refresh_from_db()
        self.assertEqual((article.word_count, article.reading_minutes), (3, 1))

    def test_article_needs_an_intro(self):
        article = self.site.article()
        article.intro = ""
        with self.assertRaises(ValidationError) as caught:
            article.full_clean()
        self.assertEqual(list(caught.exception.message_dict), ["intro"])

    def test_author_stands_once_under_an_article(self):
        author = self.site.author()
        article = self.site.article(authors=[author])
        with self.assertRaises(IntegrityError), transaction.atomic():
            ArticleAuthor.objects.create(article=article, author=author)

    def test_pair_of_articles_is_kept_once(self):
        article, other = self.site.article(), self.site.article()
        SimilarArticle.objects.create(article=article, other=other, score=1)
        with self.assertRaises(IntegrityError), transaction.atomic():
            SimilarArticle.objects.create(article=article, other=other, score=2)

    def test_what_an_article_shows_may_be_removed(self):
        picture, gift, category = ImageFactory(), make_magnet(), CategoryFactory()
        author = self.site.author()
        article = self.site.article(
            hero_image=picture, social_image=picture, magnet=gift, categories=[category], authors=[author]
        )
        for removed in (picture, gift, category, author):
            removed.delete()
        response = self.client.get(article.url)
        self.assertEqual(response.status_code, 200)
        article = ArticlePage.objects.get(pk=article.pk)
        self.assertEqual((article.hero_image, article.magnet, article.authors()), (None, None, []))

    def test_same_category_twice_counts_once(self):
        category = CategoryFactory()
        article = self.site.article(categories=[category, category])
        self.assertEqual(list(article.categories.all()), [category])

    def test_tags_are_the_same_whatever_their_capitals(self):
        one, other = self.site.article(tags=["Slaap"]), self.site.article(tags=["slaap"])
        self.assertEqual(list(one.tags.all()), list(other.tags.all()))


class Tree(Model):
    def test_each_page_stands_where_it_may(self):
        kinds = {
            type(page): [model.__name__ for model in page.allowed_subpage_models()]
            for page in (self.site.home, self.site.blog, self.site.people, self.site.podcast)
        }
        self.assertEqual(
            {model.__name__: names for model, names in kinds.items()},
            {
                "HomePage": [
                    "ArticleIndexPage",
                    "AuthorIndexPage",
                    "PodcastIndexPage",
                    "StandardPage",
                    "ArticlePage",
                ],
                "ArticleIndexPage": ["ArticlePage"],
                "AuthorIndexPage": ["AuthorPage"],
                "PodcastIndexPage": ["PodcastEpisodePage"],
            },
        )
        self.assertEqual(self.site.article().allowed_subpage_models(), [])

    def test_trail_goes_from_the_home_page_down(self):
        article = self.site.article()
        self.assertEqual([page.title for page in article.trail], ["Tussentij", "Blog"])
        self.assertEqual(self.site.home.trail, [])


class Authors(Model):
    def test_topics_are_split_at_commas_without_empty_ones(self):
        author = self.site.author(specialisms=" rouw, , daten ,")
        self.assertEqual(author.specialism_list(), ["rouw", "daten"])

    def test_articles_of_an_author_are_newest_first_and_published(self):
        author, other = self.site.author(), self.site.author()
        old, new = (
            self.site.article(authors=[author], first_published_at=FIRST + timedelta(n)) for n in (0, 1)
        )
        self.site.article(authors=[author], live=False)
        self.site.article(authors=[other])
        self.assertEqual(list(author.articles()), [new, old])


class Episodes(Model):
    def test_size_of_the_sound_is_kept(self):
        episode = self.site.episode(audio=ContentFile(b"ID3" * 10, name="eb.mp3"))
        self.assertEqual(PodcastEpisodePage.objects.get(pk=episode.pk).audio_bytes, 30)

    def test_episode_without_sound_can_be_read(self):
        episode = self.site.episode()
        self.assertEqual(episode.audio_bytes, 0)
        self.assertNotContains(self.client.get(episode.url), "<audio")

    def test_episode_whose_sound_was_lost_can_still_be_saved(self):
        episode = self.site.episode(audio=ContentFile(b"ID3", name="eb.mp3"))
        episode.audio.storage.delete(episode.audio.name)
        episode.title = "Vloed"
        episode.save()
        self.assertEqual(PodcastEpisodePage.objects.get(pk=episode.pk).title, "Vloed")

    def test_only_sound_that_players_know_is_taken(self):
        episode = self.site.episode()
        episode.audio = ContentFile(b"RIFF", name="eb.wav")
        with self.assertRaises(ValidationError) as caught:
            episode.full_clean()
        self.assertEqual(caught.exception.messages, ["Kies een MP3-, M4A-, AAC-, OGG- of OPUS-bestand."])

    def test_sound_is_known_by_what_is_in_it(self):
        episode = self.site.episode()
        episode.audio = ContentFile(b"<script>alert(1)</script>", name="eb.mp3")
        with self.assertRaises(ValidationError) as caught:
            episode.full_clean()
        self.assertEqual(list(caught.exception.message_dict), ["audio"])

    def test_length_is_shown_as_a_clock(self):
        lengths = {None: "", 0: "", 59: "0:59", 725: "12:05", 3661: "1:01:01"}
        for seconds, shown in lengths.items():
            self.assertEqual(PodcastEpisodePage(duration=seconds).duration_display(), shown)


class Pages(Model):
    def test_standard_pages_may_stand_under_each_other(self):
        page = self.site.standard_page(title="Begeleiding", intro="Samen kijken.")
        under = StandardPageFactory(parent=page, title="Tarieven", intro="Per gesprek.")
        self.assertContains(self.client.get(page.url), "Samen kijken.")
        self.assertContains(self.client.get(under.url), "Per gesprek.")

    def test_author_and_episode_stand_in_their_lists(self):
        author, episode = self.site.author(title="Marit"), self.site.episode(title="De stilte", number=1)
        self.assertContains(self.client.get("/over-ons/"), f'href="{author.url}"')
        self.assertContains(self.client.get("/podcast/"), f'href="{episode.url}"')
        self.assertContains(self.client.get("/podcast/"), "Aflevering 1")

    def test_podcast_without_episodes_says_so(self):
        self.assertContains(self.client.get("/podcast/"), "De eerste aflevering komt eraan.")
