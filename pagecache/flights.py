"""Let one thread make what several ask for at once."""

from collections.abc import Hashable
from threading import Event, Lock

from pagecache.entries import Entry


class Flight:
    """What is being made; `entry` is there once it has landed, None where it can't be shared."""

    def __init__(self) -> None:
        self.landed = Event()
        self.entry: Entry | None = None


class Flights:
    def __init__(self) -> None:
        self._flights: dict[Hashable, Flight] = {}
        self._lock = Lock()

    def join(self, key: Hashable) -> tuple[Flight, bool]:
        """Return the flight of `key` and whether it is the caller's own, who must `land` it."""
        with self._lock:
            flight = self._flights.get(key)
            if flight is not None:
                return flight, False
            self._flights[key] = flight = Flight()
            return flight, True

    def land(self, key: Hashable) -> None:
        with self._lock:
            flight = self._flights.pop(key)
        flight.landed.set()
