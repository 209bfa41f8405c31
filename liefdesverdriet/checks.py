"""What `manage.py check` says about this site beyond Django's own checks."""

import stat
from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, Warning, register

TAG = "liefdesverdriet"


@register(TAG)
def keys_are_private(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """The generated keys sign sessions and hide addresses; nobody else on the machine may read them."""
    return [
        Error(
            f"{path} can be read by other users of this machine.",
            hint=f"chmod 600 {path}",
            id="liefdesverdriet.E001",
        )
        for path in (settings.DATA_DIR / "secret_key", settings.DATA_DIR / "hash_key")
        if path.exists() and path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO)
    ]


@register(TAG, Tags.security, deploy=True)
def mail_leaves_the_machine(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """Without a way out a reader who asks for a gift never gets the mail."""
    if settings.EMAIL_CONFIG or settings.EMAIL_PROVIDER:
        return []
    message = "Neither EMAIL_URL nor EMAIL_PROVIDER is set: mails are kept as files and reach nobody."
    hint = "EMAIL_URL=smtp+tls://user:password@host:587, or EMAIL_PROVIDER=postmark and its ANYMAIL_ settings"
    return [Warning(message, hint=hint, id="liefdesverdriet.W001")]


@register(TAG, Tags.security, deploy=True)
def provider_may_report(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """Without its reports mail goes on to addresses that bounce or complain, which ruins our name."""
    if not settings.EMAIL_PROVIDER or settings.ANYMAIL.get("WEBHOOK_SECRET"):
        return []
    message = "ANYMAIL_WEBHOOK_SECRET is not set: bounces and complaints are not heard of."
    hint = "ANYMAIL_WEBHOOK_SECRET=name:password; `manage.py mail_check` then prints the address"
    return [Warning(message, hint=hint, id="liefdesverdriet.W003")]


@register(TAG, Tags.security, deploy=True)
def sender_belongs_to_the_site(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """A site on the internet must not send mail from an address at this machine's own name."""
    address = settings.DEFAULT_FROM_EMAIL.rstrip(">")
    if "." in address.rpartition("@")[2]:
        return []
    message = f"DEFAULT_FROM_EMAIL {settings.DEFAULT_FROM_EMAIL!r} is no address on the internet."
    return [Warning(message, id="liefdesverdriet.W002")]
