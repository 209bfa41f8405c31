"""What memory the whole site takes once it has been read."""

from concurrent.futures import ThreadPoolExecutor

from tests.benchmarks import load, processes
from tests.benchmarks.figure import Figure, at_most, told
from tests.benchmarks.growth import SMALL
from tests.benchmarks.site import BenchSite

MEGABYTES = 220
READERS, SECONDS = 4, 5


def figures(site: BenchSite) -> list[Figure]:
    """Read every article, lists, feeds and pages that are not there; then weigh all processes of the site."""
    paths = [f"/blog/artikel-{number}/" for number in range(SMALL[0])]
    paths += [f"/blog/?pagina={number}" for number in range(1, SMALL[0] // 10)]
    paths += ["/", "/feed/", "/sitemap.xml", "/zoeken/?q=brief", "/blog/dit-is-er-niet/"]
    # Twice, since each process keeps its own.
    with ThreadPoolExecutor(READERS) as readers:
        answers = list(
            readers.map(lambda path: load.fetch(site.url + path, Accept_Encoding="gzip"), paths * 2)
        )
    if load.wrk():
        load.press(site.article, SECONDS)
    failed = sum(status >= 500 for status, _, _ in answers)
    process = site.running.process
    assert process
    megabytes, count = processes.memory(process.pid), len(processes.family(process.pid))
    return [
        at_most(f"memory after load, all {count} processes (PSS)", megabytes, MEGABYTES, "MB"),
        told("pages read before that", len(answers)),
        at_most("of which failed", failed, 0),
    ]
