"""The coach's account and its generated password."""

from django.contrib.auth import authenticate
from django.contrib.auth.models import User
from django.test import TestCase

from demo.loader.account import introduce_coach
from liefdesverdriet import accounts


class CreateCoach(TestCase):
    def test_first_account_may_do_everything(self):
        password = accounts.create_coach()
        coach = authenticate(username="coach", password=password)
        self.assertTrue(coach.is_superuser)
        self.assertEqual([group.name for group in coach.groups.all()], ["Coach"])

    def test_name_and_address_from_the_demo_stay(self):
        introduce_coach()
        self.assertFalse(accounts.somebody_can_log_in())

        password = accounts.create_coach()

        coach = authenticate(username="coach", password=password)
        self.assertEqual((coach.first_name, coach.email), ("Marit", "marit@tussentij.example"))
        self.assertTrue(coach.is_superuser)
        self.assertEqual(User.objects.count(), 1)
        self.assertTrue(accounts.somebody_can_log_in())
