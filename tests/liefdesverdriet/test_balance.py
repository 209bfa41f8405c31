"""Kept connections are shared by the web workers, however they came in."""

import http.client
import socket
import subprocess
import sys
import time
from collections.abc import Iterator

import pytest

from liefdesverdriet.balance import EVERY_SECONDS, Shares
from tests.benchmarks import processes
from tests.running_site import ROOT

READERS = 16
# Two workers without Django on the socket that is passed, each on an answer of its own for some milliseconds.
SERVER = """
import multiprocessing, socket, sys, time
from liefdesverdriet import balance, web

def application(environ, start_response):
    time.sleep(0.005)
    start_response("200 OK", [("Content-Length", "2")])
    return [b"ok"]

listener = socket.socket(fileno=int(sys.argv[1]))
shares = balance.Shares(2)
context = multiprocessing.get_context("fork")
workers = [
    context.Process(target=web.serve, args=(application, listener, 3, shares, number)) for number in range(2)
]
for worker in workers:
    worker.start()
print("ready", flush=True)
for worker in workers:
    worker.join()
"""


def test_a_fair_share_is_rounded_up() -> None:
    shares = Shares(3)
    for worker, count in enumerate((9, 1, 0)):
        shares.tell(worker, count, 100.0)
    assert [shares.too_many(worker, 100.0) for worker in range(3)] == [5, 0, 0]


def test_who_was_silent_holds_nothing() -> None:
    shares = Shares(2)
    shares.tell(0, 8, 100.0)
    shares.tell(1, 8, 100.0 - 5 * EVERY_SECONDS)
    assert shares.too_many(0, 100.0) == 4
    assert shares.too_many(1, 100.0) == 0


@pytest.fixture
def server() -> Iterator[tuple[int, int]]:
    """Give the process and the port of a site with two workers."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen(64)
        number = listener.fileno()
        process = subprocess.Popen(
            [sys.executable, "-c", SERVER, str(number)],
            cwd=ROOT,
            pass_fds=[number],
            stdout=subprocess.PIPE,
            start_new_session=True,
        )
        assert process.stdout
        assert process.stdout.readline() == b"ready\n"
        try:
            yield process.pid, listener.getsockname()[1]
        finally:
            for one in reversed(processes.family(process.pid)):
                subprocess.run(["kill", "-9", str(one)], check=False)
            process.wait()
            process.stdout.close()


def test_a_burst_of_kept_connections_ends_up_with_all_workers(server: tuple[int, int]) -> None:
    pid, port = server
    readers = [http.client.HTTPConnection("127.0.0.1", port) for _ in range(READERS)]
    for reader in readers:
        reader.connect()
    deadline = time.monotonic() + 20
    while True:
        for reader in readers:
            reader.request("GET", "/")
            answer = reader.getresponse()
            assert (answer.status, answer.read()) == (200, b"ok")
            if reader.sock is None:
                reader.connect()
        held = [processes.holder(pid, reader.sock) for reader in readers]
        counts = [held.count(worker) for worker in set(held) - {None}]
        if len(counts) == 2 and min(counts) >= READERS // 2 - 2:
            break
        assert time.monotonic() < deadline, f"The workers hold {counts}"
    for reader in readers:
        reader.close()
