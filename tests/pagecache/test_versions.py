"""What a process knows of the content version: soon enough, seldom asked, and also while nobody answers."""

import time
from threading import Event, Thread
from unittest import mock

import pytest
from django.db import OperationalError, transaction
from django.test import TestCase

from pagecache import versions


class VersionTests(TestCase):
    def setUp(self):
        versions.forget()
        self.addCleanup(versions.forget)

    def test_each_change_counts(self):
        versions.bump()
        versions.bump()
        assert versions.look_up() == 2

    def test_version_is_looked_up_once_in_a_while_only(self):
        versions.current()
        with self.assertNumQueries(0):
            versions.current()

    def test_a_change_that_fails_raises_nothing(self):
        @transaction.atomic
        def change_and_fail():
            versions.bump()
            raise ZeroDivisionError

        versions.bump()
        with pytest.raises(ZeroDivisionError):
            change_and_fail()
        versions.forget()
        assert versions.current().number == 1

    def test_number_before_is_known_with_the_moment_at_which_it_was_the_newest_for_certain(self):
        before = versions.current()
        versions.bump()
        versions.forget()
        known = versions.current()
        assert (known.previous, known.previous_confirmed) == (before.number, before.confirmed)
        assert known.number > before.number

    def test_what_was_known_stays_known_while_the_database_is_away(self):
        before = versions.current()
        with mock.patch.object(versions, "look_up", side_effect=OperationalError("weg")) as look_up:
            versions.forget()
            with self.assertLogs("pagecache.versions"):
                known = versions.current()
            assert (known.number, known.confirmed) == (before.number, before.confirmed)
            versions.current()
            assert look_up.call_count == 1

    def test_who_asks_while_another_does_goes_on_with_what_is_known_and_not_for_ever(self):
        started, go_on = Event(), Event()

        def slow():
            started.set()
            go_on.wait(30)
            return 7

        before = versions.current()
        with mock.patch.object(versions, "look_up", slow), mock.patch.object(versions, "LOOK_UP_SECONDS", 0):
            asking = Thread(target=versions.current)
            asking.start()
            assert started.wait(30)
            try:
                assert versions.current().number == before.number
                versions.forget()
                begun = time.monotonic()
                assert versions.current().number == before.number
                assert time.monotonic() - begun >= versions.LONGEST_WAIT_SECONDS / 2
            finally:
                go_on.set()
                asking.join(30)
        assert versions._known.number == 7
