"""What `manage.py serve` turns into: it holds the socket and starts a generation of the site on it.

python -m liefdesverdriet.supervisor PLAN

It stays small, knows nothing of Django and loads none of the code that it serves. SIGHUP starts a new
generation and lets the old one leave when the new one answers: new code comes in without losing a request.
"""

import json
import os
import signal
import socket
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from liefdesverdriet import listening, processes

START_SECONDS = 60
# Migrations of a large site take their time; the old generation serves on meanwhile.
PREPARE_SECONDS = 3600
FOLDER = Path(__file__).resolve().parent.parent
LEAVE = signal.SIGUSR1  # as web.LEAVE, which would bring all of granian along
_EVERY_ADDRESS = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104


class NotStarted(Exception):
    """The site can't be started; says why in one sentence."""


def say(line: str) -> None:
    print(line, flush=True)


class Generation(processes.Program):
    """The site as its code is at the start (liefdesverdriet.application), on the supervisor's socket."""

    def __init__(self, listener: socket.socket, workers: int, threads: int) -> None:
        self.listener, self.numbers = listener, (str(workers), str(threads))

    def start(self) -> None:
        self.pipe, ready = os.pipe()
        os.set_blocking(self.pipe, False)
        open_files = (self.listener.fileno(), ready)
        command = (sys.executable, "-m", "liefdesverdriet.application", *map(str, open_files), *self.numbers)
        super().__init__("The site", *command, keep=open_files)
        super().start()
        os.close(ready)

    @property
    def is_ready(self) -> bool:
        """Whether its application has answered and its workers were started; true once, for who waits."""
        try:
            return os.read(self.pipe, 1) != b""
        except BlockingIOError:
            return False


class Supervisor:
    """`plan`: host, port, web_workers, web_threads, dev, and as `announcement` a file with what to print."""

    def __init__(self, plan: dict) -> None:
        self.plan = plan
        self.stopping = self.renewing = False
        self.has_terminal = os.isatty(0)
        self.running: list[processes.Program] = []
        self.leaving: list[processes.Program] = []
        self.listener = None if plan["dev"] else listening.listen(plan["host"], plan["port"])
        for number, handler in (
            (signal.SIGINT, self._stop),
            (signal.SIGTERM, self._stop),
            (signal.SIGHUP, self._renew),
        ):
            signal.signal(number, handler)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, processes.SIGNALS)

    def _stop(self, *_: object) -> None:
        self.stopping = True

    def _renew(self, *_: object) -> None:
        """SIGHUP also comes when the window of `make run` is closed, and then it means to end."""
        if self.has_terminal and not os.isatty(0):
            self.stopping = True
        self.renewing = True

    def run(self) -> None:
        """Return when told to stop, after all has ended. Raises NotStarted."""
        revival = processes.Revival(say)
        try:
            for child in self._parts():
                self.running.append(child)
                child.start()
            self._wait_until(self._answers, self.running)
            if not self.stopping:
                with open(self.plan["announcement"]) as announcement:
                    say(announcement.read())
            while not self.stopping:
                time.sleep(0.2)
                revival.look_after(self.running)
                self.leaving = [child for child in self.leaving if child.exit_code is None]
                if self.renewing and not self.plan["dev"]:
                    self.renewing = False
                    self._begin_anew()
        finally:
            processes.stop([*self.running, *self.leaving], processes.STOP_SECONDS + 2)

    def _parts(self) -> list[processes.Program]:
        host, port = self.plan["host"], self.plan["port"]
        if self.listener:
            return [self._generation()]
        address = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
        return [_manage("runserver", address), _manage("worker"), _manage("scheduler")]

    def _generation(self) -> Generation:
        assert self.listener  # noqa: S101
        return Generation(self.listener, self.plan["web_workers"], self.plan["web_threads"])

    def _begin_anew(self) -> None:
        """Put a new generation in the place of the old one; where that can't be, keep the old one."""
        preparation, new = _manage("serve", "--prepare"), self._generation()
        try:
            preparation.start()
            self._wait_until(lambda: preparation.exit_code == 0, [preparation], PREPARE_SECONDS)
            new.start()
            self._wait_until(lambda: new.is_ready, [new])
        except NotStarted as error:
            say(f"{error} The old generation of the site goes on.")
            processes.stop([preparation, new])
            return
        if self.stopping:
            processes.stop([preparation, new])
            return
        for old in self.running:
            old.signal(LEAVE)
        self.leaving += self.running
        self.running = [new]
        say("A new generation of the site runs.")

    def _wait_until(
        self,
        is_so: Callable[[], bool],
        children: Sequence[processes.Program],
        seconds: float = START_SECONDS,
    ) -> None:
        """Return when it is so, or when we are told to stop. Raises NotStarted when a child failed."""
        deadline = time.monotonic() + seconds
        while not self.stopping and not is_so():
            for child in children:
                if child.exit_code:
                    raise NotStarted(
                        f"{child.name} did not start (exit code {child.exit_code}); its reason stands above."
                    )
            if time.monotonic() > deadline:
                raise NotStarted(f"{children[0].name} was not ready within {seconds:g} seconds.")
            time.sleep(0.05)

    def _answers(self) -> bool:
        """Whether /livez is answered, asked as a reader would."""
        host, port = self.plan["host"], self.plan["port"]
        family, address = socket.AF_INET6 if ":" in host else socket.AF_INET, (host, port)
        if self.listener:
            family, address = self.listener.family, self.listener.getsockname()
        if family != socket.AF_UNIX:
            address = (_EVERY_ADDRESS.get(address[0], address[0]), address[1])
        with socket.socket(family) as connection:
            connection.settimeout(1)
            try:
                connection.connect(address)
                connection.sendall(b"GET /livez HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                return connection.recv(100).startswith(b"HTTP/1.1 200")
            except OSError:
                return False


def _manage(*arguments: str) -> processes.Program:
    return processes.Program(
        f"`manage.py {arguments[0]}`", sys.executable, str(FOLDER / "manage.py"), *arguments
    )


if __name__ == "__main__":
    try:
        Supervisor(json.loads(sys.argv[1])).run()
    except (NotStarted, OSError) as error:
        sys.exit(f"Error: {error}")
    say("\nThe site has stopped.")
