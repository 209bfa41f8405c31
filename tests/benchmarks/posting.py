"""`python -m tests.benchmarks.posting`: readers react, sixteen at a time, to a site that `make run` starts.

A site of its own, SQLite in a temporary folder or beside the one DATABASE_URL names, without limits and
proofs of work, which would end it. What sends is a process of its own. Prints posts a second, how long they
took, and whether each that was answered is stored; ends with 1 when a goal is missed.
"""

import asyncio
import json
import os
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

import psycopg

from tests.benchmarks import processes
from tests.running_site import ROOT, OwnDatabase, RunningSite, wait_until

POSTS, CONNECTIONS, ARTICLES = 2000, 16, 5
# Sent before the clock runs: each thread of each process does things for the first time.
FIRST_POSTS = 320
# A site looks for work every three seconds.
SETTLE_SECONDS = 5
# A second on each database, and milliseconds of the slowest in a hundred.
LEAST = {"sqlite": 100, "postgresql": 150}
MOST_P99 = 100
PREPARE = f"""
from django.contrib.auth import get_user_model
from guard.stamps import make_stamp
from tests.blog.factories import make_site
site = make_site()
get_user_model().objects.create_superuser("coach", "coach@tussentij.example", "een lang wachtwoord")
for number in range({ARTICLES}):
    page = site.article(title=f"Stilte na de storm {{number}}").pk
    print("ARTICLE", page, make_stamp("comment-2", page))
"""
TEXT = (
    "Avond {number}: sinds januari slaap ik op de bank van mijn zus. Overdag gaat het, maar zodra ik in bed"
    " lig begint het malen, en dan denk ik terug aan die {one}.\n\nHoe lang duurde het bij jullie voordat je"
    " weer een nacht doorsliep? Ik heb vorige week zijn nummer uit mijn telefoon gehaald en het daarna drie"
    " keer opnieuw ingevoerd. Mijn zus zegt dat het tijd kost, en dat ik beter met de {other} bezig kan zijn."
)
THINGS = ("fiets", "brug", "keuken", "winter", "trein", "koffie", "jas", "sleutel", "brief", "regen", "hond")


@dataclass(frozen=True)
class Posting:
    """What came of the posts; times in milliseconds."""

    database: str
    a_second: float
    p50: float
    p99: float
    sent: int
    answered: int  # with a 303: stored, says the site
    lost: int  # of those, what the database does not hold

    @property
    def is_good(self) -> bool:
        quick = self.a_second >= LEAST[self.database] and self.p99 <= MOST_P99
        return quick and self.answered == self.sent and not self.lost

    def __str__(self) -> str:
        return (
            f"comment posts, {self.database}, {CONNECTIONS} at a time: {self.a_second:.0f} a second (at least"
            f" {LEAST[self.database]}), p50 {self.p50:.0f} ms, p99 {self.p99:.0f} ms (at most {MOST_P99}),"
            f" {self.answered:,} of {self.sent:,} answered, {self.lost} of these lost"
        )


def main() -> int:
    if sys.argv[1:2] == ["send"]:
        print(json.dumps(asyncio.run(send(json.load(sys.stdin)))))
        return 0
    posting = measure()
    print(posting)
    return 0 if posting.is_good else 1


def measure(posts: int = POSTS) -> Posting:
    """Start a site, post to it, stop it, and return what came of it."""
    with running_site() as (site, articles):
        requests = [request(site.port, number, *articles[number % ARTICLES]) for number in range(posts)]
        first = [request(site.port, posts + number, *articles[0]) for number in range(FIRST_POSTS)]
        assert all(status == 303 for status, _ in sent(site.port, first)[0]), "The first posts are not taken"
        answers, seconds = sent(site.port, requests)
        stored = {number_of(text) for text in texts(site)}
    taken = [number for number, (status, _) in enumerate(answers) if status == 303]
    times = sorted(took * 1000 for _, took in answers)
    return Posting(
        database="postgresql" if "DATABASE_URL" in site.settings else "sqlite",
        a_second=len(taken) / seconds,
        p50=statistics.median(times),
        p99=times[len(times) * 99 // 100],
        sent=posts,
        answered=len(taken),
        lost=len(set(taken) - stored),
    )


@contextmanager
def running_site() -> Iterator[tuple[RunningSite, list[tuple[str, str]]]]:
    """Give the site with one coach, and of each article its number and the stamp of its form."""
    named = os.environ.get("DATABASE_URL", "")
    database = OwnDatabase(named, "posting") if named.startswith("postgres") else None
    with tempfile.TemporaryDirectory() as folder:
        if database:
            database.create()
        site = RunningSite(Path(folder) / "data", database.url if database else "")
        site.settings |= {
            # Without limits: readers come from one address here.
            "DJANGO_SETTINGS_MODULE": "tests.faults.settings",
            "PYTHONPATH": str(ROOT),
            "GUARD_PROOF_OF_WORK": "off",
        }
        try:
            site.data_dir.mkdir()
            site.manage("migrate", "--verbosity", "0")
            said = site.manage("shell", "--no-imports", "-c", PREPARE).splitlines()
            site.start()
            settle(site)
            lines = [line.split() for line in said if line.startswith("ARTICLE ")]
            yield site, [(page, stamp) for _, page, stamp in lines]
        finally:
            site.stop()
            if database:
                database.drop()


def settle(site: RunningSite) -> None:
    """Return when what a start sets going for once is done: makers of pictures and cards, a process each."""
    assert site.process
    pid, served = site.process.pid, len(processes.family(site.process.pid))
    time.sleep(SETTLE_SECONDS)
    wait_until(lambda: len(processes.family(pid)) <= served, 120, "the start is over")


def request(port: int, number: int, page: str, stamp: str) -> str:
    """Return a whole request of HTTP: a reaction like no other."""
    count = len(THINGS)
    one, other = THINGS[number % count], THINGS[number // count % count]
    body = urlencode(
        {
            "name": f"Hanne {number}",
            "email": f"hanne{number}@voorbeeld.example",
            "website": "",
            "text": TEXT.format(number=number, one=one, other=other),
            "parent": "",
            "onderwerp": "",
            "stamp": stamp,
        }
    )
    head = (
        f"POST /reacties/{page}/plaatsen/ HTTP/1.1",
        f"Host: localhost:{port}",
        "Sec-Fetch-Site: same-origin",
        "Content-Type: application/x-www-form-urlencoded",
        f"Content-Length: {len(body)}",
    )
    return "\r\n".join([*head, "", body])


def sent(port: int, requests: list[str]) -> tuple[list[tuple[int, float]], float]:
    """Send from another process; return each answer as (status, seconds), and the seconds of all."""
    ran = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.posting", "send"],
        input=json.dumps([port, requests]),
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr[-2000:]
    answers, seconds = json.loads(ran.stdout)
    return [(status, took) for status, took in answers], seconds


async def send(job: tuple[int, list[str]]) -> tuple[list[tuple[int, float]], float]:
    """Send all requests over CONNECTIONS kept connections, on each the next as soon as one is answered.

    A connection that the site ends is opened anew, as browsers do.
    """
    port, requests = job
    answers: list[tuple[int, float]] = [(0, 0.0)] * len(requests)
    waiting = iter([(number, text.encode()) for number, text in enumerate(requests)])

    async def reader() -> None:
        incoming, outgoing = await asyncio.open_connection("127.0.0.1", port)
        for number, text in waiting:
            start = time.perf_counter()
            outgoing.write(text)
            head = (await incoming.readuntil(b"\r\n\r\n")).lower()
            length = head.partition(b"content-length:")[2].split(b"\r\n")[0]
            await incoming.readexactly(int(length or 0))
            answers[number] = (int(head.split()[1]), time.perf_counter() - start)
            if b"\r\nconnection: close" in head:
                outgoing.close()
                incoming, outgoing = await asyncio.open_connection("127.0.0.1", port)
        outgoing.close()

    start = time.perf_counter()
    await asyncio.gather(*(reader() for _ in range(CONNECTIONS)))
    return answers, time.perf_counter() - start


def texts(site: RunningSite) -> list[str]:
    """Ask the database itself."""
    query = "SELECT text FROM comments_comment"
    if url := site.settings.get("DATABASE_URL"):
        with psycopg.connect(url) as connection:
            return [text for (text,) in connection.execute(query)]
    with closing(sqlite3.connect(site.data_dir / "site.sqlite3")) as connection:
        return [text for (text,) in connection.execute(query)]


def number_of(text: str) -> int:
    return int(text.partition(":")[0].removeprefix("Avond "))


if __name__ == "__main__":
    os.chdir(ROOT)
    sys.exit(main())
