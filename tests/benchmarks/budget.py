"""`make budget`: start the demo site, measure it, compare with what it may cost; ends with 1 when over."""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.benchmarks.transfer import LIMITS, measure
from tests.conftest import _NO_CHROMIUM, chromium
from tests.running_site import ROOT, RunningSite, bare_environment

# In a process that has just begun and knows nothing of the site yet; a warm one asks 12 at most.
MOST_QUERIES = 22


def main() -> int:
    executable = chromium()
    if executable is None:
        sys.exit(_NO_CHROMIUM)
    print("Starting the demo site …", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        site = RunningSite(Path(folder) / "data")
        site.data_dir.mkdir()
        try:
            site.start()
            counted = count_queries(site)
            over = show(
                "SQL queries, cold",
                {name: (count, MOST_QUERIES) for name, count in counted["queries"].items()},
            )
            with sync_playwright() as playwright:
                browser = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox"])
                for name, path in counted["paths"].items():
                    figures = measure(browser, site.url + path).figures()
                    over += show(
                        f"{name}: bytes and requests",
                        {kind: (figures[kind], LIMITS[kind]) for kind in LIMITS},
                    )
        finally:
            site.stop()
    print(f"\n{over} over budget." if over else "\nAll within budget.")
    return 1 if over else 0


def count_queries(site: RunningSite) -> dict:
    command = [sys.executable, "-m", "tests.benchmarks.queries"]
    environment = bare_environment(**site.settings)
    result = subprocess.run(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True, check=True)
    return json.loads(result.stdout)


def show(title: str, figures: dict[str, tuple[int, int]]) -> int:
    """Print figures beside their limits, and return how many are over."""
    print(f"\n{title}")
    for name, (figure, limit) in figures.items():
        print(f"  {name:10} {figure:8,} of {limit:8,}  {'OVER' if figure > limit else 'ok'}")
    return sum(figure > limit for figure, limit in figures.values())


if __name__ == "__main__":
    sys.exit(main())
