"""What every test starts from: an empty cache and no way out but loopback."""

import socket
from collections.abc import Iterator

import pytest
from django.core.cache import cache

_LOOPBACK = ("127.", "::1", "localhost")
_real_connect = socket.socket.connect


def _connect_to_loopback(self: socket.socket, address: object) -> None:
    """Connect as usual, but refuse every address that is not this machine's own."""
    if self.family in (socket.AF_INET, socket.AF_INET6):
        host = str(address[0])  # type: ignore[index]
        if not host.startswith(_LOOPBACK):
            raise AssertionError(f"A test tried to reach {host}; tests stay on loopback.")
    _real_connect(self, address)  # type: ignore[arg-type]


@pytest.fixture(autouse=True, scope="session")
def _only_loopback() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", _connect_to_loopback)
        yield


@pytest.fixture(autouse=True)
def _empty_cache() -> None:
    cache.clear()
