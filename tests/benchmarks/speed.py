"""An article from the page cache: how many a second, how late, and how near to a file on disk."""

from pathlib import Path

from tests.benchmarks import load, ready_file
from tests.benchmarks.figure import Figure, at_least, at_most, left_out, medians, told
from tests.benchmarks.site import BenchSite

ROUNDS, SECONDS, QUICK_SECONDS = 3, 6, 2
RATE, SHARE, P99, FIRST_BYTE = 5000, 0.08, 15, 1
NAME = "article, cached"
PEERS = (
    "WordPress 16, with fastcgi_cache 1,400 (41,800 kept compressed); Ghost 46, behind a cache 52,800; "
    "bare Wagtail 89–127"
)
FILE_PEER = "57,000–64,000"
FIRST_BYTE_PEERS = "WordPress 118, with fastcgi_cache 1.8; Ghost 35; bare Wagtail 20"


def figures(site: BenchSite, folder: Path, *, quick: bool) -> list[Figure]:
    """Measure a site that is being served, and nginx with the very same bytes, in turns."""
    if load.wrk() is None:
        return [left_out(NAME, "no wrk here (apt-get install wrk)", f"≥ {RATE:,} a second")]
    seconds = QUICK_SECONDS if quick else SECONDS
    status, headers, body = load.fetch(site.article, Accept_Encoding="gzip")
    assert status == 200, f"{site.article}: {status}"
    assert headers.get("content-encoding") == "gzip", headers
    # Every process makes it once.
    load.press(site.article, 2)
    first_byte = load.first_byte(site.article)
    if ready_file.nginx() is None:
        measured = medians(one_round(site.article, "", seconds) for _ in range(ROUNDS))
        share = left_out(f"{NAME}: share of a ready file", "no nginx here (apt-get install nginx-light)")
        return [*own_figures(measured, first_byte), share]
    with ready_file.served(body, folder / "ready") as file:
        assert load.fetch(file, Accept_Encoding="gzip")[2] == body, "nginx serves other bytes"
        measured = medians(one_round(site.article, file, seconds) for _ in range(ROUNDS))
    return [
        *own_figures(measured, first_byte),
        told("the same bytes, a ready file of nginx", measured["file"], "a second", peer=FILE_PEER),
        at_least(f"{NAME}: share of a ready file", measured["share"], SHARE),
    ]


def one_round(article: str, file: str, seconds: int) -> dict[str, float]:
    own = load.press(article, seconds)
    found = {"rate": own.requests_a_second, "p99": own.p99, "failed": own.failed}
    if file:
        found["file"] = load.press(file, seconds).requests_a_second
        found["share"] = found["rate"] / found["file"]
    return found


def own_figures(measured: dict[str, float], first_byte: float) -> list[Figure]:
    return [
        at_least(f"{NAME}, plain `make run`", measured["rate"], RATE, "a second", peer=PEERS),
        at_most(f"{NAME}: 99 of 100 answered within", measured["p99"], P99, "ms"),
        at_most(f"{NAME}: first byte", first_byte, FIRST_BYTE, "ms", peer=FIRST_BYTE_PEERS),
        at_most(f"{NAME}: answers that failed", measured["failed"], 0),
    ]
