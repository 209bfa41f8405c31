"""Numbers that all processes of a machine count together."""

import os
from pathlib import Path

import pytest

from pagecache import counts


@pytest.fixture(autouse=True)
def _file_of_its_own(settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.DATA_DIR = tmp_path
    monkeypatch.setattr(counts, "_mine", None)
    monkeypatch.setattr(counts, "_all", None)


def count_in_a_child(times: int) -> None:
    child = os.fork()
    if child == 0:
        counts.add(counts.HIT, times)
        os._exit(0)
    assert os.waitpid(child, 0)[1] == 0


def test_counts_of_other_processes_are_in_it_also_when_they_have_ended() -> None:
    counts.add(counts.HIT)
    for _ in range(3):
        count_in_a_child(10)
    assert counts.total(counts.HIT) == 31
    assert counts.total(counts.STALE) == 0


def test_child_has_a_row_of_its_own_and_the_next_one_goes_on_with_it(tmp_path: Path) -> None:
    counts.add(counts.HIT)
    for _ in range(counts.ROWS + 5):
        count_in_a_child(1)
    assert counts.total(counts.HIT) == counts.ROWS + 6


def test_process_counts_by_itself_where_there_is_no_file(tmp_path: Path) -> None:
    (tmp_path / counts.FILE).mkdir()
    counts.add(counts.ANSWERED, 2)
    assert counts.total(counts.ANSWERED) == 2
