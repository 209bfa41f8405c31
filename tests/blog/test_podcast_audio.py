"""What is read from sound files."""

from io import BytesIO

import pytest

from blog.podcast import mpeg
from blog.podcast.audio import Sound, Unrecognised, read_sound
from blog.podcast.clock import clock, parse_clock
from tests.blog import sounds


def read(data: bytes) -> Sound:
    return read_sound(BytesIO(data))


@pytest.mark.parametrize("seconds", [1, 12, 61])
def test_length_of_a_steady_mp3_follows_from_its_bit_rate(seconds: int) -> None:
    data = sounds.mp3(seconds)
    assert read(data) == Sound("audio/mpeg", len(data), seconds)


def test_length_of_an_mp3_of_variable_bit_rate_is_counted_in_frames() -> None:
    assert read(sounds.mp3(60, counted=True)).seconds == 60


def test_tags_before_and_after_are_no_sound() -> None:
    tagged = sounds.mp3(10, tag=sounds.id3((0, "Begin")), last=b"TAG".ljust(128, b"\0"))
    assert read(tagged).seconds == 10


def test_mp4_and_opus_tell_their_length() -> None:
    assert (read(sounds.m4a(90)).kind, read(sounds.m4a(90)).seconds) == ("audio/x-m4a", 90)
    assert (read(sounds.opus(75)).kind, read(sounds.opus(75)).seconds) == ("audio/opus", 75)


@pytest.mark.parametrize(
    "data", [b"", b"<html>", b"RIFF1234WAVE", b"\xff" * 5000, b"OggS" + bytes(600), b"%PDF-1.7"]
)
def test_what_is_no_sound_is_not_recognised(data: bytes) -> None:
    with pytest.raises(Unrecognised):
        read(data)


@pytest.mark.parametrize("make", [sounds.mp3, sounds.m4a, sounds.opus])
def test_file_that_was_cut_off_anywhere_breaks_nothing(make) -> None:
    data = make()
    for length in [*range(200), *range(200, len(data), 997)]:
        try:
            found = read(data[:length])
        except Unrecognised:
            continue
        assert found.seconds is None or found.seconds > 0


def test_mp4_whose_boxes_go_round_ends() -> None:
    assert read(b"\0\0\0\x10ftypM4A \0\0\0\0" + b"\0\0\0\x01free" + bytes(8)).seconds is None


def test_chapters_come_from_the_tag_in_their_order() -> None:
    data = sounds.mp3(4, tag=sounds.id3((65_000, "Wachten"), (0, "Één begin")))
    assert mpeg.chapters(BytesIO(data)) == [(0, "Één begin", ""), (65, "Wachten", "")]
    assert mpeg.chapters(BytesIO(sounds.mp3(4))) == []


@pytest.mark.parametrize(
    ("text", "seconds"), [("12:05", 725), ("1:02:05", 3725), ("0:00", 0), ("90:00", 5400), ("725", 725)]
)
def test_clock_is_read(text: str, seconds: int) -> None:
    assert parse_clock(text) == seconds


@pytest.mark.parametrize("text", ["", "12", "12:5", "12:65", "a:bc", "-1:00", "1:2:3:4"][2:])
def test_what_is_no_clock_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - its message is of the form
        parse_clock(text)


def test_hours_are_shown_from_an_hour_on() -> None:
    assert [clock(seconds) for seconds in (0, 725, 3600)] == ["0:00", "12:05", "1:00:00"]
