import pytest

from guard import counting


@pytest.fixture
def own_counters(monkeypatch: pytest.MonkeyPatch) -> counting.Counters:
    """Counters of this test alone, which have not met an outage yet."""
    counters = counting.Counters()
    counters.own.clear()
    monkeypatch.setattr(counting, "_counters", counters)
    return counters
