"""A restriction that goes together with its page leaves nothing to find of that page."""

from django.db import connection
from django.test import TestCase
from wagtail.models import Page, PageViewRestriction

from search.models import Entry
from tests.blog.factories import make_site


class RestrictionsOfPagesThatGo(TestCase):
    def setUp(self):
        self.site = make_site()
        self.page = self.site.article(title="Op slot")
        PageViewRestriction.objects.create(page=self.page, restriction_type="password", password="eb")

    def test_a_page_that_is_deleted_is_not_to_be_found(self):
        key = self.page.pk
        self.page.delete()
        self.assertFalse(Entry.objects.filter(page_id=key).exists())
        connection.check_constraints()

    def test_nor_is_one_under_a_page_that_is_deleted(self):
        PageViewRestriction.objects.create(page=self.site.blog, restriction_type="login")
        Page.objects.get(pk=self.site.blog.pk).delete()
        self.assertFalse(Entry.objects.filter(page_id=self.page.pk).exists())
        connection.check_constraints()

    def test_a_page_that_is_open_again_is_to_be_found(self):
        PageViewRestriction.objects.filter(page=self.page).delete()
        self.assertTrue(Entry.objects.filter(page_id=self.page.pk).exists())
