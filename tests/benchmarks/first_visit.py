"""What an article brings over the line without its pictures, and what a phone makes of it."""

import json
import os
import shlex
import shutil
import subprocess
from contextlib import suppress
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.benchmarks.figure import Figure, at_most, left_out
from tests.benchmarks.site import BenchSite
from tests.benchmarks.transfer import Transfer, measure
from tests.conftest import chromium

PAGE_KILOBYTES, FONT_KILOBYTES, REQUESTS = 30, 80, 10
PEER, REQUESTS_PEER = "WordPress 38, Ghost 1,163", "WordPress 20 to third parties"
SCORES = ("performance", "accessibility", "best-practices", "seo")
PAINT, SCORE_PEER = 1.3, "Ghost: performance 71, largest paint 7.5 s"

# Tries of one look.
LOOKS = 3


def transfer(site: BenchSite) -> list[Figure]:
    """Visit the article with an empty browser, once: its bytes are the same each time."""
    if chromium() is None:
        return [left_out("transfer of an article", "no Chromium here (apt-get install chromium)")]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        found = measure(browser, site.article.replace("127.0.0.1", "localhost"))
        browser.close()
    return judged(found)


def judged(found: Transfer) -> list[Figure]:
    """Compare a visit with what it may bring; kilobytes are thousands of bytes, as peers were measured."""
    fonts = found.bytes["fonts"] / 1000
    page = sum(count for kind, count in found.bytes.items() if kind not in ("fonts", "content")) / 1000
    return [
        at_most("article without pictures and fonts", page, PAGE_KILOBYTES, "kB", peer=PEER),
        at_most("its fonts", fonts, FONT_KILOBYTES, "kB"),
        at_most("its requests, pictures not counted", found.requests, REQUESTS, peer=REQUESTS_PEER),
        at_most("requests to a third party", found.elsewhere, 0),
    ]


def lighthouse() -> list[str] | None:
    """Return the command of Lighthouse: LIGHTHOUSE, else one that npx has without asking the network."""
    if named := os.environ.get("LIGHTHOUSE"):
        return shlex.split(named)
    if shutil.which("lighthouse"):
        return ["lighthouse"]
    if shutil.which("npx"):
        offline = ["npx", "--offline", "--no-install", "lighthouse"]
        # Node alone may take seconds to begin; who has no answer by then has none.
        with suppress(subprocess.TimeoutExpired):
            asked = subprocess.run([*offline, "--version"], capture_output=True, timeout=60, check=False)
            return offline if asked.returncode == 0 else None
    return None


def phone(site: BenchSite, folder: Path) -> list[Figure]:
    """Let Lighthouse look at article and home on its simulated phone, three times each."""
    command = lighthouse()
    if command is None or chromium() is None:
        return [
            left_out("Lighthouse, simulated phone", "no Lighthouse here", "100 / 100 / 100 / 100", SCORE_PEER)
        ]
    found = []
    for name, url in (("article", site.article), ("home", f"{site.url}/")):
        reports = [
            look(command, url.replace("127.0.0.1", "localhost"), folder / f"{name}.json") for _ in range(3)
        ]
        middle = sorted(reports, key=lambda report: report["paint"])[1]
        scores = " / ".join(f"{middle[score]:.0f}" for score in SCORES)
        perfect = all(middle[score] == 100 for score in SCORES)
        found += [
            Figure(f"Lighthouse, {name}", scores, "100 / 100 / 100 / 100", perfect, SCORE_PEER),
            at_most(f"Lighthouse, {name}: largest paint", middle["paint"], PAINT, "s"),
            at_most(f"Lighthouse, {name}: layout shift", middle["shift"], 0),
            at_most(f"Lighthouse, {name}: blocking time", middle["blocking"], 0, "ms"),
        ]
    return found


def look(command: list[str], url: str, output: Path) -> dict[str, float]:
    """Return the four scores out of 100, the largest paint in seconds, the shift, the blocking time in ms."""
    flags = ("--quiet", "--output=json", f"--output-path={output}", f"--only-categories={','.join(SCORES)}")
    chrome = "--chrome-flags=--headless=new --no-sandbox"
    environment = {**os.environ, "CHROME_PATH": chromium() or ""}
    for more in reversed(range(LOOKS)):
        # A browser now and then ends in an error of its own tracing; that says nothing about the page.
        ran = subprocess.run(
            [*command, url, *flags, chrome], env=environment, capture_output=True, text=True, check=False
        )
        if ran.returncode == 0:
            break
        if not more:
            raise RuntimeError(f"Lighthouse failed {LOOKS} times; at last it said:\n{ran.stderr[-2000:]}")
    return read(json.loads(output.read_text()))


def read(report: dict) -> dict[str, float]:
    audits = report["audits"]
    return {
        **{score: report["categories"][score]["score"] * 100 for score in SCORES},
        "paint": audits["largest-contentful-paint"]["numericValue"] / 1000,
        "shift": audits["cumulative-layout-shift"]["numericValue"],
        "blocking": audits["total-blocking-time"]["numericValue"],
    }
