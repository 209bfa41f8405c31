"""Headers that a mail of ours may carry."""


def unsubscribe_headers(url: str) -> dict[str, str]:
    """Return what lets one unsubscribe in the mail program, without opening a page (RFC 8058)."""
    return {"List-Unsubscribe": f"<{url}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}
