"""Public pages travel compressed; what is personal or not text travels as it is."""

import gzip

import brotli
import pytest
from django.http import FileResponse, HttpResponse, HttpResponseBase
from django.test import RequestFactory

from liefdesverdriet.compression import compress

TEXT = "De stilte is een geluid. " * 200


def _answer(response: HttpResponseBase, accept: str = "gzip, deflate, br") -> HttpResponseBase:
    request = RequestFactory().get("/", headers={"accept-encoding": accept})
    return compress(lambda _: response)(request)


@pytest.mark.parametrize(
    ("accept", "encoding", "decode"),
    [("gzip, br;q=1.0", "br", brotli.decompress), ("gzip", "gzip", gzip.decompress)],
)
def test_page_is_compressed_as_the_browser_takes_it(accept: str, encoding: str, decode) -> None:
    response = _answer(HttpResponse(TEXT), accept)
    assert response["Content-Encoding"] == encoding
    assert response["Content-Length"] == str(len(response.content))
    assert decode(response.content).decode() == TEXT
    assert response["Vary"] == "Accept-Encoding"


@pytest.mark.parametrize("accept", ["", "identity", "br;q=0, gzip; q=0"])
def test_page_is_sent_as_it_is_to_a_browser_that_takes_no_compression(accept: str) -> None:
    response = _answer(HttpResponse(TEXT), accept)
    assert not response.has_header("Content-Encoding")
    assert response["Vary"] == "Accept-Encoding"


def _with_cookie() -> HttpResponse:
    response = HttpResponse(TEXT)
    response.set_cookie("csrftoken", "geheim")
    return response


@pytest.mark.parametrize(
    "response",
    [
        HttpResponse(TEXT, headers={"Cache-Control": "no-store"}),
        HttpResponse(TEXT, headers={"Cache-Control": "private, max-age=0"}),
        _with_cookie(),
        HttpResponse(TEXT, content_type="image/png"),
        HttpResponse("kort"),
        HttpResponse(TEXT, headers={"Content-Encoding": "zstd"}),
        HttpResponse(TEXT, status=206),
        FileResponse([TEXT.encode()]),
    ],
    ids=["no-store", "private", "cookie", "picture", "short", "encoded already", "part of a file", "stream"],
)
def test_what_is_personal_or_no_text_is_left_alone(response: HttpResponseBase) -> None:
    before = response.get("Content-Encoding")
    assert _answer(response).get("Content-Encoding") == before


def test_etag_of_a_compressed_page_is_weak() -> None:
    assert _answer(HttpResponse(TEXT, headers={"ETag": '"1"'}))["ETag"] == 'W/"1"'
