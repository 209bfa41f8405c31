"""Errors and traces arrive where the settings say, without anything of who met them."""

import gzip
import json
import zlib
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.util import find_spec
from pathlib import Path
from threading import Thread

import brotli
import pytest

from tests.running_site import manage

PLANTED = (
    "hanne@voorbeeld.example",
    "203.0.113.77",
    "mijn-geheime-woorden",
    "Hanne de Vries",
    "x" * 20 + "Y" * 23,
)
REQUEST = f"""
from unittest import mock
from django.test import Client
client = Client(raise_request_exception=False, SERVER_NAME="localhost")
with mock.patch("comments.remembered.public_page", side_effect=RuntimeError(
        "planted: hanne@voorbeeld.example came from 203.0.113.77 by /x/{PLANTED[4]}/")):
    answer = client.post("/reacties/1/plaatsen/?q=mijn-geheime-woorden",
        {{"name": "Hanne de Vries", "email": "hanne@voorbeeld.example", "text": "mijn-geheime-woorden"}},
        REMOTE_ADDR="203.0.113.77", HTTP_SEC_FETCH_SITE="same-origin",
        HTTP_COOKIE="sessionid=mijn-geheime-woorden")
print("ANSWERED", answer.status_code, answer["X-Request-ID"])
"""


class Sink:
    """Takes all that is posted to it."""

    def __init__(self) -> None:
        self.received: list[bytes] = []
        received = self.received

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                data = self.rfile.read(int(self.headers["Content-Length"]))
                match self.headers.get("Content-Encoding"):
                    case "gzip":
                        data = gzip.decompress(data)
                    case "br":
                        data = brotli.decompress(data)
                    case "deflate":
                        data = zlib.decompress(data)
                received.append(data)
                self.send_response(200)
                self.send_header("Content-Length", "2")
                self.end_headers()
                self.wfile.write(b"{}")

            def log_message(self, *_: object) -> None:
                return

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"127.0.0.1:{self.server.server_port}"
        self.thread = Thread(target=self.server.serve_forever)
        self.thread.start()

    def stop(self) -> None:
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()


@pytest.fixture
def sink():
    sink = Sink()
    yield sink
    sink.stop()


def ask(tmp_path: Path, code: str = REQUEST, **settings: str) -> str:
    """Make the request in a process with `settings`; return the last word that it printed."""
    (tmp_path / "data/static").mkdir(parents=True)
    done = manage(
        "shell",
        "--no-imports",
        "-c",
        code,
        DATA_DIR=str(tmp_path / "data"),
        LOG_LEVEL="CRITICAL",
        DJANGO_SETTINGS_MODULE="tests.operations.watched_settings",
        **settings,
    )
    assert done.returncode == 0, done.stderr
    assert "ANSWERED 500" in done.stdout, done.stdout + done.stderr
    return done.stdout.split()[-1]


def no_planted(data: bytes) -> None:
    for planted in PLANTED:
        assert planted.encode() not in data, planted


@pytest.mark.skipif(find_spec("sentry_sdk") is None, reason="requirements-extra.txt is not installed")
def test_exception_reaches_sentry_without_personal_data(tmp_path: Path, sink: Sink) -> None:
    code = REQUEST + "import sentry_sdk; sentry_sdk.flush(10)"
    number = ask(tmp_path, code, SENTRY_DSN=f"http://public@{sink.address}/1")
    (envelope,) = sink.received
    events = [json.loads(line) for line in envelope.splitlines()[2::2]]
    (event,) = events
    error = event["exception"]["values"][-1]
    assert error["type"] == "RuntimeError"
    assert error["value"] == "planted: …@… came from … by /x/…/"
    assert any("comments" in frame["filename"] for frame in error["stacktrace"]["frames"])
    assert event["tags"]["request_id"] == number
    assert not event.keys() & {"request", "user", "server_name"}
    no_planted(envelope)


@pytest.mark.skipif(find_spec("opentelemetry.sdk") is None, reason="requirements-extra.txt is not installed")
def test_trace_reaches_a_collector_without_personal_data(tmp_path: Path, sink: Sink) -> None:
    code = REQUEST + "from operations import tracing; tracing._provider().force_flush()"
    number = ask(tmp_path, code, OTEL_EXPORTER_OTLP_ENDPOINT=f"http://{sink.address}")
    traces = b"".join(sink.received)
    assert b"POST /reacties/<int:page_id>/plaatsen/" in traces
    assert number.encode() in traces
    no_planted(traces)
    assert b"/reacties/1/" not in traces


def test_nothing_is_loaded_where_nothing_is_set(tmp_path: Path) -> None:
    code = (
        REQUEST
        + "import sys; print(*{'sentry_sdk', 'opentelemetry', 'prometheus_client'} & {*sys.modules}, 'END')"
    )
    assert ask(tmp_path, code) == "END"
