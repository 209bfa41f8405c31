"""How the log is written: a line of JSON or of text, with the number of its request, and nothing personal.

Knows nothing of Django, which is set up by the time that it is used but not when it is imported.
"""

import json
import logging
import re
from contextvars import ContextVar
from datetime import UTC, datetime
from ipaddress import ip_address
from typing import Any

from leads.redaction import RedactTokens

# Of the request that is being answered; "" outside of one.
request_id: ContextVar[str] = ContextVar("request_id", default="")

# Wider than what is an address: better a word too many than an address in the log.
ADDRESS = re.compile(
    r"[^\s<>()\[\]\"',;:=/\\{}]+(?:@|%40)[^\s<>()\[\]\"',;:=/\\{}]+\.[^\s<>()\[\]\"',;:=/\\{}]+"
)
# What looks like a network; whether it is one, `ip_address` says. Not our own, and no times or versions.
NETWORK = re.compile(
    r"(?<![\w.:])(?:\d{1,3}(?:\.\d{1,3}){3}|[0-9A-Fa-f]{0,4}(?::[0-9A-Fa-f]{0,4}){2,7})(?![\w:])"
)
# PostgreSQL quotes the row that it refuses, with all that somebody typed.
DETAIL = re.compile(r"^(?:DETAIL|CONTEXT|HINT|LINE \d+): .*$", re.MULTILINE)
# Anything behind a question mark in an address may be what somebody searched for or a secret.
QUERY = re.compile(r"(?<=[\w/])\?[\w%.~+-]+=[^\s\"'<>]*")


def cleaned(text: str) -> str:
    """Return `text` with e-mail addresses, networks, query strings and quoted rows taken out."""
    if "@" in text or "%40" in text:
        text = ADDRESS.sub("…@…", text)
    text = DETAIL.sub("…", text)
    text = QUERY.sub("?…", text)
    return NETWORK.sub(_network, text)


def _network(found: re.Match[str]) -> str:
    try:
        address = ip_address(found[0])
    except ValueError:
        return found[0]
    return found[0] if address.is_loopback or address.is_unspecified else "…"


class NothingPersonal(RedactTokens):
    """Takes tokens, e-mail addresses, networks and query strings out of a line and its traceback."""

    def filter(self, record: logging.LogRecord) -> bool:
        super().filter(record)
        message = record.getMessage()
        without = cleaned(message)
        if without != message:
            record.msg, record.args = without, ()
        if record.exc_text:
            record.exc_text = cleaned(record.exc_text)
        record.request_id = request_id.get()
        return True


class Json(logging.Formatter):
    """One object a line: time (UTC), level, logger, message; request and exception where there are any.

    What `extra` holds under "fields" comes along; nothing else does, as Django puts the whole request there.
    """

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, Any] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
        }
        if number := getattr(record, "request_id", ""):
            line["request_id"] = number
        if record.exc_text:
            line["exception"] = record.exc_text
        return json.dumps(line | getattr(record, "fields", {}), ensure_ascii=False)


class Line(logging.Formatter):
    """The same for people; the number of the request stands behind."""

    def __init__(self) -> None:
        super().__init__("{asctime} {levelname} {name} {message}", style="{")

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802 - as logging calls it
        number = getattr(record, "request_id", "")
        return super().formatMessage(record) + (f" [{number}]" if number else "")


def configuration(form: str, level: str) -> dict[str, Any]:
    """Return settings.LOGGING. `form`: json or line; `level`: from when on something is written."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"json": {"()": Json}, "line": {"()": Line}},
        "filters": {"nothing_personal": {"()": NothingPersonal}},
        "handlers": {
            "console": {
                "class": "logging.StreamHandler",
                "formatter": form,
                "filters": ["nothing_personal"],
            }
        },
        "root": {"handlers": ["console"], "level": level},
        # Robots ask for a thousand addresses that are not there; that is no warning.
        "loggers": {
            "django.request": {"level": "ERROR"},
            # The server of `make dev` would write lines of its own, with tokens in them.
            "django.server": {"level": "INFO", "handlers": ["console"], "propagate": False},
        },
    }
