"""Links in a mail without their secrets: who reads along in the outbox is not whom they were sent to."""

import re

# The part of an address that only its reader knows: a token of ours (guard.tokens; slugs have no capitals,
# tokens do), or one of Django for a new password.
SECRET = re.compile(
    r"(?<=/)"
    r"(?:(?=[a-z0-9_-]*[A-Z])[A-Za-z0-9_-]{40,}|[0-9a-z]{6,}-[0-9a-f]{32,})(?![A-Za-z0-9_-])"
)


def covered(text: str) -> str:
    """Return a mail's text or HTML with an ellipsis for each secret in its links."""
    return SECRET.sub("…", text)
