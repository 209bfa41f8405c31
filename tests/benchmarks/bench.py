"""`make bench`: measure the site against its goals, write docs/benchmarks.md, end with 1 when one is missed.

ARGS: names of parts, by default all; `quick` measures shorter and writes nothing down. Each part is written
down as it ends, so that one that fails takes no other with it. The parts of `ALSO`
have a program of their own, which prints its own table.
"""

import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tests.benchmarks import (
    first_visit,
    freshness,
    growth,
    machine,
    memory,
    posted,
    report,
    searching,
    shipped_nginx,
    speed,
    uncached,
    wordpress_import,
)
from tests.benchmarks.figure import Figure, missed
from tests.benchmarks.site import BenchSite
from tests.running_site import ROOT

DOCUMENT = ROOT / "docs" / "benchmarks.md"
ALSO = ("comments", "leads")
Part = Callable[[BenchSite, Path, bool], list[Figure]]
# Those of a site that runs come before those that need it stopped.
SERVED: dict[str, Part] = {
    "speed": lambda site, folder, quick: speed.figures(site, folder, quick=quick),
    "nginx": lambda site, folder, quick: shipped_nginx.figures(site, folder, quick=quick),
    "fresh": lambda site, _, quick: freshness.figures(site, quick=quick),
    "transfer": lambda site, *_: first_visit.transfer(site),
    "lighthouse": lambda site, folder, _: first_visit.phone(site, folder),
    "memory": lambda site, *_: memory.figures(site),
}
STOPPED: dict[str, Part] = {
    "posting": lambda _, __, quick: posted.figures(quick=quick),
    "uncached": lambda site, *_: uncached.figures(site),
    "growth": lambda site, folder, quick: growth.figures(site, folder, quick=quick),
    "search": lambda _, folder, quick: searching.figures(folder, quick=quick),
    "import": lambda _, folder, quick: wordpress_import.figures(folder, quick=quick),
}
# Under what each stands in the document.
TITLES = {
    "speed": "An article from memory",
    "nginx": "Behind the shipped nginx",
    "fresh": "A change, seen by readers",
    "transfer": "What an article brings along",
    "lighthouse": "On a phone (Lighthouse)",
    "memory": "Memory",
    "posting": "Reactions posted",
    "uncached": "Pages made anew",
    "growth": "Growth",
    "search": "Search",
    "import": "An import from WordPress",
}
# These fill a site of their own.
ON_THEIR_OWN = {"posting", "search", "import"}


def main(arguments: list[str]) -> int:
    # Told to stop, it takes its sites and databases away first, as after Ctrl-C.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("Stopped."))
    quick = "quick" in arguments
    chosen = [name for name in arguments if name != "quick"]
    names = [*SERVED, *STOPPED, *ALSO]
    if unknown := set(chosen) - set(names):
        sys.exit(f"No part is called {', '.join(sorted(unknown))}. There are: quick, {', '.join(names)}.")
    wanted = chosen or [name for name in names if not (quick and name in ALSO)]
    figures = measure([name for name in wanted if name not in ALSO], quick=quick)
    over = [figure.name for figure in missed(figures)]
    for name in ALSO:
        if name in wanted:
            print(f"\n{name}", flush=True)
            ran = subprocess.run([sys.executable, "-m", f"tests.benchmarks.{name}"], cwd=ROOT, check=False)
            over += [f"{name} (see above)"] * bool(ran.returncode)
    print("\nMissed: " + "; ".join(over) if over else "\nAll goals reached.")
    return 1 if over else 0


def measure(names: list[str], *, quick: bool) -> list[Figure]:
    """Fill a site, measure the parts of it, write each down unless it is quick, and return the figures."""
    figures: list[Figure] = []
    if not names:
        return figures
    with tempfile.TemporaryDirectory(prefix="bench-") as place:
        folder = Path(place)
        site = BenchSite(folder, "small")
        try:
            if not ON_THEIR_OWN.issuperset(names):
                print(
                    "Filling a site with {:,} articles and {:,} reactions …".format(*growth.SMALL), flush=True
                )
                began = time.perf_counter()
                site.create()
                site.seed(*growth.SMALL)
                print(f"  … which took {time.perf_counter() - began:.0f} s", flush=True)
            if any(name in SERVED for name in names):
                with site.served():
                    figures += parts(SERVED, names, site, folder, quick)
            figures += parts(STOPPED, names, site, folder, quick)
        finally:
            site.drop()
    return figures


def parts(of: dict[str, Part], names: list[str], site: BenchSite, folder: Path, quick: bool) -> list[Figure]:
    found: list[Figure] = []
    for name in of:
        if name in names:
            print(f"\n{name}", flush=True)
            own = of[name](site, folder, quick)
            for figure in own:
                print(figure.line(), flush=True)
            if not quick:
                database = site.python("tests.benchmarks.machine").strip()
                where = f"{machine.day()}: {machine.versions(database)}; {machine.machine()}"
                report.write(DOCUMENT, database.split()[0], TITLES[name], report.table(where, own))
            found += own
    return found


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
