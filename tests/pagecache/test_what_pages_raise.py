"""The rows about pages, and what stands on several of them, of the table in blog/signal_handlers.py."""

from datetime import timedelta
from io import BytesIO

from django.core.files.base import ContentFile
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from PIL import Image as Picture
from taggit.models import Tag
from wagtail.contrib.redirects.models import Redirect
from wagtail.documents import get_document_model
from wagtail.models import Page

from blog.models import ArticlePage, Category
from comments.models import CommentSettings
from images.models import SiteImage
from leads.models import LeadMagnet
from pagecache.versions import look_up
from tests.blog.factories import CategoryFactory, ImageFactory, figure, stream
from tests.blog.test_admin_planning import article_form
from tests.leads.gifts import make_magnet
from tests.pagecache.raising import Raising


class Pages(Raising):
    def test_published_in_the_editor(self) -> None:
        form = {**article_form(title="Een nieuw begin", slug="geen-contact"), "action-publish": "1"}
        self.assert_raises(
            lambda: self.post("wagtailadmin_pages:edit", self.article.pk, **form),
            at=self.article.url,
            gone="Geen contact",
            comes="Een nieuw begin",
        )

    def test_saved_by_other_code(self) -> None:
        page = ArticlePage.objects.get(pk=self.article.pk)
        page.title = "Door een opdracht"
        self.assert_raises(page.save, at=self.article.url, gone="Geen contact", comes="Door een opdracht")

    def test_categories_authors_and_tags_of_an_article(self) -> None:
        other = CategoryFactory(name="Ontmoeten")
        for fields, gone in (
            ({"categories": [other]}, "Rouw"),
            ({"tags": []}, ">avondrust<"),
            ({"article_authors": []}, "Marit van Wezel"),
        ):
            with self.subTest(gone):
                revision = self.new_words(**fields)
                self.assert_raises(revision.publish, at=self.article.url, gone=gone)

    def test_unpublished(self) -> None:
        self.assert_raises(
            lambda: self.post("wagtailadmin_pages:unpublish", self.article.pk),
            at=self.article.url,
            gone="Geen contact",
        )

    def test_published_and_expired_by_the_clock(self) -> None:
        soon = timezone.now() - timedelta(minutes=1)
        self.other.unpublish()
        self.other.go_live_at = soon
        self.other.save_revision(approved_go_live_at=soon)
        listed = self.site.blog.url
        self.assert_raises(lambda: call_command("publish_scheduled"), at=listed, comes="Weer slapen")
        Page.objects.filter(pk=self.article.pk).update(expire_at=soon)
        self.assert_raises(lambda: call_command("publish_scheduled"), at=listed, gone="Geen contact")

    def test_moved_and_reordered(self) -> None:
        address = self.article.url
        self.assert_raises(
            lambda: self.post("wagtailadmin_pages:move_confirm", self.article.pk, self.site.home.pk),
            at=address,
            gone="<h1",
        )
        menu = self.site.people
        place = reverse("wagtailadmin_pages:set_page_position", args=[menu.pk]) + "?position=0"
        self.client.force_login(self.a_superuser())
        self.assert_raises(lambda: self.assertEqual(self.client.post(place).status_code, 200), at="/")
        self.assertEqual(self.site.home.get_children().first().pk, menu.pk)

    def test_given_another_address(self) -> None:
        old = self.article.url

        def change() -> None:
            self.post("blog_admin:change_address", self.article.pk, slug="anders")

        self.assert_raises(change, at=old, gone="200 ")
        before = look_up()
        with self.captureOnCommitCallbacks(execute=True):
            self.post("blog_admin:change_address", self.article.pk, slug="weer-anders")
        self.assertGreater(look_up(), before + 1, "once more when the redirects are there")
        self.assertTrue(Redirect.objects.filter(old_path="/blog/anders").exists())

    def test_copied_aliased_and_brought_up_to_date(self) -> None:
        listed = self.site.blog.url
        self.assert_raises(
            lambda: self.article.copy(update_attrs={"slug": "kopie", "title": "Kopie"}),
            at=listed,
            comes="Kopie",
        )
        made = self.article.create_alias(update_slug="spiegel")
        self.assert_raises(
            lambda: self.article.create_alias(update_slug="tweede"), at="/blog/tweede/", gone="404 "
        )
        self.assert_raises(self.new_words(title="In de spiegel").publish, at=made.url, comes="In de spiegel")

    def test_removed_with_all_below_it(self) -> None:
        self.client.force_login(self.a_superuser())
        self.assert_raises(
            lambda: self.post("wagtailadmin_pages:delete", self.site.blog.pk),
            at=self.article.url,
            gone="200 ",
        )

    def test_several_ticked_at_once(self) -> None:
        listed = self.site.blog.url
        both = (self.article, self.other)
        self.assert_raises(lambda: self.bulk("unpublish", *both), at=listed, gone="Geen contact")
        self.assert_raises(lambda: self.bulk("publish", *both), at=listed, comes="Weer slapen")
        self.assert_raises(
            lambda: self.bulk("move", *both, chooser=self.site.home.pk), at=self.article.url, gone="200 "
        )
        self.client.force_login(self.a_superuser())
        self.assert_raises(lambda: self.bulk("delete", *both), at="/weer-slapen/", gone="200 ")

    def test_earlier_version_brought_back_for_readers(self) -> None:
        first = self.article.save_revision()
        self.new_words(title="Anders").publish()
        self.assert_raises(
            lambda: self.post("blog_admin:bring_version_back", self.article.pk, first.pk, publiceer="1"),
            at=self.article.url,
            gone="Anders",
        )

    def test_restricted_and_opened_again(self) -> None:
        self.client.force_login(self.a_superuser())
        address = ("wagtailadmin_pages:set_privacy", self.article.pk)
        self.assert_raises(
            lambda: self.post(*address, restriction_type="password", password="geheim", groups=[]),  # noqa: S106
            at=self.article.url,
            gone="De stilte is een geluid.",
        )
        self.assert_raises(
            lambda: self.post(*address, restriction_type="none", password="", groups=[]),
            at=self.article.url,
            comes="De stilte is een geluid.",
        )

    def a_superuser(self):
        return type(self.coach).objects.create_superuser(f"beheer{look_up()}", "", "wachtwoord")


class ShownOnMorePages(Raising):
    def test_category_tag_and_their_removal(self) -> None:
        at = self.article.url
        self.category.name = "Verlies"
        self.assert_raises(self.category.save, at=at, gone="Rouw", comes="Verlies")
        tag = Tag.objects.get(name="avondrust")
        tag.name = "opstaan"
        self.assert_raises(tag.save, at=at, gone=">avondrust<", comes=">opstaan<")
        self.assert_raises(lambda: Tag.objects.filter(name="opstaan").delete(), at=at, gone=">opstaan<")
        self.assert_raises(lambda: Category.objects.get().delete(), at=at, gone="Verlies")

    def test_settings_of_the_site_and_of_reactions(self) -> None:
        self.site.settings.notice = "Met vakantie tot maandag."
        self.assert_raises(self.site.settings.save, at="/", comes="Met vakantie")
        chosen = CommentSettings.load()
        chosen.close_after_days = 1
        self.assert_raises(chosen.save, at=self.article.url, gone='name="text"')

    def test_root_of_the_site(self) -> None:
        self.site.site.root_page = self.site.blog
        self.assert_raises(self.site.site.save, at="/blog/geen-contact/", gone="200 ")

    def test_redirect(self) -> None:
        self.assert_raises(
            lambda: Redirect.objects.create(old_path="/oud", redirect_page=self.other),
            at="/oud/",
            gone="404 ",
        )

    def test_picture_its_focal_point_and_its_file(self) -> None:
        picture = ImageFactory()
        self.article.body = stream(figure(picture))
        self.article.save()
        at = self.article.url
        self.read(at)
        SiteImage.objects.filter(pk=picture.pk).update(description="")
        picture = SiteImage.objects.get(pk=picture.pk)
        picture.credit = "Foto: Noor"
        self.assert_raises(picture.save, at=at, comes="Foto: Noor")
        picture.focal_point_x, picture.focal_point_y = 10, 10
        picture.focal_point_width = picture.focal_point_height = 5
        self.assert_raises(picture.save)
        picture.get_rendition("width-240|format-jpeg")
        self.assert_raises(lambda: picture.renditions.all().delete())
        fresh = BytesIO()
        Picture.new("RGB", (90, 30), "teal").save(fresh, "PNG")
        picture.file = ContentFile(fresh.getvalue(), "ander.png")
        self.assert_raises(picture.save)
        self.assert_raises(lambda: SiteImage.objects.get(pk=picture.pk).delete(), at=at, gone="Foto: Noor")

    def test_document_replaced_and_removed(self) -> None:
        document = get_document_model().objects.create(title="Plan", file=ContentFile(b"een", "plan.pdf"))
        link = f'<p><a linktype="document" id="{document.pk}">het plan</a></p>'
        self.article.body = stream(("paragraph", link))
        self.article.save()
        document.file = ContentFile(b"twee", "rooster.pdf")
        self.assert_raises(document.save, at=self.article.url, gone="plan.pdf", comes="rooster")
        self.assert_raises(
            lambda: get_document_model().objects.all().delete(), at=self.article.url, gone="rooster"
        )

    def test_gift(self) -> None:
        gift = make_magnet(name="De routekaart")
        self.site.settings.default_magnet = gift
        self.site.settings.save()
        gift.name = "Het kompas"
        self.assert_raises(gift.save, at=self.article.url, gone="De routekaart", comes="Het kompas")
        self.assert_raises(lambda: LeadMagnet.objects.get().delete(), at=self.article.url, gone="Het kompas")
