"""Real sound files, made here: silence in MP3, MP4 and Ogg, as short as can be."""

import struct

# MPEG 1, layer III, 128 kbit/s, 44100 Hz, mono: 417 bytes last 1152 samples.
_HEAD, _FRAME, RATE = b"\xff\xfb\x90\xc0", 417, 44_100


def _synchsafe(number: int) -> bytes:
    return bytes((number >> shift) & 0x7F for shift in (21, 14, 7, 0))


def frames_for(seconds: float) -> int:
    return round(seconds * RATE / 1152)


def mp3(seconds: float = 12, *, counted: bool = False, tag: bytes = b"", last: bytes = b"") -> bytes:
    """Return silence; `counted` puts the number of frames in front, as a variable bit rate needs it."""
    frames = frames_for(seconds)
    first = b""
    if counted:
        info = b"Xing" + struct.pack(">II", 1, frames)
        first = (_HEAD + bytes(17) + info).ljust(_FRAME, b"\0")
        # Fewer bytes than its bit rate says.
        frames //= 3
    return tag + first + (_HEAD + bytes(_FRAME - 4)) * frames + last


def id3(*chapters: tuple[int, str]) -> bytes:
    """Return a tag of ID3v2.3 with chapters: milliseconds and title."""
    body = b""
    for number, (start, title) in enumerate(chapters):
        text = b"\x01" + title.encode("utf-16")
        inner = b"TIT2" + struct.pack(">IH", len(text), 0) + text
        chapter = b"ch%d\0" % number + struct.pack(">IIII", start, start + 1, 0xFFFFFFFF, 0xFFFFFFFF) + inner
        body += b"CHAP" + struct.pack(">IH", len(chapter), 0) + chapter
    return b"ID3\x03\x00\x00" + _synchsafe(len(body)) + body


def m4a(seconds: int = 90) -> bytes:
    def box(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I4s", len(body) + 8, name) + body

    mvhd = box(b"mvhd", bytes(12) + struct.pack(">II", 1000, seconds * 1000) + bytes(80))
    return (
        box(b"ftyp", b"M4A \0\0\0\0")
        + box(b"free", bytes(40))
        + box(b"moov", mvhd)
        + box(b"mdat", bytes(500))
    )


def opus(seconds: int = 75) -> bytes:
    def page(samples: int, body: bytes) -> bytes:
        head = b"OggS\0\0" + struct.pack("<qIII", samples, 1, 0, 0)
        return head + bytes([1, len(body)]) + body

    return page(0, b"OpusHead\x01\x01" + struct.pack("<HI", 312, 48_000) + bytes(3)) + page(
        seconds * 48_000 + 312, bytes(100)
    )
