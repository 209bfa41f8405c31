"""What a reader sees of a page that is not for everyone."""

from django.contrib.auth.models import User
from django.test import TestCase
from wagtail.models import PageViewRestriction

from tests.blog.factories import make_site, stream


class LockedPages(TestCase):
    def setUp(self) -> None:
        self.site = make_site()
        self.page = self.site.standard_page(
            title="Voor cliënten", body=stream(("paragraph", "<p>Het geheim.</p>"))
        )

    def lock(self, kind: str) -> None:
        PageViewRestriction.objects.create(page=self.page, restriction_type=kind, password="zeewater")

    def test_password_is_asked_for_in_our_own_manner_and_opens_the_page(self) -> None:
        self.lock("password")
        asked = self.client.get(self.page.url)
        self.assertContains(asked, "Deze pagina heeft een wachtwoord")
        self.assertContains(asked, 'field__input"')
        self.assertContains(asked, "<title>Wachtwoord nodig</title>", html=True)
        for hidden in ("Het geheim.", "Voor cliënten</title>", 'property="og:title"'):
            self.assertNotContains(asked, hidden)
        action = asked.context["action_url"]
        data = {"password": "zoetwater", "return_url": self.page.url}
        self.assertContains(self.client.post(action, data), "field__error")
        data["password"] = "zeewater"
        self.assertContains(self.client.post(action, data, follow=True), "Het geheim.")

    def test_account_is_asked_for_in_our_own_manner_and_opens_the_page(self) -> None:
        self.lock("login")
        User.objects.create_user("lezer", password="niet-te-raden")
        asked = self.client.get(self.page.url, follow=True)
        self.assertContains(asked, '<h1 class="page-head__title">Inloggen</h1>', html=True)
        action = "/_util/login/"
        data = {"username": "lezer", "password": "fout", "next": self.page.url}
        self.assertContains(self.client.post(action, data), "field__error")
        data["password"] = "niet-te-raden"
        self.assertContains(self.client.post(action, data, follow=True), "Het geheim.")
