"""However many ask at once, a page is made once; nobody gets what a change made untrue a second ago."""

from collections.abc import Callable
from threading import Thread
from unittest import mock

import pytest
from django.db import connections
from django.test import TransactionTestCase

from pagecache import versions, wrapper
from tests.pagecache import views
from tests.pagecache.reader import Answer, Reader
from tests.pagecache.site import change, small_site, start_anew
from tests.running_site import wait_until

READERS = 8


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
@small_site
class SingleFlight(TransactionTestCase):
    serialized_rollback = True

    def setUp(self) -> None:
        start_anew()
        self.addCleanup(versions.forget)
        self.addCleanup(views.go_on.set)
        self.reader = Reader()
        self.answers: list[Answer] = []

    def begin(self, address: str, readers: int = READERS) -> list[Thread]:
        """Let readers ask at once, each in a thread as a server has them."""

        def read() -> None:
            try:
                self.answers.append(self.reader.get(address))
            finally:
                connections.close_all()

        threads = [Thread(target=read) for _ in range(readers)]
        for thread in threads:
            thread.start()
        return threads

    def end(self, threads: list[Thread]) -> None:
        views.go_on.set()
        for thread in threads:
            thread.join(30)
        assert not any(thread.is_alive() for thread in threads)

    def while_made(self, address: str, then: Callable[[], None], readers: int = READERS) -> None:
        """Hold the render up, do something meanwhile, and let it go on."""
        views.started.clear()
        views.go_on.clear()
        threads = self.begin(address, readers)
        assert views.started.wait(30)
        then()
        self.end(threads)

    def states(self) -> list[str]:
        return sorted(answer.cache for answer in self.answers)

    def test_many_readers_at_once_cause_one_render(self):
        self.while_made("/traag/", lambda: None)
        assert self.states() == ["hit"] * (READERS - 1) + ["miss"]
        assert {answer.body for answer in self.answers} == {b"nummer 1"}
        assert views.renders["slow"] == 1

    def test_previous_version_is_shown_while_the_new_one_is_made(self):
        self.reader.get("/traag/")
        versions.current()
        with mock.patch.object(wrapper, "STALE_SECONDS", 60):
            change()
            self.while_made(
                "/traag/",
                lambda: wait_until(lambda: len(self.answers) == READERS - 1, 30, "all others read"),
            )
        assert self.states() == ["miss"] + ["stale"] * (READERS - 1)
        assert sorted(answer.body for answer in self.answers) == [b"nummer 1"] * (READERS - 1) + [b"nummer 2"]
        assert self.reader.get("/traag/").body == b"nummer 2"

    def test_nobody_gets_the_previous_version_for_long(self):
        self.reader.get("/traag/")
        with mock.patch.object(wrapper, "STALE_SECONDS", 0):
            change()
            self.while_made("/traag/", lambda: None)
        assert {answer.body for answer in self.answers} == {b"nummer 2"}

    def test_version_before_the_previous_one_is_shown_to_nobody(self):
        self.reader.get("/traag/")
        with mock.patch.object(wrapper, "STALE_SECONDS", 60):
            for _ in range(2):
                change()
                versions.current()
            self.while_made("/traag/", lambda: None)
        assert {answer.body for answer in self.answers} == {b"nummer 2"}

    def test_change_while_a_page_is_made_makes_it_once_more(self):
        def change_and_ask() -> None:
            change()
            later = self.begin("/traag/", 1)
            wait_until(lambda: views.renders["slow"] == 2, 30, "the new version is made too")
            views.go_on.set()
            later[0].join(30)

        self.while_made("/traag/", change_and_ask, readers=1)
        assert self.states() == ["miss", "miss"]
        assert (self.reader.get("/traag/").body, views.renders["slow"]) == (b"nummer 2", 2)

    def test_failure_is_one_for_all_who_wait(self):
        self.while_made("/kapot/", lambda: wait_until(self.all_wait, 30, "all wait"))
        assert [answer.status for answer in self.answers] == [500] * READERS
        assert views.renders["broken"] == 1

    def all_wait(self) -> bool:
        flights = self.reader.cache.flights._flights.values()
        return sum(len(flight.landed._cond._waiters) for flight in flights) == READERS - 1  # type: ignore[attr-defined]

    def test_readers_of_what_is_not_kept_wait_for_each_other_once_at_most(self):
        self.end(self.begin("/koekje/"))
        assert views.renders["cookie"] == READERS
        assert not self.reader.cache.flights._flights
