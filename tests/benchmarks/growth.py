"""What a site of ten thousand articles costs beside one of two hundred.

Both are asked in turns, so that what else the machine does falls on both.
"""

import json
import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path

from tests.benchmarks.figure import Figure, at_most
from tests.benchmarks.load import fetch
from tests.benchmarks.site import ARTICLE_PATH, BenchSite
from tests.running_site import ROOT

SMALL, LARGE = (200, 4_000), (10_000, 100_000)
QUICK_LARGE = (2_000, 20_000)
VISITS, QUICK_VISITS, STARTS = 25, 9, 3
SLOWER, MORE_MEGABYTES = 1.2, 10
PAGES = {"article": ARTICLE_PATH, "list": "/blog/"}
STREAMED = {"sitemap": "/sitemap.xml", "feed": "/feed/"}


class Visitor:
    """A process that makes pages of a site anew, and says what each cost."""

    def __init__(self, site: BenchSite) -> None:
        command = [sys.executable, "-m", "tests.benchmarks.growth"]
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
        self.process = subprocess.Popen(command, cwd=ROOT, env=site.environment, text=True, **pipes)

    def visit(self, path: str) -> dict[str, float]:
        """Return the `ms` that a visit took and the `megabytes` that the process ever grew to."""
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(f"{path}\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())

    def __enter__(self) -> "Visitor":
        return self

    def __exit__(self, *_: object) -> None:
        assert self.process.stdin
        self.process.stdin.close()
        self.process.wait(60)


def figures(small: BenchSite, folder: Path, *, quick: bool) -> list[Figure]:
    """Copy the small site, which nobody is using, and grow the copy; then compare."""
    large = BenchSite(folder, "large")
    large.copy_of(small)
    try:
        articles, comments = QUICK_LARGE if quick else LARGE
        began = time.perf_counter()
        large.seed(articles, comments)
        print(f"  (grown to {articles:,} articles in {time.perf_counter() - began:.0f} s)", flush=True)
        of = f"{SMALL[0]:,} → {articles:,} articles"
        found = [
            at_most(f"{name} uncached, {of}", ratio, SLOWER, "times", note=note)
            for name, (ratio, note) in slower(small, large, QUICK_VISITS if quick else VISITS).items()
        ]
        for name, path in STREAMED.items():
            found += streamed(name, path, small, large)
        ratio, note = start_up(small, large)
        return [*found, at_most(f"start-up, {of}", ratio, SLOWER, "times", note=note)]
    finally:
        large.drop()


def slower(small: BenchSite, large: BenchSite, visits: int) -> dict[str, tuple[float, str]]:
    """Return for each of PAGES how many times slower the large site is, and the milliseconds of both."""
    took: dict[str, list[tuple[float, float]]] = {}
    with Visitor(small) as one, Visitor(large) as other:
        for name, path in PAGES.items():
            for visitor in (one, other):
                for _ in range(3):
                    visitor.visit(path)
            took[name] = [(one.visit(path)["ms"], other.visit(path)["ms"]) for _ in range(visits)]
    return {name: compared(pairs, "ms") for name, pairs in took.items()}


def streamed(name: str, path: str, small: BenchSite, large: BenchSite) -> list[Figure]:
    """Return what a long document asks of the memory, each in a process of its own."""
    costs = []
    for site in (small, large):
        with Visitor(site) as visitor:
            before = visitor.visit(ARTICLE_PATH)["megabytes"]
            cost = visitor.visit(path)
            costs.append((cost["ms"], cost["megabytes"] - before))
    (ms, _), (long_ms, megabytes) = costs
    note = f"{ms:,.0f} → {long_ms:,.0f} ms"
    return [at_most(f"{name}: memory while it is made", megabytes, MORE_MEGABYTES, "MB", note=note)]


def start_up(small: BenchSite, large: BenchSite) -> tuple[float, str]:
    """Return how many times longer `manage.py serve` takes until it answers, and the seconds of both."""
    for site in (small, large):
        started(site)
    return compared([(started(small), started(large)) for _ in range(STARTS)], "s")


def started(site: BenchSite) -> float:
    began = time.perf_counter()
    with site.served():
        assert fetch(f"{site.url}/")[0] == 200
        return time.perf_counter() - began


def compared(pairs: list[tuple[float, float]], unit: str) -> tuple[float, str]:
    """Return the ratio of the medians, and both in words."""
    one, other = (statistics.median(values) for values in zip(*pairs, strict=True))
    return other / one, f"{one:,.1f} → {other:,.1f} {unit}"


def main() -> None:
    """Visit the paths on standard input."""
    import django

    django.setup()
    from django.conf import settings
    from django.test import Client

    from pagecache import versions

    settings.PAGECACHE_BYTES = 0
    client = Client(headers={"host": "localhost"})
    for line in sys.stdin:
        versions.forget()
        began = time.perf_counter()
        read_all(client, line.strip())
        ms = (time.perf_counter() - began) * 1000
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(json.dumps({"ms": ms, "megabytes": peak}), flush=True)


def read_all(client, path: str) -> None:
    """Ask for a page and read it to its end without keeping it; a list of lists with all that it lists."""
    answer = client.get(path)
    assert answer.status_code == 200, f"{path}: {answer.status_code}"
    start = b""
    for part in answer:
        start = start or part
    if b"<sitemapindex" in start:
        import re

        for place in re.findall(rb"<loc>https?://[^/]+(/[^<]*)</loc>", start):
            read_all(client, place.decode().replace("&amp;", "&"))


if __name__ == "__main__":
    import os

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "liefdesverdriet.settings")
    main()
