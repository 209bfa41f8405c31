"""Mail providers with an API of their own, by django-anymail: which there are, and what each must be told.

EMAIL_PROVIDER names one; every ANYMAIL_<NAME> of the environment reaches anymail as its setting <NAME>.
"""

import os
from importlib.util import find_spec

from django.core.exceptions import ImproperlyConfigured

PREFIX = "ANYMAIL_"
# Without these a provider takes no mail. (https://anymail.dev/en/stable/esps/)
NEEDED: dict[str, tuple[str, ...]] = {
    "amazon_ses": (),
    "brevo": ("BREVO_API_KEY",),
    "mailersend": ("MAILERSEND_API_TOKEN",),
    "mailgun": ("MAILGUN_API_KEY",),
    "mailjet": ("MAILJET_API_KEY", "MAILJET_SECRET_KEY"),
    "mailtrap": ("MAILTRAP_API_TOKEN",),
    "mandrill": ("MANDRILL_API_KEY",),
    "postal": ("POSTAL_API_URL", "POSTAL_API_KEY"),
    "postmark": ("POSTMARK_SERVER_TOKEN",),
    "resend": ("RESEND_API_KEY",),
    "scaleway": ("SCALEWAY_PROJECT_ID", "SCALEWAY_SECRET_KEY"),
    "sendgrid": ("SENDGRID_API_KEY",),
    "sparkpost": ("SPARKPOST_API_KEY",),
    "unisender_go": ("UNISENDER_GO_API_URL", "UNISENDER_GO_API_KEY"),
}


def provider() -> str:
    """Return the name of the provider, or nothing. Raises ImproperlyConfigured in one sentence."""
    name = os.environ.get("EMAIL_PROVIDER", "")
    if not name:
        return ""
    if name not in NEEDED:
        raise ImproperlyConfigured(f"EMAIL_PROVIDER must be one of {', '.join(NEEDED)}, not {name!r}.")
    if os.environ.get("EMAIL_URL"):
        raise ImproperlyConfigured("EMAIL_URL and EMAIL_PROVIDER are both set: mail leaves by one way.")
    missing = [PREFIX + key for key in NEEDED[name] if not os.environ.get(PREFIX + key)]
    if missing:
        raise ImproperlyConfigured(f"EMAIL_PROVIDER={name} also needs {' and '.join(missing)}.")
    if name == "amazon_ses" and find_spec("boto3") is None:
        raise ImproperlyConfigured(
            "EMAIL_PROVIDER=amazon_ses needs the Python package boto3, which is not installed."
        )
    return name


def anymail_settings() -> dict[str, str]:
    """Return what the environment says to anymail. Raises where the secret of the webhook is no secret."""
    found = {
        name.removeprefix(PREFIX): value
        for name, value in os.environ.items()
        if name.startswith(PREFIX) and value
    }
    name, _, password = found.get("WEBHOOK_SECRET", "name:long enough to be one").partition(":")
    if not name or len(password) < 16:
        raise ImproperlyConfigured(
            "ANYMAIL_WEBHOOK_SECRET must look like name:password, with a password of 16 characters or more."
        )
    return found
