"""Keep the secrets of links out of the logs."""

import logging
import re

# As long as the tokens that we put in links, 43 characters, or a longer part of an address. Slugs have no
# capitals; tokens do.
TOKEN = re.compile(
    r"(?<=/)(?=[a-z0-9_-]*[A-Z])[A-Za-z0-9_-]{40,}(?=/|\s|$)"
    r"|(?<![\w-])(?=[a-z0-9_-]*[A-Z])[A-Za-z0-9_-]{43}(?![\w-])"
    # Django's, in links to a new password: when it was made, and half of a SHA-256 in hexadecimal.
    r"|(?<![\w-])[0-9a-z]{6,7}-[0-9a-f]{32}(?![\w-])"
)


class RedactTokens(logging.Filter):
    """Write /download/…/ where a line or a traceback would have said /download/<token>/."""

    def filter(self, record: logging.LogRecord) -> bool:
        message = record.getMessage()
        redacted = TOKEN.sub("…", message)
        if redacted != message:
            record.msg, record.args = redacted, ()
        if record.exc_info and not record.exc_text:
            # A formatter keeps what stands here; the last line of an error may quote an address.
            record.exc_text = logging.Formatter().formatException(record.exc_info)
        if record.exc_text:
            record.exc_text = TOKEN.sub("…", record.exc_text)
        return True
