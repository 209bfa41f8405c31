"""Guarantee R7: while Redis is away no post fails, and each process still counts."""

import logging
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from django.core.cache import cache
from django.test import override_settings

from guard import counting, limits

pytest.importorskip("redis", reason="the Python package redis is not installed")

LIMITS = {"GUARD_LIMITS": {"comment": [(2, 86400)]}, "GUARD_TOTAL_LIMITS": {"comment": [(4, 86400)]}}


def free_port() -> int:
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def redis_at(port: int) -> override_settings:
    location = f"redis://127.0.0.1:{port}/0"
    return override_settings(
        CACHES={"default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": location}},
        **LIMITS,
    )


@pytest.fixture
def redis_server(tmp_path: Path) -> Iterator[tuple[int, subprocess.Popen[bytes]]]:
    if shutil.which("redis-server") is None:
        pytest.skip("redis-server is not on the PATH")
    port = free_port()
    command = [
        "redis-server",
        "--port",
        str(port),
        "--bind",
        "127.0.0.1",
        "--save",
        "",
        "--dir",
        str(tmp_path),
    ]
    server = subprocess.Popen(command, stdout=subprocess.PIPE)
    assert server.stdout
    for line in server.stdout:
        if b"Ready to accept connections" in line:
            break
    yield port, server
    server.kill()
    server.wait()
    server.stdout.close()


@pytest.fixture(autouse=True)
def _own_counters(own_counters: counting.Counters) -> None:
    pass


def assert_limits_hold() -> None:
    limits.hit("comment", "one")
    limits.hit("comment", "one")
    with pytest.raises(limits.LimitReached) as refusal:
        limits.hit("comment", "one")
    assert refusal.value.scope == "network"
    limits.hit("comment", "two")
    limits.hit("comment", "three")
    with pytest.raises(limits.LimitReached) as refusal:
        limits.hit("comment", "four")
    assert refusal.value.scope == "total"


def test_nobody_listens_and_the_process_counts_by_itself(caplog):
    with redis_at(free_port()), caplog.at_level(logging.WARNING):
        assert_limits_hold()
        assert counting.claim("solution", 60)
        assert not counting.claim("solution", 60)
    assert [record.message for record in caplog.records] == [
        "The cache is away, so each process counts by itself: ConnectionError"
    ]


def test_redis_counts_for_all_processes(redis_server, own_counters):
    port, _ = redis_server
    with redis_at(port):
        assert_limits_hold()
        assert len(own_counters.own._cache) == 0
        own_counters.own.clear()
        with pytest.raises(limits.LimitReached):
            limits.hit("comment", "one")


def test_redis_dies_between_two_counts(redis_server, own_counters):
    port, server = redis_server
    with redis_at(port):
        limits.hit("comment", "one")
        server.kill()
        server.wait()
        assert_limits_hold()


def test_redis_that_is_back_is_asked_again_after_a_pause(redis_server, own_counters):
    port, _ = redis_server
    with redis_at(free_port()):
        limits.hit("comment", "one")
    with redis_at(port):
        limits.hit("comment", "one")
        with pytest.raises(limits.LimitReached):
            limits.hit("comment", "one")
        assert cache.get("guard:claimed") is None
        # The pause is over.
        own_counters.away_until = 0.0
        limits.hit("comment", "one")
        assert counting.claim("guard:claimed", 60)
        assert cache.get("guard:claimed") == 1


def test_memory_of_a_long_outage_is_bounded(own_counters):
    with redis_at(free_port()):
        for number in range(10_500):
            counting.increment(f"network-{number}", 60)
        assert len(own_counters.own._cache) <= 10_000
        assert counting.increment("network-10499", 60) == 2
