"""Guarantee R11: new code comes in under load, and no reader notices."""

import os
import re
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection, HTTPException
from threading import Event

import pytest

from tests.faults.nodes import Site
from tests.running_site import READY, ROOT, RunningSite, bare_environment, wait_until

A_SECOND = 200
READERS = 8
# The supervisor, the application, which sends mail and does what is due, and two web workers.
PROCESSES = 4
RENEWED = "A new generation of the site runs."


@pytest.fixture
def running(broken_site: Site) -> Iterator[RunningSite]:
    site = RunningSite(broken_site.data_dir, broken_site.database_url)
    try:
        site.start()
        yield site
    finally:
        site.stop()


def log(site: RunningSite) -> str:
    return (site.data_dir.parent / f"{site.data_dir.name}.log").read_text()


def read(site: RunningSite, paths: list[str], a_second: float, over: Event) -> Counter[str]:
    """Read over a connection that is kept open, until it is over; return how often which answer came.

    Repeats nothing. Where the server says that it closes the connection, the next request opens another.
    """
    answers: Counter[str] = Counter()
    connection = HTTPConnection("127.0.0.1", site.port, timeout=60)
    due = time.monotonic()
    while not over.wait(max(0.0, due - time.monotonic())):
        due = max(due + 1 / a_second, time.monotonic() - 1)
        try:
            connection.request("GET", paths[answers.total() % len(paths)])
            response = connection.getresponse()
            response.read()
            answers[str(response.status)] += 1
        except (HTTPException, OSError) as error:
            connection.close()
            answers[repr(error)] += 1
    connection.close()
    return answers


def test_r11_two_new_generations_under_load_lose_no_request(broken_site: Site, running: RunningSite) -> None:
    page = broken_site.rows("SELECT slug FROM wagtailcore_page WHERE title = 'Stilte na de storm'")[0][0]
    kept = ["/", "/blog/", f"/blog/{page}/"]
    rendered = f"/reacties/{broken_site.article}/plaatsen/"
    over = Event()
    with ThreadPoolExecutor(READERS + 2) as pool:
        try:
            readers = [
                pool.submit(read, running, [*kept * 5, rendered], A_SECOND / READERS, over)
                for _ in range(READERS)
            ]
            # As a proxy with little to do: its connection lies still most of the time.
            readers += [pool.submit(read, running, kept, each, over) for each in (1.0, 0.5)]
            assert running.process
            for times in (1, 2):
                running.process.send_signal(signal.SIGHUP)
                wait_until(lambda times=times: log(running).count(RENEWED) == times, 120, "it is renewed")
            # The second of the old ones is still leaving.
            over.wait(5)
        finally:
            over.set()
        answers = sum((reader.result() for reader in readers), Counter[str]())
    assert set(answers) == {"200"}, answers
    assert answers.total() > A_SECOND


def family(pid: int) -> list[int]:
    """Return the ids of a process and of all that came of it."""
    found = subprocess.run(["ps", "-eo", "pid=,ppid="], capture_output=True, text=True, check=True).stdout
    parents = {int(child): int(parent) for child, parent in (line.split() for line in found.splitlines())}
    ids = [pid]
    for one in ids:
        ids += [child for child, parent in parents.items() if parent == one]
    return ids


def test_r11_killed_process_is_missed_and_a_killed_supervisor_leaves_none(running: RunningSite) -> None:
    assert running.process
    supervisor = running.process.pid

    def are_all_there() -> bool:
        return len(family(supervisor)) == PROCESSES

    wait_until(are_all_there, 60, "all are there")
    for times, kind in enumerate(("The mail worker", "Web worker"), 1):
        _, *parts = family(supervisor)
        # The one that forked the others leads their session, and sends mail.
        killed = next(pid for pid in parts if (os.getsid(pid) == pid) == (kind == "The mail worker"))
        os.kill(killed, signal.SIGKILL)
        missed = re.compile(rf"{kind}( [12])? stopped \(exit code -9\); the site starts again in {times} s\.")
        wait_until(lambda missed=missed: missed.search(log(running)), 60, f"it is missed: {kind}")
        # Who is left answers until there are new ones.
        assert read_once(running) == 200
        wait_until(lambda times=times: log(running).count(RENEWED) == times, 120, "a new generation runs")
        wait_until(are_all_there, 60, "the old one has left")
        assert not set(parts) & set(family(supervisor))
        assert read_once(running) == 200

    all_of_them = family(supervisor)
    os.kill(supervisor, signal.SIGKILL)
    running.process.wait(30)
    wait_until(lambda: not any(map(is_running, all_of_them)), 60, "all have ended")


def is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def read_once(site: RunningSite) -> int:
    connection = HTTPConnection("127.0.0.1", site.port, timeout=60)
    connection.request("GET", "/")
    status = connection.getresponse().status
    connection.close()
    return status


def test_r11_site_ends_with_the_terminal_that_it_was_started_in(broken_site: Site) -> None:
    terminal, its_end = os.openpty()
    site = RunningSite(broken_site.data_dir, broken_site.database_url)
    process = subprocess.Popen(
        [sys.executable, str(ROOT / "manage.py"), "serve"],
        env=bare_environment(**site.settings),
        stdin=its_end,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )
    os.close(its_end)
    with process:
        assert process.stdout
        for line in process.stdout:
            if READY.encode() in line:
                break
        os.close(terminal)
        process.send_signal(signal.SIGHUP)
        assert b"The site has stopped." in process.stdout.read()
    assert process.returncode == 0


def test_r11_old_generation_goes_on_where_the_new_one_cannot_be_prepared(running: RunningSite) -> None:
    assert running.process
    wait_until(lambda: len(family(running.process.pid)) == PROCESSES, 60, "all are there")
    before = family(running.process.pid)
    # A folder where a file should be, in a place that only the preparation looks at.
    stamp = running.data_dir / "static.sources"
    stamp.unlink()
    stamp.mkdir()
    running.process.send_signal(signal.SIGHUP)
    wait_until(lambda: "The old generation of the site goes on." in log(running), 120, "it is told")
    assert set(before) <= set(family(running.process.pid))
    assert read_once(running) == 200
    assert running.stop() == 0
    assert "The site has stopped." in log(running)
