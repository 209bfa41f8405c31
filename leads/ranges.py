"""A file, or one byte range of it (RFC 9110, section 14), sent in pieces so that it takes little memory.

A reader on a bad line holds one of the server's threads for as long as the file takes. So that a few of them
never hold all threads (measured: twenty slow readers made a page wait for seven seconds), what is short is
handed to the server whole, and only so many long files are sent at once.
"""

import re
import threading
from collections.abc import Callable, Iterator
from typing import IO

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse

CHUNK_BYTES = 64 * 1024
# Up to this the server takes the whole answer and frees the thread: most roadmaps and worksheets.
WHOLE_BYTES = 1024 * 1024
_RANGE = re.compile(r"bytes=([0-9]{0,18})-([0-9]{0,18})")


class NoSuchRange(Exception):
    """None of the bytes that were asked for are in the file."""


class TooManyStreams(Exception):
    """As many long files are being sent by this process as it has threads to spare."""


class _Slots:
    """Counts the long files that this process is sending."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self.taken = 0

    def take(self, most: int) -> None:
        """Raises TooManyStreams."""
        with self._lock:
            if self.taken >= most:
                raise TooManyStreams
            self.taken += 1

    def give_back(self) -> None:
        with self._lock:
            self.taken -= 1


slots = _Slots()


class _Pieces:
    """The bytes of `stream` from `first` on, `length` of them, read when they are sent; closes the stream.

    Gives its slot back once: when closed, or when the server dropped it without closing.
    """

    def __init__(self, stream: IO[bytes], first: int, length: int) -> None:
        self.stream, self.left = stream, length
        self._holds_slot = False
        stream.seek(first)
        self._holds_slot = True

    def __iter__(self) -> Iterator[bytes]:
        return self

    def __next__(self) -> bytes:
        piece = self.stream.read(min(self.left, CHUNK_BYTES))
        if not piece:
            raise StopIteration
        self.left -= len(piece)
        return piece

    def close(self) -> None:
        self.stream.close()
        if self._holds_slot:
            self._holds_slot = False
            slots.give_back()

    __del__ = close


def asked_range(request: HttpRequest, size: int) -> tuple[int, int] | None:
    """Return the first and last byte that a request asks for; None is all.

    Several ranges, other units and what is no range at all count as all, and only a GET has a range (14.2).
    Raises NoSuchRange.
    """
    match = _RANGE.fullmatch(request.headers.get("Range", "")) if request.method == "GET" else None
    if not match or match.group(0) == "bytes=-":
        return None
    start, end = match.groups()
    if start:
        first, last = int(start), min(int(end), size - 1) if end else size - 1
    else:
        first, last = max(0, size - int(end)), size - 1
    if first >= size or first > last:
        raise NoSuchRange
    return first, last


def send(
    request: HttpRequest, open_at: Callable[[int], IO[bytes]], size: int, validator: str, content_type: str
) -> HttpResponseBase:
    """Answer with a file of `size` bytes, or with the one range that was asked for.

    `open_at` opens the file and is told from which byte on it will be sent; not called where nothing is.

    `validator` is its strong ETag or its Last-Modified: a range of what has changed since would be glued to
    the wrong beginning, so with another one in If-Range the whole file is sent (13.1.5).

    Raises TooManyStreams, before anything is opened, and what `open_at` raises.
    """
    headers = {"Accept-Ranges": "bytes", "Content-Type": content_type}
    try:
        span = asked_range(request, size) if request.headers.get("If-Range", validator) == validator else None
    except NoSuchRange:
        return HttpResponse(
            status=416, headers={"Accept-Ranges": "bytes", "Content-Range": f"bytes */{size}"}
        )
    first, last = span or (0, size - 1)
    headers["Content-Length"] = str(last - first + 1)
    if request.method == "HEAD":
        return HttpResponse(headers=headers)
    if span:
        headers["Content-Range"] = f"bytes {first}-{last}/{size}"
    status, length = 206 if span else 200, last - first + 1
    if length <= WHOLE_BYTES:
        with open_at(first) as stream:
            stream.seek(first)
            return HttpResponse(stream.read(length), status=status, headers=headers)
    slots.take(settings.STREAMS_AT_ONCE)
    try:
        pieces = _Pieces(open_at(first), first, length)
    except BaseException:
        slots.give_back()
        raise
    return StreamingHttpResponse(pieces, status=status, headers=headers)
