"""wrk: as many requests as a server answers, with the shares that matter read from what it prints."""

import http.client
import re
import shutil
import statistics
import subprocess
import time
from dataclasses import dataclass
from urllib.parse import urlsplit

THREADS, CONNECTIONS = 2, 16
_MILLISECONDS = {"us": 0.001, "ms": 1.0, "s": 1000.0, "m": 60_000.0}


@dataclass(frozen=True)
class Load:
    """`failed` counts answers that were no success, and connections that broke or waited too long."""

    requests_a_second: float
    p99: float
    failed: int


def wrk() -> str | None:
    return shutil.which("wrk")


def press(url: str, seconds: int) -> Load:
    """Ask for one address for so many seconds, compressed with gzip, over 16 connections from 2 threads."""
    shape = (f"-t{THREADS}", f"-c{CONNECTIONS}", f"-d{seconds}s", "--latency")
    command = [wrk() or "wrk", *shape, "-H", "Accept-Encoding: gzip", url]
    return read(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def read(printed: str) -> Load:
    """Read what `wrk --latency` prints; raises ValueError where a figure is not there."""
    rate = re.search(r"^Requests/sec:\s+([\d.]+)", printed, re.MULTILINE)
    p99 = re.search(r"^\s+99%\s+([\d.]+)(us|ms|s|m)\b", printed, re.MULTILINE)
    if rate is None or p99 is None:
        raise ValueError(f"wrk printed no figures:\n{printed}")
    refused = re.search(r"Non-2xx or 3xx responses: (\d+)", printed)
    broken = re.search(r"Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)", printed)
    failed = int(refused[1]) if refused else 0
    failed += sum(map(int, broken.groups())) if broken else 0
    return Load(float(rate[1]), float(p99[1]) * _MILLISECONDS[p99[2]], failed)


def first_byte(url: str, requests: int = 300) -> float:
    """Return the median milliseconds from a request to the first byte of its answer, one after another on one
    connection that is kept open."""
    parts = urlsplit(url)
    assert parts.hostname
    connection = http.client.HTTPConnection(parts.hostname, parts.port, timeout=10)
    took = []
    connection.connect()
    for _ in range(requests):
        connection.putrequest("GET", parts.path, skip_accept_encoding=True)
        connection.putheader("Accept-Encoding", "gzip")
        start = time.perf_counter()
        connection.endheaders()
        # One byte looked at, none taken.
        connection.sock.recv(1, 2)
        took.append((time.perf_counter() - start) * 1000)
        connection.getresponse().read()
    connection.close()
    return statistics.median(took)


def fetch(url: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
    """Return status, headers and body, as they came over the line."""
    parts = urlsplit(url)
    assert parts.hostname
    connection = http.client.HTTPConnection(parts.hostname, parts.port, timeout=60)
    try:
        path = f"{parts.path}?{parts.query}" if parts.query else parts.path
        connection.request(
            "GET", path, headers={name.replace("_", "-"): one for name, one in headers.items()}
        )
        answer = connection.getresponse()
        return answer.status, {name.lower(): one for name, one in answer.getheaders()}, answer.read()
    finally:
        connection.close()
