"""Links, buttons, quotes, kept lines and pauses of an old text."""

import re
from html import escape, unescape

from wordpress.bodies.links import Link, is_picture, whole
from wordpress.bodies.tree import Node
from wordpress.bodies.walking import Walker

LONGEST_BUTTON = 40
_BUTTON = re.compile(r"(?:^|[\s_-])(?:button|btn|knop|buttons?__link)(?:$|[\s_-])", re.IGNORECASE)
_LEADING = re.compile(r"^ +", re.MULTILINE)


def link(walker: Walker, node: Node) -> None:
    written = node.get("href")
    if not written:
        walker.children(node)
        return
    if _BUTTON.search(node.get("class")) and not walker.has_words() and node.text() and not node.first("img"):
        button(walker, written, node.text())
        return
    if is_picture(written) and node.first("img") is not None and not node.text():
        # To the same image, larger; here every reader gets the size that fits.
        walker.children(node)
        return
    found = walker.notebook.link(written)
    outside, walker.link = walker.link, found
    if found is None:
        walker.children(node)
    else:
        walker.within(found.begin, "</a>", node)
    walker.link = outside


def button(walker: Walker, written: str, words: str) -> None:
    """Make an invitation of a button; one that an invitation can't lead to is a link."""
    found = walker.notebook.link(written)
    if found is None:
        walker.end_line()
        walker.rich.append(f"<p>{escape(words, quote=False)}</p>")
        return
    is_page = found.target is not None and not found.address
    if not is_page and not (found.address.startswith("http") and _is_kept(found, written, walker)):
        walker.end_line()
        walker.rich.append(f"<p>{found.begin}{escape(words, quote=False)}</a></p>")
        return
    fits = len(words) <= LONGEST_BUTTON
    walker.add(
        "call_to_action",
        {
            "title": "" if fits else words,
            "text": "",
            "button_text": words if fits else "Lees verder",
            "page": found.target.page_id if is_page and found.target else None,
            "url": "" if is_page else found.address,
        },
    )


def _is_kept(found: Link, written: str, walker: Walker) -> bool:
    """Say whether an address may stay; one that is still to come is an address of the old site."""
    address = whole(written) or ""
    return found.address != address or not walker.notebook.surroundings.is_own(address)


def quote(walker: Walker, node: Node) -> None:
    """Make a quote of the words of a blockquote; pictures and players in it come behind it."""
    part = walker.part()
    sources = [child.text() for child in node.below() if child.tag in ("cite", "footer")]
    lines: list[str] = []
    part.children(_without_sources(node))
    links: list[str] = []
    others = []
    for block in part.finish():
        if block["type"] == "paragraph":
            links += re.findall(r"<a [^<>]*>[^<>]*</a>", block["value"])
            lines += _plain_lines(block["value"])
        else:
            others.append(block)
    walker.new_ids += part.new_ids
    if lines:
        source = " ".join(filter(None, sources))
        walker.add("quote", {"text": "\n\n".join(lines), "source": source, "kind": "saying"})
        if {"twitter-tweet", "instagram-media", "tiktok-embed"} & set(node.classes) and links:
            walker.rich.append(f"<p>{links[-1]}</p>")
        elif links:
            walker.notebook.remark("Een link in een citaat is vervallen; de woorden bleven staan.")
    elif sources:
        walker.text(" ".join(sources))
        walker.end_line()
    for block in others:
        walker.put(block)


def _plain_lines(html: str) -> list[str]:
    broken = re.sub(r"</p>|</?[uo]l>|</li>", "\0", html).replace("<br/>", "\n")
    plain = unescape(re.sub(r"<[^<>]*>", "", broken))
    return [line.strip() for line in plain.split("\0") if line.strip()]


def _without_sources(node: Node) -> Node:
    copy = Node(node.tag, node.attributes)
    copy.children = [
        _without_sources(child) if isinstance(child, Node) else child
        for child in node.children
        if isinstance(child, str) or child.tag not in ("cite", "footer")
    ]
    return copy


def kept_lines(walker: Walker, node: Node) -> None:
    """Keep the lines of code and verse, and what they are moved in with."""
    walker.end_line()
    lines = _lines(node).strip("\n")
    moved = _LEADING.sub(lambda blanks: "\u00a0" * len(blanks[0]), lines.replace("\t", "    "))
    html = escape(moved, quote=False).replace("\n", "<br/>")
    if html.strip():
        walker.rich.append(f"<p>{html}</p>")


def _lines(node: Node) -> str:
    parts = []
    for child in node.children:
        parts.append(child if isinstance(child, str) else "\n" if child.tag == "br" else _lines(child))
    return "".join(parts)


def divider(walker: Walker, node: Node) -> None:
    walker.end_line()
    walker.flush()
    if walker.blocks and walker.blocks[-1]["type"] != "divider":
        walker.add("divider", None)


def line_break(walker: Walker, node: Node) -> None:
    walker.line_break()


def heading(walker: Walker, node: Node) -> None:
    walker.heading(node)
