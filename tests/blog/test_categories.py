from django.contrib.auth.models import User
from django.test import TestCase
from django.urls import reverse

from blog.models import Category
from tests.blog.factories import CategoryFactory


class Editing(TestCase):
    def setUp(self):
        self.client.force_login(User.objects.create_superuser("beheer"))

    def test_name_fills_in_the_address_of_a_new_category_only(self):
        follows = "keyup-&gt;w-sync#apply"
        response = self.client.get(reverse(Category.snippet_viewset.get_url_name("add")))
        self.assertContains(response, 'data-w-sync-target-value="#id_slug"')
        self.assertContains(response, follows)
        self.assertContains(response, 'data-controller="w-slug"')

        edit = reverse(Category.snippet_viewset.get_url_name("edit"), args=[CategoryFactory().pk])
        self.assertNotContains(self.client.get(edit), follows)
