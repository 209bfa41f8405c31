from datetime import UTC, datetime

import pytest
import time_machine
from django.core.cache import cache
from django.test import override_settings

from guard import limits

NETWORK = {"GUARD_LIMITS": {"comment": [(2, 60), (3, 3600)]}, "GUARD_TOTAL_LIMITS": {"comment": []}}
TOTAL = {"GUARD_LIMITS": {"comment": [(2, 60)]}, "GUARD_TOTAL_LIMITS": {"comment": [(3, 60), (4, 3600)]}}


@pytest.fixture(autouse=True)
def _empty_cache_at_a_fixed_time():
    cache.clear()
    with time_machine.travel(datetime(2026, 3, 14, 12, 0, tzinfo=UTC), tick=False):
        yield
    cache.clear()


def a_minute_later():
    return time_machine.travel(datetime(2026, 3, 14, 12, 1, tzinfo=UTC), tick=False)


def scope_of_refusal(network: str, proven: bool = False) -> str:
    with pytest.raises(limits.LimitReached) as refusal:
        limits.hit("comment", network, proven=proven)
    return refusal.value.scope


@override_settings(**NETWORK)
def test_each_window_has_its_own_limit():
    limits.hit("comment", "network")
    limits.hit("comment", "network")
    assert scope_of_refusal("network") == "network"
    with a_minute_later():
        limits.hit("comment", "network")
        assert scope_of_refusal("network") == "network"


@override_settings(GUARD_LIMITS={"comment": [(1, 60)]})
def test_networks_and_actions_are_counted_apart():
    limits.hit("comment", "one")
    assert scope_of_refusal("one") == "network"
    limits.hit("comment", "other")
    limits.hit("sign-up", "one")


@override_settings(**TOTAL)
def test_all_networks_together_have_limits_of_their_own():
    for network in ("one", "two", "three"):
        limits.hit("comment", network)
    assert scope_of_refusal("four") == "total"
    limits.hit("sign-up", "four")
    with a_minute_later():
        limits.hit("comment", "four")
        assert scope_of_refusal("five") == "total"


@override_settings(**TOTAL)
def test_what_is_refused_uses_up_nobodys_room():
    for network in ("one", "one", "two"):
        limits.hit("comment", network)
    for _ in range(50):
        assert scope_of_refusal("one") == "network"
        assert scope_of_refusal("three") == "total"
    with a_minute_later():
        limits.hit("comment", "three")


@override_settings(**TOTAL)
def test_proof_raises_every_limit_six_times():
    for _ in range(12):
        limits.hit("comment", "one", proven=True)
    assert scope_of_refusal("one", proven=True) == "network"
    for number in range(6):
        limits.hit("comment", f"other-{number}", proven=True)
    assert scope_of_refusal("one-more", proven=True) == "total"


@override_settings(**TOTAL)
def test_flood_without_proof_leaves_room_for_those_with_one():
    for number in range(3):
        limits.hit("comment", f"flood-{number}")
    for number in range(100):
        assert scope_of_refusal(f"flood-{number}") == "total"
    limits.hit("comment", "reader", proven=True)


@override_settings(GUARD_LIMITS={"comment": [(1, 60)]})
def test_entry_that_the_cache_dropped_begins_again(monkeypatch):
    monkeypatch.setattr(cache, "add", lambda *args, **kwargs: False)
    limits.hit("comment", "network")
    assert scope_of_refusal("network") == "network"


def test_every_window_ends_with_the_day_that_a_networks_hash_is_made_for():
    for chosen in (limits.DEFAULT_LIMITS, limits.DEFAULT_TOTAL_LIMITS):
        for windows in chosen.values():
            assert all(24 * 60 * 60 % seconds == 0 for _, seconds in windows)
