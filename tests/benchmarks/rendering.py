"""What rendering a page costs without the page cache: CPU time and queries, in the environment's data."""

import json
import os
import statistics
import sys
import time

import django

RENDERS, WARM_UP = 40, 3


def rendering(paths: dict[str, str], renders: int = RENDERS) -> dict[str, dict[str, float]]:
    """Return for each name the CPU time of a visit, in milliseconds (median), and its queries (most seen).

    `paths`: the addresses to visit, by name. Django is set up already. The process is warm, the whole page is
    made each time, and the content version is looked up each time.
    """
    from django.conf import settings
    from django.db import connection
    from django.test import Client, override_settings
    from django.test.utils import CaptureQueriesContext

    from pagecache import versions

    client = Client(headers={"host": settings.SITE_URL.partition("://")[2]})
    costs = {}
    with override_settings(PAGECACHE_BYTES=0):
        for name, path in paths.items():
            spent, queries = [], []
            for _ in range(WARM_UP):
                client.get(path)
            for number in range(renders):
                versions.forget()
                began = time.process_time()
                client.get(path)
                spent.append((time.process_time() - began) * 1000)
                if number < 2:
                    versions.forget()
                    with CaptureQueriesContext(connection) as captured:
                        client.get(path)
                    queries.append(len(captured))
            costs[name] = {"ms": round(statistics.median(spent), 2), "queries": max(queries)}
    return costs


def pages() -> dict[str, str]:
    """Grow the long article and return the addresses of the pages that the figures are about."""
    from blog.models import AuthorPage, Category
    from tests.benchmarks import long_article

    article = long_article.grow()
    category = Category.objects.filter(articles__live=True).first()
    author = AuthorPage.objects.live().first()
    paths = {"article": article.get_url(), "home": "/", "list": "/blog/", "404": "/blog/dit-is-er-niet/"}
    if category is not None:
        paths["category"] = f"/blog/categorie/{category.slug}/"
    if author is not None:
        paths["author"] = author.get_url()
    return paths


def main() -> None:
    """Print the costs: a table, or JSON with --json."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "liefdesverdriet.settings")
    django.setup()
    costs = rendering(pages())
    if "--json" in sys.argv:
        print(json.dumps(costs))
        return
    for name, cost in costs.items():
        print(f"{name:10} {cost['ms']:8.2f} ms CPU {cost['queries']:4.0f} queries")


if __name__ == "__main__":
    main()
