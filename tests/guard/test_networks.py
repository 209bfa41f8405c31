from datetime import UTC, date, datetime

import pytest
import time_machine
from django.test import RequestFactory, override_settings

from guard.networks import client_address, network_hash, network_of


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2::", "2001:db8:1:2::/64"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("fe80::1%eth0", "fe80::/64"),
        ("", "unknown"),
        ("<script>", "unknown"),
    ],
)
def test_network_of_an_address(address, network):
    assert network_of(address) == network


def test_forwarded_addresses_are_believed_only_as_deep_as_our_own_proxies():
    request = RequestFactory().get(
        "/", REMOTE_ADDR="10.0.0.1", headers={"X-Forwarded-For": "6.6.6.6, 192.0.2.7, 10.0.0.2"}
    )
    for depth, expected in ((0, "10.0.0.1"), (1, "10.0.0.2"), (2, "192.0.2.7"), (4, "10.0.0.1")):
        with override_settings(TRUSTED_PROXY_DEPTH=depth):
            assert client_address(request) == expected


def test_hash_is_keyed_and_holds_no_address():
    request = RequestFactory().get("/", REMOTE_ADDR="192.0.2.7")
    first = network_hash(request)
    assert len(first) == 64
    with override_settings(SECRET_KEY="another key"):
        assert network_hash(request) != first


def test_neighbours_in_one_ipv6_network_count_as_one():
    near, far = (RequestFactory().get("/", REMOTE_ADDR=f"2001:db8:1:{n}::9") for n in ("2", "3"))
    same = RequestFactory().get("/", REMOTE_ADDR="2001:db8:1:2::1")
    assert network_hash(near) == network_hash(same) != network_hash(far)


def test_network_has_another_hash_each_day_of_utc():
    request = RequestFactory().get("/", REMOTE_ADDR="192.0.2.7")
    first, second = (network_hash(request, date(2026, 3, day)) for day in (14, 15))
    assert first != second
    for moment, expected in (
        (datetime(2026, 3, 14, 0, 0, tzinfo=UTC), first),
        (datetime(2026, 3, 14, 23, 59, 59, tzinfo=UTC), first),
        (datetime(2026, 3, 15, 0, 0, tzinfo=UTC), second),
    ):
        with time_machine.travel(moment, tick=False):
            assert network_hash(request) == expected
