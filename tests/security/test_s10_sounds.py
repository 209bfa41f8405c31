"""S10: sound files whose headers lie, or that are something else, cost little and become nothing else."""

import struct
import time
from io import BytesIO

import pytest

from blog.podcast import mpeg
from blog.podcast.audio import Unrecognised, read_sound


def frame(name: bytes, body: bytes) -> bytes:
    return name + struct.pack(">I", len(body)) + b"\0\0" + body


def tagged(body: bytes) -> BytesIO:
    size = bytes(len(body) >> bits & 0x7F for bits in (21, 14, 7, 0))
    return BytesIO(b"ID3\x03\0\0" + size + body)


CHAPTER = frame(b"CHAP", b"a\0" + bytes(16) + frame(b"TIT2", b"\0Eb"))


def test_a_million_chapters_are_not_a_million_blocks():
    begun = time.monotonic()
    assert len(mpeg.chapters(tagged(CHAPTER * 200_000))) == 500
    assert time.monotonic() - begun < 2


@pytest.mark.parametrize(
    "file",
    [
        # A tag and a frame that say they are as long as can be.
        BytesIO(b"ID3\x04\0\0\x7f\x7f\x7f\x7fCHAP\xff\xff\xff\xff\0\0a\0"),
        tagged(b"CHAP\xff\xff\xff\xff\0\0a\0" + bytes(16)),
        # Packed by zlib, as they may be: nothing is unpacked.
        tagged(frame(b"CHAP", b"x\x9c" + bytes(30))),
        tagged(b"CHAP" + bytes(6) * 100_000),
    ],
)
def test_lengths_that_lie_find_nothing_and_ask_no_memory(file):
    assert mpeg.chapters(file) == []


def test_chapters_lead_to_https_alone():
    def chapter(url: bytes) -> bytes:
        return frame(b"CHAP", b"a\0" + bytes(16) + frame(b"TIT2", b"\0Eb") + frame(b"WXXX", b"\0\0" + url))

    wishes = (b"javascript:alert(1)", b"data:text/html,x", b"http://a.example", b"//a.example", b" https://a")
    assert {found.url for found in mpeg.chapters(tagged(b"".join(map(chapter, wishes))))} == {""}
    assert mpeg.chapters(tagged(chapter(b"https://a.example/")))[0].url == "https://a.example/"


@pytest.mark.parametrize(
    "content",
    [
        b"<!doctype html><script>alert(1)</script>",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"GIF89a",
        b"",
    ],
)
def test_what_is_no_sound_is_none_whatever_it_is_called(content):
    with pytest.raises(Unrecognised):
        read_sound(BytesIO(content))
