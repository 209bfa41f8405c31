import os
import socket

import pytest

from liefdesverdriet import listening


def test_listens_where_it_is_told_to() -> None:
    with (
        listening.listen("127.0.0.1", 0) as listener,
        socket.create_connection(listener.getsockname()) as reader,
    ):
        connection, address = listener.accept()
        connection.close()
        assert address == reader.getsockname()


def test_takes_the_socket_that_systemd_passed(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as passed:
        monkeypatch.setattr(listening, "FIRST_PASSED", os.dup(passed.fileno()))
        monkeypatch.setenv("LISTEN_PID", str(os.getpid()))
        monkeypatch.setenv("LISTEN_FDS", "1")
        with listening.listen("192.0.2.1", 1) as listener:
            assert listener.getsockname() == passed.getsockname()


def test_socket_for_another_process_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LISTEN_PID", str(os.getpid() + 1))
    monkeypatch.setenv("LISTEN_FDS", "1")
    assert not listening.passed_by_systemd()


def test_taken_port_is_an_error() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken, pytest.raises(OSError, match="in use"):
        listening.listen("127.0.0.1", taken.getsockname()[1])
