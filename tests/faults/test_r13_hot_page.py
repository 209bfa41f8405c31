"""Guarantee R13: a page that everybody reads changes under load: made once a process, seen in time.

Each render of a page that is kept says so in exactly one answer (X-Cache: miss), and an answer that was made
without being kept says nothing: both are counted as renders.
"""

import http.client
import re
import sqlite3
import time
import urllib.request
from collections import Counter
from contextlib import closing
from threading import Event, Thread
from typing import NamedTuple

import psycopg

from tests.faults.nodes import Node, Site

CHANGES, PAUSE_SECONDS = 4, 1.6
# Together at most 500 requests a second.
READERS_A_NODE, PACE_SECONDS = 4, 0.016
TITLE = "Versie"


class Reading(NamedTuple):
    begun: float
    node: int
    status: int
    cache: str
    number: int


def change(site: Site, number: int) -> None:
    """Give the article another title and raise the version, in one transaction as the site does."""
    statements = (
        f"UPDATE wagtailcore_page SET title = '{TITLE} {number}' WHERE id = {site.article}",  # noqa: S608
        "INSERT INTO pagecache_contentversion (number) VALUES (1)",
    )
    if site.database_url:
        with psycopg.connect(site.database_url) as server:
            for statement in statements:
                server.execute(statement)
        return
    with closing(sqlite3.connect(site.data_dir / "site.sqlite3", timeout=20)) as file, file:
        for statement in statements:
            file.execute(statement)


def read_on(node: Node, path: str, is_over: Event, readings: list[Reading]) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", node.port, timeout=30)
    while not is_over.is_set():
        begun = time.monotonic()
        connection.request("GET", path)
        answer = connection.getresponse()
        found = re.search(rf"<h1[^>]*>\s*{TITLE} (\d+)", answer.read().decode())
        readings.append(
            Reading(
                begun,
                node.port,
                answer.status,
                answer.getheader("X-Cache", "not kept"),
                int(found[1]) if found else -1,
            )
        )
        is_over.wait(max(0.0, begun + PACE_SECONDS - time.monotonic()))
    connection.close()


def test_r13_hot_page_is_made_once_a_process_and_version_and_is_never_late(broken_site: Site) -> None:
    nodes = [broken_site.node(), broken_site.node()]
    urls = dict(broken_site.rows("SELECT id, url_path FROM wagtailcore_page"))
    # As stored it begins with the home page's own name.
    path = "/" + urls[broken_site.article].split("/", 2)[2]
    # The first visit to an empty site writes down its settings, which is a change of its own.
    with urllib.request.urlopen(f"http://127.0.0.1:{nodes[0].port}{path}") as answer:  # noqa: S310 - our own
        assert answer.status == 200
    change(broken_site, 0)
    time.sleep(PAUSE_SECONDS)
    readings: list[Reading] = []
    is_over = Event()
    readers = [
        Thread(target=read_on, args=(node, path, is_over, readings))
        for node in nodes
        for _ in range(READERS_A_NODE)
    ]
    committed: dict[int, float] = {0: time.monotonic()}
    for reader in readers:
        reader.start()
    try:
        for number in range(1, CHANGES + 1):
            time.sleep(PAUSE_SECONDS)
            change(broken_site, number)
            committed[number] = time.monotonic()
        time.sleep(PAUSE_SECONDS)
    finally:
        is_over.set()
        for reader in readers:
            reader.join(60)

    assert {reading.status for reading in readings} == {200}
    made = [reading for reading in readings if reading.cache not in ("hit", "stale")]
    renders = Counter((reading.node, reading.number) for reading in made)
    assert set(renders) == {(node.port, number) for node in nodes for number in committed}
    assert set(renders.values()) == {1}, renders
    late = [
        reading
        for reading in readings
        if reading.number < max(n for n, moment in committed.items() if n == 0 or moment + 1 < reading.begun)
    ]
    assert not late, late[:5]
    assert len(readings) > 50 * CHANGES
