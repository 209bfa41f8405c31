"""What stands at the places that HTML can't say: shortcodes, embeds, blocks of our own, unknown blocks."""

import json
import re
from collections.abc import Callable

from wordpress.bodies import own_blocks
from wordpress.bodies.markup import CONTENTS_REMARK, Place
from wordpress.bodies.media import embed, embed_figure, film, sound
from wordpress.bodies.pictures import figure, make_gallery, picture
from wordpress.bodies.texts import button
from wordpress.bodies.tree import Node
from wordpress.bodies.walking import Walker

GIFTS = frozenset({"thrive_leads", "thrive_lead_lock", "thrive_2step"})
CONTENTS = frozenset({"toc", "ez-toc", "lwptoc", "rank_math_toc", "aioseo_toc"})
# Of page builders: columns and rows, whose words are all that matters.
LAYOUT = re.compile(
    r"(?:vc|et_pb|fusion|elementor|fl|su|tcb|tve|mk|av|cs|x|wpb)[_-].*|row|col|column|columns|section|"
    r"(?:one|two|three|four|five)_\w+|clear|center|left|right|highlight|dropcap|tabs?|toggle|accordion|box|"
    r"content_box|message|spoiler|lead|intro|feature|embed_wrap"
)
IN_A_LINE = ("highlight", "dropcap", "tooltip", "label", "icon")
FORMS = frozenset(
    {
        *("contact-form", "contact-form-7", "gravityform", "gravityforms", "mc4wp_form", "wpforms"),
        *("mailpoet_form", "formidable", "ninja_form"),
    }
)
_CONFIG = re.compile(r"__CONFIG_(\w+?)__(\{.*?\})__CONFIG", re.DOTALL)
LONGEST_SOURCE = 300


def place(walker: Walker, node: Node) -> None:
    written = node.get("data-n")
    if not written.isdecimal() or int(written) >= len(walker.places):
        walker.children(node)
        return
    found = walker.places[int(written)]
    if found.kind == "own":
        _own(walker, node, found)
    elif found.kind == "embed":
        walker.end_line()
        embed_figure(walker, node, found.attributes)
    elif found.kind == "shortcode":
        shortcode(walker, node, found)
    else:
        unknown(walker, found.source, f"het blok {found.source}")


def _own(walker: Walker, node: Node, found: Place) -> None:
    notebook = walker.notebook
    block = own_blocks.decode(found.name, found.attributes, notebook.surroundings, notebook.body.waits_for)
    if block is not None:
        walker.add(block["type"], block["value"])
        if block["type"] == "heading" and not walker.is_part:
            notebook.headings.append(block["value"])
    else:
        walker.end_line()
        walker.children(node)
        walker.end_line()


def shortcode(walker: Walker, node: Node, found: Place) -> None:
    """Take a shortcode: ours has a block for it, or what it holds is text, or it leaves a note."""
    name = found.name
    if handler := SHORTCODES.get(name):
        handler(walker, node, found)
    elif name in GIFTS:
        gift(walker, name, found)
        walker.children(node)
    elif name in CONTENTS:
        walker.notebook.remark(CONTENTS_REMARK)
    elif found.holds:
        is_layout = LAYOUT.fullmatch(name)
        if not is_layout:
            unknown(walker, f"[{name}]", f"de shortcode [{name}]")
        if is_layout and not name.endswith(IN_A_LINE):
            walker.end_line()
            walker.children(node)
            walker.end_line()
        else:
            walker.children(node)
    elif _words_within(walker, found) or LAYOUT.fullmatch(name):
        pass
    else:
        words = "een formulier" if name in FORMS else "de shortcode"
        unknown(walker, found.source, f"{words} [{name}]")


def unknown(walker: Walker, source: str, what: str) -> None:
    """Leave a note for the coach, which readers never see."""
    shown = source if len(source) <= LONGEST_SOURCE else f"{source[:LONGEST_SOURCE]}…"
    walker.note(f"Hier stond op de oude site: {shown}")
    walker.notebook.remark(f"Dit heeft hier geen gelijke: {what}. Er staat een notitie op die plek.")


def gift(walker: Walker, name: str, found: Place) -> None:
    magnet = walker.notebook.surroundings.gift(name, found.attributes)
    if magnet is None:
        unknown(walker, found.source, f"de weggever [{name}] (nog niet gekoppeld)")
    else:
        walker.add("lead_magnet", {"magnet": magnet})


def thrive_config(walker: Walker, node: Node) -> None:
    """Take what Thrive's editor hides in a text for its own use; a sign-up among it is a gift."""
    match = _CONFIG.search(node.text())
    if match and match[1] == "leads_shortcode":
        try:
            chosen = json.loads(match[2])
        except (ValueError, RecursionError):
            chosen = {}
        number = str(chosen.get("id", "")) if isinstance(chosen, dict) else ""
        source = f"[thrive_leads id='{number}']"
        gift(walker, "thrive_leads", Place("shortcode", "thrive_leads", {"id": number}, source))


def _words_within(walker: Walker, found: Place) -> bool:
    """Take what page builders keep in attributes; return whether there was anything."""
    given = found.attributes
    if found.name in ("vc_single_image", "et_pb_image", "fusion_imageframe"):
        number = given.get("image", "") or given.get("image_id", "")
        _one_picture(walker, _number(number.partition("|")[0]), given.get("src", ""), given.get("alt", ""))
        return True
    words = given.get("text") or given.get("title") or given.get("heading")
    if words and found.name in ("vc_custom_heading", "et_pb_heading", "fusion_title"):
        heading = Node("h2", {})
        heading.children = [words]
        walker.heading(heading)
        return True
    return False


def _one_picture(walker: Walker, number: int, address: str, alt: str) -> None:
    block = picture(walker, number, address, alt, "", from_library=True) if number or address else None
    if block:
        walker.add("image", {**block, "width": "text"})


def _caption(walker: Walker, node: Node, found: Place) -> None:
    """`[caption]`: an image, maybe linked, with its words behind it or in an attribute."""
    framed = Node("figure", {"class": str(found.attributes.get("align", ""))})
    images = [child for child in node.below() if child.tag == "img"]
    if not images:
        walker.children(node)
        return
    first = next(
        at
        for at, child in enumerate(node.children)
        if isinstance(child, Node) and (child.tag == "img" or any(one.tag == "img" for one in child.below()))
    )
    words = Node("figcaption", {})
    written = found.attributes.get("caption", "")
    words.children = [*node.children[:first], *node.children[first + 1 :]]
    if not words.text() and written:
        words.children = [written]
    framed.children = [node.children[first], words]
    figure(walker, framed)


def _gallery(walker: Walker, node: Node, found: Place) -> None:
    given = found.attributes
    known = walker.notebook.surroundings
    if chosen := given.get("ids") or given.get("include"):
        numbers = [_number(one) for one in chosen.split(",")]
    else:
        left_out = {_number(one) for one in given.get("exclude", "").split(",")}
        numbers = [one for one in known.attached_pictures() if one not in left_out]
    if given.get("order", "").upper() == "DESC":
        numbers.reverse()
    if given.get("orderby") == "rand":
        walker.notebook.remark("Een galerij in willekeurige volgorde heeft nu een vaste.")
    images = [(one, known.attachment_address(one), "", "") for one in numbers if one]
    if not images:
        walker.notebook.remark("Een galerij zonder afbeeldingen is weggelaten.")
        return
    make_gallery(walker, images, _number(given.get("columns", "")), from_library=True)


def _audio(walker: Walker, node: Node, found: Place) -> None:
    given = found.attributes
    address = next(
        (given[name] for name in ("src", "mp3", "m4a", "ogg", "wav", "url", "0") if given.get(name)), ""
    )
    sound(walker, address, given.get("title", ""))


def _video(walker: Walker, node: Node, found: Place) -> None:
    given = found.attributes
    address = next((given[name] for name in ("src", "mp4", "m4v", "webm", "url", "0") if given.get(name)), "")
    film(walker, address or node.text(), given.get("title", ""))


def _playlist(walker: Walker, node: Node, found: Place) -> None:
    for one in found.attributes.get("ids", "").split(","):
        if address := walker.notebook.surroundings.attachment_address(_number(one)):
            sound(walker, address)


def _embed(walker: Walker, node: Node, found: Place) -> None:
    walker.end_line()
    embed(walker, node.text() or found.attributes.get("src") or found.attributes.get("0") or "")


def _site_of_players(beginning: str) -> Callable[[Walker, Node, Place], None]:
    def take(walker: Walker, node: Node, found: Place) -> None:
        given = found.attributes
        written = node.text() or given.get("id") or given.get("url") or given.get("0") or ""
        walker.end_line()
        embed(
            walker, written if written.startswith("http") else f"{beginning}{written}", given.get("title", "")
        )

    return take


def _button(walker: Walker, node: Node, found: Place) -> None:
    given = found.attributes
    address = next((given[name] for name in ("url", "link", "href", "button_url") if given.get(name)), "")
    words = node.text() or given.get("title") or given.get("text") or given.get("button_text") or ""
    if address.startswith("url:"):
        # As WPBakery writes it: url:https%3A%2F%2F…|title:…
        from urllib.parse import unquote

        address = unquote(address.removeprefix("url:").partition("|")[0])
    walker.end_line()
    if words and address:
        button(walker, address, words)
    else:
        walker.children(node)


def _number(written: str) -> int:
    written = written.strip()
    return int(written) if written.isascii() and written.isdecimal() and len(written) < 19 else 0


SHORTCODES: dict[str, Callable[[Walker, Node, Place], None]] = {
    "caption": _caption,
    "wp_caption": _caption,
    "gallery": _gallery,
    "audio": _audio,
    "video": _video,
    "playlist": _playlist,
    "embed": _embed,
    "youtube": _site_of_players("https://www.youtube.com/watch?v="),
    "vimeo": _site_of_players("https://vimeo.com/"),
    "button": _button,
    "su_button": _button,
    "vc_btn": _button,
    "et_pb_button": _button,
    "fusion_button": _button,
}
