"""The processes of a running site, kept alive and stopped together by `manage.py serve`."""

import http.client
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence

from django.core.management.base import CommandError

from liefdesverdriet import tied

STOP_SECONDS = 15
START_SECONDS = 60
FIRST_PAUSE, LONGEST_PAUSE = 1.0, 60.0
_EVERY_ADDRESS = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104


class Child:
    """A child process in a session of its own, so that Ctrl-C in the terminal reaches it only through us."""

    def __init__(self, *command: str) -> None:
        self.command = [sys.executable, tied.__file__, *command]
        self.start()

    def start(self) -> None:
        self.started = time.monotonic()
        self.process = subprocess.Popen(self.command, stdin=subprocess.DEVNULL, start_new_session=True)

    @property
    def alive(self) -> bool:
        return self.process.poll() is None

    @property
    def exit_code(self) -> int | None:
        return self.process.poll()

    def signal(self, number: signal.Signals) -> None:
        """Send a signal to the child and to what it started itself."""
        try:
            os.killpg(self.process.pid, number)
        except ProcessLookupError:
            return


def stop(children: Sequence[Child]) -> None:
    """Ask all to finish what they are doing, and end what has not done so in time."""
    for child in children:
        child.signal(signal.SIGTERM)
    deadline = time.monotonic() + STOP_SECONDS
    for child in children:
        try:
            child.process.wait(max(0.1, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            child.signal(signal.SIGKILL)
            child.process.wait()


def wait_until_answering(server: Child, host: str, port: int, stopping: threading.Event) -> None:
    """Return when the server answers, or when we are told to stop."""
    deadline = time.monotonic() + START_SECONDS
    while not stopping.wait(0.05):
        if not server.alive:
            raise CommandError(
                f"The server did not start (exit code {server.exit_code}); its reason stands above."
            )
        if time.monotonic() > deadline:
            raise CommandError(f"The server did not answer within {START_SECONDS} seconds.")
        connection = http.client.HTTPConnection(_EVERY_ADDRESS.get(host, host), port, timeout=5)
        try:
            connection.request("GET", "/livez", headers={"Host": "localhost"})
            if connection.getresponse().status == 200:
                return
        except OSError:
            continue
        finally:
            connection.close()


def keep_alive(server: Child, worker: Child, stopping: threading.Event, say: Callable[[str], None]) -> None:
    """Start the worker again, after a growing pause, whenever it stops; without its server the site ends."""
    pause, again_at = FIRST_PAUSE, 0.0
    while not stopping.wait(0.2):
        now = time.monotonic()
        if not server.alive:
            raise CommandError(f"The server stopped by itself (exit code {server.exit_code}).")
        if worker.alive:
            continue
        if not again_at:
            pause = FIRST_PAUSE if now - worker.started > LONGEST_PAUSE else pause
            say(f"The mail worker stopped (exit code {worker.exit_code}); it starts again in {pause:g} s.")
            again_at, pause = now + pause, min(pause * 2, LONGEST_PAUSE)
        elif now >= again_at:
            worker.start()
            again_at = 0.0
