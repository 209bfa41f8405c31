"""Count the SQL queries of cold pages in the data of the environment, and print them as JSON."""

import json
import os

import django


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "liefdesverdriet.settings")
    django.setup()
    from django.conf import settings
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    from tests.benchmarks import long_article
    from tests.blog.queries import forget_everything

    paths = {"home": "/", "list": "/blog/", "article": long_article.grow().get_url()}
    counts = {}
    for name, path in paths.items():
        client = Client(headers={"host": settings.SITE_URL.partition("://")[2]})
        # The first visit makes renditions, once in the life of a picture.
        client.get(path)
        forget_everything()
        with CaptureQueriesContext(connection) as captured:
            response = client.get(path)
        assert response.status_code == 200, f"{path}: {response.status_code}"
        counts[name] = len(captured)
    print(json.dumps({"paths": paths, "queries": counts}))


if __name__ == "__main__":
    main()
