"""A web worker: granian on a socket that is open already, and how it leaves without cutting off a reader."""

import os
import signal
import socket
from collections.abc import Callable, Iterable
from typing import Any

from granian.constants import HTTPModes, Interfaces, RuntimeModes
from granian.log import LogLevels
from granian.net import SocketHolder
from granian.server.mp import MPServer

from liefdesverdriet.balance import Balance, Shares
from liefdesverdriet.listening import BACKLOG

LEAVE = signal.SIGUSR1


class Leaving:
    """The application as it is, until it is told to leave; from then on each answer ends its connection.

    Before that, only those that are too many for this worker do. A server that ends closes connections that
    are kept open; a request on its way over one of them is lost (RFC 9112, section 9.5). A client that was
    told "Connection: close" asks over a new connection, which the next generation takes.
    """

    def __init__(
        self, application: Callable[..., Iterable[bytes]], listener: int, ends_one: Callable[[], bool]
    ) -> None:
        """`ends_one`: says of each answer whether it is to end its connection."""
        self.application = application
        self.listener = listener
        self.ends_one = ends_one
        self.is_leaving = False

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        if not self.is_leaving and not self.ends_one():
            return self.application(environ, start_response)

        def start_and_close(status: str, headers: list[tuple[str, str]], *rest: Any) -> Any:
            return start_response(status, [*headers, ("Connection", "close")], *rest)

        return self.application(environ, start_and_close)

    def leave(self, *_: object) -> None:
        """Take no new connections, and end the open ones as they are used.

        The server can't be asked to stop listening without ending. So its descriptor gets another socket, one
        that nobody knows; the real one stays open in the supervisor and in the next generation.
        """
        self.is_leaving = True
        with socket.socket() as deaf:
            deaf.bind(("127.0.0.1", 0))
            deaf.listen()
            deaf.setblocking(False)
            os.dup2(deaf.fileno(), self.listener)


def serve(
    application: Callable[..., Iterable[bytes]],
    listener: socket.socket,
    threads: int,
    shares: Shares,
    number: int,
) -> None:
    """Answer requests in `threads` threads until SIGTERM; LEAVE prepares for that.

    `shares` tells of all workers how busy they are, of which this is the one with `number`, from 0.
    """
    granian = MPServer(
        "liefdesverdriet.wsgi:application",
        interface=Interfaces.WSGI,
        runtime_mode=RuntimeModes.mt,
        http=HTTPModes.http1,
        websockets=False,
        blocking_threads=threads,
        backlog=BACKLOG,
        log_level=LogLevels.warning,
    )
    # Granian opens its own sockets and forks its own workers, and has no public way to be given either.
    granian._ssp = granian._sso = None
    # Its stub knows no arguments.
    holder: Any = SocketHolder
    granian._shd = holder(listener.fileno(), listener.family == socket.AF_UNIX, BACKLOG)
    leaving = Leaving(application, listener.fileno(), Balance(shares, number, listener).ends_one)
    signal.signal(LEAVE, leaving.leave)
    worker = granian._spawn_worker(0, granian._spawn_wsgi_worker, lambda: leaving)
    worker.inner.run()
