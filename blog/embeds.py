"""Which players from elsewhere an article may hold, and the address each is shown at after a click."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from wagtail.blocks import StreamValue

EMBED_HOSTS = {"YouTube", "Vimeo", "Spotify"}

_PATTERNS = [
    (
        "YouTube",
        re.compile(r"^https://(?:www\.)?(?:youtube\.com/watch\?v=|youtu\.be/)([\w-]{11})(?:[&?].*)?$"),
        "https://www.youtube-nocookie.com/embed/{}",
    ),
    (
        "Vimeo",
        re.compile(r"^https://(?:www\.)?vimeo\.com/(\d{4,12})$"),
        "https://player.vimeo.com/video/{}?dnt=1",
    ),
    (
        "Spotify",
        re.compile(r"^https://open\.spotify\.com/(?:intl-\w+/)?(episode/\w+|show/\w+)(?:\?.*)?$"),
        "https://open.spotify.com/embed/{}",
    ),
]


@dataclass(frozen=True)
class Player:
    """A player: who runs it, and the address of its frame."""

    host: str
    frame_url: str


def embed_player(url: str) -> Player | None:
    """Return the player for a page's address, None when we do not know the host or the form of the address.

    Nothing is fetched: the address of the frame follows from the address of the page, so no editor can make
    the server call another machine.
    """
    for host, pattern, frame in _PATTERNS:
        if match := pattern.match(url.strip()):
            return Player(host, frame.format(match.group(1)))
    return None


def frame_origins(streams: Iterable[StreamValue]) -> list[str]:
    """Return the origins of the players in these streams, for the policy of the page that shows them."""
    # As stored: to make values of them all is left to blog.loading, which does so in few queries.
    blocks = [block["value"] for stream in streams for block in stream.raw_data if block["type"] == "embed"]
    players = [embed_player(block.get("url") or "") for block in blocks]
    parts = [urlsplit(player.frame_url) for player in players if player]
    return sorted({f"{part.scheme}://{part.netloc}" for part in parts})
