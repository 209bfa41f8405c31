"""Processes that are kept alive and stopped together: programs of their own, and forks of this one.

Knows nothing of Django, which the supervisor has no memory for.
"""

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from multiprocessing.context import ForkProcess
from typing import Protocol

from liefdesverdriet import tied

STOP_SECONDS = 12
FIRST_PAUSE, LONGEST_PAUSE = 1.0, 60.0
# What a parent acts on; a child starts without its parent's answers to them.
SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGUSR1)


class Child(Protocol):
    name: str
    started: float

    def start(self) -> None: ...

    @property
    def exit_code(self) -> int | None:
        """None as long as it runs; negative for the number of the signal that ended it."""

    def signal(self, number: signal.Signals) -> None: ...

    def wait(self, seconds: float) -> None:
        """Return when it has ended, or after `seconds`."""

    def kill(self) -> None: ...


class Program:
    """Another program, in a session of its own, so that Ctrl-C in the terminal reaches it only through us."""

    process: subprocess.Popen[bytes] | None = None

    def __init__(self, name: str, *command: str, keep: Sequence[int] = ()) -> None:
        """`keep`: open files that it may use."""
        self.name = name
        self.command = [sys.executable, tied.__file__, str(os.getpid()), *command]
        self.keep = keep

    def start(self) -> None:
        self.started = time.monotonic()
        self.process = subprocess.Popen(
            self.command,
            stdin=subprocess.DEVNULL,
            pass_fds=self.keep,
            start_new_session=True,
        )

    @property
    def exit_code(self) -> int | None:
        return self.process.poll() if self.process else None

    def signal(self, number: signal.Signals) -> None:
        if self.process:
            self.process.send_signal(number)

    def wait(self, seconds: float) -> None:
        with suppress(subprocess.TimeoutExpired):
            if self.process:
                self.process.wait(seconds)

    def kill(self) -> None:
        """End it and what it started itself."""
        if self.process:
            with suppress(ProcessLookupError):
                os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()


class Fork:
    """A function of this process in a child, which shares our memory until one of us writes to it."""

    process: ForkProcess | None = None

    def __init__(self, name: str, function: Callable[[], None]) -> None:
        self.name = name
        self.function = function

    def start(self) -> None:
        self.started = time.monotonic()
        # A signal for the child must not be answered by what it has of ours.
        signal.pthread_sigmask(signal.SIG_BLOCK, SIGNALS)
        try:
            # Not os.fork: it ends in multiprocessing's way, which leads to the writing of leads.seen.
            self.process = multiprocessing.get_context("fork").Process(target=self._run, args=[os.getpid()])
            self.process.start()
        finally:
            signal.pthread_sigmask(signal.SIG_UNBLOCK, SIGNALS)

    def _run(self, parent: int) -> None:
        for number in SIGNALS:
            signal.signal(number, signal.SIG_DFL)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, SIGNALS)
        tied.tie(parent)
        self.function()

    @property
    def exit_code(self) -> int | None:
        return self.process.exitcode if self.process else None

    def signal(self, number: signal.Signals) -> None:
        if self.process and self.process.pid and self.exit_code is None:
            os.kill(self.process.pid, number)

    def wait(self, seconds: float) -> None:
        if self.process:
            self.process.join(seconds)

    def kill(self) -> None:
        if self.process:
            self.process.kill()
            self.process.join()


def stop(children: Sequence[Child], seconds: float = STOP_SECONDS) -> None:
    """Ask all to finish what they are doing, and end what has not done so in `seconds`."""
    for child in children:
        child.signal(signal.SIGTERM)
    deadline = time.monotonic() + seconds
    for child in children:
        child.wait(max(0.1, deadline - time.monotonic()))
        child.kill()


class Revival:
    """Starts children again that stopped by themselves, each after a pause that grows as it goes on so."""

    def __init__(self, say: Callable[[str], object]) -> None:
        self.say = say
        self.pauses: dict[Child, float] = {}
        self.due: dict[Child, float] = {}

    def look_after(self, children: Sequence[Child]) -> None:
        """To be called a few times a second."""
        now = time.monotonic()
        for child in children:
            if child.exit_code is None:
                continue
            if child not in self.due:
                has_run = now - child.started > LONGEST_PAUSE
                pause = FIRST_PAUSE if has_run else self.pauses.get(child, FIRST_PAUSE)
                self.say(
                    f"{child.name} stopped (exit code {child.exit_code}); it starts again in {pause:g} s."
                )
                self.due[child], self.pauses[child] = now + pause, min(pause * 2, LONGEST_PAUSE)
            elif now >= self.due[child]:
                del self.due[child]
                child.start()
