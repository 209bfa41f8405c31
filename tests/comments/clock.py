"""The time of day, for tests of what may be done for how long."""

from contextlib import AbstractContextManager
from datetime import datetime
from typing import Any
from unittest import mock


def at(moment: datetime) -> AbstractContextManager[Any]:
    """Let it be `moment` for as long as the context lasts."""
    return mock.patch("django.utils.timezone.now", return_value=moment)
