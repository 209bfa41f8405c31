"""Transcripts: read from WebVTT, SubRip or plain text, kept as typed, given out as WebVTT or plain text."""

import re
from dataclasses import dataclass
from functools import lru_cache
from html import unescape

from django.utils.html import strip_tags

LONGEST = 2_000_000
_ARROW = re.compile(r"^\s*(\S+)\s+-->\s+(\S+)(?:\s.*)?$")
_TIME = re.compile(r"(?:(\d{1,3}):)?([0-5]\d):([0-5]\d)[.,](\d{3})")
_VOICE = re.compile(r"<v(?:\.[^\s>]*)?\s+([^>]+)>")
# Of what a file may hold besides cues (WebVTT, section 4).
_NOTES = ("NOTE", "STYLE", "REGION")


class Unreadable(ValueError):
    """The transcript can't be read; the message says where and why, in Dutch."""


@dataclass(frozen=True)
class Cue:
    """A piece of a transcript: its words, who says them ("" unknown), and from when to when, in seconds.

    Plain text knows no times: `start` and `end` are None.
    """

    text: str
    speaker: str = ""
    start: float | None = None
    end: float | None = None


def decode(data: bytes) -> str:
    """Return the text of an uploaded file. Raises Unreadable."""
    if len(data) > LONGEST:
        raise Unreadable("Dit bestand is te groot voor een transcript: hooguit 2 MB.")
    for encoding in ("utf-16",) if data[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig", "cp1252"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text.replace("\r\n", "\n").replace("\r", "\n")
    raise Unreadable("Dit is geen tekst. Kies een VTT-, SRT- of TXT-bestand.")


@lru_cache(maxsize=64)
def parse(text: str) -> tuple[Cue, ...]:
    """Return the pieces of a transcript in its order. Raises Unreadable."""
    if len(text) > LONGEST:
        raise Unreadable("Dit transcript is te lang: hooguit twee miljoen tekens.")
    lines = text.lstrip("\ufeff").replace("\r\n", "\n").split("\n")
    if lines[0].startswith("WEBVTT") or any("-->" in line for line in lines):
        return tuple(_timed(lines))
    paragraphs = re.split(r"\n\s*\n", "\n".join(lines))
    return tuple(Cue(" ".join(words)) for paragraph in paragraphs if (words := paragraph.split()))


def _timed(lines: list[str]) -> list[Cue]:
    cues: list[Cue] = []
    number = 1 if lines[0].startswith("WEBVTT") else 0
    if number:
        # What stands under the first line up to an empty one is the head of the file.
        number = _next_empty(lines, number)
    while number < len(lines):
        if not lines[number].strip():
            number += 1
        elif lines[number].split(maxsplit=1)[0] in _NOTES and "-->" not in lines[number]:
            number = _next_empty(lines, number)
        else:
            # A name or a number may stand above the times.
            named = "-->" not in lines[number] and number + 1 < len(lines) and "-->" in lines[number + 1]
            number += named
            end = _next_empty(lines, number)
            cues += _cues(lines[number], lines[number + 1 : end], number + 1, cues[-1].start if cues else 0)
            number = end
    if not cues:
        raise Unreadable("In dit transcript staat geen enkele regel met een tijd en tekst.")
    return cues


def _next_empty(lines: list[str], number: int) -> int:
    while number < len(lines) and lines[number].strip():
        number += 1
    return number


def _cues(times: str, words: list[str], number: int, previous: float | None) -> list[Cue]:
    found = _ARROW.match(times)
    if found is None:
        raise Unreadable(
            f"Regel {number}: hier hoort een tijd te staan, zoals 00:01:05.000 --> 00:01:09.500, "
            f"maar er staat ‘{times.strip()[:60]}’."
        )
    start, end = (_seconds(part, number) for part in found.groups())
    if end <= start:
        raise Unreadable(f"Regel {number}: het einde ({found[2]}) ligt niet na het begin ({found[1]}).")
    if start < (previous or 0):
        raise Unreadable(f"Regel {number}: {found[1]} ligt vóór het stukje erboven. Zet ze op volgorde.")
    cues = []
    voice = ""
    for part in re.split(r"(?=<v[.\s])", " ".join(words)):
        if said := _VOICE.match(part):
            voice = unescape(said[1]).strip()
        if plain := " ".join(unescape(strip_tags(part)).split()):
            cues.append(Cue(plain, voice[:100], start, end))
    return cues


def _seconds(text: str, number: int) -> float:
    found = _TIME.fullmatch(text)
    if found is None:
        raise Unreadable(
            f"Regel {number}: ‘{text[:30]}’ is geen tijd. Schrijf uren, minuten, seconden en duizendsten, "
            "zoals 00:01:05.000."
        )
    hours, minutes, seconds, thousandths = (int(part or 0) for part in found.groups())
    return hours * 3600 + minutes * 60 + seconds + thousandths / 1000


def is_timed(cues: tuple[Cue, ...]) -> bool:
    return bool(cues) and cues[0].start is not None


def as_vtt(cues: tuple[Cue, ...]) -> str:
    """Return timed cues as WebVTT, each with its voice."""
    parts = ["WEBVTT"]
    for cue in cues:
        voice = f"<v {_escaped(cue.speaker)}>" if cue.speaker else ""
        parts.append(f"{_stamp(cue.start or 0)} --> {_stamp(cue.end or 0)}\n{voice}{_escaped(cue.text)}")
    return "\n\n".join(parts) + "\n"


def as_text(cues: tuple[Cue, ...]) -> str:
    """Return the words alone, a paragraph a piece, with who says them where that changes."""
    parts, speaker = [], ""
    for cue in cues:
        parts.append(f"{cue.speaker}: {cue.text}" if cue.speaker and cue.speaker != speaker else cue.text)
        speaker = cue.speaker
    return "\n\n".join(parts)


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _stamp(seconds: float) -> str:
    thousandths = round(seconds * 1000)
    minutes, left = divmod(thousandths, 60_000)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02d}:{minutes:02d}:{left // 1000:02d}.{left % 1000:03d}"
