"""How often something may be done, by one network, about one address and by all, counted in fixed windows."""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TypeVar

from django.conf import settings
from django.http import HttpResponseBase
from django.utils.crypto import salted_hmac

from guard import counting
from guard.limit_table import (
    DAY,
    DEFAULT_ADDRESS_LIMITS,
    DEFAULT_LIMITS,
    DEFAULT_TOTAL_LIMITS,
    HOUR,
    MINUTES,
    Limits,
    Scope,
    Table,
)

Response = TypeVar("Response", bound=HttpResponseBase)

# With a proof of work (guard.proof) so many times as much is let through.
PROVEN_FACTOR = 6
# Up to how many seconds which words say how long to wait; what is longer lasts until the day's end.
WAITS = [(15 * MINUTES, "een paar minuten"), (90 * MINUTES, "een uurtje"), (6 * HOUR, "een paar uur")]
TOMORROW = (DAY, "tot morgen")


class LimitReached(Exception):
    """This was done too often just now: by this network, about this address, or by all together (`scope`).

    `seconds`: until there may be room again.
    """

    def __init__(self, action: str, scope: Scope, seconds: int = 10 * MINUTES) -> None:
        super().__init__(action, scope, seconds)
        self.scope = scope
        self.seconds = seconds

    @property
    def wait(self) -> str:
        """How long to wait, in words that fit behind "wacht"."""
        return self._told[1]

    def answer(self, response: Response, *, exactly: bool = True) -> Response:
        """Have `response` say when to come back (RFC 9110, 10.2.3), and return it.

        Not `exactly` where the page doesn't tell which limit was reached: windows differ in length, so their
        seconds would. The header then says what `wait` does, and no more.
        """
        response["Retry-After"] = str(self.seconds if exactly else self._told[0])
        return response

    def words(self, what: str, kept: str) -> str:
        """Return what to tell a visitor: too many of `what` (such as "reacties"), and what was `kept`."""
        happened = {
            "network": f"Er kwamen net veel {what} vanaf jouw verbinding.",
            "address": f"Er kwamen net veel {what} met dit e-mailadres.",
            "total": f"Er komen nu ongewoon veel {what} tegelijk binnen.",
        }
        return f"{happened[self.scope]} {kept}: wacht {self.wait} en druk dan nog een keer op de knop."

    @property
    def _told(self) -> tuple[int, str]:
        return next((told for told in WAITS if self.seconds <= told[0]), TOMORROW)


@dataclass(frozen=True)
class Counted:
    """One action that was counted, and can be taken back: where only failures are to count."""

    keys: tuple[str, ...]

    def take_back(self) -> None:
        for key in self.keys:
            counting.take_back(key)


def hit(action: str, network: str, proven: bool = False, *, address: str = "") -> Counted:
    """Count one more `action` of `network`, about `address`; raise LimitReached where it is one too many.

    `network`: guard.networks.network_hash. `address`: the e-mail address or the login that it is about, as
    plain text; counted under a hash. For failures alone, count first and take back what went well: whoever
    tries a hundred at once has then no more tries than one after the other.
    What is refused counts for nothing: else a flood would use up the room of those who come with a proof.
    """
    factor = PROVEN_FACTOR if proven else 1
    counted: list[str] = []
    now = int(time.time())
    for scope, whose, allowed, seconds in _windows(action, network, address):
        key = f"guard:{action}:{scope}:{whose}:{seconds}:{now // seconds}"
        counted.append(key)
        if counting.increment(key, seconds) > allowed * factor:
            Counted(tuple(counted)).take_back()
            raise LimitReached(action, scope, seconds - now % seconds)
    return Counted(tuple(counted))


def limits_for(action: str) -> Limits:
    return _chosen("GUARD_LIMITS").get(action, DEFAULT_LIMITS[action])


def address_limits_for(action: str) -> Limits:
    """Return the limits about one address; none for an action that is about nobody."""
    return _chosen("GUARD_ADDRESS_LIMITS").get(action, DEFAULT_ADDRESS_LIMITS.get(action, []))


def total_limits_for(action: str) -> Limits:
    """Return the limits over all networks; none for an action that has only limits of its own."""
    return _chosen("GUARD_TOTAL_LIMITS").get(action, DEFAULT_TOTAL_LIMITS.get(action, []))


def address_hash(address: str) -> str:
    """Return 64 hex characters that stand for an address or a login today, and say nothing on another day.

    The day is that of UTC, because the windows begin with it.
    """
    day = datetime.now(UTC).date().isoformat()
    return salted_hmac(f"guard.limits.{day}", address.strip().casefold(), algorithm="sha256").hexdigest()


def _windows(action: str, network: str, address: str) -> Iterator[tuple[Scope, str, int, int]]:
    """Yield (scope, whose, how many, seconds) of each window: what is nearest to the visitor first."""
    for allowed, seconds in limits_for(action):
        yield "network", network, allowed, seconds
    if address and (about_one := address_limits_for(action)):
        whose = address_hash(address)
        for allowed, seconds in about_one:
            yield "address", whose, allowed, seconds
    for allowed, seconds in total_limits_for(action):
        yield "total", "*", allowed, seconds


def _chosen(name: str) -> Table:
    table: Table = getattr(settings, name, {})
    return table
