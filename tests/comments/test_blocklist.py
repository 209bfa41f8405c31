import pytest
from django.core.exceptions import ValidationError
from django.test import TestCase

from comments.blocklist import blocked_by, forget
from comments.models import Blocklist, Comment, Status
from tests.comments.factories import make_page, submit


def comment(**fields) -> Comment:
    return Comment(
        **{"author_name": "Hanne", "author_email": "hanne@voorbeeld.example", "text": "Dank.", **fields}
    )


@pytest.mark.parametrize(
    ("listed", "fields"),
    [
        ({"words": "liefdesspreuk"}, {"text": "Een LIEFDESSPREUK hielp mij."}),
        ({"words": "café noir"}, {"text": "Kom naar cafe  noir!"}),
        ({"words": "lening"}, {"author_name": "Goedkope lening"}),
        ({"words": "# niet dit\nlening"}, {"text": "Een lening?"}),
        ({"words": "50%"}, {"text": "Nu 50% korting"}),
        ({"words": "casino"}, {"text": "het ca\u200bsino"}),
        ({"addresses": "Hanne@voorbeeld.example"}, {}),
        ({"domains": "voorbeeld.example"}, {}),
        ({"domains": "winkel.example"}, {"author_url": "https://www.winkel.example/x"}),
        ({"domains": "winkel.example"}, {"text": "Zie www.shop.winkel.example/aanbod."}),
        ({"domains": "winkel.example"}, {"text": "Zie HTTPS://Winkel.Example"}),
        ({"domains": "winkel.example"}, {"text": "Zie winkel.example/koop."}),
        ({"domains": "winkel.example"}, {"text": "Zie _win\u200bkel.example_"}),
        ({"domains": "winkel.example"}, {"text": "Nu...winkel.example-"}),
        ({"domains": "winkel.example"}, {"text": "Mail info@winkel.example"}),
        ({"domains": "https://www.winkel.example/x"}, {"text": "winkel.example"}),
        ({"domains": "@voorbeeld.example"}, {}),
        ({"domains": "café.example"}, {"text": "http://CAFE\u0301.example"}),
        ({"domains": "café.example"}, {"author_url": "https://xn--caf-dma.example"}),
        ({"domains": "straße.example"}, {"text": "straße.example"}),
        ({"addresses": "Jörg@müller.example"}, {"author_email": "jörg@müller.example"}),
        ({"addresses": "jo\u0308rg@müller.example"}, {"author_email": "jörg@xn--mller-kva.example"}),
    ],
)
def test_what_is_listed_is_stopped_with_a_reason(listed, fields):
    assert blocked_by(Blocklist(**listed), comment(**fields))


@pytest.mark.parametrize(
    ("listed", "fields"),
    [
        ({}, {}),
        ({"words": "lening"}, {"text": "De ontlening en de leningen."}),
        ({"words": "# lening"}, {"text": "Een lening?"}),
        ({"addresses": "anne@voorbeeld.example"}, {}),
        ({"domains": "winkel.example"}, {"text": "mijnwinkel.example en https://mijnwinkel.example/"}),
        ({"domains": "winkel.example"}, {"text": "https://[kapot"}),
        ({"domains": "café.example"}, {"text": "Zie cafe.example."}),
        ({"domains": "straße.example"}, {"text": "Zie strasse.example."}),
        ({"addresses": "jörg@voorbeeld.example"}, {"author_email": "jorg@voorbeeld.example"}),
    ],
)
def test_what_only_looks_like_it_passes(listed, fields):
    assert blocked_by(Blocklist(**listed), comment(**fields)) == []


class Listed(TestCase):
    def test_listed_reaction_is_kept_as_spam_and_says_why(self):
        blocklist = Blocklist.load()
        blocklist.words = "liefdesspreuk"
        blocklist.save()
        kept = submit(make_page(), text="Een liefdesspreuk hielp mij.").comment
        self.assertEqual(kept.status, Status.SPAM)
        self.assertIn("Op de blokkeerlijst: liefdesspreuk.", kept.spam_reasons)

    def test_words_of_danger_overrule_the_list(self):
        blocklist = Blocklist.load()
        blocklist.addresses = "hanne@voorbeeld.example"
        blocklist.save()
        kept = submit(make_page(), text="Ik wil niet meer leven.").comment
        self.assertEqual((kept.status, bool(kept.spam_reasons)), (Status.PENDING, True))

    def test_entries_are_tidied_and_unreadable_lines_named_per_list(self):
        blocklist = Blocklist(words="a\nlening", addresses="hanne", domains="# mijn lijst\n\nspam\nb.example")
        with self.assertRaises(ValidationError) as refusal:
            blocklist.full_clean()
        self.assertEqual(
            refusal.exception.message_dict,
            {
                "words": ["Regel 1: dit is te kort om naar te zoeken."],
                "addresses": ["Regel 1: dit is geen e-mailadres."],
                "domains": ["Regel 3: dit is geen domein."],
            },
        )
        blocklist = Blocklist(
            domains="# mijn lijst\r\nhttps://www.Spam.example/x # hardnekkig\r\n@alfa.example\r\n"
        )
        blocklist.full_clean()
        self.assertEqual(blocklist.domains, "# mijn lijst\nspam.example # hardnekkig\nalfa.example")


class ForgottenTests(TestCase):
    def test_erased_address_goes_on_to_be_stopped_and_stands_nowhere(self):
        lists = Blocklist.load()
        lists.addresses = "ander@voorbeeld.example\nplaag@voorbeeld.example  # Jan uit Breda"
        lists.save()

        assert forget("Plaag@voorbeeld.example")

        lists = Blocklist.objects.get()
        assert "plaag" not in lists.addresses
        assert "Jan" not in lists.addresses
        lists.full_clean()
        lists.save()
        assert blocked_by(
            Blocklist.objects.get(), Comment(author_email="plaag@voorbeeld.example", text="Hoi")
        )
        assert not blocked_by(
            Blocklist.objects.get(), Comment(author_email="lief@voorbeeld.example", text="Hoi")
        )
        assert not forget("plaag@voorbeeld.example")
