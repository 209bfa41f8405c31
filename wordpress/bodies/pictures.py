"""Images, figures and galleries of an old text."""

import re
from html import escape
from typing import Any

from wordpress.bodies.links import whole
from wordpress.bodies.tree import Node, is_emoji
from wordpress.bodies.walking import Frame, Walker

_ATTACHMENT = re.compile(r"(?:wp-image|attachment)[-_](\d{1,18})")
_COLUMNS = re.compile(r"(?:gallery-)?columns-(\d)")
WITHOUT_ALT = "Een afbeelding heeft geen beschrijving; zij staat nu als versiering."
ITEMS = ("figure", "li", "dl")
ALIGNED = {"alignwide": "wide", "alignfull": "full"}


def image(walker: Walker, node: Node) -> None:
    """Put an `<img>` in a block of its own; a small one in the line stays a sign."""
    if is_emoji(node):
        walker.text(node.get("alt"))
        return
    if {node.get("width"), node.get("height")} & {"0", "1"} or not node.get("src"):
        return
    frame = walker.frame or Frame(width=_width(node))
    caption = frame.take_caption()
    block = picture(walker, attachment_of(node), node.get("src"), node.get("alt"), caption)
    if block is None:
        return
    link, among_words = walker.link, walker.has_words()
    walker.add("image", {**block, "width": frame.width})
    if link is not None and not among_words:
        words = block["image"]["alt_text"] or caption or "Meer hierover"
        walker.notebook.remark("Een link op een afbeelding staat er nu onder.")
        walker.rich.append(f"<p>{link.begin}{escape(words, quote=False)}</a></p>")


def picture(
    walker: Walker, attachment: int, address: str, alt: str, caption: str, *, from_library: bool = False
) -> dict[str, Any] | None:
    """Return the value of an image and its caption; leaves a note and returns None when it is not here.

    `from_library`: without a caption of its own it has the one it has on the old site.
    """
    notebook = walker.notebook
    found = notebook.surroundings.picture(attachment, address)
    if found is None:
        known = address or (notebook.surroundings.attachment_address(attachment) if attachment else "")
        where = whole(known) or ""
        if where and notebook.surroundings.is_own(where):
            notebook.body.waits_for.add(where)
        notebook.remark(f"Een afbeelding is er nog niet: {where or f'nummer {attachment}'}")
        said = ". ".join(filter(None, [alt.strip(), caption]))
        walker.note(f"Hier hoort een afbeelding: {where or attachment}" + (f" ({said})" if said else ""))
        return None
    words = " ".join((alt.strip() or found.alt.strip()).split())
    if not words:
        notebook.remark(WITHOUT_ALT)
    image = {"image": found.image_id, "alt_text": words, "decorative": not words}
    return {"image": image, "caption": caption or (found.caption if from_library else "")}


def figure(walker: Walker, node: Node) -> None:
    """Walk through a figure whose caption belongs to the one thing in it."""
    if "wp-block-gallery" in node.classes or "has-nested-images" in node.classes:
        gallery(walker, node)
        return
    captions = captions_in(node)
    pictures = [child for child in node.below() if child.tag == "img" and not is_emoji(child)]
    if len(pictures) > 1 and node.first("table", "blockquote") is None:
        gallery(walker, node)
        return
    frame = Frame(" ".join(caption_of(walker, one) for one in captions), _width(node, *node.elements))
    walker.end_line()
    outside, walker.frame = walker.frame, frame
    walker.children(_without(node, captions))
    walker.end_line()
    walker.frame = outside
    if rest := frame.take_caption():
        walker.text(rest)
        walker.end_line()


def caption_of(walker: Walker, node: Node) -> str:
    for link in node.below():
        if link.tag == "a" and link.get("href"):
            walker.notebook.remark(f"Een link in een onderschrift is vervallen: {link.get('href')}")
    return node.text()


def is_caption(node: Node) -> bool:
    return node.tag == "figcaption" or "wp-caption-text" in node.classes or "gallery-caption" in node.classes


def captions_in(node: Node) -> list[Node]:
    """Return the captions in `node` that belong to no figure or item of a list within it."""
    found = []
    for child in node.elements:
        if is_caption(child):
            found.append(child)
        elif child.tag not in ITEMS:
            found += captions_in(child)
    return found


def gallery(walker: Walker, node: Node) -> None:
    """Make a gallery of all images in `node`, each with the caption of the figure that it stands in.

    Other words in it, captions without an image among them, follow below.
    """
    found: list[tuple[Node, str]] = []
    own: list[str] = []
    taken: list[Node] = []
    _gather(walker, node, found, own, taken, None)
    left = [one for one in node.below() if is_caption(one) and not any(one is other for other in taken)]
    own += [caption_of(walker, one) for one in left]
    columns = next((int(match[1]) for name in node.classes if (match := _COLUMNS.fullmatch(name))), 0)
    chosen = [(attachment_of(one), one.get("src"), one.get("alt"), caption) for one, caption in found]
    make_gallery(walker, chosen, columns, width=_width(node))
    for caption in own:
        walker.text(caption)
        walker.end_line()


def make_gallery(
    walker: Walker,
    chosen: list[tuple[int, str, str, str]],
    columns: int,
    *,
    width: str = "text",
    from_library: bool = False,
) -> None:
    """Add a gallery of (attachment, address, alt, caption); notes on those that are not here come first."""
    walker.end_line()
    shown = [
        value
        for attachment, address, alt, caption in chosen
        if (value := picture(walker, attachment, address, alt, caption, from_library=from_library))
    ]
    if len(shown) == 1 or (columns == 1 and shown):
        for value in shown:
            walker.add("image", {**value, "width": width})
    elif shown:
        pairs = columns == 2 or (not columns and len(shown) in (2, 4))
        images = [{"type": "item", "value": value} for value in shown]
        walker.add("gallery", {"images": images, "columns": "2" if pairs else "3"})


def _gather(
    walker: Walker,
    node: Node,
    found: list[tuple[Node, str]],
    own: list[str],
    taken: list[Node],
    around: Node | None,
) -> None:
    for child in node.children:
        if not isinstance(child, Node):
            if child.strip():
                own.append(child.strip())
        elif child.tag == "img":
            captions = captions_in(around) if around is not None else []
            taken += captions
            found.append((child, " ".join(caption_of(walker, one) for one in captions)))
        elif not is_caption(child):
            inner = child.tag in ITEMS and "blocks-gallery-grid" not in child.classes
            _gather(walker, child, found, own, taken, child if inner else around)


def attachment_of(node: Node) -> int:
    """Return the number that an image has on the old site, 0 when it doesn't say."""
    if node.get("data-id").isdecimal():
        return int(node.get("data-id")[:18])
    match = _ATTACHMENT.search(node.get("class"))
    return int(match[1]) if match else 0


def _width(*nodes: Node) -> str:
    return next((ALIGNED[name] for node in nodes for name in node.classes if name in ALIGNED), "text")


def _without(node: Node, left_out: list[Node]) -> Node:
    if not left_out:
        return node
    copy = Node(node.tag, node.attributes)
    copy.children = [
        _without(child, left_out) if isinstance(child, Node) else child
        for child in node.children
        if not any(child is one for one in left_out)
    ]
    return copy
