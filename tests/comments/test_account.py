"""The choice on a coach's account page."""

from django.test import TestCase

from comments.account import NO_ADDRESS
from comments.models import ModeratorMail, Status
from comments.services.moderator_mail import send_digests
from tests.comments.factories import make_coach, make_comment, make_page
from tests.comments.test_moderator_mail import FIRST, HOUR, wish

ACCOUNT = "/admin/account/"


class Choosing(TestCase):
    def setUp(self):
        self.coach = make_coach()
        self.client.force_login(self.coach)

    def choose(self, frequency: str):
        return self.client.post(
            ACCOUNT,
            {
                "name_email-first_name": "Marit",
                "name_email-last_name": "van Wezel",
                "name_email-email": "marit@tussentij.example",
                "moderator_mail-frequency": frequency,
                "theme-theme": "system",
                "theme-contrast": "system",
                "theme-density": "default",
                "theme-keyboard_shortcuts": "on",
            },
        )

    def test_who_never_chose_is_mailed_at_once(self):
        response = self.client.get(ACCOUNT)
        self.assertContains(response, "Mail bij nieuwe reacties")
        self.assertContains(
            response,
            '<input type="radio" name="moderator_mail-frequency" value="at_once" required checked'
            ' id="id_moderator_mail-frequency_0">',
            html=True,
        )
        self.assertFalse(ModeratorMail.objects.exists(), "looking chooses nothing")

    def test_choice_is_kept(self):
        for frequency in ("hourly", "off", "at_once"):
            self.assertRedirects(self.choose(frequency), ACCOUNT)
            self.assertEqual(ModeratorMail.objects.get(user=self.coach).frequency, frequency)

    def test_unknown_choice_is_not(self):
        self.assertEqual(self.choose("elk kwartier").status_code, 200)
        self.assertFalse(ModeratorMail.objects.exists())

    def test_off_says_that_danger_is_still_told(self):
        self.assertContains(self.client.get(ACCOUNT), "Wijst een reactie op gevaar")

    def test_what_came_in_while_no_mail_was_wanted_is_not_news(self):
        wish(self.coach, "off")
        make_comment(make_page(), 1, status=Status.PENDING, created_at=FIRST + HOUR)
        self.choose("hourly")
        since = ModeratorMail.objects.get().digested_at
        self.assertEqual(send_digests(since + HOUR), 0)

    def test_other_changes_lose_nothing_that_is_to_be_told(self):
        wish(self.coach, "at_once")
        self.choose("hourly")
        self.assertEqual(ModeratorMail.objects.get().digested_at, FIRST)

    def test_coach_without_an_address_is_told_so(self):
        self.assertNotContains(self.client.get(ACCOUNT), NO_ADDRESS)
        type(self.coach).objects.update(email="")
        self.assertContains(self.client.get(ACCOUNT), NO_ADDRESS)

    def test_only_for_who_moderates(self):
        self.client.force_login(make_coach("redacteur", allowed=False))
        self.assertNotContains(self.client.get(ACCOUNT), "Mail bij nieuwe reacties")
