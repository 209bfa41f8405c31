"""The coach's account."""

from django.contrib.auth.models import User

from demo.content.people import COACH


def introduce_coach() -> None:
    """Give the coach a name and an address, where nobody has an account yet.

    It can't be logged in with: the first start of the site gives it its rights and a password.
    """
    if not User.objects.exists():
        User.objects.create_user(**COACH)
