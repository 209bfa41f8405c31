"""How long a question takes on a site of five thousand articles, as a reader waits for it.

The articles are mixed from the sentences of the demo's, so that questions about those have thousands of
answers: a site on which every article speaks of an ex and of love.
"""

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from tests.benchmarks.figure import Figure, at_most, told
from tests.benchmarks.site import BenchSite

ARTICLES, QUICK_ARTICLES = 5_000, 1_000
GOALS = {"postgresql": 100, "sqlite": 150}
SUGGESTIONS_GOAL = 50
SENTENCES = 45
ROUNDS = 2
QUERIES = Path(__file__).parent.parent / "search" / "queries.jsonl"


def figures(folder: Path, *, quick: bool) -> list[Figure]:
    site = BenchSite(folder, "search")
    articles = QUICK_ARTICLES if quick else ARTICLES
    try:
        site.create()
        took = site.json("tests.benchmarks.searching", str(articles))
    finally:
        site.drop()
    of = f"{articles:,} articles"
    note = (
        f"p50 {took['p50']:.0f} ms; CPU of the site p50 {took['cpu_p50']:.0f}, p95 {took['cpu_p95']:.0f} ms"
    )
    return [
        at_most(f"search, {of}: p95", took["p95"], GOALS[took["vendor"]], "ms", note=note),
        at_most(
            f"suggestions, {of}: p95",
            took["suggestions"],
            SUGGESTIONS_GOAL,
            "ms",
            note=f"CPU of the site p95 {took['cpu_suggestions']:.0f} ms",
        ),
        told(f"search index of {of} made anew", took["rebuilt"], "s"),
    ]


def main() -> None:
    """Fill the site of the environment, ask all questions and print what they took, as JSON.

    What else the machine does makes one wait longer, and costs no CPU of ours: both are told.
    """
    import time

    import django

    django.setup()
    from django.conf import settings
    from django.db import connection
    from django.test import Client

    from search.indexing import rebuild

    settings.PAGECACHE_BYTES = 0
    seed(int(sys.argv[1]))
    began = time.perf_counter()
    rebuild(read=mixed())
    rebuilt = time.perf_counter() - began
    if connection.vendor == "postgresql":
        # What its autovacuum does within a minute.
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
    queries = [json.loads(line)["query"] for line in QUERIES.read_text().splitlines() if line]
    client = Client(headers={"host": "localhost"})

    def ask(path: str, query: str) -> tuple[float, float, str]:
        began, worked = time.perf_counter(), time.process_time()
        answer = client.get(path, {"q": query})
        assert answer.status_code == 200, query
        took = time.perf_counter() - began
        return took * 1000, (time.process_time() - worked) * 1000, query

    ask("/zoeken/", "liefde")
    took = sorted(ask("/zoeken/", query) for _ in range(ROUNDS) for query in queries)
    titles = [ask("/zoeken/suggesties/", query[:length]) for query in queries for length in (3, 6)]
    for ms, cpu, query in took[-5:]:
        print(f"  {ms:.0f} ms, CPU {cpu:.0f} ms: {query}", file=sys.stderr)
    waited, worked, _ = zip(*took, strict=True)
    shown = {
        "vendor": connection.vendor,
        "p50": share(waited, 0.5),
        "p95": share(waited, 0.95),
        "cpu_p50": share(worked, 0.5),
        "cpu_p95": share(worked, 0.95),
        "suggestions": share((ms for ms, *_ in titles), 0.95),
        "cpu_suggestions": share((cpu for _, cpu, _ in titles), 0.95),
        "rebuilt": rebuilt,
    }
    json.dump(shown, sys.stdout)


def share(values: Iterable[float], part: float) -> float:
    """Return what `part` of the values do not exceed."""
    every = sorted(values)
    return every[int(len(every) * part)]


def seed(articles: int) -> None:
    """Make bare articles: pages to find and to link to, whose texts only the index will have."""
    from django.core.management import call_command
    from django.db import transaction

    from blog.models import ArticleIndexPage, ArticlePage
    from tests.benchmarks import dutch
    from tests.benchmarks.articles import Writer, write
    from tests.blog.factories import CategoryFactory, make_site

    class BareWriter(Writer):
        def _article(self, page):
            return ArticlePage(page_ptr_id=page.pk, body="[]")

        def _relations(self, keys):
            through, chosen = ArticlePage.categories.through, categories_of(keys)
            write(
                through,
                [
                    {"articlepage_id": key, "category_id": number}
                    for key, numbers in chosen.items()
                    for number in numbers
                ],
            )

    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    with transaction.atomic():
        make_site()
        for topic in dutch.TOPICS[:6]:
            CategoryFactory(name=topic.capitalize(), slug=topic.replace(" ", "-"))
        BareWriter(ArticleIndexPage.objects.get()).grow(articles)


def categories_of(pages: Iterable[int]) -> dict[int, tuple[int, ...]]:
    """Return two categories for each page, always the same."""
    from random import Random

    from blog.models import Category

    every = sorted(Category.objects.values_list("pk", flat=True))
    return {pk: tuple(Random(pk).sample(every, 2)) for pk in pages}  # noqa: S311


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
        pages = list(ArticlePage.objects.order_by("pk").values_list("pk", flat=True))
        for pk, categories in categories_of(pages).items():
            chance = Random(pk)  # noqa: S311
            yield (
                Entry(page_id=pk),
                Content(
                    kind=Entry.Kind.ARTICLE,
                    name=f"{chance.choice(titles)} ({pk})",
                    lead=" ".join(chance.choices(sentences, k=2)),
                    labels="",
                    text="\n".join(chance.choices(sentences, k=SENTENCES)),
                    categories=categories,
                ),
            )

    return read


if __name__ == "__main__":
    import os

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "liefdesverdriet.settings")
    main()
