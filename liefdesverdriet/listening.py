"""The socket that readers connect to: our own, or one that systemd opened for us. Without Django."""

import os
import socket

# How many connections may wait for a worker to take them, for instance while it is started again.
BACKLOG = 1024
FIRST_PASSED = 3


def passed_by_systemd() -> bool:
    """Whether a socket came along (sd_listen_fds(3)); LISTEN_PID tells whether it is meant for us."""
    return os.environ.get("LISTEN_PID") == str(os.getpid()) and os.environ.get("LISTEN_FDS") == "1"


def listen(host: str, port: int) -> socket.socket:
    """Return a listening socket: systemd's, else a new one. Raises OSError where that can't be had."""
    if passed_by_systemd():
        listener = socket.socket(fileno=FIRST_PASSED)
    else:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        listener = socket.socket(family, kind, protocol)
        try:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listener.bind(address)
        except OSError:
            listener.close()
            raise
    if listener.family != socket.AF_UNIX:
        # Connections inherit it: no waiting for more to send along.
        listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    listener.listen(BACKLOG)
    return listener
