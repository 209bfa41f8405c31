"""Links in the mails that people get."""

import re
from email.message import EmailMessage


def link_in(mail: EmailMessage, pattern: str) -> str:
    """Return the path of the first link in the plain text of a mail whose path matches."""
    text = part(mail, "plain")
    match = re.search(rf"https?://[^/\s]+({pattern}\S*)", text)
    assert match, text
    return match[1]


def links_in(mail: EmailMessage) -> set[str]:
    """Return the paths of all links in both parts of a mail, as a mail scanner finds them."""
    both = part(mail, "plain") + part(mail, "html")
    return set(re.findall(r"""https?://[^/\s"'<>]+(/[^\s"'<>]*)""", both))


def one_click(mail: EmailMessage) -> str:
    """Return the path that a mail program posts to when its reader presses "unsubscribe" (RFC 8058)."""
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    match = re.search(r"<https?://[^/>]+(/[^>]+)>", str(mail["List-Unsubscribe"]))
    assert match
    return match[1]


def part(mail: EmailMessage, kind: str) -> str:
    body = mail.get_body((kind,))
    assert body
    return str(body.get_content())
