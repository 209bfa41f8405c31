"""Raising the content version: no change is lost, and none waits for another."""

from threading import Event, Thread

import pytest
from django.db import connection, transaction
from django.test import TestCase

from pagecache.models import ContentVersion
from pagecache.versions import FOLDED_EVERY, bump, fold, look_up


class Raising(TestCase):
    def test_taken_back_with_the_part_of_a_transaction_that_failed(self):
        before = look_up()
        bump()

        @transaction.atomic
        def raise_and_fail():
            bump()
            raise ZeroDivisionError

        with pytest.raises(ZeroDivisionError):
            raise_and_fail()
        bump()
        assert look_up() == before + 2

    def test_many_changes_become_one_row_and_stay_as_many(self):
        before = look_up()
        with self.captureOnCommitCallbacks(execute=True):
            for _ in range(FOLDED_EVERY):
                bump()
        assert look_up() == before + FOLDED_EVERY
        assert ContentVersion.objects.count() < FOLDED_EVERY
        fold()
        assert ContentVersion.objects.count() == 1


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_transactions_that_raise_at_once_wait_for_nothing_and_all_count():
    if connection.vendor == "sqlite":
        pytest.skip("SQLite lets one writer in at a time, whatever it writes")
    first_raised, second_done = Event(), Event()

    def first():
        with transaction.atomic():
            bump()
            first_raised.set()
            # Until the other has committed: it can't be waiting for this transaction.
            assert second_done.wait(60)
        connection.close()

    before = look_up()
    thread = Thread(target=first)
    thread.start()
    assert first_raised.wait(60)
    with transaction.atomic():
        bump()
        fold()
    assert look_up() == before + 1
    second_done.set()
    thread.join(60)
    assert look_up() == before + 2, "what was raised first and committed last is no less seen"
