"""What django-allauth asks us about second factors."""

from typing import Any
from urllib.parse import urlsplit

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.utils import user_pk_to_url_str
from allauth.mfa.adapter import DefaultMFAAdapter
from django.conf import settings
from django.http import HttpRequest

from accounts import secrets_at_rest
from mailing.rendering import practice_name


class AccountAdapter(DefaultAccountAdapter):
    """None of allauth's own screens has an address here; this says so once more."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False


class FactorAdapter(DefaultMFAAdapter):
    def get_totp_label(self, user: Any) -> str:
        return str(user.get_username())

    def get_totp_issuer(self) -> str:
        # A colon divides issuer from account in the address that apps read.
        return practice_name().replace(":", " ")

    def encrypt(self, text: str) -> str:
        return secrets_at_rest.encrypt(text)

    def decrypt(self, encrypted_text: str) -> str:
        return secrets_at_rest.decrypt(encrypted_text)

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """The site's own name decides, not the one that a request came in under."""
        return {"id": urlsplit(settings.SITE_URL).hostname or "", "name": practice_name()}

    def get_public_key_credential_user_entity(self, user: Any) -> dict[str, Any]:
        return {
            "id": user_pk_to_url_str(user).encode(),
            "display_name": user.get_full_name() or user.get_username(),
            "name": user.get_username(),
        }
