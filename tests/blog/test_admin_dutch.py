"""The coach meets no English: not in Wagtail's screens, not in ours."""

import gettext
import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from django.conf import settings
from django.test import TestCase
from django.urls import get_resolver, reverse
from wagtail.models import Collection, Page

from blog.roles import COACH
from leads.models import LeadMagnet
from tests.blog.factories import CategoryFactory, ImageFactory, make_site
from tests.blog.test_admin_planning import article_form
from tests.blog.users import user_in

# Some of Wagtail's words are made once, when its addresses are read: in Dutch on a server. Here that would
# happen while the database is migrated, when Django translates nothing.
_ADDRESSES = get_resolver().url_patterns

# Words that are English and nothing else, and those of the trade that a coach does not use.
ENGLISH = re.compile(
    r"\b(?:the|and|your|you|this|that|with|from|is not|please|page|pages|child|children|edit|edited|editing|"
    r"delete|save|saved|choose|select|search|settings|password|username|title|image|images|file|files|"
    r"upload a|publish|published|unpublish|unpublished|draft|preview|dashboard|slug|slugs|snippet|snippets|"
    r"workflow|workflows|tags|checks|alt text|bold|italic|owner|collection|collections|root|history|"
    r"created|updated|yes|none|true|false|moderators|editors|log out|sign in)\b",
    re.IGNORECASE,
)
SPOKEN = ("aria-label", "title", "placeholder", "alt", "data-w-tooltip-content-value")
# Names, addresses and code that stand on the screens.
ALLOWED = re.compile(r"wagtail-icon|https?://\S+|\S+@\S+|\S+\.(?:png|webp|jpg)|<div> </div>", re.IGNORECASE)


def words_on(html: str) -> list[str]:
    """Return what a screen shows and what a screen reader says of it."""
    soup = BeautifulSoup(html, "html.parser")
    # The counters are hidden until they count something.
    for tag in soup.select("script, style, noscript, svg, link, [data-side-panel-toggle-counter]"):
        tag.decompose()
    spoken = [tag[name] for tag in soup.find_all(True) for name in SPOKEN if tag.get(name)]
    return [" ".join(text.split()) for text in [*soup.stripped_strings, *spoken]]


def english_on(html: str) -> list[str]:
    return sorted({text for text in words_on(html) if ENGLISH.search(ALLOWED.sub("", text))})


class DutchScreensTests(TestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        cls.site = make_site()
        # What a fresh Wagtail comes with goes before the site opens.
        Page.objects.filter(depth=2).exclude(pk=cls.site.home.pk).delete()
        for page in (cls.site.home, cls.site.blog, cls.site.people, cls.site.podcast):
            page.save_revision().publish()
        cls.category = CategoryFactory(name="Loslaten", slug="loslaten")
        cls.image = ImageFactory(title="Twee stoelen", collection=Collection.get_first_root_node())
        cls.article = cls.site.article(title="Een artikel", hero_image=cls.image, categories=[cls.category])
        cls.article.save_revision().publish()
        cls.draft = cls.site.article(title="Een concept", live=False)
        cls.draft.save_revision()
        cls.magnet = LeadMagnet.objects.create(name="De routekaart", slug="routekaart", pitch="Vijf bladen.")
        cls.coach = user_in(COACH)

    def setUp(self) -> None:
        self.client.force_login(self.coach)

    def screens(self) -> list[str]:
        def page(name: str, *args: object) -> str:
            return reverse(f"wagtailadmin_pages:{name}", args=args)

        article = self.article.pk
        return [
            "/admin/",
            "/admin/artikelen/",
            "/admin/podcast/",
            "/admin/reacties/",
            "/admin/aanmeldingen/",
            "/admin/images/",
            "/admin/images/add/",
            f"/admin/images/{self.image.pk}/",
            "/admin/images/chooser/",
            "/admin/documents/",
            "/admin/choose-page/",
            "/admin/account/",
            "/admin/redirects/",
            "/admin/redirects/add/",
            "/admin/pages/search/?q=artikel",
            reverse("wagtailadmin_explore", args=[self.site.home.pk]),
            page("add", "blog", "articlepage", self.site.blog.pk),
            page("add", "blog", "podcastepisodepage", self.site.podcast.pk),
            page("edit", article),
            page("edit", self.draft.pk),
            page("edit", self.site.home.pk),
            page("add_subpage", self.site.home.pk),
            page("history", article),
            page("delete", article),
            page("unpublish", article),
            page("move", article),
            page("copy", article),
            page("usage", article),
            reverse("blog_admin:versions", args=[article]),
            reverse("wagtailsettings:edit", args=["blog", "sitesettings", self.site.site.pk]),
            "/admin/snippets/blog/category/",
            "/admin/snippets/blog/category/add/",
            f"/admin/snippets/blog/category/edit/{self.category.pk}/",
            f"/admin/snippets/blog/category/delete/{self.category.pk}/",
            "/admin/snippets/leads/leadmagnet/",
            f"/admin/snippets/leads/leadmagnet/edit/{self.magnet.pk}/",
        ]

    def test_no_screen_speaks_english(self) -> None:
        for address in self.screens():
            with self.subTest(address):
                response = self.client.get(address)
                self.assertEqual(response.status_code, 200, response.headers)
                html = response.content.decode()
                if response["Content-Type"].startswith("application/json"):
                    html = response.json()["html"]
                self.assertEqual(english_on(html), [])

    def test_no_message_speaks_english(self) -> None:
        edit = reverse("wagtailadmin_pages:edit", args=[self.article.pk])
        for data in ({}, {"action-publish": "action-publish"}):
            response = self.client.post(edit, {**article_form(title="", intro=""), **data})
            self.assertContains(response, "error-message")
            self.assertEqual(english_on(response.content.decode()), [])

    def test_login_and_forgotten_password_speak_dutch(self) -> None:
        self.client.logout()
        for address in ("/admin/login/", "/admin/password_reset/"):
            self.assertEqual(english_on(self.client.get(address).content.decode()), [])
        wrong = self.client.post("/admin/login/", {"username": "coach", "password": "x"})
        self.assertEqual(english_on(wrong.content.decode()), [])

    def test_scripts_speak_dutch(self) -> None:
        catalogue = self.client.get(reverse("wagtailadmin_javascript_catalog")).content.decode()
        for words in ('"Dashboard": "Start"', '"Preview": "Voorbeeld"', '"Move up": "Omhoog"'):
            self.assertIn(words, catalogue)


@pytest.mark.parametrize("domain", ["django", "djangojs"])
def test_compiled_catalogue_is_up_to_date(domain: str) -> None:
    folder = Path(settings.LOCALE_PATHS[0]) / "nl" / "LC_MESSAGES"
    with (folder / f"{domain}.mo").open("rb") as file:
        compiled = gettext.GNUTranslations(file)
    source = (folder / f"{domain}.po").read_text(encoding="utf-8")
    singular = re.compile(r'^msgid (".+")\nmsgstr (".+")$', re.MULTILINE)
    pairs = [(_unquote(words), _unquote(dutch)) for words, dutch in singular.findall(source)]
    assert len(pairs) > 10
    assert [(words, dutch) for words, dutch in pairs if compiled.gettext(words) != dutch] == []


def _unquote(text: str) -> str:
    return text[1:-1].replace('\\"', '"').replace("\\n", "\n").replace("\\\\", "\\")
