"""`Lees ook: …` with links to articles and episodes of our own, as blocks."""

import re

from wordpress.bodies.surroundings import Target
from wordpress.bodies.tree import Node
from wordpress.bodies.walking import HEADINGS, Walker

_LEAD_IN = re.compile(
    r"^\W*(?:(?:lees|bekijk|luister|zie|read|see|listen)\s+(?:ook|verder|meer|also|more|hier(?:over)?)"
    r"(?:\s+(?:deze|dit|de)\s+(?:artikel(?:en)?|blogs?|afleveringen|aflevering))?)(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)
# All that may stand between links.
_BETWEEN = re.compile(r"(?:[\s:;,.•·|–—→»>-]|\ben\b|\bof\b|\band\b|\bor\b)*+")
LONGEST = 600
BLOCKS = {"article": ("read_also", "page"), "episode": ("listen_also", "episode")}


def led_in(walker: Walker, nodes: list[str | Node], at: int) -> int:
    """Make blocks of a paragraph that is such a lead-in with its links, or of one and the list below it.

    Returns how many of `nodes` that took; 0 when it is another paragraph, or something in it is not here yet.
    """
    node = nodes[at]
    if not isinstance(node, Node) or node.tag not in ("p", "div", *HEADINGS) or walker.is_part:
        return 0
    words = _start(node)
    match = _LEAD_IN.match(words) if words else None
    if match is None:
        return 0
    chosen = _links(node)
    if chosen and node.tag in ("p", "div"):
        return 1 if _only_links(node) and _make(walker, chosen) else 0
    if chosen or not _BETWEEN.fullmatch(match["rest"]):
        return 0
    following = at + 1
    while following < len(nodes) and isinstance(blank := nodes[following], str) and not blank.strip():
        following += 1
    below = nodes[following] if following < len(nodes) else None
    if not isinstance(below, Node) or below.tag not in ("ul", "ol"):
        return 0
    chosen = []
    for item in below.elements:
        links = _links(item)
        if len(links) != 1 or item.text() != links[0].text():
            return 0
        chosen += links
    return following - at + 1 if chosen and _make(walker, chosen) else 0


def _start(node: Node) -> str:
    """Return the words of a short node, "" of one that holds more than words and links."""
    if any(child.tag not in ("a", "strong", "b", "em", "i", "span", "br", "u") for child in node.below()):
        return ""
    words = node.text()
    return words if len(words) <= LONGEST else ""


def _links(node: Node) -> list[Node]:
    return [child for child in node.below() if child.tag == "a" and child.get("href")]


def _only_links(node: Node) -> bool:
    outside = " ".join(_outside(node)).strip()
    match = _LEAD_IN.match(outside) if outside else None
    return bool(_BETWEEN.fullmatch(match["rest"] if match else outside))


def _outside(node: Node) -> list[str]:
    words: list[str] = []
    for child in node.children:
        if isinstance(child, str):
            words.append(child)
        elif not (child.tag == "a" and child.get("href")):
            words += _outside(child)
    return words


def _make(walker: Walker, chosen: list[Node]) -> bool:
    known = walker.notebook.surroundings
    found: list[tuple[Target, str]] = []
    for link in chosen:
        address = link.get("href")
        target = known.page(address.partition("#")[0]) if known.is_own(address) else None
        if target is None or target.kind not in BLOCKS:
            return False
        words = link.text()
        within = _LEAD_IN.match(words)
        said = within["rest"].strip(" :–—-") if within else words
        found.append((target, said if not said.startswith("http") else ""))
    for target, words in found:
        kind, name = BLOCKS[target.kind]
        walker.add(kind, {name: target.page_id, "text": words})
    return True
