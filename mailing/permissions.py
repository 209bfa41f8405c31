"""Who may see what in the outbox."""

from typing import Any

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from wagtail.permission_policies import ModelPermissionPolicy

from mailing.models import OutboxMail


class ReadOnlyPermissionPolicy(ModelPermissionPolicy):
    """Rows that only the site itself writes: nobody adds, changes or deletes them in the admin."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        return action not in ("add", "change", "delete") and super().user_has_permission(user, action)

    def user_has_any_permission(self, user: Any, actions: Any) -> bool:
        return any(self.user_has_permission(user, action) for action in actions)


def may_retry(user: AbstractBaseUser | AnonymousUser) -> bool:
    return user.has_perm("mailing.retry_outboxmail")  # type: ignore[union-attr]


def may_read_body(user: Any, mail: OutboxMail) -> bool:
    """A link for a new password is as good as the password: administrators alone read such mail."""
    return user.is_superuser or not mail.is_system_mail
