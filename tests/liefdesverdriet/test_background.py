"""Processes for long work come when there is some, one at a time, and go when the site goes."""

import subprocess
import threading
import time
from collections.abc import Callable
from unittest import mock

import pytest
from django.db import OperationalError

from liefdesverdriet import background
from liefdesverdriet.background import Work

SECONDS = 60
# A command that goes on until it is told to stop, and two that end at once: well and badly.
LONG, SHORT, BAD = ("dbshell",), ("version",), ("er-is-geen-opdracht-van-die-naam",)


@pytest.fixture
def looking(monkeypatch):
    """Return a function that has works looked after until the test ends; it returns what was started."""
    monkeypatch.setattr(background, "LOOK_EVERY", 0.01)
    monkeypatch.setattr(background, "close_old_connections", lambda: None)
    monkeypatch.setattr(background, "connection", mock.Mock())
    stopping = threading.Event()
    threads: list[threading.Thread] = []
    started: list[subprocess.Popen[bytes]] = []

    def start(work: Work) -> subprocess.Popen[bytes]:
        lasting = ["sleep", "600"] if work.command == LONG else ["true" if work.command == SHORT else "false"]
        started.append(subprocess.Popen(lasting))
        return started[-1]

    monkeypatch.setattr(background, "start", start)

    def look_after(*works: Work) -> list[subprocess.Popen[bytes]]:
        threads.append(threading.Thread(target=background.run, args=[stopping, works]))
        threads[-1].start()
        return started

    look_after.stop = stopping.set
    yield look_after
    stopping.set()
    for thread in threads:
        thread.join(SECONDS)
        assert not thread.is_alive()


def comes_true(condition: Callable[[], bool]) -> bool:
    until = time.monotonic() + SECONDS
    while not condition():
        if time.monotonic() > until:
            return False
        time.sleep(0.01)
    return True


def test_one_process_at_a_time_and_another_when_more_waits(looking) -> None:
    waiting = [True, True, True]
    started = looking(Work("short", SHORT, lambda: bool(waiting and waiting.pop()), look_every=0.01))
    assert comes_true(lambda: len(started) == 3 and not waiting)
    assert all(process.wait(SECONDS) == 0 for process in started)


def test_long_work_keeps_no_other_waiting(looking) -> None:
    long = Work("long", LONG, lambda: True, look_every=0.01)
    short_waits = [True]
    short = Work("short", SHORT, lambda: bool(short_waits and short_waits.pop()), look_every=0.01)
    started = looking(long, short)
    assert comes_true(lambda: len(started) == 2)
    assert [process.args[0] for process in started] == ["sleep", "true"]


def test_process_ends_with_the_site(looking) -> None:
    started = looking(Work("long", LONG, lambda: True, look_every=0.01))
    assert comes_true(lambda: bool(started))
    looking.stop()
    assert comes_true(lambda: started[0].poll() is not None)


def test_what_fails_is_tried_again_after_a_pause_and_told(looking, caplog) -> None:
    with mock.patch.object(background, "AFTER_A_FAILURE", 0.2):
        began = time.monotonic()
        started = looking(Work("bad", BAD, lambda: True, look_every=0.01))
        assert comes_true(lambda: len(started) == 2)
    assert time.monotonic() - began >= 0.2
    assert "bad stopped (exit code 1)" in caplog.text


def test_database_that_is_away_comes_back(looking, caplog) -> None:
    times = []

    def is_waiting() -> bool:
        times.append(1)
        if len(times) == 1:
            raise OperationalError("away")
        return len(times) == 2

    with mock.patch.object(background, "AFTER_A_FAILURE", 0.05):
        started = looking(Work("short", SHORT, is_waiting, look_every=0.01))
        assert comes_true(lambda: len(started) == 1)
    assert "the database is away; short waits" in caplog.text


def test_every_work_has_a_command_that_there_is() -> None:
    from django.core.management import get_commands

    assert {work.command[0] for work in background.ALL} <= get_commands().keys()
