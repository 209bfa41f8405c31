"""Kept connections spread over the web workers.

All workers accept from one socket, and the one that wakes first takes a whole burst of connections. What is
kept open it then answers alone, while the others have nothing to do. A worker that holds more than its share
says "Connection: close" to some (RFC 9112, section 9.6): they come back over a new connection, which any
worker may take (docs/decisions/0025).
"""

import mmap
import os
import socket
import struct
import time
from contextlib import suppress

EVERY_SECONDS = 0.25
# With fewer than this each has a thread to itself anyway.
FEW = 4
# More than this spread by themselves, and would take long to count.
MANY = 200
_SLOT = struct.Struct("=dq")


class Shares:
    """How many connections each worker holds, in memory that all of them see."""

    def __init__(self, workers: int) -> None:
        """To be made before the workers are forked."""
        self.workers = workers
        self._memory = mmap.mmap(-1, workers * _SLOT.size)

    def tell(self, worker: int, connections: int, now: float) -> None:
        """`worker`: its number from 0. `now`: seconds of the monotonic clock, which all processes share."""
        _SLOT.pack_into(self._memory, worker * _SLOT.size, now, connections)

    def too_many(self, worker: int, now: float) -> int:
        """Return how many connections the worker holds above a fair share; who was silent holds none."""
        told = [_SLOT.unpack_from(self._memory, number * _SLOT.size) for number in range(self.workers)]
        held = [count if now - when < 4 * EVERY_SECONDS else 0 for when, count in told]
        return max(0, held[worker] + sum(held) // -self.workers)


class Balance:
    """Says which answers of one worker end their connection."""

    def __init__(self, shares: Shares, worker: int, listener: socket.socket) -> None:
        self.shares, self.worker = shares, worker
        self._place = _place(listener)
        self._next_look = 0.0
        self._to_end = 0
        shares.tell(worker, 0, 0.0)

    def ends_one(self) -> bool:
        """Return whether the answer that begins now is to end its connection."""
        now = time.monotonic()
        if now >= self._next_look:
            self._next_look = now + EVERY_SECONDS
            count = self._count()
            self.shares.tell(self.worker, count, now)
            self._to_end = self.shares.too_many(self.worker, now) if FEW <= count <= MANY else 0
        if self._to_end <= 0:
            return False
        self._to_end -= 1
        return True

    def _count(self) -> int:
        """Return how many connections are open to the address that this worker listens to."""
        count = 0
        for name in os.listdir("/proc/self/fd"):
            # Others may close theirs meanwhile.
            with suppress(OSError):
                if os.readlink(f"/proc/self/fd/{name}").startswith("socket:"):
                    count += self._is_a_reader(os.dup(int(name)))
        return count

    def _is_a_reader(self, number: int) -> bool:
        """Close the descriptor `number` once it is known what it is."""
        try:
            connection = socket.socket(fileno=number)
        except OSError:
            os.close(number)
            return False
        with connection:
            return _place(connection) == self._place and not connection.getsockopt(
                socket.SOL_SOCKET, socket.SO_ACCEPTCONN
            )


def _place(one: socket.socket) -> object:
    """Return what a listening socket and its connections share: the port, or the path."""
    name = one.getsockname()
    return (one.family, name if one.family == socket.AF_UNIX else name[1])
