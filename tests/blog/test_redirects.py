"""Who knows an old address gets to the page, in one step and never in circles."""

from django.test import TestCase
from django.urls import reverse
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Site

from blog.models import ArticlePage, Category
from blog.roles import COACH
from tests.blog.factories import CategoryFactory, make_site
from tests.blog.users import user_in


class Pages(TestCase):
    def setUp(self) -> None:
        self.site = make_site()
        self.article = self.site.article(slug="een")

    def rename(self, page: Page, slug: str) -> None:
        page = page.specific_class.objects.get(pk=page.pk)
        page.slug = slug
        with self.captureOnCommitCallbacks(execute=True):
            page.save_revision().publish()

    def assert_leads(self, old: str, new: str) -> None:
        answer = self.client.get(old)
        self.assertEqual((answer.status_code, answer.get("Location")), (301, new))

    def test_three_addresses_later_the_first_leads_to_the_last_at_once(self) -> None:
        for slug in ("twee", "drie", "vier"):
            self.rename(self.article, slug)
        for slug in ("een", "twee", "drie"):
            self.assert_leads(f"/blog/{slug}/", "/blog/vier/")

    def test_renamed_list_leads_on_from_all_that_is_in_it(self) -> None:
        self.rename(self.site.blog, "verhalen")
        self.assert_leads("/blog/", "/verhalen/")
        self.assert_leads("/blog/een/", "/verhalen/een/")

    def test_moved_page_leads_on(self) -> None:
        with self.captureOnCommitCallbacks(execute=True):
            self.article.move(self.site.home, pos="last-child")
        self.assert_leads("/blog/een/", "/een/")

    def test_back_at_its_first_address_nothing_leads_away_from_it(self) -> None:
        self.rename(self.article, "twee")
        self.rename(self.article, "een")
        self.assertFalse(Redirect.objects.filter(old_path="/blog/een").exists())
        self.assert_leads("/blog/twee/", "/blog/een/")
        ArticlePage.objects.get(pk=self.article.pk).unpublish()
        for path in ("/blog/een/", "/blog/twee/"):
            self.assertEqual(self.client.get(path).status_code, 404, path)

    def test_new_page_takes_an_old_address_over(self) -> None:
        self.rename(self.article, "twee")
        self.site.article(slug="een", live=False, title="Nieuw").save_revision().publish()
        self.assertFalse(Redirect.objects.filter(old_path="/blog/een").exists())
        self.assertContains(self.client.get("/blog/een/"), "Nieuw")

    def test_list_that_comes_back_takes_all_addresses_over(self) -> None:
        self.rename(self.site.blog, "verhalen")
        self.rename(self.site.blog, "blog")
        self.assertFalse(Redirect.objects.filter(old_path__startswith="/blog").exists())
        self.assertEqual(self.client.get("/blog/een/").status_code, 200)

    def test_coach_sees_what_became_of_the_address_of_a_moved_page(self) -> None:
        self.client.force_login(user_in(COACH))
        address = reverse("wagtailadmin_pages:move_confirm", args=[self.article.pk, self.site.home.pk])
        with self.captureOnCommitCallbacks(execute=True):
            answer = self.client.post(address, {"next": reverse("wagtailadmin_home")}, follow=True)
        self.assertContains(answer, "/blog/een/ → http://localhost/een/")


class ByHand(TestCase):
    def setUp(self) -> None:
        self.site = make_site()
        self.article = self.site.article(slug="een")
        self.number = 0

    def lead(self, old: str, new: str, **fields: object) -> None:
        Redirect.objects.create(old_path=old, redirect_link=new, site=Site.objects.get(), **fields)

    def test_one_after_the_other_they_are_one_step(self) -> None:
        self.lead("/a", "http://localhost/b/")
        self.lead("/b", "/c/")
        self.lead("/c", "/blog/een/")
        answer = self.client.get("/a/")
        self.assertEqual((answer.status_code, answer["Location"]), (301, "/blog/een/"))

    def test_one_for_now_among_them_makes_all_for_now(self) -> None:
        self.lead("/a", "/b/")
        self.lead("/b", "/blog/een/", is_permanent=False)
        self.assertEqual(self.client.get("/a/").status_code, 302)

    def test_in_a_circle_they_lead_nowhere(self) -> None:
        self.lead("/a", "/b/")
        self.lead("/b", "http://localhost/a")
        self.lead("/c", "/c/")
        for path in ("/a/", "/b/", "/c/"):
            self.assertEqual(self.client.get(path).status_code, 404, path)

    def test_page_at_their_end_is_where_they_stop(self) -> None:
        self.lead("/a", "/blog/een/")
        self.lead("/blog/een", "https://elders.example/")
        self.assertEqual(self.client.get("/a/")["Location"], "/blog/een/")

    def test_to_elsewhere_and_with_parameters(self) -> None:
        self.lead("/?p=12", "https://elders.example/")
        self.lead("/oud", "https://elders.example/oud/")
        self.assertEqual(self.client.get("/oud/?utm=1")["Location"], "https://elders.example/oud/")


class Categories(TestCase):
    def setUp(self) -> None:
        self.site = make_site()
        self.category = CategoryFactory(name="Rouw", slug="rouw")
        self.site.article(categories=[self.category])

    def rename(self, slug: str) -> None:
        category = Category.objects.get(pk=self.category.pk)
        category.slug = slug
        category.save()

    def test_old_addresses_of_list_and_feed_lead_to_the_new_one(self) -> None:
        self.rename("verlies")
        self.rename("verdriet")
        for slug in ("rouw", "verlies"):
            self.assertRedirects(
                self.client.get(f"/blog/categorie/{slug}/"), "/blog/categorie/verdriet/", 301
            )
            self.assertRedirects(
                self.client.get(f"/feed/categorie/{slug}/"), "/feed/categorie/verdriet/", 301
            )

    def test_back_again_leads_nobody_in_circles(self) -> None:
        self.rename("verlies")
        self.rename("rouw")
        self.assertEqual(self.client.get("/blog/categorie/rouw/").status_code, 200)
        self.assertRedirects(self.client.get("/blog/categorie/verlies/"), "/blog/categorie/rouw/", 301)

    def test_they_go_along_with_a_renamed_list(self) -> None:
        self.rename("verlies")
        self.site.blog.slug = "verhalen"
        with self.captureOnCommitCallbacks(execute=True):
            self.site.blog.save_revision().publish()
        self.assertEqual(self.client.get("/blog/categorie/rouw/")["Location"], "/verhalen/categorie/verlies/")

    def test_other_changes_make_no_redirect(self) -> None:
        self.category.name = "Verlies"
        self.category.save()
        self.assertFalse(Redirect.objects.exists())

    def test_coach_sees_the_new_address(self) -> None:
        self.client.force_login(user_in(COACH))
        address = reverse("wagtailsnippets_blog_category:edit", args=[self.category.pk])
        form = {"name": "Rouw", "slug": "verlies", "description": "", "magnet": "", "sort_order": "0"}
        answer = self.client.post(address, form, follow=True)
        self.assertContains(answer, "/blog/categorie/rouw/ → http://localhost/blog/categorie/verlies/")

    def test_renamed_author_keeps_the_readers_of_their_feed(self) -> None:
        author = self.site.author(slug="marit")
        author.slug = "marit-van-wezel"
        with self.captureOnCommitCallbacks(execute=True):
            author.save_revision().publish()
        self.assertRedirects(self.client.get("/feed/auteur/marit/"), "/feed/auteur/marit-van-wezel/", 301)
