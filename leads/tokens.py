"""The secret of a download, derived from that of its confirmation."""

import base64

from django.utils.crypto import salted_hmac

# Stands where a secret would in the links of previews and test mails. Too short to be one: opens nothing.
EXAMPLE = "voorbeeld"


def download_token_of(confirm_token: str) -> str:
    """Return the download token that belongs to a confirmation link.

    Derived, so that confirming twice leads to the same download although neither token is stored.
    """
    digest = salted_hmac("leads.download", confirm_token, algorithm="sha256").digest()
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
