"""A coach who changes an article while readers ask for it, and whether what they got was still true."""

import http.client
import re
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Event, Thread

from tests.faults.nodes import Site
from tests.running_site import ROOT, wait_until

# All readers together, in requests a second.
RATE = 500
THREADS_A_PORT = 4
SEEN_SECONDS = 1.0
# So many answers at each port and address have to be judged after each change.
JUDGED = 20
# The article, which says "Stand" and a number, and the list that it stands in.
PATHS = ("/blog/stilte-na-de-storm/", "/blog/")
STAND = re.compile(rb"Stand (\d+)")

COACH = """
import sys, time
from wagtail.models import Page, PageViewRestriction
for line in sys.stdin:
    kind, number = line.split()
    page = Page.objects.get(pk={article}).specific
    if kind == "publish":
        page.title = f"Stand {{number}}"
        page.save_revision().publish()
    elif kind == "unpublish":
        page.unpublish()
    elif kind == "restrict":
        PageViewRestriction.objects.create(page=page, restriction_type="password", password="geheim")
    elif kind == "open":
        PageViewRestriction.objects.all().delete()
    print(time.monotonic(), flush=True)
"""
# What is done, and the number that readers see after it; none where the article is not for them.
CHANGES = (
    ("publish", 1, "1"),
    ("publish", 2, "2"),
    ("unpublish", 0, ""),
    ("publish", 3, "3"),
    ("restrict", 0, ""),
    ("open", 0, "3"),
    ("publish", 4, "4"),
)


@dataclass(frozen=True)
class Seen:
    """One answer. Times are monotonic: one clock for all processes of a machine."""

    port: int
    path: str
    begun: float
    status: int
    number: str


@dataclass
class Story:
    """What happened: (time of the commit, number that is right from then on), and what readers saw."""

    changes: list[tuple[float, str]] = field(default_factory=list)
    seen: list[Seen] = field(default_factory=list)

    def stale(self) -> list[Seen]:
        """Return the answers that show what was over for SEEN_SECONDS when they were asked for.

        What comes next may be seen already while its commit is still being told of.
        """
        return [one for one in self.seen if one.number not in self._right_at(one.begun)]

    def _right_at(self, begun: float) -> set[str]:
        known = [
            index for index, (committed, _) in enumerate(self.changes) if committed <= begun - SEEN_SECONDS
        ]
        return {number for _, number in self.changes[known[-1] :]}

    def __str__(self) -> str:
        took = max(one.begun for one in self.seen) - min(one.begun for one in self.seen)
        ports = len({one.port for one in self.seen})
        return (
            f"{len(self.seen)} answers in {took:.1f} s at {ports} port(s), {len(self.changes) - 1} changes,"
            f" {len(self.stale())} stale"
        )


def tell(site: Site, ports: Sequence[int]) -> Story:
    """Let the coach do all CHANGES while readers ask at `ports`; each is followed by JUDGED late readers."""
    story = Story([(float("-inf"), "")])
    with _coach(site) as coach, _readers(ports, story.seen):
        for kind, number, shown in CHANGES:
            coach.stdin.write(f"{kind} {number}\n")  # type: ignore[union-attr]
            coach.stdin.flush()  # type: ignore[union-attr]
            committed = float(coach.stdout.readline())  # type: ignore[union-attr]
            story.changes.append((committed, shown))

            def enough(due: float = committed + SEEN_SECONDS) -> bool:
                late = [(one.port, one.path) for one in story.seen[-4000:] if one.begun > due]
                return all(late.count((port, path)) >= JUDGED for port in ports for path in PATHS)

            wait_until(enough, 60, f"enough readers came after: {kind}")
    return story


@contextmanager
def _coach(site: Site) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        [
            *(sys.executable, str(ROOT / "manage.py"), "shell", "--no-imports"),
            *("-c", COACH.format(article=site.article)),
        ],
        env=site.environment(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with process:
        yield process


@contextmanager
def _readers(ports: Sequence[int], seen: list[Seen]) -> Iterator[None]:
    stop = Event()
    pause = len(ports) * THREADS_A_PORT / RATE
    threads = [
        Thread(target=_read, args=[port, pause, seen, stop]) for port in ports for _ in range(THREADS_A_PORT)
    ]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        stop.set()
        for thread in threads:
            thread.join(60)


def _read(port: int, pause: float, seen: list[Seen], stop: Event) -> None:
    """Ask for PATHS in turn, once in `pause` seconds at most."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    turn, following = 0, time.monotonic()
    while not stop.is_set():
        path = PATHS[turn % len(PATHS)]
        turn += 1
        begun = time.monotonic()
        connection.request("GET", path)
        answer = connection.getresponse()
        numbers = {number.decode() for number in STAND.findall(answer.read())}
        seen.append(Seen(port, path, begun, answer.status, ",".join(sorted(numbers))))
        following = max(following + pause, begun)
        stop.wait(max(0.0, following - time.monotonic()))
    connection.close()
