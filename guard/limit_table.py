"""How often each action may be done: what the site starts from, and what settings put in its place.

Plain Python, read while the settings are still being made.
"""

import json
from typing import Any, Literal

from django.core.exceptions import ImproperlyConfigured

Scope = Literal["network", "address", "total"]
# (how many, in how many seconds), of which all count. The seconds divide a day: then a window ends with the
# day that the hashes of a network and of an address are made for.
Limits = list[tuple[int, int]]
Table = dict[str, Limits]

MINUTES = 60
HOUR = 60 * MINUTES
DAY = 24 * HOUR

# By one network. Each action has a row here.
DEFAULT_LIMITS: Table = {
    "comment": [(5, 10 * MINUTES), (30, DAY)],
    "comment-report": [(5, 10 * MINUTES), (30, DAY)],
    "sign-up": [(5, 10 * MINUTES), (30, DAY)],
    # One a page that shows gifts; many people may read behind one address.
    "gift-seen": [(300, 10 * MINUTES)],
    "unsubscribe": [(5, 10 * MINUTES), (30, DAY)],
    # Asking to see, correct or erase what is known of oneself.
    "privacy": [(5, 10 * MINUTES), (20, DAY)],
    # Of one coach, to herself.
    "test-mail": [(10, 10 * MINUTES)],
    # Failures alone: what went well is taken back.
    "login": [(10, 10 * MINUTES), (100, DAY)],
    "second-factor": [(5, 10 * MINUTES), (20, DAY)],
    # Of one device that its owner logged in with before, counted instead of its network: what strangers do
    # elsewhere does not hold it up (accounts.throttle).
    "login-known": [(10, 10 * MINUTES), (100, DAY)],
    "second-factor-known": [(5, 10 * MINUTES), (30, DAY)],
    # Nobody guesses one; this is for floods.
    "passkey": [(30, 10 * MINUTES)],
    "password-reset": [(5, 10 * MINUTES), (20, DAY)],
}
# About one address or account, by all networks together. Wider where a stranger could use up someone's room.
DEFAULT_ADDRESS_LIMITS: Table = {
    "comment": [(10, 10 * MINUTES), (60, DAY)],
    # mailing.allowance keeps a mailbox to three mails a day, unseen; this one is for floods.
    "sign-up": [(30, 10 * MINUTES), (100, DAY)],
    "privacy": [(5, HOUR), (10, DAY)],
    "login": [(10, 15 * MINUTES), (100, DAY)],
    # Of a million codes some three are right at a time.
    "second-factor": [(5, 10 * MINUTES), (30, DAY)],
    "password-reset": [(3, HOUR), (6, DAY)],
}
# A breaker for floods from many networks; wider for sign-ups, which a mention elsewhere can bring in crowds.
DEFAULT_TOTAL_LIMITS: Table = {
    "comment": [(60, 10 * MINUTES), (600, DAY)],
    "comment-report": [(60, 10 * MINUTES), (600, DAY)],
    "sign-up": [(300, 10 * MINUTES), (3000, DAY)],
    "unsubscribe": [(300, 10 * MINUTES), (3000, DAY)],
    "privacy": [(60, 10 * MINUTES), (600, DAY)],
    # Short windows alone: a flood must not keep the coach out for the rest of a day.
    "login": [(200, 10 * MINUTES)],
    "second-factor": [(100, 10 * MINUTES)],
    "password-reset": [(60, 10 * MINUTES)],
}
_DEFAULTS: dict[Scope, Table] = {
    "network": DEFAULT_LIMITS,
    "address": DEFAULT_ADDRESS_LIMITS,
    "total": DEFAULT_TOTAL_LIMITS,
}
EXAMPLE = '{"sign-up": {"network": [[20, 600]], "total": []}}'


def chosen(text: str) -> tuple[Table, Table, Table]:
    """Return the limits by network, address and all together that the JSON `text` puts in place of defaults.

    Its shape is that of EXAMPLE: for an action and a scope how many, in how many seconds; none for no limit.
    Raises ImproperlyConfigured, in one sentence, for anything else.
    """
    try:
        value: Any = json.loads(text or "{}")
    except ValueError:
        value = None
    if not isinstance(value, dict):
        raise ImproperlyConfigured(f"GUARD_LIMITS must be JSON like {EXAMPLE}.")
    tables: dict[Scope, Table] = {"network": {}, "address": {}, "total": {}}
    for action, scopes in value.items():
        if action not in DEFAULT_LIMITS:
            known = ", ".join(DEFAULT_LIMITS)
            raise ImproperlyConfigured(f"GUARD_LIMITS names {action!r}; there are limits for {known}.")
        if not isinstance(scopes, dict):
            raise ImproperlyConfigured(f"GUARD_LIMITS for {action!r} must look like that in {EXAMPLE}.")
        for scope, limits in scopes.items():
            allowed = [name for name, defaults in _DEFAULTS.items() if action in defaults]
            if scope not in allowed:
                raise ImproperlyConfigured(
                    f"GUARD_LIMITS for {action!r} names {scope!r}; it is counted by {', '.join(allowed)}."
                )
            tables[scope][action] = _limits(limits, f"{action!r}, {scope!r}")
    return tables["network"], tables["address"], tables["total"]


def _limits(value: Any, place: str) -> Limits:
    pairs: list[Any] = value if isinstance(value, list) else [None]
    if not all(isinstance(pair, list) and len(pair) == 2 and all(map(_is_count, pair)) for pair in pairs):
        raise ImproperlyConfigured(
            f"GUARD_LIMITS for {place} must be pairs such as [[5, 600]]: at most 5 in 600 seconds."
        )
    for _, seconds in pairs:
        if DAY % seconds:
            raise ImproperlyConfigured(
                f"GUARD_LIMITS for {place} has {seconds} seconds, which does not divide a day (86400)."
            )
    return [(allowed, seconds) for allowed, seconds in pairs]


def _is_count(value: Any) -> bool:
    return type(value) is int and value > 0
