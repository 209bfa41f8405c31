"""People who log in to the admin."""

from django.contrib.auth.models import Group, User


def user_in(role: str) -> User:
    """Return a user with one role and nothing more."""
    user = User.objects.create_user(role.lower(), password="niet-te-raden")
    user.groups.add(Group.objects.get(name=role))
    return user
