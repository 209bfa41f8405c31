"""Storages with addresses of their own, as object stores are, for tests."""

from typing import Any
from urllib.parse import quote, urlencode

from django.core.files.storage import InMemoryStorage


class PlainStorage(InMemoryStorage):
    def url(self, name: str | None) -> str:
        return f"https://opslag.example/{quote(name or '')}"


class PresigningStorage(PlainStorage):
    """Takes what django-storages' S3Storage takes."""

    def url(
        self,
        name: str | None,
        parameters: dict[str, Any] | None = None,
        expire: int | None = None,
        http_method: str | None = None,
    ) -> str:
        return f"{super().url(name)}?{urlencode({**(parameters or {}), 'expire': expire}, quote_via=quote)}"
