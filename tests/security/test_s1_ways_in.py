"""Guarantee S1: what is typed, in each field that a visitor has, is shown as words: nothing of it is markup.

Beside the browser's story (tests/e2e/test_hostile_words.py) this reads each page as parsers do: every element
and attribute on it must be of a kind that the same page has with plain words, and the whole vector must stand
in one piece of text. A refused form, which shows what was typed again, is a way in like any other.
"""

import re
from collections.abc import Callable
from urllib.parse import quote

from django.core.cache import cache
from django.test import TestCase, override_settings
from django.urls import reverse
from post_office.models import Email

from comments.models import Comment, Report, Status
from comments.services.decisions import set_status
from guard.limit_table import DEFAULT_LIMITS, Table
from guard.stamps import make_stamp
from leads.forms import SignUpForm
from leads.models import SignUp, Subscriber
from leads.services.signing_up import request_magnet
from mailing.addresses import address_hash
from privacy import links
from tests.comments.factories import (
    FROM_OUR_PAGE,
    make_coach,
    make_comment,
    make_page,
    open_for_comments,
    typed,
)
from tests.leads.gifts import last_link, make_magnet
from tests.leads.people_in_admin import in_role
from tests.leads.visitors import agreed
from tests.security.page_shape import Element, Shape, shapes
from tests.security.xss_vectors import FAMILIES, VECTORS

PLAIN = "Gewone woorden, zonder bedoeling."
ENOUGH: Table = {name: [(10_000, 60)] for name in DEFAULT_LIMITS}
# Refused beside being no address: too long, or too full of links.
TOO_MUCH = PLAIN * 200 + " https://eb.example/" * 20
# What the words of an approved reaction are put into (comments.linkify).
OF_TEXT: set[Element] = {("p", ()), ("br", ()), ("a", (("href", ""), ("rel", "")))}
OWN_NUMBERS = re.compile(r"[\w-]{43}|\d+")


class Plain:
    """What kinds of elements pages with plain words have, as each parser sees them."""

    def __init__(self, *pages: str) -> None:
        self.known = [set(OF_TEXT), set(OF_TEXT)]
        for page in pages:
            for known, shape in zip(self.known, shapes(page), strict=True):
                known |= _kinds(shape)

    def faults(self, page: str, *words: str) -> list[object]:
        """Return what `page` has that these have not in the eyes of either parser, and the words it lacks."""
        found: list[object] = []
        for shape, known in zip(shapes(page), self.known, strict=True):
            found += [*(_kinds(shape) - known), *shape.handlers(), *shape.odd_addresses()]
            found += [f"not shown as words: {one}" for one in words if not shape.says(one)]
        return found


def _kinds(shape: Shape) -> set[Element]:
    """Return the kinds of elements without numbers of rows and tokens."""
    return {
        (tag, tuple((name, OWN_NUMBERS.sub("#", value)) for name, value in attributes))
        for tag, attributes in shape.kinds()
    }


def test_set_is_wide_and_each_vector_is_seen_where_nothing_is_escaped() -> None:
    assert len(FAMILIES) >= 8
    assert len(set(VECTORS)) >= 60
    page = '<!doctype html><title>Eb</title><form action="/"><input value="{}"></form><p>{}</p>'.format
    plain = Plain(page("", ""))
    unseen = [one for one in VECTORS if not plain.faults(page(one, "")) and not plain.faults(page("", one))]
    # What is dangerous within a script, as an address, or after one more unpacking is no markup by itself.
    others = (
        "entities and other alphabets",
        "out of a script",
        "schemes",
        "addresses",
        "out of an attribute",
    )
    assert [one for one in unseen if not any(one in FAMILIES[name] for name in others)] == []
    assert len(unseen) < len(VECTORS) / 3


@override_settings(GUARD_LIMITS=ENOUGH, GUARD_ADDRESS_LIMITS=ENOUGH, GUARD_TOTAL_LIMITS=ENOUGH)
class WaysIn(TestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        cls.page = make_page()
        cls.magnet = make_magnet()
        cls.coach = make_coach()

    def setUp(self) -> None:
        cache.clear()
        self.enterContext(open_for_comments())

    def assert_words(self, shown: Callable[[str], str], *others: str, each: bool = False) -> None:
        """`shown` puts words in and returns the page; `others`: pages with plain words that it may be like.

        A whole family goes in at once, or each vector by itself where a field takes no more.
        """
        plain = Plain(shown(PLAIN), *others)
        for family, vectors in FAMILIES.items():
            for words in [[one] for one in vectors] if each else [vectors]:
                with self.subTest(family, words=words):
                    self.assertEqual(plain.faults(shown(" ".join(words)), *words), [])

    def post(self, path: str, status: int | None, **values: str) -> str:
        response = self.client.post(path, values, headers=FROM_OUR_PAGE)
        if status:
            self.assertEqual(response.status_code, status, path)
        return response.content.decode() or response["Location"]

    def react(self, status: int | None = None, **values: str) -> str:
        return self.post(reverse("comments:post", args=[self.page.pk]), status, **typed(self.page, **values))

    def test_s1_reaction_that_is_refused_shows_its_words_again(self) -> None:
        def refused(name: str, text: str) -> str:
            return self.react(422, name=name, text=text, email="geen adres")

        others = [refused(PLAIN, TOO_MUCH), refused(TOO_MUCH, PLAIN), refused(TOO_MUCH, TOO_MUCH)]
        self.assert_words(lambda words: refused(words, words), *others)

    def test_s1_website_is_an_address_or_refused(self) -> None:
        self.assert_words(lambda words: self.react(422, website=words, email="geen adres"), *self._websites())

    def _websites(self) -> list[str]:
        return [
            self.react(422, website=site, email="geen adres") for site in ("geen adres", "www.eb.example")
        ]

    def test_s1_email_address_that_is_none_is_shown_as_it_was_typed(self) -> None:
        self.assert_words(lambda words: self.react(422, email=words), self.react(422, email=f"eb@{PLAIN}"))

    def test_s1_reaction_that_is_kept_is_words_wherever_it_is_shown(self) -> None:
        """On the writer's page, where it is reported, in the admin, in mails, and under the article."""

        def kept(words: list[str]) -> list[tuple[str, str]]:
            Comment.objects.all().delete()
            Email.objects.all().delete()
            mine = [self.react(303, name=one, text=one) for one in words]
            self.assertEqual([one.author_name for one in Comment.objects.order_by("pk")], words)
            pages = [
                (self.client.get(path).content.decode(), one) for path, one in zip(mine, words, strict=True)
            ]
            self.client.force_login(self.coach)
            number = range(1, len(words) // 20 + 2)
            pages += [(self.client.get(f"/admin/reacties/?p={one}").content.decode(), "") for one in number]
            self.client.logout()
            set_status(list(Comment.objects.all()), Status.APPROVED, None)
            for comment in Comment.objects.order_by("pk")[:: len(words) // 4]:
                path = reverse("comments:report", args=[self.page.pk, comment.pk])
                pages.append((self.client.get(path).content.decode(), comment.author_name))
            path = reverse("comments:conversation", args=[self.page.pk])
            pages += [
                (self.client.get(f"{path}?pagina={one}", follow=True).content.decode(), "") for one in (1, 2)
            ]
            mails = Email.objects.exclude(html_message="").values_list("html_message", flat=True)
            return [*pages, *((mail, "") for mail in mails)]

        # As many as make more than one page of conversations.
        gentle = [f"{PLAIN} {number}" for number in range(55)] + ["Kijk op https://eb.example/ eens."]
        like = Plain(*(page for page, _ in kept(gentle)[len(gentle) - 1 :]))
        for page, words in kept(VECTORS):
            with self.subTest(words):
                self.assertEqual(like.faults(page, *[words] if words else []), [])

    def test_s1_note_of_a_report_is_words_in_the_admin(self) -> None:
        def shown(words: str) -> str:
            Comment.objects.all().delete()
            comment = make_comment(self.page, author_name=words[:80], report_count=1)
            Report.objects.create(
                comment=comment, reason="other", note=words, network_hash="n", day="2026-03-15"
            )
            return self.client.get(f"/admin/reacties/{comment.pk}/").content.decode()

        self.client.force_login(self.coach)
        self.assert_words(shown)

    def test_s1_search_words(self) -> None:
        self.assert_words(lambda words: self.client.get("/zoeken/", {"q": words}).content.decode(), each=True)

    def test_s1_suggestions_are_json_that_no_browser_takes_for_a_page(self) -> None:
        for vector in VECTORS:
            response = self.client.get("/zoeken/suggesties/", {"q": vector})
            self.assertEqual(response["Content-Type"], "application/json")
            self.assertEqual(response["X-Content-Type-Options"], "nosniff")
            self.assertEqual(response.json(), {"titels": []})

    def sign_up(self, status: int, **values: str) -> str:
        stamp = make_stamp(SignUpForm.form_version, self.magnet.pk)
        values = {"email": "lezer@voorbeeld.nl", "stamp": stamp, "placement": "landing", **values}
        return self.post(self.magnet.get_absolute_url(), status, **values)

    def test_s1_sign_up_that_is_refused_shows_its_words_again(self) -> None:
        def refused(words: str) -> str:
            return self.sign_up(422, first_name=words, email="geen adres", placement=words)

        self.assert_words(refused, refused(TOO_MUCH))
        self.assert_words(
            lambda words: self.sign_up(422, email=words), self.sign_up(422, email=f"eb@{PLAIN}")
        )

    def test_s1_first_name_of_a_sign_up_is_words_in_mails_and_in_the_admin(self) -> None:
        def mails(words: str) -> list[str]:
            Email.objects.all().delete()
            email = f"lezer{SignUp.objects.count()}@voorbeeld.nl"
            self.sign_up(303, first_name=words, email=email)
            self.client.post(last_link("aanmelden/bevestigen"), agreed(self.magnet))
            self.assertEqual(Subscriber.objects.get(email=email).first_name, words)
            return list(Email.objects.order_by("pk").values_list("html_message", flat=True))

        plain = Plain(*mails(PLAIN))
        for vector in VECTORS:
            confirmation, delivery = mails(vector)
            self.assertEqual(plain.faults(confirmation), [])
            self.assertEqual(plain.faults(delivery), [])
        self.client.force_login(in_role("Coach"))
        people = list(Subscriber.objects.order_by("pk"))
        plain = Plain(self.client.get(f"/admin/inschrijvers/{people[0].pk}/").content.decode())
        for person in people[1::11]:
            page = self.client.get(f"/admin/inschrijvers/{person.pk}/").content.decode()
            self.assertEqual(plain.faults(page, person.first_name), [])

    def test_s1_note_of_a_report_that_is_refused_is_shown_again(self) -> None:
        comment = make_comment(self.page)
        path = reverse("comments:report", args=[self.page.pk, comment.pk])
        stamp = make_stamp("comment-report-1", comment.pk)
        self.assert_words(lambda words: self.post(path, 422, note=words, reason="", stamp=stamp))

    def test_s1_names_among_ones_own_data_are_words_there_and_in_the_admin(self) -> None:
        email = "sanne@voorbeeld.example"
        make_comment(self.page, author_email=email)
        request_magnet(self.magnet, email, first_name="Sanne")
        links.ask(email)
        mail = Email.objects.filter(delivery__kind="my-data").latest("pk")
        mine = re.findall(r"/mijn-gegevens/[\w-]{43}/", mail.message)[0]
        admin = reverse("personal_data:show", args=[address_hash(email)])

        def named(words: str) -> str:
            self.post(mine, 303, in_reactions=words, in_mails=words)
            return self.client.get(mine).content.decode()

        def refused(words: str) -> str:
            return self.post(mine, 422, in_reactions="", in_mails=words)

        self.assert_words(refused, refused(TOO_MUCH))
        self.assert_words(named, each=True)
        coach = self.client_class()
        coach.force_login(in_role("Coach"))

        def seen(words: str) -> str:
            self.post(mine, 303, in_reactions=words, in_mails=words)
            return coach.get(admin).content.decode()

        plain = Plain(seen(PLAIN))
        for vector in VECTORS[::8]:
            self.assertEqual(plain.faults(seen(vector), vector), [])

    def test_s1_address_for_ones_own_data_and_for_leaving(self) -> None:
        for path, form in (("/mijn-gegevens/", "my-data-1"), ("/afmelden/", "stop-1")):
            stamp = make_stamp(form, "all")

            def asked(words: str, path: str = path, stamp: str = stamp) -> str:
                return self.post(path, 422, email=words, stamp=stamp)

            self.assert_words(asked, asked(f"eb@{PLAIN}"))

    def test_s1_words_in_the_address_of_a_page_that_is_not_there(self) -> None:
        plain = Plain(self.client.get("/blog/gewoon/").content.decode())
        for words in VECTORS[::4]:
            page = self.client.get(f"/blog/{quote(words, safe='')}/").content.decode()
            self.assertEqual(plain.faults(page), [])
