import contextlib
import errno
import fcntl
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest
from django.db import OperationalError, ProgrammingError, connection, transaction
from django.db.utils import ConnectionHandler

from guard import turns
from guard.turns import in_turn


def test_only_one_is_inside_at_a_time(settings, tmp_path) -> None:
    settings.DATA_DIR = tmp_path
    inside, most = 0, 0

    def work() -> None:
        nonlocal inside, most
        for _ in range(100):
            with in_turn():
                inside += 1
                most = max(most, inside)
                inside -= 1

    threads = [Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most == 1 or connection.vendor != "sqlite"


@pytest.mark.django_db
def test_within_a_transaction_nobody_waits(settings, tmp_path) -> None:
    """Who is inside might be waiting for this very transaction."""
    settings.DATA_DIR = tmp_path
    with transaction.atomic(), in_turn():
        assert not (tmp_path / "writing.lock").exists()


def test_turn_ends_with_an_error(settings, tmp_path) -> None:
    settings.DATA_DIR = tmp_path
    for _ in range(2):
        with pytest.raises(ValueError, match="once"), in_turn():
            raise ValueError("once")


FULL, NORMAL = 2, 1


class OnDisk:
    """A database in a file, set up as the site's own, and what this thread asked of the disk."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.waited: list[str] = []
        settings = {**connection.settings_dict, "NAME": str(folder / "site.sqlite3")}
        self.connection = ConnectionHandler({"default": settings})["default"]
        self.run("CREATE TABLE kept (number INTEGER)")

    def run(self, statement: str) -> list[tuple[int]]:
        self.connection.ensure_connection()
        found: list[tuple[int]] = self.connection.connection.execute(statement).fetchall()
        return found

    @property
    def synchronous(self) -> int:
        return self.run("PRAGMA synchronous")[0][0]

    def wait(self, descriptor: int) -> None:
        # Nobody is kept from the turn meanwhile.
        with (self.folder / "writing.lock").open("w") as file:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        self.waited.append(Path(f"/proc/self/fd/{descriptor}").readlink().name)


@pytest.fixture
def on_disk(settings, tmp_path, monkeypatch, django_db_blocker) -> Iterator[OnDisk]:
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL needs no turns.")
    settings.DATA_DIR = tmp_path
    with django_db_blocker.unblock():
        found = OnDisk(tmp_path)
        monkeypatch.setattr(turns, "connection", found.connection)
        monkeypatch.setattr(os, "fdatasync", found.wait)
        yield found
        found.connection.close()


def test_a_commit_waits_for_the_disk_after_its_turn(on_disk: OnDisk) -> None:
    assert on_disk.synchronous == FULL
    with in_turn():
        assert on_disk.synchronous == NORMAL
        on_disk.run("INSERT INTO kept VALUES (1)")
        assert on_disk.waited == []
    assert on_disk.waited == ["site.sqlite3-wal"]
    assert on_disk.synchronous == FULL


def test_after_an_error_commits_wait_as_ever(on_disk: OnDisk) -> None:
    with pytest.raises(ValueError, match="no"), in_turn():
        raise ValueError("no")
    assert (on_disk.synchronous, on_disk.waited) == (FULL, [])


def test_a_disk_that_fails_is_no_yes(on_disk: OnDisk, monkeypatch) -> None:
    def fail(_: int) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(os, "fdatasync", fail)
    with pytest.raises(OperationalError, match="Input/output error"), in_turn():
        on_disk.run("INSERT INTO kept VALUES (1)")


def test_a_connection_that_is_gone_is_told_as_django_does(on_disk: OnDisk) -> None:
    """What a form catches, to give a reaction back with its text (`django.db`), not a bare sqlite3.Error."""
    with contextlib.closing(sqlite3.connect(on_disk.folder / "site.sqlite3")) as other:
        # Or the last to go takes the log with it.
        other.execute("SELECT * FROM kept").fetchall()
        on_disk.connection.connection.close()
        with pytest.raises(ProgrammingError), in_turn():
            pass


def test_a_log_that_is_gone_was_taken_into_the_database(on_disk: OnDisk) -> None:
    with in_turn():
        on_disk.run("INSERT INTO kept VALUES (1)")
        on_disk.connection.close()
    assert on_disk.waited == []
    assert on_disk.run("SELECT number FROM kept") == [(1,)]
