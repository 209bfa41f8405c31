"""How soon readers see a change, on every process, while 500 requests a second go on."""

import json
import re
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Iterable
from dataclasses import dataclass
from http.client import HTTPConnection

from tests.benchmarks import processes
from tests.benchmarks.figure import Figure, at_least, at_most, told
from tests.benchmarks.site import ARTICLE_PATH, BenchSite
from tests.running_site import ROOT

RATE, CONNECTIONS, TRIES = 500, 16, 60
CHANGES, QUICK_CHANGES, PAUSE = 8, 3, 2.5
LATEST, MARK, FAILED = 1.0, "versie", -1
PEER = "WordPress with fastcgi_cache: up to 10 minutes"


@dataclass(frozen=True)
class Answer:
    """`began` and `ended` in seconds of the machine's monotonic clock; `version` is what the page said.

    An answer that failed has `FAILED` for its version.
    """

    process: int
    began: float
    ended: float
    version: int


def figures(site: BenchSite, *, quick: bool) -> list[Figure]:
    """Publish the article again and again while it is being read, and look at every answer."""
    process = site.running.process
    assert process
    publisher = subprocess.Popen(
        [sys.executable, "-m", "tests.benchmarks.freshness"],
        cwd=ROOT,
        env=site.environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert publisher.stdin
    assert publisher.stdout
    first = json.loads(publisher.stdout.readline())
    readers = Readers(process.pid, site.running.port)
    readers.start()
    commits, took = {}, []
    try:
        for number in range(first + 1, first + 1 + (QUICK_CHANGES if quick else CHANGES)):
            began = time.monotonic()
            publisher.stdin.write(f"{number}\n")
            publisher.stdin.flush()
            commits[number] = json.loads(publisher.stdout.readline())
            took.append(time.monotonic() - began)
            time.sleep(PAUSE)
    finally:
        seconds, answers = readers.stop()
        publisher.stdin.close()
        publisher.wait(60)
    latest, stale = judge(commits, answers)
    of = len(readers.processes)
    return [
        at_most(f"a change seen by all readers ({of} processes)", latest, LATEST, "s", peer=PEER),
        at_most(f"answers begun > {LATEST:g} s after it and stale", stale, 0, f"of {len(answers):,}"),
        at_least("requests a second meanwhile", len(answers) / seconds, RATE * 0.95),
        at_most("answers that failed meanwhile", sum(one.version == FAILED for one in answers), 0),
        told("publishing meanwhile took", statistics.median(took), "s"),
    ]


def judge(commits: dict[int, float], answers: Iterable[Answer]) -> tuple[float, int]:
    """Return the longest time in seconds from a commit to the first new answer of a process, and how many
    answers were older than a commit of more than `LATEST` seconds before they began.

    A process that never gives a new answer makes the time endless.
    """
    given = sorted((one for one in answers if one.version != FAILED), key=lambda one: one.ended)
    firsts = [
        next(
            (
                one.ended
                for one in given
                if one.process == process and one.version >= number and one.ended > at
            ),
            float("inf"),
        )
        - at
        for number, at in commits.items()
        for process in {one.process for one in given}
    ]
    stale = sum(
        any(one.began > at + LATEST and one.version < number for number, at in commits.items())
        for one in given
    )
    return max(firsts, default=float("inf")), stale


class Readers:
    """Connections to every process that answers, which ask in turns, `RATE` times a second together."""

    def __init__(self, pid: int, port: int) -> None:
        self.pid, self.port = pid, port
        self.processes: set[int] = set()
        self.answers: list[Answer] = []
        self._stopping = threading.Event()

    def start(self) -> None:
        connections: list[tuple[int, HTTPConnection]] = []
        # The kernel chooses who gets a connection: more are opened to find the processes that got none yet.
        for _ in range(TRIES):
            connection = HTTPConnection("127.0.0.1", self.port, timeout=30)
            self._ask(connection)
            holder = self._holder(connection)
            if holder is None or (len(connections) >= CONNECTIONS and holder in self.processes):
                connection.close()
                continue
            self.processes.add(holder)
            connections.append((holder, connection))
        assert len(connections) >= CONNECTIONS, f"Only {len(connections)} of {TRIES} connections were found"
        self._began = time.monotonic()
        pause = len(connections) / RATE
        self._threads = [
            threading.Thread(target=self._read, args=(*one, self._began + number / RATE, pause))
            for number, one in enumerate(connections)
        ]
        for thread in self._threads:
            thread.start()

    def stop(self) -> tuple[float, list[Answer]]:
        """Return for how many seconds they asked, and all answers."""
        self._stopping.set()
        seconds = time.monotonic() - self._began
        for thread in self._threads:
            thread.join()
        return seconds, self.answers

    def _read(self, process: int, connection: HTTPConnection, moment: float, pause: float) -> None:
        while not self._stopping.wait(max(0.0, moment - time.monotonic())):
            began = time.monotonic()
            version = self._ask(connection)
            self.answers.append(Answer(process, began, time.monotonic(), version))
            if connection.sock is None:
                process = self._holder(connection) or process
            moment += pause
        connection.close()

    def _holder(self, connection: HTTPConnection) -> int | None:
        """Return which process holds it; where an answer ended it, another may hold the next."""
        if connection.sock is None:
            connection.connect()
        return processes.holder(self.pid, connection.sock)

    @staticmethod
    def _ask(connection: HTTPConnection) -> int:
        connection.request("GET", ARTICLE_PATH)
        answer = connection.getresponse()
        body = answer.read()
        if answer.status != 200:
            return FAILED
        found = re.search(rb"versie (\d+)", body)
        return int(found[1]) if found else 0


def publish() -> None:
    """Publish what the numbers on standard input say; print the moment at which each was committed.

    What publishing does besides, such as looking for similar articles, comes after that moment.
    """
    import django

    django.setup()
    from django.db import transaction
    from django.db.models.signals import post_save

    from blog.models import ArticlePage
    from tests.benchmarks.seed import ARTICLE

    commits: list[float] = []

    def on_saved(update_fields: object = None, **_: object) -> None:
        # The page as a whole, and not what a revision notes on it.
        if update_fields is None:
            transaction.on_commit(lambda: commits.append(time.monotonic()))

    post_save.connect(on_saved, sender=ArticlePage, weak=False)
    article = ArticlePage.objects.get(slug=ARTICLE)
    found = re.search(rf"{MARK} (\d+)", article.title)
    print(int(found[1]) if found else 0, flush=True)
    for line in sys.stdin:
        commits.clear()
        article.title = f"Over wachten, {MARK} {int(line)}"
        article.save_revision().publish()
        print(commits[0], flush=True)


if __name__ == "__main__":
    import os

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "liefdesverdriet.settings")
    publish()
