"""What an answer of a mail server or a provider means: for this mail, for the others, and in plain Dutch."""

import re
import smtplib
import sys
from enum import Enum

from django.core.exceptions import ImproperlyConfigured

# RFC 5321, section 4.2.2: the server is about to close the connection.
SERVICE_CLOSING = 421
# RFC 3463, section 3.2 (and 5.1.10 of RFC 7505): nobody lives at this address. 5.1.7 and 5.1.8 are about the
# sender's own address and 5.1.0 may be, so they say nothing about the reader's.
NO_SUCH_ADDRESS = re.compile(r"\b5\.1\.(?:1|2|3|6|10)\b")
ENHANCED_CODE = re.compile(r"\b([245])\.\d{1,3}\.\d{1,3}\b")
# HTTP answers of a provider that are about this mail. All others (a wrong key, too many, a fault over there)
# would come for every mail, and may be mended in time.
ABOUT_THIS_MAIL = (400, 406, 413, 414, 415, 422)

CANNOT_BE_WRITTEN = (ValueError, TypeError, LookupError, AttributeError)


class Meaning(Enum):
    AWAY = "the server can't be used right now, for any mail"
    LATER = "this mail not now"
    REFUSED = "this mail never"
    GONE = "nobody lives at this address"


class ServerAway(Exception):
    """The mail server can't be reached or hung up: there is no point in trying the other mails right now."""


class UnbuildableMail(Exception):
    """The row can't be turned into a mail, and trying again would not change that."""


class UnwantedMail(Exception):
    """The address was blocked for this kind of mail after the mail was queued."""

    def __init__(self) -> None:
        super().__init__("Niet verstuurd: dit adres krijgt geen mail meer.")


def meaning(error: Exception) -> Meaning:
    """Judge an error of sending. What we don't know is tried again later: a mail is sooner late than lost.

    A 5xx for the sender or the login is the site's own mistake, which may be mended within the term.
    """
    if _is_of_provider(error):
        return _meaning_of_provider(error)
    if isinstance(error, UnbuildableMail | UnwantedMail):
        return Meaning.REFUSED
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return _meaning_of_refusal(error)
    if isinstance(error, smtplib.SMTPResponseException):
        if error.smtp_code == SERVICE_CLOSING or isinstance(error, smtplib.SMTPConnectError):
            return Meaning.AWAY
        if isinstance(error, smtplib.SMTPDataError) and error.smtp_code >= 500:
            return Meaning.GONE if NO_SUCH_ADDRESS.search(_text(error.smtp_error)) else Meaning.REFUSED
        return Meaning.LATER
    # The rest of smtplib's errors are OSErrors too.
    if isinstance(error, smtplib.SMTPException) and not isinstance(error, smtplib.SMTPServerDisconnected):
        return Meaning.LATER
    if isinstance(error, ServerAway | OSError | ImproperlyConfigured):
        return Meaning.AWAY
    # Raised while the mail is written out, before a word was said to the server.
    return Meaning.REFUSED if isinstance(error, CANNOT_BE_WRITTEN) else Meaning.LATER


def _meaning_of_refusal(error: smtplib.SMTPRecipientsRefused) -> Meaning:
    answers = list(error.recipients.values())
    if any(code == SERVICE_CLOSING for code, _ in answers):
        return Meaning.AWAY
    if any(code < 500 for code, _ in answers):
        return Meaning.LATER
    gone = all(NO_SUCH_ADDRESS.search(_text(reply)) for _, reply in answers)
    return Meaning.GONE if gone else Meaning.REFUSED


def _is_of_provider(error: Exception) -> bool:
    """Anymail brings five megabytes along, so it is not loaded to ask: where it is not, it raised nothing."""
    anymail = sys.modules.get("anymail.exceptions")
    return anymail is not None and isinstance(error, anymail.AnymailError)


def _meaning_of_provider(error: Exception) -> Meaning:
    from anymail.exceptions import AnymailAPIError, AnymailRecipientsRefused

    if isinstance(error, AnymailRecipientsRefused):
        return Meaning.GONE
    if isinstance(error, AnymailAPIError):
        return Meaning.REFUSED if error.status_code in ABOUT_THIS_MAIL else Meaning.AWAY
    # An address or a value that can't be said in this provider's language.
    return Meaning.REFUSED


def describe(error: Exception) -> str:
    """Return what is written down about a failed attempt, as the other side said it."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        said = "; ".join(f"{code} {_text(reply)}" for code, reply in error.recipients.values())
    elif isinstance(error, smtplib.SMTPResponseException):
        said = f"{error.smtp_code} {_text(error.smtp_error)}"
    else:
        said = str(error)
    return without_nul(said) or type(error).__name__


def without_nul(said: str) -> str:
    """Return what another server said without the one character that PostgreSQL can't keep."""
    return said.replace("\0", "")


def _text(reply: bytes | str) -> str:
    return reply.decode("utf-8", "replace") if isinstance(reply, bytes) else reply


# The first that is found says it. Codes of RFC 3463, then words, then the class of the answer.
_WORDS = [
    (r"\b[45]\.2\.2\b|quota|mailbox (is )?full|storage", "De postbus is vol."),
    (
        r"\b5\.1\.(1|6)\b|user unknown|no such user|does not exist|unknown user|recipients were rejected",
        "Het adres bestaat niet.",
    ),
    (r"\b5\.1\.(2|10)\b|domain not found|no mx|null mx", "Het deel achter de @ ontvangt geen mail."),
    (r"\b5\.1\.3\b|bad address syntax|invalid 'to'", "Het adres is niet goed geschreven."),
    (r"\b[45]\.1\.[78]\b|sender (address )?rejected", "De mailserver neemt ons afzenderadres niet aan."),
    (r"\b5\.2\.1\b|disabled|inactive", "De postbus is gesloten."),
    (r"\b[45]\.3\.4\b|\b5\.2\.3\b|too (big|large)|size limit", "De mail is te groot."),
    (
        r"\b4\.7\.\d|greylist|grey-list|try again later",
        "De mailserver vraagt ons het later nog eens te proberen.",
    ),
    (
        r"^(535|530|534)\b|\b5\.7\.8\b|authentication|API response (401|403)",
        "De mailserver laat ons niet in: de inloggegevens kloppen niet.",
    ),
    (r"\b5\.7\.\d+|spam|blocked|blacklist|denied|policy", "De mailserver weigert deze mail."),
    (r"API response 429|too many|rate limit", "We sturen te veel tegelijk; het gaat straks verder."),
    (r"API response 5\d\d", "De mailprovider heeft een storing."),
    (r"API response 4\d\d", "De mailprovider weigert deze mail."),
    (r"timed out|timeout", "De mailserver antwoordt niet."),
    (
        r"refused|unreachable|name or service|resolve|connection|closed|reset|disconnected",
        "De mailserver is niet bereikbaar.",
    ),
    (r"certificate|ssl|tls", "De beveiligde verbinding met de mailserver lukt niet."),
    (r"^UnbuildableMail|header|ValueError", "Deze mail is zo niet te versturen."),
    (r"^4\d\d\b", "De mailserver kan hem nu niet aannemen."),
    (r"^5\d\d\b", "De mailserver weigert deze mail."),
]
_WORDS_FOR = [(re.compile(pattern, re.IGNORECASE), words) for pattern, words in _WORDS]


def in_words(message: str) -> str:
    """Say in Dutch what the other side meant; what is not known is said as it came."""
    return next((words for pattern, words in _WORDS_FOR if pattern.search(message)), message)
