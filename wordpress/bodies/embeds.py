"""Addresses of players as they stand in texts, and as a block of ours names them."""

import re
from urllib.parse import parse_qs, urlsplit

from blog.embeds import embed_player

_SOUNDS = re.compile(r"/(?:intl-\w+/)?(?:embed(?:-podcast)?/)?((?:episode|show)/\w+)")
_YOUTUBE = re.compile(r"/(?:embed|shorts|live|v)/([\w-]{11})")


def player_address(address: str) -> tuple[str, str] | None:
    """Return the address of a player as `blog.embeds` knows it and who runs it; None for any other."""
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return None
    host = (parts.hostname or "").removeprefix("www.").removeprefix("m.")
    found = ""
    if host in ("youtube.com", "youtube-nocookie.com"):
        inside = _YOUTUBE.match(parts.path)
        video = inside[1] if inside else parse_qs(parts.query).get("v", [""])[0]
        found = f"https://www.youtube.com/watch?v={video}"
    elif host == "youtu.be":
        found = f"https://www.youtube.com/watch?v={parts.path.strip('/')}"
    elif host in ("vimeo.com", "player.vimeo.com"):
        number = re.search(r"/(\d{4,12})(?:/|$)", parts.path)
        found = f"https://vimeo.com/{number[1]}" if number else ""
    elif host == "open.spotify.com" and (sound := _SOUNDS.match(parts.path)):
        found = f"https://open.spotify.com/{sound[1]}"
    player = embed_player(found) if found else None
    return (found, player.host) if player else None
