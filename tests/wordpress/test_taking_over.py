"""What each kind and state of the old site becomes here."""

from datetime import UTC, datetime

from django.contrib.auth import get_user_model
from django.test import TestCase
from wagtail.models import Page, PageViewRestriction

from blog.models import (
    ArticlePage,
    AuthorPage,
    Category,
    HomePage,
    PodcastEpisodePage,
    SimilarArticle,
    StandardPage,
)
from comments.models import Comment
from search.models import Entry
from tests.blog.factories import make_site
from tests.wordpress.exports import HOME, comment, item, term
from tests.wordpress.moving import adds_up, move
from wordpress.models import Imported
from wordpress.taking_over.report import Outcome
from wordpress.taking_over.task import AuthorChoice

PARAGRAPH = "<!-- wp:paragraph -->\n<p>{}</p>\n<!-- /wp:paragraph -->\n\n"


class KindsTests(TestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        cls.site = make_site()

    def test_post_becomes_a_published_article_with_its_dates_and_words(self) -> None:
        report = move(
            item(
                12,
                "Ren&eacute;e &amp; de stilte",
                slug="ren%c3%a9e-en-de-stilte",
                excerpt="Wat <em>blijft</em>.",
                modified="2019-04-01 10:00:00",
                terms=[("category", "rouw", "Rouw"), ("post_tag", "stilte", "Stilte")],
                meta={"_yoast_wpseo_title": "Stilte na een breuk", "_yoast_wpseo_meta-robots-noindex": "1"},
                comment_status="closed",
            )
        )
        article = ArticlePage.objects.get()
        assert adds_up(report), report.counts
        assert (article.title, article.slug) == ("Renée & de stilte", "renee-en-de-stilte")
        assert article.get_parent().pk == self.site.blog.pk
        assert article.live
        assert article.first_published_at == datetime(2019, 3, 5, 8, 30, tzinfo=UTC)
        assert article.latest_revision.created_at == article.last_published_at
        assert article.intro == "Wat blijft."
        assert article.seo_title == "Stilte na een breuk"
        assert article.noindex
        assert not article.comments_open
        assert [category.name for category in article.categories.all()] == ["Rouw"]
        assert [tag.name for tag in article.tags.all()] == ["Stilte"]
        assert [author.title for author in article.authors()] == ["Marijke van Dam"]
        assert article.live_revision_id == article.latest_revision_id
        assert article.get_latest_revision_as_object().intro == "Wat blijft."
        assert article.word_count > 10
        assert article.feed_guid == f"{HOME}/?p=12"
        assert Entry.objects.filter(page=article).exists()
        assert self.client.get(article.url).status_code == 200

    def test_states_never_make_public_what_was_not(self) -> None:
        report = move(
            item(1, "Open"),
            item(2, "Klad", status="draft"),
            item(3, "Wacht", status="pending"),
            item(4, "Privé", status="private"),
            item(5, "Weg", status="trash"),
            item(6, "Leeg begin", status="auto-draft"),
            item(7, "Vreemd", status="geheim"),
            item(8, "Straks", status="future", date="2199-01-01 09:00:00"),
            item(9, "Was straks", status="future", date="2019-01-01 09:00:00"),
        )
        live = {page.title for page in ArticlePage.objects.live()}
        assert live == {"Open", "Was straks"}
        assert set(ArticlePage.objects.values_list("title", flat=True)) == live | {
            *("Klad", "Wacht", "Privé", "Weg", "Vreemd", "Straks")
        }
        assert not ArticlePage.objects.not_live().filter(first_published_at__isnull=False).exists()
        planned = ArticlePage.objects.get(title="Straks")
        assert planned.go_live_at == datetime(2199, 1, 1, 8, tzinfo=UTC)
        assert planned.scheduled_revision.approved_go_live_at == planned.go_live_at
        assert planned.status_string
        assert report.counts["post"] == {"new": 8, "left_out": 1}
        assert not Entry.objects.filter(page__live=False).exists()

    def test_password_stays_on_what_it_kept(self) -> None:
        move(item(1, "Achter slot", password="zeepaard"))
        restriction = PageViewRestriction.objects.get()
        assert (restriction.restriction_type, restriction.password) == ("password", "zeepaard")
        page = restriction.page
        assert page.live
        assert not Entry.objects.filter(page=page).exists()
        assert "stil in huis" not in self.client.get(page.url, follow=True).content.decode()

    def test_pages_stand_in_their_hierarchy_also_where_the_one_above_comes_later(self) -> None:
        move(
            item(30, "Kleinkind", kind="page", parent=20),
            item(20, "Kind", kind="page", parent=10),
            item(10, "Boven", kind="page"),
            item(40, "Wees", kind="page", parent=999),
        )
        grandchild = StandardPage.objects.get(slug="kleinkind")
        above = [page.slug for page in grandchild.get_ancestors().filter(depth__gt=2)]
        assert above == ["boven", "kind"]
        assert StandardPage.objects.get(slug="wees").get_parent().specific_class is HomePage
        assert Page.find_problems() == ([], [], [], [], [])

    def test_pages_above_each_other_both_come(self) -> None:
        report = move(item(1, "Kip", kind="page", parent=2), item(2, "Ei", kind="page", parent=1))
        assert StandardPage.objects.count() == 2
        assert report.counts["page"] == {"new": 2}

    def test_plumbing_is_left_out_with_a_reason(self) -> None:
        report = move(
            item(1, "Versie", kind="revision", status="inherit"),
            item(2, "Menu", kind="nav_menu_item"),
            item(3, "Boek", kind="boek"),
            item(4, "Cursus", kind="cursus"),
            leave_out=frozenset({"cursus"}),
        )
        assert report.counts["revision"] == report.counts["cursus"] == {"left_out": 1}
        assert report.counts["boek"] == {"new": 1}
        assert all(line.words[0] for line in report.of(Outcome.LEFT_OUT))
        assert StandardPage.objects.get().title == "Boek"

    def test_podcast_becomes_an_episode_with_its_guid(self) -> None:
        sound = 'https://geluid.example/een.mp3\n12345\naudio/mpeg\na:1:{s:8:"duration";s:5:"12:05";}'
        move(item(5, "Aflevering een", meta={"enclosure": sound}, guid="urn:oud:5"))
        episode = PodcastEpisodePage.objects.get()
        assert episode.live
        assert (episode.audio_address, episode.duration) == ("https://geluid.example/een.mp3", 725)
        assert episode.guid == "urn:oud:5"

    def test_article_is_in_its_category_and_those_above(self) -> None:
        terms = [
            term("category", "liefde", "Liefde"),
            term("category", "verdriet", "Verdriet", parent="liefde"),
        ]
        move(item(1, terms=[("category", "verdriet", "Verdriet")]), site={"terms": terms})
        assert {one.slug for one in ArticlePage.objects.get().categories.all()} == {"liefde", "verdriet"}

    def test_two_of_one_slug_both_have_an_address(self) -> None:
        move(item(1, "Een", slug="zee"), item(2, "Twee", slug="zee"), item(3, "Drie", slug="zee"))
        assert sorted(ArticlePage.objects.values_list("slug", flat=True)) == ["zee", "zee-2", "zee-3"]

    def test_addresses_of_the_site_itself_are_not_taken(self) -> None:
        move(item(1, "Zoeken", slug="zoeken", kind="page"), item(2, "Feed", slug="feed"), parent="home")
        assert set(self.site.home.get_children().values_list("slug", flat=True)) >= {"zoeken-2", "feed-2"}

    def test_introduction_is_the_first_paragraph_where_there_is_no_excerpt(self) -> None:
        move(item(1, content=PARAGRAPH.format("Eerst dit.") + PARAGRAPH.format("Dan dat.")))
        article = ArticlePage.objects.get()
        assert article.intro == "Eerst dit."
        assert "Eerst dit." not in str(article.body)

    def test_link_to_a_later_post_becomes_a_page_link(self) -> None:
        link = f'<a href="{HOME}/later/#kop">dit</a>'.replace("#kop", "")
        move(
            item(1, "Eerder", content=PARAGRAPH.format("Kort.") + PARAGRAPH.format(f"Lees {link} eens.")),
            item(2, "Later", slug="later"),
        )
        later = ArticlePage.objects.get(slug="later")
        earlier = ArticlePage.objects.get(title="Eerder")
        assert f'linktype="page" id="{later.pk}"' in str(earlier.body.raw_data[0])
        assert earlier.revisions.count() == 1
        assert f'id="{later.pk}"' in str(earlier.get_latest_revision_as_object().body.raw_data[0])

    def test_reactions_come_with_their_page(self) -> None:
        report = move(
            item(1, comments=[comment(1), comment(2, approved="0"), comment(3, kind="pingback")]),
            item(2, "Menu", kind="nav_menu_item", comments=[comment(9)]),
        )
        assert dict(report.counts["comment"]) == {"new": 2, "left_out": 2}
        assert Comment.objects.filter(page=ArticlePage.objects.get()).count() == 2
        assert adds_up(report)

    def test_author_gets_a_page_and_on_wish_a_user_without_a_password(self) -> None:
        move(item(1), authors={"marijke": AuthorChoice("Marijke Dam", user=True)})
        assert AuthorPage.objects.get().title == "Marijke Dam"
        user = get_user_model().objects.get(username="marijke")
        assert not user.has_usable_password()
        assert [group.name for group in user.groups.all()] == ["Redacteur"]
        assert ArticlePage.objects.get().owner_id == user.pk

    def test_author_who_is_here_already_is_the_same(self) -> None:
        self.site.author(title="Marijke van Dam")
        move(item(1))
        assert AuthorPage.objects.count() == 1

    def test_one_that_cannot_be_saved_leaves_the_others_alone(self) -> None:
        report = move(item(1, "Goed"), item(2, "Te groot", creator="x" * 300, slug="y" * 900), item(3, "Ook"))
        assert {"Goed", "Ook"} <= set(ArticlePage.objects.values_list("title", flat=True))
        assert adds_up(report)

    def test_similar_articles_are_known_at_the_end(self) -> None:
        move(*(item(number, f"Artikel {number}") for number in range(1, 5)))
        assert SimilarArticle.objects.values("article").distinct().count() == 4

    def test_dry_run_keeps_nothing_and_tells_the_same(self) -> None:
        items = [
            item(1, terms=[("category", "rouw", "Rouw")], comments=[comment(1)]),
            item(2, "Kind", kind="page", parent=3),
            item(3, "Boven", kind="page"),
        ]
        before = Page.objects.count()
        looked = move(*items, dry_run=True)
        assert Page.objects.count() == before
        assert not Imported.objects.exists()
        assert not Category.objects.filter(slug="rouw").exists()
        assert not Comment.objects.exists()
        done = move(*items)
        assert looked.counts == done.counts
        assert adds_up(looked)

    def test_limit_takes_so_many_and_goes_on_the_next_time(self) -> None:
        items = [item(number, f"Artikel {number}") for number in range(1, 8)]
        move(*items, limit=3)
        assert ArticlePage.objects.count() == 3
        move(*items, limit=3)
        assert ArticlePage.objects.count() == 6


class NoHomeTests(TestCase):
    def test_site_without_a_home_page_says_so(self) -> None:
        HomePage.objects.all().delete()
        report = move(item(1))
        assert "startpagina" in report.error
        assert not ArticlePage.objects.exists()
