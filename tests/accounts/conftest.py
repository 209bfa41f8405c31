"""Each test has a journal of erasures of its own: the file outlives the database's rollback."""

import pytest


@pytest.fixture(autouse=True)
def _own_journal(settings, tmp_path) -> None:
    settings.ERASURE_JOURNAL = tmp_path / "erasures.jsonl"
