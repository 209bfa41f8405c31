"""Who may move a site: the file holds readers' addresses, and what comes in is published at once."""

from typing import Any

from blog.models import HomePage
from blog.roles import COACH


def may_move(user: Any) -> bool:
    """Say whether somebody is the coach or an administrator, and may add and publish below the home page."""
    if not user or not user.is_active:
        return False
    if not user.is_superuser and not user.groups.filter(name=COACH).exists():
        return False
    home = HomePage.objects.order_by("path").first()
    if home is None:
        return False
    may = home.permissions_for_user(user)
    return bool(may.can_add_subpage() and may.can_publish_subpage())
