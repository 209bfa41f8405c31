"""How long a question takes on a site of five thousand articles, as a reader waits for it.

The articles are mixed from the sentences of the demo's, so that questions about those have thousands of
answers: a site on which every article speaks of an ex and of love.
"""

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.benchmarks.figure import Figure, at_most, told
from tests.benchmarks.site import BenchSite

ARTICLES, QUICK_ARTICLES = 5_000, 1_000
GOALS = {"postgresql": 100, "sqlite": 150}
SENTENCES = 45
ROUNDS = 2
QUERIES = Path(__file__).parent.parent / "search" / "queries.jsonl"


def figures(folder: Path, *, quick: bool) -> list[Figure]:
    site = BenchSite(folder, "search")
    articles = QUICK_ARTICLES if quick else ARTICLES
    try:
        site.create()
        site.seed(articles, 0)
        took = site.json("tests.benchmarks.searching")
    finally:
        site.drop()
    of = f"{articles:,} articles"
    return [
        at_most(
            f"search, {of}: p95", took["p95"], GOALS[took["vendor"]], "ms", note=f"p50 {took['p50']:.0f} ms"
        ),
        told(f"suggestions, {of}: p95", took["suggestions"], "ms"),
        told(f"search index of {of} made anew", took["rebuilt"], "s"),
    ]


def main() -> None:
    """Fill the index of the site of the environment, ask all questions and print what they took, as JSON."""
    import time

    import django

    django.setup()
    from django.conf import settings
    from django.db import connection
    from django.test import Client

    from search.indexing import rebuild

    settings.PAGECACHE_BYTES = 0
    began = time.perf_counter()
    rebuild(read=mixed())
    rebuilt = time.perf_counter() - began
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
    queries = [json.loads(line)["query"] for line in QUERIES.read_text().splitlines() if line]
    client = Client(headers={"host": "localhost"})

    def ask(path: str, query: str) -> float:
        began = time.perf_counter()
        answer = client.get(path, {"q": query})
        assert answer.status_code == 200, query
        return (time.perf_counter() - began) * 1000

    ask("/zoeken/", "liefde")
    took = sorted((ask("/zoeken/", query), query) for _ in range(ROUNDS) for query in queries)
    titles = sorted(ask("/zoeken/suggesties/", query[:length]) for query in queries for length in (3, 6))
    for ms, query in took[-5:]:
        print(f"  {ms:.0f} ms: {query}", file=sys.stderr)
    shown = {
        "vendor": connection.vendor,
        "p50": took[len(took) // 2][0],
        "p95": took[int(len(took) * 0.95)][0],
        "suggestions": titles[int(len(titles) * 0.95)],
        "rebuilt": rebuilt,
    }
    json.dump(shown, sys.stdout)


def mixed() -> Callable[[], Iterator]:
    """Return what goes through all articles, each with a text mixed from those of the demo."""
    import pkgutil
    import re
    from importlib import import_module
    from random import Random

    from django.utils.html import strip_tags

    import demo.articles
    from blog.models import ArticlePage
    from search.models import Entry
    from search.reading import Content

    names = [module.name for module in pkgutil.iter_modules(demo.articles.__path__)]
    written = [import_module(f"demo.articles.{name}").ARTICLE for name in names]
    titles = [article["title"] for article in written]
    text = " ".join(
        strip_tags(str(value))
        for article in written
        for kind, value in article["body"]
        if kind == "paragraph"
    )
    sentences = re.split(r"(?<=[.!?])\s+", text)

    def read() -> Iterator:
        for pk in ArticlePage.objects.order_by("pk").values_list("pk", flat=True):
            chance = Random(pk)  # noqa: S311
            yield (
                Entry(page_id=pk),
                Content(
                    kind=Entry.Kind.ARTICLE,
                    name=f"{chance.choice(titles)} ({pk})",
                    lead=" ".join(chance.choices(sentences, k=2)),
                    labels="",
                    text="\n".join(chance.choices(sentences, k=SENTENCES)),
                ),
            )

    return read


if __name__ == "__main__":
    import os

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "liefdesverdriet.settings")
    main()
