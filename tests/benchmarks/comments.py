"""`python -m tests.benchmarks.comments`: 10,000 reactions to one article, for its readers and for the coach.

Works in a scratch database of its own: SQLite in a temporary folder, or beside the one DATABASE_URL names.
Prints what it measured and ends with 1 when something takes longer than it may.
"""

import statistics
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from tests.benchmarks.scratch import scratch_site

ROUNDS = 7
# Milliseconds.
MOST = {"article": 300, "part 40 of the conversations": 300, "permalink": 300, "queue": 500}
BEGUN, ANSWERS, DEEPEST = 4000, 4000, 2000
FIRST = datetime(2026, 1, 1, 9, tzinfo=UTC)
TEXT = (
    "Sinds januari slaap ik op de bank van mijn zus. Overdag gaat het, maar zodra ik in bed lig begint het"
    " malen.\n\nHoe lang duurde het bij jullie? Ik las hierover ook op https://www.{}.example/brief."
)


def main() -> int:
    with scratch_site():
        return measure()


def measure() -> int:
    from django.conf import settings
    from django.db import connection

    # What is measured is the making of a page, which is kept nowhere.
    settings.PAGECACHE_BYTES = 0
    print(
        f"Filling a {connection.vendor} database with {BEGUN + ANSWERS + DEEPEST:,} reactions …", flush=True
    )
    over = 0
    for name, visit in visits().items():
        visit()
        took = statistics.median(timed(visit) for _ in range(ROUNDS))
        over += took > MOST[name]
        verdict = "OVER" if took > MOST[name] else "ok"
        print(f"  {name:30} {took:6.0f} of {MOST[name]} ms  {verdict}", flush=True)
    return 1 if over else 0


def timed(visit: Callable[[], Any]) -> float:
    start = time.perf_counter()
    visit()
    return (time.perf_counter() - start) * 1000


def visits() -> dict[str, Callable[[], None]]:
    """Fill the database and return what a visitor does, by the names in MOST."""
    from django.contrib.auth import get_user_model
    from django.test import Client

    from tests.blog.factories import make_site

    article = make_site().article(title="Druk besproken")
    last = fill(article)
    coach = get_user_model().objects.create_superuser("coach", "coach@voorbeeld.example", "wachtwoord")
    admin = Client(headers={"host": "localhost"})
    admin.force_login(coach)
    reader = Client(headers={"host": "localhost"})

    def visit(client: Client, path: str, status: int = 200) -> Callable[[], None]:
        def go() -> None:
            answer = client.get(path)
            assert answer.status_code == status, f"{path}: {answer.status_code}"

        return go

    conversation = f"/reacties/{article.pk}/"
    return {
        "article": visit(reader, article.get_url()),
        "part 40 of the conversations": visit(reader, f"{conversation}?pagina=40"),
        "permalink": visit(reader, f"{conversation}reactie/{last}/", status=302),
        "queue": visit(admin, "/admin/reacties/"),
    }


def fill(article: Any) -> int:
    """Write conversations three deep, some of them waiting or refused; return the id of a shown answer."""
    from comments.models import Comment, Status

    kinds = [*[Status.APPROVED] * 17, Status.PENDING, Status.SPAM, Status.TRASH]

    def several(count: int, parents: list[Comment]) -> list[Comment]:
        return Comment.objects.bulk_create(
            [
                Comment(
                    page=article,
                    page_title=article.title,
                    parent=parents[number % len(parents)] if parents else None,
                    thread_id=thread_of(parents[number % len(parents)]) if parents else None,
                    author_name=f"Lezer {number}",
                    author_email=f"lezer{number % 900}@voorbeeld.example",
                    text=TEXT.format(f"voorbeeld{number}"),
                    status=Status.APPROVED if parents else kinds[number % len(kinds)],
                    staff_label="Coach" if parents and number % 5 == 0 else "",
                    danger="wil niet meer leven" if number % 97 == 0 else "",
                    created_at=FIRST + timedelta(minutes=number),
                )
                for number in range(count)
            ],
            batch_size=1000,
        )

    begun = several(BEGUN, [])
    return several(DEEPEST, several(ANSWERS, begun))[-1].pk


def thread_of(parent: Any) -> int:
    return parent.root_id


if __name__ == "__main__":
    sys.exit(main())
