"""Limits by setting: what the environment says replaces what is there, and nonsense is named at the start."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from guard import limit_table
from guard.limit_table import chosen


def test_what_is_chosen_replaces_single_limits():
    text = '{"sign-up": {"network": [[20, 600]], "total": []}, "comment": {"address": [[2, 60], [3, 3600]]}}'
    assert chosen(text) == (
        {"sign-up": [(20, 600)]},
        {"comment": [(2, 60), (3, 3600)]},
        {"sign-up": []},
    )
    assert chosen("") == chosen("{}") == ({}, {}, {})
    assert chosen(limit_table.EXAMPLE)[0] == {"sign-up": [(20, 600)]}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("5 per minuut", "GUARD_LIMITS must be JSON like"),
        ("[]", "GUARD_LIMITS must be JSON like"),
        ('{"signup": {}}', "names 'signup'; there are limits for comment, comment-report, sign-up"),
        ('{"sign-up": [[5, 600]]}', "for 'sign-up' must look like"),
        ('{"sign-up": {"net": [[5, 600]]}}', "names 'net'; it is counted by network, address, total"),
        ('{"gift-seen": {"total": [[5, 600]]}}', "names 'total'; it is counted by network."),
        ('{"sign-up": {"network": 5}}', "for 'sign-up', 'network' must be pairs such as"),
        ('{"sign-up": {"network": [5, 600]}}', "must be pairs such as"),
        ('{"sign-up": {"network": [[5, 600, 1]]}}', "must be pairs such as"),
        ('{"sign-up": {"network": [[0, 600]]}}', "must be pairs such as"),
        ('{"sign-up": {"network": [[5, -600]]}}', "must be pairs such as"),
        ('{"sign-up": {"network": [[true, 600]]}}', "must be pairs such as"),
        ('{"sign-up": {"network": [["5", 600]]}}', "must be pairs such as"),
        ('{"sign-up": {"network": [[5, 700]]}}', "has 700 seconds, which does not divide a day"),
    ],
)
def test_nonsense_is_named(text, message):
    with pytest.raises(ImproperlyConfigured) as error:
        chosen(text)
    assert message in str(error.value)
    assert str(error.value).count("\n") == 0


def test_every_window_ends_with_the_day_that_hashes_are_made_for():
    for table in (
        limit_table.DEFAULT_LIMITS,
        limit_table.DEFAULT_ADDRESS_LIMITS,
        limit_table.DEFAULT_TOTAL_LIMITS,
    ):
        assert set(table) <= set(limit_table.DEFAULT_LIMITS)
        for windows in table.values():
            assert all(limit_table.DAY % seconds == 0 for _, seconds in windows)
