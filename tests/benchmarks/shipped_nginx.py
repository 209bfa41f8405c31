"""The article behind nginx with the shipped file (deploy/nginx), beside a file that this nginx serves."""

import gzip
from importlib.util import find_spec
from pathlib import Path

from tests.benchmarks import load, ready_file
from tests.benchmarks.figure import Figure, at_least, at_most, left_out, medians, told
from tests.benchmarks.site import ARTICLE_PATH, BenchSite
from tests.benchmarks.speed import QUICK_SECONDS, ROUNDS, SECONDS

NAME, SHARE = "article behind the shipped nginx", 0.9
PEERS = "Ghost behind a cache 52,800; WordPress with fastcgi_cache 1,400 (41,800 kept compressed)"
FILE = "bench/article.html"


def figures(site: BenchSite, folder: Path, *, quick: bool) -> list[Figure]:
    """Measure both in turns, on a site that is being served."""
    if why := missing():
        return [left_out(NAME, why, f"≥ {SHARE} of a file")]
    # Only behind a proxy the site says what may be kept in front of it.
    with site.restarted(BEHIND_PROXY="1"):
        return _figures(site, folder, quick=quick)


def _figures(site: BenchSite, folder: Path, *, quick: bool) -> list[Figure]:
    from tests.deploy.front import Front

    data_dir = site.folder / site.name
    front = Front(folder / "front", data_dir, site.running.port)
    front.start()
    try:
        url = f"http://localhost:{front.port}"
        status, headers, body = load.fetch(url + ARTICLE_PATH, Accept_Encoding="gzip")
        assert status == 200, status
        assert headers.get("content-encoding") == "gzip", headers
        file = data_dir / "static" / FILE
        file.parent.mkdir()
        file.write_bytes(gzip.decompress(body))
        file.with_name(f"{file.name}.gz").write_bytes(body)
        assert load.fetch(f"{url}/static/{FILE}", Accept_Encoding="gzip")[2] == body, (
            "nginx serves other bytes"
        )
        seconds = QUICK_SECONDS if quick else SECONDS
        load.press(url + ARTICLE_PATH, 2)
        states = {
            load.fetch(url + ARTICLE_PATH, Accept_Encoding="gzip")[1]["x-micro-cache"] for _ in range(9)
        }
        assert "HIT" in states, f"nginx keeps nothing: {states}"
        found = medians(one_round(url, seconds) for _ in range(ROUNDS))
    finally:
        front.stop()
    return [
        told(NAME, found["rate"], "a second", peer=PEERS),
        told("the same bytes, a file of the shipped nginx", found["file"], "a second"),
        at_least(f"{NAME}: share of that file", found["share"], SHARE),
        at_most(f"{NAME}: answers that failed", found["failed"], 0),
    ]


def one_round(url: str, seconds: int) -> dict[str, float]:
    own, file = load.press(url + ARTICLE_PATH, seconds), load.press(f"{url}/static/{FILE}", seconds)
    share = own.requests_a_second / file.requests_a_second
    rates = {"rate": own.requests_a_second, "file": file.requests_a_second}
    return rates | {"share": share, "failed": own.failed + file.failed}


def missing() -> str:
    """Return what it takes and is not here, "" when all is."""
    if ready_file.nginx() is None:
        return "no nginx here (apt-get install nginx-light)"
    if load.wrk() is None:
        return "no wrk here (apt-get install wrk)"
    return "" if find_spec("tests.deploy") and find_spec("tests.deploy.front") else "no deploy/nginx here"
