from datetime import UTC, datetime

import pytest
import time_machine
from django.test import override_settings

from guard.stamps import BadStamp, make_stamp, read_stamp

DAY = datetime(2026, 3, 14, 12, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _on_a_fixed_day():
    with time_machine.travel(DAY, tick=False):
        yield


def test_stamp_is_the_same_for_everyone_all_day():
    morning = make_stamp("comment-1", 7)
    with time_machine.travel(datetime(2026, 3, 14, 22, 59, tzinfo=UTC), tick=False):
        assert make_stamp("comment-1", 7) == morning
        assert read_stamp(morning, "comment-1", 7) == 0


@pytest.mark.parametrize("days", [0, 1, 30])
def test_stamp_of_a_cached_page_keeps_working(days):
    stamp = make_stamp("comment-1", 7)
    with time_machine.travel(
        DAY.replace(month=3 + (14 + days) // 32, day=(14 + days - 1) % 31 + 1), tick=False
    ):
        assert read_stamp(stamp, "comment-1", 7) == days


def test_stamp_dies_after_thirty_days():
    stamp = make_stamp("comment-1", 7)
    with time_machine.travel(datetime(2026, 4, 14, 12, 0, tzinfo=UTC), tick=False), pytest.raises(BadStamp):
        read_stamp(stamp, "comment-1", 7)


def test_stamp_of_another_form_page_or_key_is_refused():
    stamp = make_stamp("comment-1", 7)
    for version, object_id in (("comment-2", 7), ("sign-up-1", 7), ("comment-1", 8), ("comment-1", "")):
        with pytest.raises(BadStamp):
            read_stamp(stamp, version, object_id)
    with override_settings(SECRET_KEY="another key"), pytest.raises(BadStamp):
        read_stamp(stamp, "comment-1", 7)


@pytest.mark.parametrize(
    "stamp", ["", ":", "comment-1:7:739689", "comment-1:7:739689:AAAA", "\x00", "é" * 300]
)
def test_forged_stamp_is_refused(stamp):
    with pytest.raises(BadStamp):
        read_stamp(stamp, "comment-1", 7)
