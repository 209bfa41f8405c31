"""The coach in the admin, for tests of screens about people."""

from django.contrib.auth.models import Group, Permission, User


def coach(*codenames: str, name: str = "coach") -> User:
    """Return a user who may log in to the admin and has these rights only."""
    user = User.objects.create_user(name, password="geheim")
    user.user_permissions.set(Permission.objects.filter(codename__in=["access_admin", *codenames]))
    return user


def in_role(name: str) -> User:
    user = User.objects.create_user(name.lower(), password="geheim")
    user.groups.add(Group.objects.get(name=name))
    return user
