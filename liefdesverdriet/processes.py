"""Processes that are kept alive and stopped together: programs of our own, and forks that others made for us.

Knows nothing of Django, which the supervisor has no memory for.
"""

import ctypes
import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Collection, Sequence
from contextlib import suppress
from typing import Protocol

from liefdesverdriet import tied

STOP_SECONDS = 12
FIRST_PAUSE, LONGEST_PAUSE = 1.0, 60.0
# What a parent acts on; a child starts without its parent's answers to them.
SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGUSR1)
PR_SET_CHILD_SUBREAPER = 36  # prctl(2)


class Child(Protocol):
    @property
    def name(self) -> str: ...

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
    what_starts = "it starts"

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
    def what_stopped(self) -> str:
        return self.name

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


class Adopted:
    """A child that another process forked for us (`fork_for`); only its number is known."""

    code: int | None = None

    def __init__(self, name: str, pid: int) -> None:
        self.name, self.pid = name, pid

    @property
    def exit_code(self) -> int | None:
        if self.code is None:
            try:
                pid, status = os.waitpid(self.pid, os.WNOHANG)
                self.code = os.waitstatus_to_exitcode(status) if pid else None
            except ChildProcessError:
                # Where nobody adopts, it is no child of ours, and how it ended is not told.
                self.code = None if _is_there(self.pid) else 1
        return self.code

    def signal(self, number: signal.Signals) -> None:
        if self.exit_code is None:
            with suppress(ProcessLookupError):
                os.kill(self.pid, number)

    def wait(self, seconds: float) -> None:
        deadline = time.monotonic() + seconds
        while self.exit_code is None and time.monotonic() < deadline:
            time.sleep(0.02)

    def kill(self) -> None:
        self.signal(signal.SIGKILL)
        self.wait(STOP_SECONDS)


def adopt() -> None:
    """Become the parent of what those below us leave behind, where the system can do that (Linux)."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1)


def bury(known: Collection[int]) -> None:
    """Let go of ended children that nobody asks after: all but those whose numbers are `known`."""
    with suppress(ChildProcessError):
        while (ended := os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOHANG | os.WNOWAIT)) is not None:
            if ended.si_pid in known:
                # It stands before others until it is asked after.
                return
            os.waitpid(ended.si_pid, 0)


def fork_for(parent: int, function: Callable[[], None]) -> int:
    """Run a function in a fork of this process that is nobody's child but `parent`'s, who adopts it.

    It shares our memory until one of us writes to it, and ends when `parent` does. Returns its number.
    Raises OSError where there is no place for another process.
    """
    reading, writing = os.pipe()
    # A signal for the child must not be answered by what it has of ours.
    signal.pthread_sigmask(signal.SIG_BLOCK, SIGNALS)
    between = os.fork()
    if not between:
        try:
            os.close(reading)
            # Not os.fork: it ends in multiprocessing's way, which leads to the writing of leads.seen.
            fork = multiprocessing.get_context("fork").Process
            child = fork(target=_run, args=[parent, function, writing])
            child.start()
            os.write(writing, str(child.pid).encode())
        finally:
            os._exit(0)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, SIGNALS)
    os.close(writing)
    os.waitpid(between, 0)
    number = os.read(reading, 20)
    os.close(reading)
    if not number:
        raise OSError("no process could be forked")
    return int(number)


def _run(parent: int, function: Callable[[], None], writing: int) -> None:
    os.close(writing)
    for number in SIGNALS:
        signal.signal(number, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, SIGNALS)
    if sys.platform == "linux":
        deadline = time.monotonic() + STOP_SECONDS
        while os.getppid() != parent and time.monotonic() < deadline:
            time.sleep(0.01)
        tied.tie(parent)
    function()


def _is_there(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def stop(children: Sequence[Child], seconds: float = STOP_SECONDS) -> None:
    """Ask all to finish what they are doing, and end what has not done so in `seconds`."""
    for child in children:
        child.signal(signal.SIGTERM)
    deadline = time.monotonic() + seconds
    for child in children:
        child.wait(max(0.1, deadline - time.monotonic()))
        child.kill()


class Revival:
    """Starts again what stopped by itself, after a pause that grows as it goes on so."""

    def __init__(self, say: Callable[[str], object], start: Callable[[Program], object]) -> None:
        self.say, self.start = say, start
        # By name: another one may have come in its place.
        self.pauses: dict[str, float] = {}
        self.due: dict[str, float] = {}

    def look_after(self, children: Sequence[Program]) -> None:
        """To be called a few times a second."""
        now = time.monotonic()
        for child in children:
            if child.exit_code is None:
                continue
            if child.name not in self.due:
                has_run = now - child.started > LONGEST_PAUSE
                pause = FIRST_PAUSE if has_run else self.pauses.get(child.name, FIRST_PAUSE)
                self.say(
                    f"{child.what_stopped} stopped (exit code {child.exit_code}); "
                    f"{child.what_starts} again in {pause:g} s."
                )
                self.due[child.name] = now + pause
                self.pauses[child.name] = min(pause * 2, LONGEST_PAUSE)
            elif now >= self.due[child.name]:
                del self.due[child.name]
                self.start(child)
