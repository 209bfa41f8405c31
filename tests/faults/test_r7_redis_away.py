"""Guarantee R7: Redis stops, falls silent and comes back under two web servers, and no visitor notices."""

import json
import time
from collections import Counter
from itertools import count

import pytest
from redis import Redis

from tests.faults.coach import Coach
from tests.faults.nodes import Node, Site
from tests.redis_server import RedisServer
from tests.running_site import wait_until

# Without a proof, four of one network go through, however many servers it asks.
ALLOWED = 4
LIMITS = {"unsubscribe": {"network": [[ALLOWED, 86400]], "total": []}}
ROUNDS = 5
STAMP = "from leads.forms import StopForm; print(StopForm().initial['stamp'])"


class Visitors:
    """People who read all kinds of pages, and some who unsubscribe, each from a network of their own."""

    def __init__(self, site: Site, nodes: list[Node]) -> None:
        self.nodes = nodes
        self.stamp = site.run("shell", "--no-imports", "-c", STAMP).split()[-1]
        self.coach = Coach(site)
        self.numbers = count(1)
        slug = site.rows("SELECT slug FROM wagtailcore_page WHERE title = 'Stilte na de storm'")[0][0]
        article = site.article
        self.paths = [
            *("/", "/blog/", f"/blog/{slug}/", f"/reacties/{article}/plaatsen/", "/aanmelden/roadmap/"),
            *("/zoeken/?q=stilte", "/feed/", "/sitemap.xml", "/afmelden/", "/readyz"),
        ]

    def network(self) -> str:
        number = next(self.numbers)
        return f"198.51.{number // 250}.{number % 250 + 1}"

    def unsubscribe(self, node: Node, network: str) -> int:
        values = {"email": "lezer@voorbeeld.example", "onderwerp": "", "stamp": self.stamp}
        return node.ask("/afmelden/", values, headers={"X-Forwarded-For": network}).status

    def let_through(self, *nodes: Node) -> int:
        """Return how many posts of one network get through, sent to `nodes` in turn."""
        network = self.network()
        answers = [self.unsubscribe(nodes[number % len(nodes)], network) for number in range(3 * ALLOWED)]
        assert set(answers) <= {303, 429}, answers
        return answers.count(303)

    def look_around(self) -> float:
        """Ask for everything at both servers; each page is there. Return the longest answer, in seconds."""
        longest = 0.0
        for node in self.nodes:
            statuses: Counter[int] = Counter()
            for number, path in enumerate(self.paths * ROUNDS):
                began = time.monotonic()
                # Each second one past all that is kept: what is unusual about it makes the page anew.
                unusual = {"Authorization": "Basic Og=="} if number % 2 else {}
                statuses[node.ask(path, headers=unusual).status] += 1
                longest = max(longest, time.monotonic() - began)
            assert set(statuses) == {200}, statuses
            self.coach.look(node, "/admin/account/")
        return longest


@pytest.fixture
def visitors(broken_site: Site, redis: RedisServer) -> Visitors:
    broken_site.settings |= {
        "CACHE_URL": redis.url,
        "GUARD_LIMITS": json.dumps(LIMITS),
        "GUARD_PROOF_OF_WORK": "off",
        "TRUSTED_PROXY_DEPTH": "1",
    }
    return Visitors(broken_site, [broken_site.node(), broken_site.node()])


def test_r7_redis_stops_comes_back_and_falls_silent(visitors: Visitors, redis: RedisServer) -> None:
    one, other = visitors.nodes
    visitors.look_around()
    assert visitors.let_through(one, other) == ALLOWED, "both count together"

    redis.stop()
    visitors.look_around()
    assert visitors.let_through(one) == ALLOWED, "each still counts"
    assert visitors.let_through(other) == ALLOWED, "each still counts"
    assert visitors.let_through(one, other) == 2 * ALLOWED, "each by itself"

    redis.start()
    both_count_in(redis, visitors)
    assert visitors.let_through(one, other) == ALLOWED
    visitors.look_around()

    redis.silence()
    try:
        assert visitors.look_around() < 3
        assert visitors.let_through(one) == visitors.let_through(other) == ALLOWED
        began = time.monotonic()
        for number in range(20):
            assert visitors.unsubscribe(visitors.nodes[number % 2], visitors.network()) == 303
        assert time.monotonic() - began < 10, "one in five seconds waits, half a second"
    finally:
        redis.speak()
    visitors.look_around()


def both_count_in(redis: RedisServer, visitors: Visitors) -> None:
    """Wait until both servers, which nobody started again, count in Redis."""
    with Redis(port=redis.port) as keys:
        for node in visitors.nodes:

            def counts_there(node: Node = node) -> bool:
                keys.flushdb()
                visitors.unsubscribe(node, visitors.network())
                return bool(keys.keys("*unsubscribe*"))

            wait_until(counts_there, 30, "it counts in Redis again")
