"""The signs of an export as an XML parser takes them, whatever WordPress or a plugin made of them."""

import codecs
import gzip
import re
import zlib
from collections.abc import Iterator
from html.entities import name2codepoint
from io import BufferedReader
from pathlib import Path

from wordpress.reading.items import BadExport, TooLarge

CHUNK = 64 * 1024
LARGEST_FILE = 8 * 1024**3
# Against a small compressed file that never ends: text becomes some ten times smaller.
MOST_UNPACKED, ALWAYS_UNPACKED = 100, 32 * 1024**2
BLOWN_UP = "Dit ingepakte bestand wordt uitgepakt veel te groot. Pak het zelf uit, en kies het xml-bestand."
ZIP = (
    "Dit is geen WordPress-export, maar een zip-bestand. Pak het eerst uit, en kies dan het xml-bestand "
    "dat erin zit."
)
_DECLARED = re.compile(rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']""")
_AMPERSAND = re.compile(r"&(?:#(\d{1,7});|#[xX]([0-9a-fA-F]{1,6});|(\w{1,32});)?")
# What may be the beginning of something that the next chunk ends: a tag, a comment, CDATA, an entity.
_UNFINISHED = re.compile(r"(?:<[!\w\[-]{0,8}|&#?\w{0,32}|\]{1,2}|-{1,2})\Z")
# How Python keeps bytes that it can't decode (PEP 383).
_ESCAPED = re.compile("[\udc80-\udcff]+")
_BEGINS = re.compile(r"<!\[CDATA\[|<!--")
_XML_NAMES = {"amp", "lt", "gt", "quot", "apos"}
_FORBIDDEN = bytes(sign for sign in range(32) if sign not in b"\t\n\r")


class Source:
    """Reads a file as UTF-8 in pieces, and counts what had to be mended for it.

    Text outside CDATA never has an entity that XML doesn't know; CDATA is ended and begun again in every
    chunk, so that a parser never has to hold more than one.
    """

    def __init__(self, path: Path, most: int = 0) -> None:
        self.path = path
        # Bytes to be read, unpacked.
        self._largest = most or LARGEST_FILE
        # Control characters that XML forbids, and bytes that are not of the encoding that the file claims.
        self.dropped = 0
        self.mended = 0
        # Where the parser's first line stands in the file.
        self.lines_before = 0
        self._line = 1
        self._inside = ""
        self._rest = ""

    def pieces(self) -> Iterator[tuple[int, bytes]]:
        """Give each piece with the line it begins on; an item always begins a piece. Raises BadExport."""
        try:
            for text in self._texts():
                yield from self._mend(text)
        except (EOFError, gzip.BadGzipFile, zlib.error) as error:
            raise BadExport(f"Het ingepakte bestand breekt af na regel {self._line}.") from error
        if self._rest:
            rest, self._rest = self._rest, ""
            yield from self._mend(rest, last=True)

    def _texts(self) -> Iterator[str]:
        most = self._most()
        with self._open() as file:
            first = file.read(CHUNK)
            if first.startswith(b"PK\x03\x04"):
                raise BadExport(ZIP)
            decoder = self._decoder(first)
            text, read = self._beginning(self._whole(decoder.decode(first))), len(first)
            while text or first:
                yield text
                first = file.read(CHUNK)
                text = self._whole(decoder.decode(first, final=not first))
                read += len(first)
                if read > most:
                    too_large = f"Dit bestand is groter dan {LARGEST_FILE // 1024**3} GB."
                    raise TooLarge(too_large if most == LARGEST_FILE else BLOWN_UP)

    def _most(self) -> int:
        """Return how many bytes are read of it at most."""
        if not self._is_packed():
            return self._largest
        unpacked = MOST_UNPACKED * self.path.stat().st_size
        return min(self._largest, max(ALWAYS_UNPACKED, unpacked))

    def _is_packed(self) -> bool:
        with self.path.open("rb") as file:
            return file.read(2) == b"\x1f\x8b"

    def _open(self) -> BufferedReader:
        return BufferedReader(gzip.open(self.path)) if self._is_packed() else self.path.open("rb")

    def _decoder(self, first: bytes) -> codecs.IncrementalDecoder:
        if first.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            name = "utf-16"
        elif first.startswith((b"<\0", b"\0<")):
            name = "utf-16-le" if first.startswith(b"<") else "utf-16-be"
        else:
            declared = _DECLARED.search(first[:1000])
            name = declared[1].decode().lower() if declared else "utf-8"
            # It can't be that, as it has just been read byte by byte.
            if name.startswith(("utf-16", "utf-32", "ucs")) or not _is_encoding(name):
                name = "utf-8"
        # Programs write it in the one and say the other (https://encoding.spec.whatwg.org/#names-and-labels).
        if codecs.lookup(name).name in ("iso8859-1", "ascii"):
            name = "cp1252"
        return codecs.getincrementaldecoder(name)(
            "replace" if name.startswith("utf-16") else "surrogateescape"
        )

    def _whole(self, text: str) -> str:
        """Read bytes that were not of the encoding as what older WordPress sites are in."""
        try:
            text.encode()
        except UnicodeEncodeError:
            return _ESCAPED.sub(self._mended, text)
        return text

    def _mended(self, found: re.Match[str]) -> str:
        self.mended += len(found[0])
        return found[0].encode(errors="surrogateescape").decode("cp1252", "replace")

    def _beginning(self, text: str) -> str:
        """Leave out what a plugin printed before the file: empty lines, a byte order mark, PHP's warnings."""
        start = text.find("<?xml")
        whole = text.lstrip("\ufeff \t\r\n")
        if start < 0 or whole.startswith(("<rss", "<!")):
            start = len(text) - len(whole)
        self.lines_before = text.count("\n", 0, start)
        self._line += self.lines_before
        return text[start:]

    def _mend(self, text: str, *, last: bool = False) -> Iterator[tuple[int, bytes]]:
        text = self._rest + text
        unfinished = None if last else _UNFINISHED.search(text, max(0, len(text) - 40))
        cut = unfinished.start() if unfinished else len(text)
        text, self._rest = text[:cut], text[cut:]
        done: list[str] = ["<![CDATA["] if self._inside == "]]>" else []
        place = 0
        while place < len(text):
            if not self._inside:
                begin = _BEGINS.search(text, place)
                stop = begin.start() if begin else len(text)
                before, *items = re.split(r"(?=<item\b)", self._outside(text[place:stop]))
                done.append(before)
                for item in items:
                    yield from self._piece(done)
                    done = [item]
                if begin:
                    self._inside = "-->" if begin[0] == "<!--" else "]]>"
                    done.append("<![CDATA[" if self._inside == "]]>" else "")
                    stop = begin.end()
            else:
                end = text.find(self._inside, place)
                stop = len(text) if end < 0 else end
                inside = text[place:stop]
                done.append(inside if self._inside == "]]>" else "\n" * inside.count("\n"))
                if end >= 0:
                    done.append("]]>" if self._inside == "]]>" else "")
                    stop, self._inside = end + 3, ""
            place = stop
        if self._inside == "]]>" and not last:
            done.append("]]>")
        yield from self._piece(done)

    def _outside(self, text: str) -> str:
        if "]]>" in text:
            text = text.replace("]]>", "]]&gt;")
        return _AMPERSAND.sub(self._entity, text) if "&" in text else text

    def _entity(self, found: re.Match[str]) -> str:
        decimal, hexadecimal, name = found.groups()
        if name:
            if name in _XML_NAMES:
                return found[0]
            return f"&#{name2codepoint[name]};" if name in name2codepoint else f"&amp;{name};"
        if decimal is None and hexadecimal is None:
            return "&amp;"
        number = int(decimal) if decimal else int(hexadecimal, 16)
        if number in (9, 10, 13) or 32 <= number < 0xD800 or 0xE000 <= number < 0xFFFE or _is_high(number):
            return found[0]
        self.dropped += 1
        return ""

    def _piece(self, parts: list[str]) -> Iterator[tuple[int, bytes]]:
        text = "".join(parts)
        if not text:
            return
        line = self._line
        self._line += text.count("\n")
        for sign in ("\ufffe", "\uffff"):
            if sign in text:
                self.dropped += text.count(sign)
                text = text.replace(sign, "")
        data = text.encode(errors="replace")
        clean = data.translate(None, _FORBIDDEN)
        self.dropped += len(data) - len(clean)
        yield line, clean


def _is_encoding(name: str) -> bool:
    try:
        return codecs.lookup(name)._is_text_encoding
    except LookupError:
        return False


def _is_high(number: int) -> bool:
    """Say whether it is a sign beyond the first plane; the last two of each plane are none."""
    return 0x10000 <= number <= 0x10FFFF
