"""A trace of each request for OpenTelemetry, where OTEL_EXPORTER_OTLP_ENDPOINT says where to.

It says which kind of address was asked for and how that went. Not the address itself, nor anything of who
asked: that is why no ready-made instrumentation is used, which would send both.
"""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from functools import lru_cache
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase

from operations.logs import request_id

Trace = Callable[[HttpResponseBase], None]
METHODS = {"GET", "HEAD", "POST", "OPTIONS", "PUT", "PATCH", "DELETE"}


def request(request: HttpRequest) -> AbstractContextManager[Trace]:
    """Trace one request; call what it gives with the answer."""
    if not settings.OTEL_EXPORTER_OTLP_ENDPOINT:
        return nullcontext(_nothing)
    return _traced(request)


def _nothing(response: HttpResponseBase) -> None:
    return


@contextmanager
def _traced(request: HttpRequest) -> Iterator[Trace]:
    from opentelemetry.trace import SpanKind, Status, StatusCode

    method = request.method if request.method in METHODS else "_OTHER"
    tracer = _provider().get_tracer("liefdesverdriet")
    with tracer.start_as_current_span(str(method), kind=SpanKind.SERVER) as span:

        def trace(response: HttpResponseBase) -> None:
            route = request.resolver_match.route if request.resolver_match else ""
            span.update_name(f"{method} /{route}")
            span.set_attribute("http.request.method", str(method))
            span.set_attribute("http.route", f"/{route}")
            span.set_attribute("http.response.status_code", response.status_code)
            span.set_attribute("request.id", request_id.get())
            if response.status_code >= HTTPStatus.INTERNAL_SERVER_ERROR:
                span.set_status(Status(StatusCode.ERROR))

        yield trace


@lru_cache(maxsize=1)
def _provider() -> Any:
    """Begin at the first request: the thread that sends must be in the process that answers."""
    from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
    from opentelemetry.sdk.resources import Resource
    from opentelemetry.sdk.trace import TracerProvider
    from opentelemetry.sdk.trace.export import BatchSpanProcessor

    provider = TracerProvider(resource=Resource({"service.name": "liefdesverdriet"}))
    # It reads the rest of its settings from the environment itself (OTEL_EXPORTER_OTLP_HEADERS and so on).
    provider.add_span_processor(BatchSpanProcessor(OTLPSpanExporter()))
    return provider
