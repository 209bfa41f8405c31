from threading import Thread

import pytest
from django.db import connection, transaction

from guard.turns import in_turn


def test_only_one_is_inside_at_a_time(settings, tmp_path) -> None:
    settings.DATA_DIR = tmp_path
    inside, most = 0, 0

    def work() -> None:
        nonlocal inside, most
        for _ in range(100):
            with in_turn():
                inside += 1
                most = max(most, inside)
                inside -= 1

    threads = [Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most == 1 or connection.vendor != "sqlite"


@pytest.mark.django_db
def test_within_a_transaction_nobody_waits(settings, tmp_path) -> None:
    """Who is inside might be waiting for this very transaction."""
    settings.DATA_DIR = tmp_path
    with transaction.atomic(), in_turn():
        assert not (tmp_path / "writing.lock").exists()


def test_turn_ends_with_an_error(settings, tmp_path) -> None:
    settings.DATA_DIR = tmp_path
    for _ in range(2):
        with pytest.raises(ValueError, match="once"), in_turn():
            raise ValueError("once")
