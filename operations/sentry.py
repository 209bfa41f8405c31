"""Errors to Sentry, where SENTRY_DSN says where to: the error and where it arose, nothing of who met it.

Only what is logged as an error is sent, through the same filter as the log. Of what the library knows to send
by itself all is off: requests with their addresses and forms, variables, the trail before, performance.
"""

import logging
from typing import Any

from operations.logs import cleaned, request_id


def start(dsn: str) -> None:
    """Begin sending. Starts no thread before there is something to send, so the process may fork."""
    import sentry_sdk
    from sentry_sdk.integrations.logging import LoggingIntegration

    sentry_sdk.init(
        dsn=dsn,
        send_default_pii=False,
        include_local_variables=False,
        include_source_context=False,
        max_request_body_size="never",
        max_breadcrumbs=0,
        auto_session_tracking=False,
        enable_backpressure_handling=False,
        default_integrations=False,
        integrations=[LoggingIntegration(level=None, event_level=logging.ERROR)],
        before_send=without_persons,  # type: ignore[arg-type]
    )


def without_persons(event: dict[str, Any], hint: dict[str, Any]) -> dict[str, Any]:
    """Return an event with nothing personal in any of its texts."""
    from leads.redaction import TOKEN

    def clean(value: Any) -> Any:
        if isinstance(value, str):
            return TOKEN.sub("…", cleaned(value))
        if isinstance(value, dict):
            return {name: clean(one) for name, one in value.items()}
        if isinstance(value, list | tuple):
            return [clean(one) for one in value]
        return value

    for name in ("request", "user", "extra", "breadcrumbs", "server_name"):
        event.pop(name, None)
    # What was put into the line stands in it already, cleaned.
    event.get("logentry", {}).pop("params", None)
    for name in ("message", "logentry", "exception", "transaction"):
        if name in event:
            event[name] = clean(event[name])
    event.setdefault("tags", {})["request_id"] = request_id.get()
    return event
