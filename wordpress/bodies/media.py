"""Players, sounds, films and files of an old text."""

import re
from html import escape
from typing import Any
from urllib.parse import unquote, urlsplit

from wordpress.bodies.embeds import player_address
from wordpress.bodies.links import whole
from wordpress.bodies.tree import Node
from wordpress.bodies.walking import Frame, Walker

_ADDRESS = re.compile(r"https?://[^\s\"'<>\[\]]+")
KIND_OF_PLAYER = {"Spotify": "Geluid"}


def embed(walker: Walker, address: str, title: str = "") -> None:
    """Put a player in the text; what is of no known player becomes a link."""
    found = whole(address)
    if not found or not found.startswith("http"):
        walker.notebook.remark("Een ingesloten onderdeel zonder bruikbaar adres is weggelaten.")
        return
    player = player_address(found)
    caption = walker.frame.take_caption() if walker.frame else ""
    if player is not None:
        url, host = player
        words = title.strip() or caption or f"{KIND_OF_PLAYER.get(host, 'Video')} van {host}"
        walker.add("embed", {"url": url, "title": words, "thumbnail": None})
        return
    link(walker, found, title.strip() or caption)
    if not walker.notebook.surroundings.is_own(found):
        host = urlsplit(found).hostname or found
        walker.notebook.remark(f"Een onderdeel van {host} staat er nu als link.")


def link(walker: Walker, address: str, words: str = "") -> None:
    """Put a link on a line of its own; where it leads nowhere, its words."""
    walker.end_line()
    found = walker.notebook.link(address)
    said = escape(words or address, quote=False)
    if found is not None:
        walker.rich.append(f"<p>{found.begin}{said}</a></p>")
    elif words:
        walker.rich.append(f"<p>{said}</p>")


def embed_alone(walker: Walker, address: str) -> bool:
    """An address on a line of its own is a player, as WordPress does; any other is a link."""
    if not _ADDRESS.fullmatch(address):
        return False
    if player_address(address):
        embed(walker, address)
    else:
        link(walker, address)
    return True


def embed_figure(walker: Walker, node: Node, attributes: dict[str, Any] | None = None) -> None:
    """Take a block of WordPress that embeds: its address stands in its attributes, and as words in it."""
    written = (attributes or {}).get("url")
    captions = [child.text() for child in node.below() if child.tag == "figcaption"]
    if not isinstance(written, str):
        frame = node.first("iframe")
        found = _ADDRESS.search(node.text())
        written = frame.get("src") if frame else found[0] if found else ""
    outside, walker.frame = walker.frame, Frame()
    embed(walker, written, " ".join(captions))
    walker.frame = outside


def iframe(walker: Walker, node: Node) -> None:
    embed(walker, node.get("data-src") or node.get("src"), node.get("title"))


def audio(walker: Walker, node: Node) -> None:
    sound(walker, _source(node), _caption(walker))


def video(walker: Walker, node: Node) -> None:
    film(walker, _source(node), _caption(walker))


def sound(walker: Walker, address: str, title: str = "") -> None:
    """Put a sound in a block; one that is still to come leaves a note."""
    if not address:
        return
    words = title or name_of(address)
    new = walker.notebook.file(address)
    if not new:
        walker.notebook.remark(f"Een geluid is er nog niet: {address}")
        walker.note(f"Hier hoort een geluid: {address} ({words})")
    elif new.startswith(("https://", "/")):
        walker.add("audio", {"title": words, "url": new})
    else:
        link(walker, new, words)


def film(walker: Walker, address: str, title: str = "") -> None:
    if not address:
        return
    if player_address(address):
        embed(walker, address, title)
        return
    walker.notebook.remark(f"Een video staat er nu als link: {address}")
    link(walker, address, title or f"Video: {name_of(address)}")


def file_block(walker: Walker, node: Node) -> None:
    """Take a file to download: once its link, and not the button beside it or the frame above it."""
    links = [child for child in node.below() if child.tag == "a" and child.get("href")]
    if links:
        named = next((one for one in links if "wp-block-file__button" not in one.classes), links[0])
        link(walker, named.get("href"), named.text())


def name_of(address: str) -> str:
    """Return a file's name as words."""
    name = unquote(urlsplit(address).path.rpartition("/")[2]).rpartition(".")[0]
    return re.sub(r"[-_\s]+", " ", name).strip() or "Geluid"


def _source(node: Node) -> str:
    source = node.first("source")
    return node.get("src") or (source.get("src") if source else "")


def _caption(walker: Walker) -> str:
    return walker.frame.take_caption() if walker.frame else ""
