"""What a sound file says of itself: kind, size, length. Read from its headers, a few kilobytes of it.

Of our own rather than a library: only four containers are taken, and of each only the length is asked
(docs/decisions/0024-a-podcast-of-our-own.md).
"""

import os
import struct
from dataclasses import dataclass
from typing import IO

from blog.podcast import mpeg

KINDS = {
    "audio/mpeg": "MP3",
    "audio/x-m4a": "M4A",
    "audio/aac": "AAC",
    "audio/ogg": "OGG",
    "audio/opus": "OPUS",
}
# What a file may be called, by what is in it.
SUFFIXES = {
    "mp3": "audio/mpeg",
    "m4a": "audio/x-m4a",
    "mp4": "audio/x-m4a",
    "aac": "audio/aac",
    "ogg": "audio/ogg",
    "oga": "audio/ogg",
    "opus": "audio/opus",
}
# Chapters and covers come before the length in an MP4; boxes nest no deeper than this on the way to it.
_BOXES_AT_MOST = 2000
# The last page of an Ogg stream is at most this long (RFC 3533, section 6), and stands at the end.
_LAST_PAGE = 65_307


class Unrecognised(Exception):
    """The file is no sound of a kind that we take."""


@dataclass(frozen=True)
class Sound:
    """A sound file: its media type, size in bytes, and length in seconds (None when it does not say)."""

    kind: str
    size: int
    seconds: int | None


def read_sound(file: IO[bytes]) -> Sound:
    """Return what `file` says of itself, and rewind it. Raises Unrecognised."""
    try:
        size = file.seek(0, os.SEEK_END)
        file.seek(0)
        head = file.read(64)
        if head[4:8] == b"ftyp":
            return Sound("audio/x-m4a", size, _rounded(_mp4_seconds(file, size)))
        if head.startswith(b"OggS"):
            kind, seconds = _ogg(file, size)
            return Sound(kind, size, _rounded(seconds))
        if _is_adts(head):
            return Sound("audio/aac", size, None)
        if (seconds := mpeg.seconds(file, size)) is not None:
            return Sound("audio/mpeg", size, _rounded(seconds))
        if head.startswith(b"ID3"):
            return Sound("audio/mpeg", size, None)
        raise Unrecognised
    except (struct.error, IndexError, ZeroDivisionError, OverflowError) as error:
        raise Unrecognised from error
    finally:
        file.seek(0)


def _rounded(seconds: float | None) -> int | None:
    # A length of days is a lie of the header.
    return max(1, round(seconds)) if seconds is not None and 0 < seconds < 10**6 else None


def _is_adts(head: bytes) -> bool:
    """Twelve set bits and layer 0: AAC without a container (ISO 13818-7, 6.2)."""
    return len(head) > 2 and head[0] == 0xFF and head[1] & 0xF6 == 0xF0


def _mp4_seconds(file: IO[bytes], size: int) -> float | None:
    """Walk the boxes to moov/mvhd (ISO 14496-12, 8.2.2), which has the time scale and the length in it."""
    at, end = 0, size
    for _ in range(_BOXES_AT_MOST):
        if at + 8 > end:
            return None
        file.seek(at)
        length, name = struct.unpack(">I4s", file.read(8))
        header = 8
        if length == 1:
            length, header = struct.unpack(">Q", file.read(8))[0], 16
        elif length == 0:
            length = end - at
        if length < header:
            return None
        if name == b"moov":
            at, end = at + header, min(end, at + length)
        elif name == b"mvhd":
            return _mvhd_seconds(file.read(32))
        else:
            at += length
    return None


def _mvhd_seconds(body: bytes) -> float:
    scale, length = struct.unpack(">IQ", body[20:32]) if body[0] == 1 else struct.unpack(">II", body[12:20])
    return float(length / scale)


def _ogg(file: IO[bytes], size: int) -> tuple[str, float | None]:
    """The count of samples on the last page, by the rate: 48000 for Opus (RFC 7845, 4), else as stated."""
    file.seek(0)
    head = file.read(512)
    if (found := head.find(b"OpusHead")) >= 0:
        kind, rate, skipped = "audio/opus", 48_000, struct.unpack("<H", head[found + 10 : found + 12])[0]
    elif (found := head.find(b"\x01vorbis")) >= 0:
        kind, rate, skipped = "audio/ogg", struct.unpack("<I", head[found + 12 : found + 16])[0], 0
    else:
        raise Unrecognised
    file.seek(max(0, size - _LAST_PAGE))
    tail = file.read()
    last = tail.rfind(b"OggS")
    if last < 0 or len(tail) < last + 14:
        return kind, None
    samples = struct.unpack("<q", tail[last + 6 : last + 14])[0]
    return kind, (samples - skipped) / rate if samples > 0 else None
