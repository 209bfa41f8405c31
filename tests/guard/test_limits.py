from datetime import UTC, datetime

import pytest
import time_machine
from django.core.cache import cache
from django.test import override_settings

from guard import limits


@pytest.fixture(autouse=True)
def _empty_cache_at_a_fixed_time():
    cache.clear()
    with time_machine.travel(datetime(2026, 3, 14, 12, 0, tzinfo=UTC), tick=False):
        yield
    cache.clear()


@override_settings(GUARD_LIMITS={"comment": [(2, 60), (3, 3600)]})
def test_each_window_has_its_own_limit():
    limits.hit("comment", "network")
    limits.hit("comment", "network")
    with pytest.raises(limits.LimitReached):
        limits.hit("comment", "network")
    with time_machine.travel(datetime(2026, 3, 14, 12, 1, tzinfo=UTC), tick=False):
        limits.hit("comment", "network")
        with pytest.raises(limits.LimitReached):
            limits.hit("comment", "network")


@override_settings(GUARD_LIMITS={"comment": [(1, 60)]})
def test_networks_and_actions_are_counted_apart():
    limits.hit("comment", "one")
    limits.hit("comment", "other")
    limits.hit("sign-up", "one")


@override_settings(GUARD_LIMITS={"comment": [(1, 60)]})
def test_entry_that_the_cache_dropped_begins_again(monkeypatch):
    monkeypatch.setattr(cache, "add", lambda *args, **kwargs: False)
    limits.hit("comment", "network")
