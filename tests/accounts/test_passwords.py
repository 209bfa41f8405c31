"""Which passwords are refused because others guess them first (NIST SP 800-63B-4, 3.1.1.2)."""

import pytest
from django.contrib.auth.models import User
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.test import TestCase, override_settings
from wagtail.models import Site

from accounts.guessable import is_guessable
from liefdesverdriet.accounts import new_password

NAMES = ("Tussen Tij", "tussentij", "Marit", "van Dam", "marit@voorbeeld.nl")

REFUSED = """
    wachtwoord123 Wachtwoord2024! W@chtw00rd123 123wachtwoord Geheim123456 P@ssw0rd2024!! mijnwachtwoord!
    Welkom2024!!! welkom-welkom-1 11111welkom11111 geheim-wachtwoord ikhouvanjou12 Één-twee-twee
    september2026 Zomer2025!!!! Maandag01-01 kerstboom25dec Pr1nses_01012010
    amsterdam1234 feyenoord2025! ajaxajaxajax hupholland2026 voetballer#14
    qwertyuiop12 1q2w3e4r5t6y asdfghjkl123 aaaaaaaaaaaa abcdefghijkl 1234567890-1234567890 azertyuiop!!
    mijnhond12345 l13v3sch4tj3 zonnebloem2024 zonnebloemzonnebloem verjaardagsfeest! onvoorwaardelijk1
    liefdesverdriet1 tussentij2024! Tussen-Tij-2026 MaritVanDam1984 marit.voorbeeld1
"""
TAKEN = """
    regen-op-zeven-ramen vier-woorden-en-een-lamp fietsbel.citroen.november.trap paarsekraanmelktdinsdag
    wolkzeepkrijttrommel dezwemmendepianostemmer een-heel-ander-wachtwoord Sneeuw!lepel?kabel
    tj4k-9mqe-x2vd-ph7w kYh2!pQz9#Lw 4829-3817-2938-1029 amsterdam839174628305 marit-kookt-graag-soep
"""


@pytest.mark.parametrize("password", REFUSED.split())
def test_what_is_guessed_first_is_refused(password: str) -> None:
    assert is_guessable(password, NAMES)


@pytest.mark.parametrize("password", TAKEN.split())
def test_three_words_and_what_a_machine_makes_are_taken(password: str) -> None:
    assert not is_guessable(password, NAMES)


@pytest.mark.parametrize("password", ["tussentij2024!", "Praktijk-Tussentij"])
def test_names_are_words_only_where_they_are_known(password: str) -> None:
    assert not is_guessable(password, ["Zuiderlicht"])


def test_what_we_make_ourselves_is_taken() -> None:
    assert not [password for password in (new_password() for _ in range(200)) if is_guessable(password)]


def test_a_very_long_one_is_not_looked_at() -> None:
    assert is_guessable("wachtwoord1" * 11)
    assert not is_guessable("wachtwoord1" * 12)


@override_settings(SITE_URL="https://zuiderlicht.example")
class OfThisSite(TestCase):
    def setUp(self):
        Site.objects.filter(is_default_site=True).update(site_name="Praktijk Stormvogel")
        User.objects.create_user("wieke", "post@voorbeeld.nl", first_name="Wieke", last_name="Zandstraat")

    def said(self, password, user=None):
        try:
            validate_password(password, user)
        except ValidationError as error:
            return " ".join(error.messages)
        return ""

    def test_its_name_its_host_and_who_works_there_are_refused(self):
        for password in ("Stormvogel-2026", "Zuiderlicht2026!", "zandstraat123", "WiekeZandstraat1"):
            with self.subTest(password):
                self.assertIn("te makkelijk te raden", self.said(password))
        User.objects.update(is_active=False)
        self.assertEqual(self.said("WiekeZandstraat1"), "")

    def test_so_is_the_name_of_whose_account_is_being_made(self):
        made = User(username="jopie", first_name="Jopie", last_name="Klaverwijk")
        self.assertIn("te makkelijk te raden", self.said("klaverwijk-jopie", made))
        self.assertEqual(self.said("klaverwijk-jopie"), "")

    def test_english_ones_still_are(self):
        self.assertIn("te algemeen", self.said("password1234"))
