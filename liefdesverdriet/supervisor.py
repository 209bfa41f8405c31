"""What `manage.py serve` turns into: it holds the socket and starts a generation of the site on it.

python -m liefdesverdriet.supervisor PLAN

It stays small, knows nothing of Django and loads none of the code that it serves. SIGHUP starts a new
generation and lets the old one leave when the new one answers: new code comes in without losing a request.
So it does when a part of the site stops by itself; what is left of the old generation serves on meanwhile.
"""

import json
import os
import signal
import socket
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from liefdesverdriet import listening, processes

START_SECONDS = 60
# Migrations of a large site take their time; the old generation serves on meanwhile.
PREPARE_SECONDS = 3600
FOLDER = Path(__file__).resolve().parent.parent
LEAVE = signal.SIGUSR1  # as web.LEAVE, which would bring all of granian along
# Most clients that keep a connection open use it again within so many seconds, and are then told to leave it.
LEAVE_SECONDS = 3.0
_EVERY_ADDRESS = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104


class NotStarted(Exception):
    """The site can't be started; says why in one sentence."""


def say(line: str) -> None:
    print(line, flush=True)


class Generation(processes.Program):
    """The site as its code is at the start: liefdesverdriet.application and the web workers that it forks.

    When one of them stops, all are started anew: nobody keeps a copy of what they share.
    """

    what_starts = "the site starts"

    def __init__(self, listener: socket.socket, workers: int, threads: int) -> None:
        self.listener, self.numbers = listener, (str(workers), str(threads))
        self.workers: list[processes.Adopted] = []
        self.told = b""
        self.pipe: int | None = None
        self.until = 0.0
        self.is_ending = False

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
        """Whether its application has answered and its workers were started."""
        if self.pipe is None:
            return bool(self.workers)
        with suppress(BlockingIOError):
            self.told += os.read(self.pipe, 1000)
        if not self.told.endswith(b"."):
            return False
        self._close()
        self.workers = [
            processes.Adopted(f"Web worker {number}", int(pid))
            for number, pid in enumerate(self.told[:-1].split(), 1)
        ]
        return True

    def _close(self) -> None:
        if self.pipe is not None:
            os.close(self.pipe)
            self.pipe = None

    @property
    def _stopped(self) -> tuple[str, int] | None:
        """The name and exit code of the first part that has ended."""
        if (code := super().exit_code) is not None:
            return "The site" if not self.workers else "The mail worker", code
        ended = ((worker.name, worker.exit_code) for worker in self.workers)
        return next(((name, code) for name, code in ended if code is not None), None)

    @property
    def what_stopped(self) -> str:
        return self._stopped[0] if self._stopped else self.name

    @property
    def exit_code(self) -> int | None:
        return self._stopped[1] if self._stopped else None

    @property
    def is_gone(self) -> bool:
        """Whether none of its processes is left."""
        return super().exit_code is not None and all(worker.exit_code is not None for worker in self.workers)

    def leave(self) -> None:
        """Tell all to finish, the web workers once readers have left them (`look_whether_left`)."""
        super().signal(signal.SIGTERM)
        for worker in self.workers:
            worker.signal(LEAVE)
        self.until = time.monotonic() + LEAVE_SECONDS

    def look_whether_left(self) -> None:
        """To be called a few times a second after `leave`: end what has had its time."""
        late = time.monotonic() - self.until
        if late > processes.STOP_SECONDS:
            self.kill()
        elif late > 0 and not self.is_ending:
            self.is_ending = True
            for worker in self.workers:
                worker.signal(signal.SIGTERM)

    def signal(self, number: signal.Signals) -> None:
        super().signal(number)
        for worker in self.workers:
            worker.signal(number)

    def wait(self, seconds: float) -> None:
        deadline = time.monotonic() + seconds
        super().wait(seconds)
        for worker in self.workers:
            worker.wait(deadline - time.monotonic())

    def kill(self) -> None:
        super().kill()
        self._close()
        for worker in self.workers:
            worker.kill()

    @property
    def pids(self) -> list[int]:
        own = [self.process.pid] if self.process else []
        return own + [worker.pid for worker in self.workers]


class Supervisor:
    """`plan`: host, port, web_workers, web_threads, dev, and as `announcement` a file with what to print."""

    def __init__(self, plan: dict) -> None:
        self.plan = plan
        self.stopping = self.renewing = False
        self.has_terminal = os.isatty(0)
        self.running: list[processes.Program] = []
        self.leaving: list[Generation] = []
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
        revival = processes.Revival(say, self._start_again)
        if self.listener:
            processes.adopt()
        try:
            for child in self._parts():
                self.running.append(child)
                child.start()
            self._wait_until(lambda: self._is_started() and self._answers(), self.running)
            if not self.stopping:
                with open(self.plan["announcement"]) as announcement:
                    say(announcement.read())
            while not self.stopping:
                time.sleep(0.2)
                revival.look_after(self.running)
                for old in self.leaving:
                    old.look_whether_left()
                self.leaving = [old for old in self.leaving if not old.is_gone]
                if self.listener:
                    processes.bury([pid for one in self._generations() for pid in one.pids])
                if self.renewing and not self.plan["dev"]:
                    self.renewing = False
                    self._begin_anew(_manage("serve", "--prepare"))
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

    def _generations(self) -> list[Generation]:
        return [*(child for child in self.running if isinstance(child, Generation)), *self.leaving]

    def _is_started(self) -> bool:
        return all(one.is_ready for one in self._generations())

    def _start_again(self, child: processes.Program) -> None:
        if isinstance(child, Generation):
            self._begin_anew()
        else:
            child.start()

    def _begin_anew(self, preparation: processes.Program | None = None) -> None:
        """Put a new generation in the place of the old one; where that can't be, keep what there is.

        `preparation` comes first, where there is new code.
        """
        new = self._generation()
        begun: list[processes.Program] = [new]
        try:
            if preparation:
                begun.append(preparation)
                preparation.start()
                self._wait_until(lambda: preparation.exit_code == 0, [preparation], PREPARE_SECONDS)
            new.start()
            self._wait_until(lambda: new.is_ready, [new])
        except NotStarted as error:
            say(f"{error} The old generation of the site goes on.")
            processes.stop(begun)
            return
        if self.stopping:
            processes.stop(begun)
            return
        old = self._generations()
        for one in old:
            if one not in self.leaving:
                one.leave()
        self.running, self.leaving = [new], old
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
