"""Mails to the owner of an account, about the account."""

from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.tokens import default_token_generator
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode

from accounts.models import Method
from mailing.services import queue_mail
from mailing.withholding import taken_back

NEW_DEVICE, CHANGED, NEW_PASSWORD = "new-device", "account-changed", "new-password"


def tell_of_new_device(user: Any, device: str, method: Method) -> None:
    _tell(user, "new_device", NEW_DEVICE, device=device, method=method.label)


def tell_of_change(user: Any, what: str) -> None:
    """Tell the owner that `what` happened to the account: a sentence in Dutch."""
    _tell(user, "account_changed", CHANGED, what=what)


def _tell(user: Any, template: str, kind: str, **context: Any) -> None:
    if not user.email:
        return
    context |= {
        "now": timezone.now(),
        "login": user.get_username(),
        "security_url": settings.SITE_URL + reverse("accounts:security"),
        "reset_url": settings.SITE_URL + reverse("wagtailadmin_password_reset"),
    }
    queue_mail(to=user.email, template=template, context=context, kind=kind, priority="high")


@transaction.atomic
def send_new_password_link(email: str, users: list[Any]) -> None:
    """Mail a link for a new password to each of `users`, who have this address.

    For an address that nobody has, the same is done and taken back (GUARANTEES S4).
    """
    nobody = get_user_model()(pk=0, username="niemand", email=email)
    nobody.set_unusable_password()
    for user in users or [nobody]:
        token = default_token_generator.make_token(user)
        names = [urlsafe_base64_encode(force_bytes(user.pk)), token]
        context = {
            "login": user.get_username(),
            "reset_url": settings.SITE_URL + reverse("wagtailadmin_password_reset_confirm", args=names),
            "hours": settings.PASSWORD_RESET_TIMEOUT // 3600,
        }
        with taken_back(not users):
            queue_mail(
                # To the address that we have, not to one that looks like it (Django, CVE-2019-19844).
                to=user.email,
                template="new_password",
                context=context,
                kind=NEW_PASSWORD,
                priority="high",
            )
