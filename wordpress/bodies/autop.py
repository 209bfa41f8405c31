"""What WordPress makes of line ends in a text of the classic editor: paragraphs and breaks.

The behaviour is that of wpautop and shortcode_unautop; where theirs leaves tags unpaired, this pairs them.
"""

import re
from dataclasses import dataclass, field

from wordpress.bodies.shortcodes import HTML_TAG, TAG, closed_names, is_shortcode

TABLES = frozenset({"table", "thead", "tfoot", "caption", "col", "colgroup", "tbody", "tr", "td", "th"})
LISTS = frozenset({"ul", "ol", "li", "dl", "dd", "dt", "menu"})
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "hgroup"})
SECTIONS = frozenset({"div", "section", "article", "aside", "header", "footer", "nav", "main", "center"})
FORMS = frozenset({"form", "fieldset", "legend", "input"})
TEXTS = frozenset({"p", "blockquote", "address", "hr", "figure", "figcaption", "details", "summary"})
# Elements that end a paragraph where they begin and where they end.
BLOCKS = TABLES | LISTS | HEADINGS | SECTIONS | FORMS | TEXTS | {"map", "area"}
VOID_BLOCKS = frozenset({"hr", "col", "area", "input"})
# In these words stand without paragraphs of their own.
WORDS_ONLY = HEADINGS | {"dt", "summary", "caption", "legend", "figcaption"}
# Kept as they are, from begin to end, with their line ends; the first two are blocks.
KEPT = frozenset({"pre", "style", "script", "svg", "math", "textarea"})
KEPT_BLOCKS = frozenset({"pre", "style"})
# Kept too, in one line.
ONE_LINE = frozenset({"object", "select", "audio", "video"})
TOKEN = re.compile(rf"(?P<comment><!--)|(?P<html>{HTML_TAG})|{TAG}", re.ASCII)
TAG_NAME = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
ENDS = {name: re.compile(rf"</{name}\s*>", re.IGNORECASE) for name in KEPT | ONE_LINE}
LINE_ENDS = re.compile(r"[ \t]*+\n\s*+")
# A page break is no part of a paragraph; a "more" may stand in the middle of one.
PAGE_BREAK = re.compile(r"\s*nextpage\s*")
BLANK = " \t\f\v"

WORDS, TAGS, BREAK, LINE, ASIDE, BEGIN, END = "words", "tag", "break", "line", "aside", "begin", "end"


@dataclass(frozen=True, slots=True)
class _Piece:
    kind: str
    text: str
    # Of a begin or an end of a shortcode.
    name: str = ""


@dataclass(slots=True)
class _Writer:
    out: list[str] = field(default_factory=list)
    # The blocks that are open, and how many of each name.
    inside: list[str] = field(default_factory=list)
    number: dict[str, int] = field(default_factory=dict)
    # The loose words since the last block: whole paragraphs, and the one that grows.
    paragraphs: list[str] = field(default_factory=list)
    growing: list[_Piece] = field(default_factory=list)
    # Whether these words follow a begin at once: `<li>words` needs no paragraph, `</ul>words` does.
    follows_begin: bool = False
    line_ends: int = 0

    def words(self, text: str) -> None:
        for number, line in enumerate(text.split("\n")):
            if number:
                self.line_end()
            if not self.growing or self.growing[-1].kind == LINE:
                line = line.lstrip(BLANK)
            if line:
                self.growing.append(_Piece(WORDS, line))

    def line_end(self) -> None:
        if not self.growing:
            self.line_ends += 1
            if self.line_ends > 1:
                self.follows_begin = False
        elif self.growing[-1].kind == LINE:
            self.end_paragraph()
        else:
            self.growing.append(_Piece(LINE, "\n"))

    def line_break(self, tag: str) -> None:
        """Take a <br>: two of them, with nothing between, end the paragraph."""
        for piece in reversed(self.growing):
            if piece.kind == BREAK:
                self.end_paragraph()
                return
            if piece.kind != LINE and piece.text.strip():
                break
        self.growing.append(_Piece(BREAK, "<br />"))

    def end_paragraph(self) -> None:
        pieces = self.growing
        self.growing = []
        edge = (LINE, BREAK)
        begin, end = 0, len(pieces)
        while begin < end and pieces[begin].kind in edge:
            begin += 1
        while end > begin and (pieces[end - 1].kind in edge or not pieces[end - 1].text.strip(BLANK)):
            end -= 1
        pieces = pieces[begin:end]
        if not pieces:
            return
        bare = _is_bare(pieces)
        text = _joined(pieces).rstrip(BLANK)
        # A NUL marks what needs no <p>; there is none in the text (see autop).
        self.paragraphs.append(f"\0{text}" if bare else text)

    def flush(self) -> None:
        """Write the loose words before a block begins or ends."""
        self.end_paragraph()
        texts, self.paragraphs = self.paragraphs, []
        parent = self.inside[-1] if self.inside else ""
        if not texts:
            pass
        elif parent in WORDS_ONLY:
            self.out.append("<br />\n".join(text.lstrip("\0") for text in texts))
        elif parent == "p":
            self.out.append("</p>\n<p>".join(text.lstrip("\0") for text in texts))
        elif parent and parent != "blockquote" and self.follows_begin and len(texts) == 1:
            self.out.append(texts[0].lstrip("\0"))
        else:
            self.out += [text[1:] + "\n" if text[0] == "\0" else f"<p>{text}</p>\n" for text in texts]
        self.follows_begin = False
        self.line_ends = 0

    def begin(self, name: str, tag: str) -> None:
        self.flush()
        if self.inside and self.inside[-1] == "p":
            self.end("p", "</p>")
        self.out.append(tag)
        if name in VOID_BLOCKS:
            self.out.append("\n")
            return
        self.inside.append(name)
        self.number[name] = self.number.get(name, 0) + 1
        self.follows_begin = True

    def end(self, name: str, tag: str) -> None:
        if not self.number.get(name):
            # An end without a begin; that of a paragraph would begin one.
            self.flush()
            if name != "p":
                self.out.append(tag)
            return
        self.flush()
        while True:
            last = self.inside.pop()
            self.number[last] -= 1
            if last == name:
                break
            if last == "p":
                self.out.append("</p>")
        self.out.append(tag + "\n")


def _is_bare(pieces: list[_Piece]) -> bool:
    """Say whether a paragraph is nothing but shortcodes or comments, or is one shortcode with its content."""
    kinds = {piece.kind for piece in pieces if piece.text.strip()}
    if kinds <= {ASIDE, BEGIN, END}:
        return True
    first, last = pieces[0], pieces[-1]
    return (
        first.kind == BEGIN
        and last.kind == END
        and first.name == last.name
        and not any(piece.kind == END and piece.name == first.name for piece in pieces[:-1])
    )


def _joined(pieces: list[_Piece]) -> str:
    """Return a paragraph; lines are broken where words end, not after a <br> or what stands alone."""
    parts: list[str] = []
    breaks = False
    for piece in pieces:
        if piece.kind == LINE:
            parts.append("<br />\n" if breaks else "\n")
        else:
            parts.append(piece.text)
            if piece.text.strip():
                breaks = piece.kind not in (BREAK, ASIDE) and (breaks or piece.kind in (WORDS, TAGS))
    return "".join(parts)


def autop(text: str) -> str:
    """Return `text` with <p> where a blank line stands and <br /> where a line ends, as WordPress shows it.

    Takes time in proportion to the text, whatever is in it.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    if not text.strip():
        return ""
    writer = _Writer()
    closed = closed_names(text)
    # Names of which no end follows any more: looked for once.
    endless: set[str] = set()
    position = 0
    while found := TOKEN.search(text, position):
        if found.start() > position:
            writer.words(text[position : found.start()])
        position = found.end()
        if found["comment"] is not None:
            end = -1 if "!" in endless else text.find("-->", position)
            if end < 0:
                endless.add("!")
                writer.growing.append(_Piece(WORDS, found[0]))
                continue
            comment, position = text[found.start() : end + 3], end + 3
            if PAGE_BREAK.fullmatch(comment[4:-3]):
                writer.flush()
                writer.out.append(comment + "\n")
            else:
                writer.growing.append(_Piece(ASIDE, comment))
        elif found["name"] is not None:
            _take_brackets(writer, found, closed)
        else:
            position = _take_tag(writer, text, found, endless)
    writer.words(text[position:])
    writer.flush()
    return "".join(writer.out).strip()


def _take_brackets(writer: _Writer, found: re.Match[str], closed: set[str]) -> None:
    if found["end"] or is_shortcode(found["name"], found["rest"], closed):
        kind = END if found["end"] else BEGIN
        writer.growing.append(_Piece(kind, LINE_ENDS.sub(" ", found[0]), found["name"]))
    else:
        writer.words(found[0])


def _take_tag(writer: _Writer, text: str, found: re.Match[str], endless: set[str]) -> int:
    """Take a tag of HTML, with all up to its end when that is kept as it is; return where to read on."""
    tag = found[0]
    named = TAG_NAME.match(tag)
    name = named[2].lower() if named else ""
    is_end = bool(named and named[1])
    if not is_end and name in ENDS and name not in endless:
        end = ENDS[name].search(text, found.end())
        if end is not None:
            whole = text[found.start() : end.end()]
            if name in KEPT_BLOCKS:
                writer.flush()
                if writer.inside and writer.inside[-1] == "p":
                    writer.end("p", "</p>")
                writer.out.append(whole + "\n")
            else:
                kind = ASIDE if name == "script" else TAGS
                writer.growing.append(
                    _Piece(kind, LINE_ENDS.sub("", whole) if name in ONE_LINE else whole, name)
                )
            return end.end()
        endless.add(name)
    # A line end inside a tag is no break.
    tag = LINE_ENDS.sub(" ", tag)
    if name == "br":
        writer.line_break(tag)
    elif name in BLOCKS:
        (writer.end if is_end else writer.begin)(name, tag)
    else:
        writer.growing.append(_Piece(TAGS, tag))
    return found.end()
