"""An export that is too large is refused in words, without a file or a line of it being kept."""

import os
import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from blog.roles import COACH
from tests.blog.factories import make_site
from tests.blog.users import user_in
from tests.wordpress.exports import export, item
from wordpress import queue
from wordpress.models import Move

pytestmark = pytest.mark.django_db
EDGE = "grens"
PIECE = b"<!-- " + b"x" * 65_000 + b" -->"


class Body:
    """What a browser sends, made while it is read; `lines` counts who asks for a whole line of it."""

    def __init__(self, pieces: int) -> None:
        data = export([item(1)])
        head = f'--{EDGE}\r\nContent-Disposition: form-data; name="file"; filename="oud.xml"\r\n\r\n'
        end = data.rindex(b"</channel>")
        self._first, self._last = head.encode() + data[:end], data[end:] + f"\r\n--{EDGE}--\r\n".encode()
        self._pieces, self.lines, self.read_bytes = pieces, 0, 0
        self.length = len(self._first) + pieces * len(PIECE) + len(self._last)
        self._rest = b""
        self._source = self._parts()

    def _parts(self) -> Iterator[bytes]:
        yield self._first
        for _ in range(self._pieces):
            yield PIECE
        yield self._last

    def read(self, size: int = -1) -> bytes:
        while size < 0 or len(self._rest) < size:
            part = next(self._source, None)
            if part is None:
                break
            self._rest += part
        size = len(self._rest) if size < 0 else size
        given, self._rest = self._rest[:size], self._rest[size:]
        self.read_bytes += len(given)
        return given

    def readline(self, size: int = -1) -> bytes:
        self.lines += 1
        return b""


@pytest.fixture
def folder(settings: Any, tmp_path: Path) -> Path:
    make_site()
    settings.FILE_UPLOAD_TEMP_DIR = str(tmp_path)
    settings.WORDPRESS_EXPORT_MAX_BYTES = 4 * 1024 * 1024
    return tmp_path


def send(client: Client, body: Body) -> Any:
    return client.generic(
        "POST",
        reverse("wordpress_move:upload"),
        **{
            "wsgi.input": body,
            "CONTENT_LENGTH": str(body.length),
            "CONTENT_TYPE": f"multipart/form-data; boundary={EDGE}",
        },
    )


def test_one_within_the_limit_comes_and_leaves_nothing_behind(client: Client, folder: Path):
    client.force_login(user_in(COACH))
    answer = send(client, Body(50))
    assert answer.status_code == 302
    assert Move.objects.get().export.size > 50 * 65_000
    assert not os.listdir(folder)


def test_one_beyond_it_is_read_in_pieces_dropped_and_refused_in_words(client: Client, folder: Path):
    client.force_login(user_in(COACH))
    body = Body(100)
    answer = send(client, body)
    assert answer.status_code == 422
    words = re.sub(r"\s+", " ", answer.content.decode())
    assert "Dit bestand is 6,2 MB; het mag hooguit 4,0 MB zijn." in words
    assert (body.read_bytes, body.lines) == (body.length, 0)
    assert not os.listdir(folder)
    assert not Move.objects.exists()


def test_of_who_may_not_move_nothing_is_read(client: Client, folder: Path):
    body = Body(100)
    answer = send(client, body)
    assert answer.status_code == 302
    assert "login" in answer["Location"]
    assert body.read_bytes < body.length / 4
    assert not os.listdir(folder)


def test_what_was_coming_in_when_the_server_was_killed_goes_after_a_day(folder: Path):
    now = timezone.now()
    for name, age in (("old.upload.xml", timedelta(days=2)), ("new.upload.xml", timedelta(hours=2))):
        moment = (now - age).timestamp()
        (folder / name).write_text("lezer@voorbeeld.example")
        os.utime(folder / name, (moment, moment))
    queue.expire(now)
    assert os.listdir(folder) == ["new.upload.xml"]
