"""Requests inside the transaction of a test."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.core.signals import request_finished, request_started
from django.db import close_old_connections


@contextmanager
def left_open() -> Iterator[None]:
    """Have the beginning and end of a request close no connection, as Django's own test client does.

    Django closes one that is in a transaction: that of the test.
    """
    signals = (request_started, request_finished)
    for signal in signals:
        signal.disconnect(close_old_connections)
    try:
        yield
    finally:
        for signal in signals:
            signal.connect(close_old_connections)
