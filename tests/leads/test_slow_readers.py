"""Readers on a bad line hold few threads, and give them back however they leave."""

import gc
from io import BytesIO
from typing import IO

import pytest
from django.test import RequestFactory, TestCase, override_settings

from leads import ranges
from leads.ranges import WHOLE_BYTES, TooManyStreams, send, slots
from tests.connections import left_open
from tests.leads.gifts import PDF, add_file
from tests.leads.test_download_views import FileTestCase

LONG = b"x" * (WHOLE_BYTES + 1)


def answer(content: bytes, method: str = "GET", **headers: str):
    request = getattr(RequestFactory(), method.lower())("/", headers=headers)
    return send(request, lambda first: BytesIO(content), len(content), "", "application/pdf")


@override_settings(STREAMS_AT_ONCE=2)
class SlotTests(TestCase):
    def setUp(self):
        self.enterContext(left_open())
        gc.collect()
        assert slots.taken == 0

    def test_short_file_is_handed_over_whole_and_takes_no_slot(self):
        response = answer(LONG[:-1])

        assert not response.streaming
        assert (response.content, slots.taken) == (LONG[:-1], 0)

    def test_short_range_of_a_long_file_takes_no_slot(self):
        response = answer(LONG[:-3] + b"end", range="bytes=-3")

        assert (response.status_code, response.content, slots.taken) == (206, b"end", 0)

    def test_only_so_many_long_files_at_once(self):
        first, second = answer(LONG), answer(LONG)
        with pytest.raises(TooManyStreams):
            answer(LONG)

        assert b"".join(first) == LONG
        first.close()
        third = answer(LONG)
        for response in (second, third):
            response.close()
        assert slots.taken == 0

    def test_reader_who_leaves_half_way_gives_the_slot_back_once(self):
        response = answer(LONG)
        next(iter(response))
        response.close()
        response.close()

        assert slots.taken == 0

    def test_answer_that_was_never_begun_gives_the_slot_back(self):
        response = answer(LONG)
        assert slots.taken == 1
        del response
        gc.collect()

        assert slots.taken == 0

    def test_head_and_unknown_range_take_none(self):
        answer(LONG, "HEAD")
        answer(LONG, range=f"bytes={len(LONG)}-")

        assert slots.taken == 0

    def test_file_that_cannot_be_opened_gives_the_slot_back(self):
        def gone(first: int) -> IO[bytes]:
            raise FileNotFoundError

        with pytest.raises(FileNotFoundError):
            send(RequestFactory().get("/"), gone, len(LONG), "", "application/pdf")

        assert slots.taken == 0


@override_settings(STREAMS_AT_ONCE=1)
class BusyPageTests(FileTestCase):
    def test_too_many_at_once_is_told_kindly_and_takes_no_use(self):
        long = add_file(self.magnet, "lang.pdf", PDF + LONG)
        link = f"{self.page}{long.pk}/"
        first = self.client.get(link)
        assert self.uses_left() == 4

        refused = self.client.get(link)

        self.assertContains(refused, "Er halen nu heel veel mensen iets op", status_code=503)
        assert (refused["Retry-After"], self.uses_left()) == ("30", 4)
        assert b"".join(first) == PDF + LONG
        with left_open():
            first.close()
        again = self.client.get(link)
        assert again.status_code == 200
        with left_open():
            again.close()
        assert ranges.slots.taken == 0
