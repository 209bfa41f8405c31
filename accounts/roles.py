"""Whose account needs a second factor."""

from typing import Any

from django.conf import settings

# Apps whose screens show who reacted, signed up, was mailed, or may log in.
_OF_PEOPLE = {"accounts", "auth", "comments", "leads", "mailing", "privacy"}


def sees_personal_data(user: Any) -> bool:
    """By what one may do, not by the name of a group, so that groups of one's own count too."""
    if user.is_superuser:
        return True
    return any(name.partition(".")[0] in _OF_PEOPLE for name in user.get_all_permissions())


def needs_second_factor(user: Any) -> bool:
    return bool(settings.REQUIRE_MFA) and sees_personal_data(user)
