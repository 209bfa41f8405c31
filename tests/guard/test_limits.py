from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import pytest
import time_machine
from django.core.cache import cache
from django.http import HttpResponse
from django.test import override_settings

from guard import counting, limits

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


ABOUT = {
    "GUARD_LIMITS": {"login": [(3, 60)]},
    "GUARD_ADDRESS_LIMITS": {"login": [(4, 60)]},
    "GUARD_TOTAL_LIMITS": {"login": [(6, 60)]},
}


def scope_of_login(network: str, address: str) -> str:
    with pytest.raises(limits.LimitReached) as refusal:
        limits.hit("login", network, address=address)
    return refusal.value.scope


@override_settings(**ABOUT)
def test_one_address_is_counted_over_all_networks():
    for number in range(4):
        limits.hit("login", f"network-{number}", address="coach@voorbeeld.nl")
    assert scope_of_login("network-9", " Coach@Voorbeeld.NL ") == "address"
    limits.hit("login", "network-9", address="ander@voorbeeld.nl")
    limits.hit("login", "network-9")
    assert scope_of_login("network-8", "derde@voorbeeld.nl") == "total"


@override_settings(**ABOUT)
def test_what_is_taken_back_does_not_count():
    for _ in range(20):
        limits.hit("login", "network", address="coach@voorbeeld.nl").take_back()
    for _ in range(3):
        limits.hit("login", "network", address="coach@voorbeeld.nl")
    assert scope_of_login("network", "coach@voorbeeld.nl") == "network"


@override_settings(**ABOUT)
def test_many_tries_at_once_are_no_more_tries():
    taken: list[str] = []

    def try_once(number: int) -> None:
        try:
            limits.hit("login", f"network-{number}", address="coach@voorbeeld.nl")
        except limits.LimitReached as limit:
            taken.append(limit.scope)

    with ThreadPoolExecutor(20) as pool:
        list(pool.map(try_once, range(40)))
    assert len(taken) >= 36


@override_settings(**ABOUT)
def test_refusal_says_how_long_it_lasts():
    for _ in range(3):
        limits.hit("login", "network")
    with pytest.raises(limits.LimitReached) as refusal:
        limits.hit("login", "network")
    assert refusal.value.seconds == 60
    waits = [limits.LimitReached("login", "network", seconds).wait for seconds in (60, 3600, 20_000, 86_400)]
    assert waits == ["een paar minuten", "een uurtje", "een paar uur", "tot morgen"]


def test_an_answer_says_when_to_come_back():
    def told(seconds: int, **values) -> str:
        return limits.LimitReached("login", "network", seconds).answer(HttpResponse(), **values)[
            "Retry-After"
        ]

    assert [told(seconds) for seconds in (1, 599, 86_400)] == ["1", "599", "86400"]
    # Two windows that the page has the same words for are not told apart by the header.
    assert {told(seconds, exactly=False) for seconds in (1, 60, 599, 600, 601, 900)} == {"900"}
    coarse = [told(seconds, exactly=False) for seconds in (901, 5_400, 5_401, 21_600, 21_601, 86_400)]
    assert coarse == ["5400", "5400", "21600", "21600", "86400", "86400"]


@override_settings(GUARD_LIMITS={"comment": [(1, 600)]})
@pytest.mark.parametrize(("minute", "second", "seconds"), [(0, 0, 600), (4, 30, 330), (9, 59, 1)])
def test_whoever_waits_so_long_finds_room_and_no_earlier(minute, second, seconds):
    now = datetime(2026, 3, 14, 12, minute, second, 999_999, tzinfo=UTC)
    with time_machine.travel(now, tick=False) as clock:
        limits.hit("comment", "network")
        with pytest.raises(limits.LimitReached) as refusal:
            limits.hit("comment", "network")
        assert refusal.value.seconds == seconds
        clock.shift(seconds - 1)
        assert scope_of_refusal("network") == "network"
        clock.shift(1)
        limits.hit("comment", "network")


@override_settings(
    GUARD_LIMITS={"comment": [(2, 600), (3, 86_400)]}, GUARD_TOTAL_LIMITS={"comment": [(4, 3600)]}
)
def test_seconds_are_those_of_the_limit_that_was_reached():
    def seconds(network: str) -> int:
        with pytest.raises(limits.LimitReached) as refusal:
            limits.hit("comment", network)
        return refusal.value.seconds

    with time_machine.travel(datetime(2026, 3, 14, 12, 5, tzinfo=UTC), tick=False) as clock:
        limits.hit("comment", "one")
        limits.hit("comment", "one")
        assert seconds("one") == 300
        clock.shift(300)
        limits.hit("comment", "one")
        assert seconds("one") == 11 * 3600 + 3000
        limits.hit("comment", "other")
        assert seconds("third") == 3000


def test_neither_address_nor_network_is_kept(monkeypatch):
    keys: list[str] = []
    monkeypatch.setattr(counting, "increment", lambda key, seconds: keys.append(key) or 1)
    limits.hit("sign-up", "a-hash", address="lezer@voorbeeld.nl")
    assert len([key for key in keys if ":address:" in key]) == 2
    assert not any("lezer" in key or "voorbeeld" in key for key in keys)
    today = limits.address_hash("lezer@voorbeeld.nl")
    with time_machine.travel(datetime(2026, 3, 15, tzinfo=UTC), tick=False):
        assert limits.address_hash("lezer@voorbeeld.nl") != today
