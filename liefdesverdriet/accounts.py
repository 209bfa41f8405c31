"""The coach's account and its generated password."""

import secrets

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, User
from django.db import transaction

from accounts import first_passwords
from liefdesverdriet import environment

COACH = "coach"
# Without the letters and digits that look alike; four groups of four are 79 bits.
_SIGNS = "abcdefghjkmnpqrstuvwxyz23456789"


def new_password() -> str:
    return "-".join("".join(secrets.choice(_SIGNS) for _ in range(4)) for _ in range(4))


def somebody_can_log_in() -> bool:
    """Return whether the site has an owner already; then nothing is created any more."""
    return any(user.has_usable_password() for user in get_user_model().objects.filter(is_active=True))


@transaction.atomic
def create_coach() -> str:
    """Create the first account, which may do everything, and return its password.

    Where the demo has introduced the coach already, that name and address stay.
    """
    password = new_password()
    user, _ = User.objects.get_or_create(username=COACH)
    user.is_staff = user.is_superuser = True
    user.set_password(password)
    user.save()
    user.groups.set(Group.objects.filter(name="Coach"))
    _note_who_made_it(user)
    return password


@transaction.atomic
def set_new_password(login: str) -> str:
    """Give a user a new password and return it; raises User.DoesNotExist."""
    user = User.objects.get_by_natural_key(login)
    password = new_password()
    user.set_password(password)
    user.save(update_fields=["password"])
    _note_who_made_it(user)
    return password


def _note_who_made_it(user: User) -> None:
    """A printed password is to be replaced, except on one's own machine, where nobody else reads it."""
    if environment.is_local(settings.SITE_URL):
        first_passwords.forget(user)
    else:
        first_passwords.give(user)


def owner_login() -> str:
    """Return the name to log in with that `make run` shows: the coach's, else that of an administrator."""
    users = User.objects.filter(is_active=True)
    owner = users.filter(username=COACH).first() or users.filter(is_superuser=True).order_by("pk").first()
    return owner.username if owner else COACH
