"""The sound of a podcast episode as PowerPress and Seriously Simple Podcasting keep it with a post."""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from wordpress.reading import php, values
from wordpress.reading.items import Item

_CLOCK = re.compile(r"(?:(\d{1,3}):)?(\d{1,3}):(\d{1,2})(?:\.\d+)?")
_KINDS = {
    "mp3": "audio/mpeg",
    "m4a": "audio/x-m4a",
    "m4b": "audio/x-m4a",
    "aac": "audio/aac",
    "ogg": "audio/ogg",
    "oga": "audio/ogg",
    "opus": "audio/opus",
    "wav": "audio/wav",
    "flac": "audio/flac",
}
_TYPES = {"full", "trailer", "bonus"}
_MOST_SECONDS, _MOST_NUMBER = 7 * 24 * 3600, 30_000
_SERIOUSLY_SIMPLE = {"audio_file", "filesize_raw", "date_recorded", "itunes_episode_number", "episode_type"}


@dataclass(frozen=True, slots=True)
class Enclosure:
    """Sound with a post. `bytes` is 0, and `seconds`, `season` and `number` are None, when not known.

    WordPress itself keeps an enclosure for each link to sound in a post; `of_podcast` says that a podcast
    plugin did, or that the post is of its kind.
    """

    url: str
    kind: str
    bytes: int
    seconds: int | None
    season: int | None
    number: int | None
    episode_type: str
    explicit: bool
    of_podcast: bool


def enclosure(item: Item) -> Enclosure | None:
    """Return the sound of an item; None when there is none, or when it is a film."""
    return _seriously_simple(item) or _power_press(item)


def _seriously_simple(item: Item) -> Enclosure | None:
    meta = item.meta
    if not (_SERIOUSLY_SIMPLE & set(meta)) or meta.get("episode_type", "").strip() == "video":
        return None
    url = (meta.get("audio_file") or meta.get("enclosure", "").partition("\n")[0]).strip()
    kind = _kind(url, "")
    if not kind:
        return None
    return Enclosure(
        url=url,
        kind=kind,
        bytes=max(values.number(meta.get("filesize_raw", "")), 0),
        seconds=_seconds(meta.get("duration", "")),
        season=_number(meta.get("itunes_season_number", "")),
        number=_number(meta.get("itunes_episode_number", "")),
        episode_type=_type(meta.get("itunes_episode_type", "")),
        explicit=meta.get("explicit", "").strip().lower() in ("on", "yes", "1", "true"),
        of_podcast=True,
    )


def _power_press(item: Item) -> Enclosure | None:
    """Read "address, size, kind" on three lines, and PowerPress's serialised rest on the fourth.

    A post of a second channel has it under the name of that channel, as in "_praat:enclosure".
    """
    keys = ["enclosure", *sorted(key for key in item.meta if key.endswith(":enclosure"))]
    for key in keys:
        url, size, kind, rest = (*item.meta.get(key, "").split("\n", 3), "", "", "", "")[:4]
        known = _kind(url.strip(), kind.strip())
        if not known:
            continue
        more = php.array(rest)
        return Enclosure(
            url=url.strip(),
            kind=known,
            bytes=max(values.number(size), 0),
            seconds=_seconds(str(more.get("duration", ""))),
            season=_number(str(more.get("season", ""))),
            number=_number(str(more.get("episode_no", ""))),
            episode_type=_type(str(more.get("episode_type", ""))),
            # "2" is PowerPress's word for clean.
            explicit=str(more.get("explicit", "")) in ("1", "yes", "true", "True"),
            of_podcast=bool(more) or key != "enclosure" or item.kind == "podcast",
        )
    return None


def _kind(url: str, told: str) -> str:
    """Return the MIME type of sound at an address, "" when it is something else."""
    if not re.match(r"https?://[^\s/]", url, re.IGNORECASE):
        return ""
    if told.lower().startswith("audio/"):
        return told.lower()
    if told and "/" in told and not told.lower().startswith("application/octet"):
        return ""
    return _KINDS.get(_path(url).lower().rpartition(".")[2], "")


def _path(url: str) -> str:
    try:
        return urlsplit(url).path
    except ValueError:
        return ""


def _seconds(text: str) -> int | None:
    """Return the seconds of "12:05", "1:02:05" or "725"."""
    if plain := values.number(text, _MOST_SECONDS):
        return max(plain, 0) or None
    if (found := _CLOCK.fullmatch(text.strip())) is None:
        return None
    hours, minutes, seconds = (int(part or 0) for part in found.groups())
    return hours * 3600 + minutes * 60 + seconds or None


def _number(text: str) -> int | None:
    """Return a season or episode; PowerPress knows halves too, and its feed tells the whole."""
    found = values.number(text.partition(".")[0], _MOST_NUMBER)
    return found if found > 0 else None


def _type(text: str) -> str:
    return text.strip().lower() if text.strip().lower() in _TYPES else "full"
