"""Old permalinks: each leads in one step, over nothing that stands, and to nothing that leads on."""

from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from taggit.models import Tag
from wagtail.contrib.redirects.models import Redirect

from pagecache.versions import look_up
from tests.blog.factories import BlogSite, CategoryFactory, make_site
from tests.images.pictures import make_image
from tests.wordpress.exports import HOME
from tests.wordpress.things import attachment, contents, item
from wordpress.models import Imported
from wordpress.reading.items import Contents, Term
from wordpress.taking_over.redirects import lead_here


def came(old_id: int, kind: str = "item", **fields: object) -> Imported:
    return Imported.objects.create(site=HOME, kind=kind, old_id=old_id, **fields)


class OldPermalinks(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.site: BlogSite = make_site()
        cls.page = cls.site.article(title="Alleen thuis", slug="alleen-thuis")
        came(1, page=cls.page)

    def post(self, path: str = "/2019/03/alleen-thuis/", **fields: object) -> Contents:
        return contents(item(1, link=f"{HOME}{path}", **fields))

    def leads(self, path: str, to: str) -> None:
        response = self.client.get(path)
        self.assertEqual((response.status_code, response.get("Location")), (301, to))
        self.assertEqual(self.client.get(to).status_code, 200, to)

    def test_a_post_leads_to_its_page_with_or_without_a_slash(self):
        self.assertEqual(lead_here(HOME, self.post()), 1)
        self.leads("/2019/03/alleen-thuis/", "/blog/alleen-thuis/")
        self.leads("/2019/03/alleen-thuis", "/blog/alleen-thuis/")

    def test_an_address_with_accents_is_found_however_it_is_written(self):
        lead_here(HOME, self.post("/2019/03/caf%c3%a9-liefde/"))
        for path in ("/2019/03/caf%C3%A9-liefde/", "/2019/03/café-liefde/"):
            self.leads(path, "/blog/alleen-thuis/")

    def test_a_page_that_kept_its_address_has_no_redirect(self):
        self.assertEqual(lead_here(HOME, self.post("/blog/alleen-thuis/")), 0)
        self.assertFalse(Redirect.objects.exists())

    def test_a_draft_at_its_old_address_has_no_redirect_to_itself(self):
        self.page.unpublish()
        self.assertEqual(lead_here(HOME, self.post("/blog/alleen-thuis/")), 0)

    def test_nothing_leads_away_from_what_stands_there(self):
        self.site.standard_page(title="Contact", slug="contact")
        for path in ("/contact/", "/zoeken/", "/feed/", "/blog/", "/"):
            lead_here(HOME, self.post(path))
        self.assertFalse(Redirect.objects.exists())

    def test_what_somebody_made_by_hand_stays(self):
        Redirect.objects.create(old_path="/2019/03/alleen-thuis", redirect_link="https://elders.example/")
        self.assertEqual(lead_here(HOME, self.post()), 0)
        self.assertEqual(Redirect.objects.get().redirect_link, "https://elders.example/")

    def test_a_second_run_writes_nothing_and_counts_the_same(self):
        self.assertEqual(lead_here(HOME, self.post()), 1)
        before, version = list(Redirect.objects.values()), look_up()
        self.assertEqual(lead_here(HOME, self.post()), 1)
        self.assertEqual((list(Redirect.objects.values()), look_up()), (before, version))

    def test_a_page_that_moves_on_is_still_one_step_away(self):
        lead_here(HOME, self.post())
        self.page.slug = "nieuw"
        self.page.save_revision().publish()
        self.leads("/2019/03/alleen-thuis/", "/blog/nieuw/")

    def test_a_page_that_gets_the_old_address_takes_it_back(self):
        lead_here(HOME, self.post("/alleen-thuis/"))
        page = self.site.standard_page(title="Alleen thuis", slug="alleen-thuis")
        page.save_revision().publish()
        self.assertEqual(self.client.get("/alleen-thuis/").status_code, 200)

    def test_drafts_and_addresses_by_number_have_none(self):
        lead_here(HOME, contents(item(1, link=f"{HOME}/?p=1", status="draft")))
        self.assertFalse(Redirect.objects.exists())

    def test_categories_lead_to_their_lists_with_and_without_those_above(self):
        came(
            4,
            "category",
            category=CategoryFactory(name="Rouw", slug="rouw"),
            old_path="/category/verlies/rouw",
        )
        lead_here(HOME, contents())
        for path in ("/category/verlies/rouw/", "/category/rouw/"):
            self.leads(path, "/blog/categorie/rouw/")

    def test_tags_and_authors_lead_to_theirs(self):
        Tag.objects.create(name="Lange nachten", slug="lange-nachten")
        author = self.site.author(title="Marijke van Dam")
        came(2, "author", page=author, old_path="/author/marijke")
        lead_here(HOME, contents(terms=[Term(9, "post_tag", "nachten", "Lange Nachten")]))
        self.leads("/tag/nachten/", "/blog/onderwerp/lange-nachten/")
        self.leads("/author/marijke/", author.url)

    def test_a_name_to_log_in_with_is_written_as_wordpress_does(self):
        author = self.site.author(title="Bo de Wit")
        came(3, "author", page=author, old_path="/author/bo", guid="Bo.de_Wít@x y")
        lead_here(HOME, contents())
        self.leads("/author/bo-de_witx-y/", author.url)

    def test_pages_of_pictures_lead_to_where_they_stood_else_to_the_picture(self):
        image = make_image()
        came(7, "media", image=image)
        came(8, "media", image=image)
        of_post = attachment(7, "2019/03/zee.jpg", parent=1, link=f"{HOME}/2019/03/alleen-thuis/zee/")
        loose = attachment(8, "2019/03/duin.jpg", link=f"{HOME}/duin/")
        lead_here(HOME, contents(of_post, loose))
        self.leads("/2019/03/alleen-thuis/zee/", "/blog/alleen-thuis/")
        response = self.client.get("/duin/")
        self.assertEqual(response["Location"], f"http://localhost{image.file.url}")

    def test_an_address_too_long_for_a_redirect_is_passed_over(self):
        self.assertEqual(lead_here(HOME, self.post(f"/{'lang-' * 60}/")), 0)

    def test_hundreds_are_looked_up_together(self):
        many = [item(1000 + n, link=f"{HOME}/2019/03/oud-{n}/") for n in range(300)]
        for one in many:
            came(one.id, page=self.page)
        with CaptureQueriesContext(connection) as queries:
            self.assertEqual(lead_here(HOME, contents(*many)), 300)
        # SQLite takes a hundred rows at a time.
        self.assertLess(len(queries), 20)
