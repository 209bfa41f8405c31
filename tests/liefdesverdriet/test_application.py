"""What the process that forks the web workers does besides."""

import logging

import pytest

from liefdesverdriet import application, processes


def test_mail_worker_that_fails_is_started_again_after_growing_pauses(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """In the same process: its web workers go on."""
    called: list[str] = []

    def worker(name: str) -> None:
        called.append(name)
        if len(called) < 4:
            raise LookupError("no such table")

    monkeypatch.setattr(application, "call_command", worker)
    monkeypatch.setattr(processes, "FIRST_PAUSE", 0.01)
    with caplog.at_level(logging.ERROR, logger="liefdesverdriet"):
        application.send_mail()
    assert called == ["worker"] * 4
    assert [record.args for record in caplog.records] == [(0.01,), (0.02,), (0.04,)]
