"""A mail provider's HTTP API on loopback, as django-anymail speaks it with Mailgun."""

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from django.conf import settings
from django.test import override_settings

WEBHOOK_SECRET = "post:geheim-genoeg-voor-een-test"


class Provider:
    """`answer` and `status`: what it says to each mail; `taken`: the bodies of what it was sent."""

    def __init__(self) -> None:
        self.status = 200
        self.answer: dict[str, Any] = {"id": "<een@provider.example>", "message": "Queued. Thank you."}
        self.taken: list[str] = []
        provider = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"])).decode()
                if provider.status == 200:
                    provider.taken.append(body)
                said = json.dumps(provider.answer).encode()
                self.send_response(provider.status)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(said)))
                self.end_headers()
                self.wfile.write(said)

            def log_message(self, format: str, *args: Any) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._server.server_port}/v3"

    def start(self) -> None:
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def stop(self) -> None:
        self._server.shutdown()
        self._server.server_close()


def provider_settings(url: str) -> override_settings:
    return override_settings(
        EMAIL_PROVIDER="mailgun",
        DEFAULT_FROM_EMAIL="Post <post@tussentij.example>",
        ANYMAIL={
            "MAILGUN_API_KEY": "sleutel",
            "MAILGUN_API_URL": url,
            "REQUESTS_TIMEOUT": 1,
            "IGNORE_UNSUPPORTED_FEATURES": True,
            "WEBHOOK_SECRET": WEBHOOK_SECRET,
        },
        POST_OFFICE={
            **settings.POST_OFFICE,
            "BACKENDS": {"default": "anymail.backends.mailgun.EmailBackend"},
        },
    )
