"""Transcripts in three forms, and what is wrong with them in words."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blog.podcast.transcripts import Cue, Unreadable, as_text, as_vtt, decode, is_timed, parse

VTT = """WEBVTT

NOTE gemaakt met de hand

1
00:01.000 --> 00:04.500 align:start
<v Marit>Een huis maakt <i>meer</i> geluid

00:00:04.500 --> 00:00:09.000
- dan je denkt &amp; weet.
"""
SRT = "1\n00:00:01,000 --> 00:00:04,500\nEen huis.\n\n2\n00:01:04,500 --> 00:01:09,000\nDan je denkt.\n"


def test_vtt_gives_words_voices_and_times() -> None:
    assert parse(VTT) == (
        Cue("Een huis maakt meer geluid", "Marit", 1.0, 4.5),
        Cue("- dan je denkt & weet.", "", 4.5, 9.0),
    )


def test_srt_is_read_as_well() -> None:
    assert [(cue.text, cue.start) for cue in parse(SRT)] == [("Een huis.", 1.0), ("Dan je denkt.", 64.5)]


def test_plain_text_has_paragraphs_without_times() -> None:
    cues = parse("Een huis\nmaakt geluid.\n\n\nDan je denkt.")
    assert [cue.text for cue in cues] == ["Een huis maakt geluid.", "Dan je denkt."]
    assert not is_timed(cues)
    assert parse("") == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("WEBVTT\n\n00:01 --> 00:04\nHoi", "Regel 3: ‘00:01’ is geen tijd"),
        ("WEBVTT\n\nHallo allemaal", "Regel 3: hier hoort een tijd te staan"),
        ("WEBVTT\n\n00:05.000 --> 00:04.000\nHoi", "Regel 3: het einde (00:04.000) ligt niet na het begin"),
        ("1\n00:00:09,000 --> 00:00:10,000\nA\n\n2\n00:00:01,000 --> 00:00:02,000\nB", "Regel 6:"),
        ("WEBVTT\n", "geen enkele regel"),
    ],
)
def test_mistake_is_named_with_its_line(text: str, words: str) -> None:
    with pytest.raises(Unreadable, match="^.*") as caught:
        parse(text)
    assert words in str(caught.value)


def test_file_is_read_in_the_encodings_that_programs_write() -> None:
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "cp1252"):
        assert decode("Één stoel\r\n".encode(encoding)) == "Één stoel\n"
    with pytest.raises(Unreadable):
        decode(b"\x00\x01\x02")


def test_script_in_a_cue_is_words() -> None:
    cues = parse("WEBVTT\n\n00:01.000 --> 00:02.000\n<script>alert(1)</script>&lt;b&gt;\n")
    assert "<script" not in as_vtt(cues)
    assert "&lt;b&gt;" in as_vtt(cues)


def test_text_names_a_speaker_where_it_changes() -> None:
    cues = (Cue("Ja.", "Marit", 0, 1), Cue("Echt.", "Marit", 1, 2), Cue("Nee.", "Joost", 2, 3))
    assert as_text(cues) == "Marit: Ja.\n\nEcht.\n\nJoost: Nee."


@given(st.lists(st.text(alphabet="aé<&>: \n-", min_size=1), max_size=5))
def test_what_was_written_is_read_again(texts: list[str]) -> None:
    cues = tuple(
        Cue(words, "Marit", float(number), number + 0.5)
        for number, text in enumerate(texts)
        if (words := " ".join(text.replace("-->", "").replace("-", "").split()))
    )
    if cues:
        assert parse(as_vtt(cues)) == cues


@given(st.text(max_size=300))
def test_any_text_is_read_or_refused(text: str) -> None:
    with suppress(Unreadable):
        parse(text)
