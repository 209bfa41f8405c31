"""Lists of an old text, as rich text holds them."""

import re
from typing import Any

from wordpress.bodies.tree import Node
from wordpress.bodies.walking import Walker

# As deep as the editor nests them.
DEEPEST_LIST = 5


def listing(walker: Walker, node: Node) -> None:
    """Add a list; where items hold more than words, the list goes on behind each of these."""
    walker.end_line()
    items: list[tuple[str, list[dict[str, Any]]]] = []
    for child in node.children:
        if isinstance(child, str) and not child.strip():
            continue
        part = walker.part()
        if isinstance(child, Node):
            if child.get("id"):
                walker.new_ids.append(child.get("id"))
            part.children(child) if child.tag == "li" else part.node(child)
        else:
            part.text(child)
        part.end_line()
        walker.new_ids += part.new_ids
        if part.blocks:
            items.append(("", part.finish()))
        elif part.rich:
            if isinstance(child, Node) and child.tag in ("ul", "ol") and items and not items[-1][1]:
                # A list straight in a list belongs to the item before it.
                items[-1] = (items[-1][0] + "".join(part.rich), [])
            else:
                items.append((_item(part.rich), []))
    if not items:
        return
    tag = node.tag if node.tag == "ol" else "ul"
    if walker.depth >= DEEPEST_LIST:
        walker.rich += [f"<p>{words}</p>" for words, _ in items]
    elif not any(blocks for _, blocks in items):
        walker.rich.append(f"<{tag}>" + "".join(f"<li>{words}</li>" for words, _ in items) + f"</{tag}>")
    else:
        _broken_list(walker, tag, items)


def _broken_list(walker: Walker, tag: str, items: list[tuple[str, list[dict[str, Any]]]]) -> None:
    run: list[str] = []
    for number, (words, blocks) in enumerate(items, 1):
        first = blocks[0] if blocks else {"type": "paragraph", "value": words}
        rest = blocks[1:]
        if first["type"] != "paragraph":
            first, rest = {"type": "paragraph", "value": ""}, blocks
        if tag == "ol":
            # The numbers go on, also behind a picture.
            said = first["value"].removeprefix("<p>") if blocks else f"{first['value']}</p>"
            walker.rich.append(f"<p>{number}. {said}" if said else f"<p>{number}.</p>")
        elif first["value"]:
            run.append(f"<li>{_item([first['value']]) if blocks else first['value']}</li>")
        if rest or number == len(items):
            if run:
                walker.rich.append(f"<ul>{''.join(run)}</ul>")
                run = []
            for block in rest:
                walker.put(block)


def _item(rich: list[str]) -> str:
    """Return lines and lists as what stands in one item: lines with breaks, then lists."""
    html = "".join(rich)
    begin = min((at for at in (html.find("<ul>"), html.find("<ol>")) if at >= 0), default=len(html))
    lines = html[:begin].replace("</p><p>", "<br/>").removeprefix("<p>").removesuffix("</p>")
    lists = html[begin:]
    if "<p>" in lists:
        # Words behind a list within an item: as a line before it, since an item ends with its lists.
        loose = re.findall(r"<p>(.*?)</p>", lists, re.DOTALL)
        lists = re.sub(r"<p>.*?</p>", "", lists, flags=re.DOTALL)
        lines = "<br/>".join(filter(None, [lines, *loose]))
    return lines + lists
