"""What pages cost when they are made anew: queries and CPU time."""

import json
import sys
from importlib.util import find_spec

from tests.benchmarks.figure import Figure, at_most, left_out
from tests.benchmarks.site import ARTICLE_PATH, BenchSite

# Queries, and milliseconds of CPU.
GOALS = {"article": (12, 15), "home": (12, 12), "list": (12, 12), "404": (12, 12)}
PATHS = {"article": ARTICLE_PATH, "home": "/", "list": "/blog/", "404": "/blog/dit-is-er-niet/"}
PEERS = {
    "article": ("WordPress 36, bare Wagtail 8", "to first byte: WordPress 118, Ghost 35, bare Wagtail 20")
}


def figures(site: BenchSite) -> list[Figure]:
    found: list[Figure] = []
    if find_spec("tests.benchmarks.rendering") is None:
        return [left_out("pages, uncached", "no rendering.py here")]
    for name, cost in site.json("tests.benchmarks.uncached").items():
        (queries, ms), (query_peer, peer) = GOALS[name], PEERS.get(name, ("", ""))
        found += [
            at_most(f"{name}, uncached: queries", cost["queries"], queries, peer=query_peer),
            at_most(f"{name}, uncached: CPU", cost["ms"], ms, "ms", peer=peer),
        ]
    return found


def main() -> None:
    """Print what each page costs as JSON."""
    import django

    django.setup()
    from tests.benchmarks.rendering import rendering

    json.dump(rendering(PATHS), sys.stdout)


if __name__ == "__main__":
    import os

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "liefdesverdriet.settings")
    main()
