"""Keep the secrets of links out of the logs."""

import logging
import re

# A path segment as long as the tokens that we put in links, 43 characters. Slugs have no capitals; tokens do.
TOKEN = re.compile(r"(?<=/)(?=[a-z0-9_-]*[A-Z])[A-Za-z0-9_-]{40,}(?=/|\s|$)")


class RedactTokens(logging.Filter):
    """Write /download/…/ where a line would have said /download/<token>/."""

    def filter(self, record: logging.LogRecord) -> bool:
        message = record.getMessage()
        redacted = TOKEN.sub("…", message)
        if redacted != message:
            record.msg, record.args = redacted, ()
        return True
