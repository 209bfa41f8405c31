"""Shortcodes of WordPress and its plugins: `[gallery ids="1,2"]`, `[caption]…[/caption]`."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

# Names that are shortcodes even bare; any other word between brackets needs attributes or an end.
KNOWN = (
    frozenset({"audio", "caption", "embed", "gallery", "playlist", "video", "wp_caption"})
    | {"vimeo", "youtube", "powerpress", "podcast_player", "ss_player"}
    | {"contact-form", "contact-form-7", "formidable", "gravityform", "gravityforms", "mailpoet_form"}
    | {"mc4wp_form", "ninja_form", "wpforms", "thrive_2step", "thrive_lead_lock", "thrive_leads"}
    | {"toc", "ez-toc", "lwptoc", "yarpp"}
)
KNOWN_PREFIXES = ("thrive_", "tcb-", "tcb_", "tve_", "vc_", "et_pb_", "fusion_", "elementor-", "fl_", "su_")
NAME = r"[a-z][a-z0-9_-]*"
# Quotes are disjoint from what may stand bare, and everything is possessive: never a step back, so linear.
HTML_TAG = r"""</?[a-zA-Z](?:[^<>"']++|"[^"]*+"|'[^']*+')*+>|</?[a-zA-Z][^<>]*+>"""
TAG = rf"\[(?P<end>/?)(?P<name>{NAME})(?P<rest>(?:[\s/\u00a0][^\[\]]*+)?)\]"
TOKEN = re.compile(rf"(?P<comment><!--)|(?P<raw><(?:script|style)\b)|(?P<html>{HTML_TAG})|{TAG}", re.ASCII)
RAW_END = re.compile(r"</(?:script|style)\s*>", re.IGNORECASE)
CLOSED = re.compile(rf"\[/({NAME})\s*+\]", re.ASCII)

_DOUBLE = r"(?:&(?:quot|ldquo|rdquo|bdquo|Prime|#34|#0?34|#822[0-2]|#8243);|[“”„″])"
_SINGLE = r"(?:&(?:apos|lsquo|rsquo|sbquo|prime|#0?39|#821[6-8]|#8242);|[‘’‚′])"
_VALUE = "|".join(
    [
        '"(?P<d>[^"]*+)"',
        "'(?P<s>[^']*+)'",
        rf'{_DOUBLE}(?P<cd>.*?)(?:{_DOUBLE}|")',
        rf"{_SINGLE}(?P<cs>.*?)(?:{_SINGLE}|')",
    ]
)
ATTRIBUTE = re.compile(rf"(?:(?P<key>[\w-]++)\s*+=\s*+)?(?:{_VALUE}|(?P<bare>[^\s]++))", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Shortcode:
    """A shortcode as written in `source`. Words without a name are the attributes "0", "1" …

    `content` is what stands between its begin and its end, unread; None where it has no end.
    """

    name: str
    attributes: dict[str, str]
    content: str | None
    source: str


@dataclass(slots=True)
class _Tag:
    begin: int
    end: int
    name: str
    attributes: dict[str, str] = field(default_factory=dict)
    # Where in the list of tags the end stands, for one that has an end.
    closed_by: int | None = None
    closes: bool = False


def attributes(text: str) -> dict[str, str]:
    """Read `id="3" titel='x' breed`, with straight quotes, curly ones or entities; keys in lower case."""
    read: dict[str, str] = {}
    nameless = 0
    for found in ATTRIBUTE.finditer(text.replace("\u00a0", " ").replace("\u200b", " ")):
        value = next(
            (found[group] for group in ("d", "s", "cd", "cs", "bare") if found[group] is not None), ""
        )
        key = found["key"]
        if key is None:
            key = str(nameless)
            nameless += 1
        read[key.lower()] = html.unescape(value).strip()
    return read


def is_shortcode(name: str, rest: str, closed: frozenset[str] | set[str]) -> bool:
    """Say whether `[name rest]` is one and no words between brackets; `closed` are the names that end."""
    if name in KNOWN or name.startswith(KNOWN_PREFIXES) or name in closed:
        return True
    first = ATTRIBUTE.match(rest.strip())
    return first is not None and first["key"] is not None


def closed_names(text: str) -> set[str]:
    return set(CLOSED.findall(text)) if "[/" in text else set()


def split(text: str) -> list[str | Shortcode]:
    """Return `text` in pieces, the outermost shortcodes as such; `[[name]]` is the text `[name]`.

    The strings and the sources together are `text`, apart from the doubled brackets of escaped ones.
    """
    if "[" not in text:
        return [text] if text else []
    tags = _pair(list(_tags(text)))
    pieces: list[str | Shortcode] = []
    words: list[str] = []
    position = number = 0

    def put(piece: Shortcode) -> None:
        if before := "".join(words):
            pieces.append(before)
        words.clear()
        pieces.append(piece)

    while number < len(tags):
        tag = tags[number]
        number += 1
        if tag.closes:
            continue
        last = tag if tag.closed_by is None else tags[tag.closed_by]
        if tag.begin and text[tag.begin - 1] == "[" and text[last.end : last.end + 1] == "]":
            # Escaped: the words themselves, with one pair of brackets.
            words += [text[position : tag.begin - 1], text[tag.begin : last.end]]
            position = last.end + 1
        else:
            words.append(text[position : tag.begin])
            inside = None if last is tag else text[tag.end : last.begin]
            put(Shortcode(tag.name, tag.attributes, inside, text[tag.begin : last.end]))
            position = last.end
        if tag.closed_by is not None:
            number = tag.closed_by + 1
    if rest := "".join([*words, text[position:]]):
        pieces.append(rest)
    return pieces


def _tags(text: str) -> Iterator[_Tag]:
    """Find begins and ends of shortcodes; not in tags of HTML, comments, scripts and styles."""
    closed = closed_names(text)
    position = 0
    without: set[str] = set()
    while found := TOKEN.search(text, position):
        position = found.end()
        if found["comment"] is not None:
            end = -1 if "comment" in without else text.find("-->", position)
            if end < 0:
                without.add("comment")
            else:
                position = end + 3
        elif found["raw"] is not None:
            end_of_raw = None if "raw" in without else RAW_END.search(text, position)
            if end_of_raw is None:
                without.add("raw")
            else:
                position = end_of_raw.end()
        elif found["html"] is None:
            name, rest = found["name"], found["rest"]
            if found["end"]:
                if not rest.strip():
                    yield _Tag(found.start(), found.end(), name, closes=True)
            elif is_shortcode(name, rest, closed):
                rest = rest.rstrip()
                alone = rest.endswith("/")
                yield _Tag(
                    found.start(),
                    found.end(),
                    name,
                    attributes(rest.removesuffix("/")),
                    closed_by=-1 if alone else None,
                )


def _pair(tags: list[_Tag]) -> list[_Tag]:
    """Give each end to the last begin of its name that is still open."""
    waiting: dict[str, list[_Tag]] = {}
    for number, tag in enumerate(tags):
        if not tag.closes:
            if tag.closed_by == -1:
                tag.closed_by = None
            else:
                waiting.setdefault(tag.name, []).append(tag)
        elif open_tags := waiting.get(tag.name):
            open_tags.pop().closed_by = number
    return tags
