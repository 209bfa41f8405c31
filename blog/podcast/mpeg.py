"""MP3: how long it lasts, and the chapters in its ID3 tag."""

import struct
from collections.abc import Iterator
from itertools import islice
from typing import IO, NamedTuple

_RATES = {3: (44_100, 48_000, 32_000), 2: (22_050, 24_000, 16_000), 0: (11_025, 12_000, 8_000)}
# Layer III, kilobits a second, by index: MPEG 1, and MPEG 2 and 2.5 (ISO 11172-3, 2.4.2.3; ISO 13818-3).
_BITRATES_1 = (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320)
_BITRATES_2 = (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160)
# How far from the tag the first frame may be: some programs leave room.
_SEARCHED = 64 * 1024
_TAG_AT_MOST = 32 * 1024 * 1024
# A tag of that length has room for a million, each of which would be a block of the page.
_CHAPTERS_AT_MOST = 500
_ENCODINGS = {0: "latin-1", 1: "utf-16", 2: "utf-16-be", 3: "utf-8"}


class Frame(NamedTuple):
    version: int
    bitrate: int
    rate: int
    is_mono: bool
    length: int

    @property
    def samples(self) -> int:
        return 1152 if self.version == 3 else 576


def parse_frame(head: bytes) -> Frame | None:
    """Return the frame that four bytes begin, None when they begin no frame of layer III."""
    if len(head) < 4 or head[0] != 0xFF or head[1] & 0xE6 != 0xE2:
        return None
    version, bitrate, rate = (head[1] >> 3) & 3, head[2] >> 4, (head[2] >> 2) & 3
    if version == 1 or bitrate in (0, 15) or rate == 3:
        return None
    kilobits = (_BITRATES_1 if version == 3 else _BITRATES_2)[bitrate]
    hertz = _RATES[version][rate]
    length = (144 if version == 3 else 72) * kilobits * 1000 // hertz + ((head[2] >> 1) & 1)
    return Frame(version, kilobits * 1000, hertz, head[3] >> 6 == 3, length)


def tag_length(head: bytes) -> int:
    """Return how many bytes the ID3v2 tag that `head` begins takes, 0 without one (id3.org, 3.1)."""
    if len(head) < 10 or head[:3] != b"ID3":
        return 0
    return 10 + _synchsafe(head[6:10]) + (10 if head[5] & 0x10 else 0)


def _synchsafe(four: bytes) -> int:
    return four[0] << 21 | four[1] << 14 | four[2] << 7 | four[3]


def _first_frame(file: IO[bytes], begin: int) -> tuple[int, Frame] | None:
    """Return where the first frame is; one counts when another, or the end, follows it."""
    file.seek(begin)
    data = file.read(_SEARCHED)
    at = data.find(b"\xff")
    while at >= 0:
        frame = parse_frame(data[at : at + 4])
        after = at + frame.length if frame else 0
        if frame and (after >= len(data) or parse_frame(data[after : after + 4])):
            return begin + at, frame
        at = data.find(b"\xff", at + 1)
    return None


def seconds(file: IO[bytes], size: int) -> float | None:
    """Return the length, by the count of frames where there is one, else by the bit rate; None for no MP3."""
    file.seek(0)
    found = _first_frame(file, tag_length(file.read(10)))
    if found is None:
        return None
    at, frame = found
    file.seek(at)
    head = file.read(200)
    if frames := _counted_frames(head, frame):
        return frames * frame.samples / frame.rate
    file.seek(max(0, size - 128))
    end = size - (128 if file.read(3) == b"TAG" else 0)
    return (end - at) * 8 / frame.bitrate


def _counted_frames(head: bytes, frame: Frame) -> int:
    """Return the count in the first frame of a variable bit rate (Xing, Info or VBRI), 0 without one."""
    by_version = (17, 32) if frame.version == 3 else (9, 17)
    side = by_version[not frame.is_mono]
    mark = head[4 + side : 8 + side]
    if mark in (b"Xing", b"Info") and head[11 + side] & 1:
        return int(struct.unpack(">I", head[12 + side : 16 + side])[0])
    if head[36:40] == b"VBRI":
        return int(struct.unpack(">I", head[50:54])[0])
    return 0


class TaggedChapter(NamedTuple):
    start: int
    title: str
    url: str


def chapters(file: IO[bytes]) -> list[TaggedChapter]:
    """Return the chapters of the ID3 tag (ID3v2 Chapter Frame Addendum), in their order; [] without any."""
    file.seek(0)
    head = file.read(10)
    length = tag_length(head)
    if not length or length > _TAG_AT_MOST or head[3] not in (3, 4):
        return []
    tag = file.read(length - 10)
    file.seek(0)
    if head[5] & 0x80 and head[3] == 3:
        tag = tag.replace(b"\xff\x00", b"\xff")
    found = (
        chapter
        for name, body in _frames(tag, head[3])
        if name == b"CHAP"
        for chapter in _chapter(body, head[3])
    )
    return sorted(islice(found, _CHAPTERS_AT_MOST))


def _frames(data: bytes, version: int) -> Iterator[tuple[bytes, bytes]]:
    at = 0
    while at + 10 <= len(data) and data[at]:
        size = _synchsafe(data[at + 4 : at + 8]) if version == 4 else int.from_bytes(data[at + 4 : at + 8])
        yield data[at : at + 4], data[at + 10 : at + 10 + size]
        at += 10 + size


def _chapter(body: bytes, version: int) -> Iterator[TaggedChapter]:
    begin = body.find(b"\0") + 1
    if not begin or len(body) < begin + 16:
        return
    start, title, url = int.from_bytes(body[begin : begin + 4]), "", ""
    for name, inner in _frames(body[begin + 16 :], version):
        if name == b"TIT2" and inner:
            title = _text(inner)
        elif name == b"WXXX" and inner:
            url = inner.rpartition(b"\0")[2].decode("latin-1")
    if title:
        yield TaggedChapter(start // 1000, title, url if url.startswith("https://") else "")


def _text(body: bytes) -> str:
    return body[1:].decode(_ENCODINGS.get(body[0], "utf-8"), "replace").strip("\0\ufeff ")[:200]
