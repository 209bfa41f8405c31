"""A CSV file as other programs write it: its encoding, separator and columns are found out."""

import codecs
import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass

MAX_BYTES = 20 * 1024 * 1024
MAX_ROWS = 200_000
SEPARATORS = ";,\t"
CHUNK = 1 << 16

# What a column may be called, in small letters and figures only.
COLUMNS = {
    "email": "email emailadres emailaddress emailadress mail mailadres",
    "first_name": "voornaam firstname first roepnaam naam name",
    "agreed_at": "toestemmingop toestemmingsdatum datumtoestemming consentdate consentat optindate optintime "
    "ingeschrevenop aangemeldop subscribed subscribedat confirmtime confirmedat createdat",
    "words": "bron toestemmingsbron brontoestemming consentsource optinsource source",
    "labels": "labels label tags tag",
    "status": "status state",
}
FIELD_OF = {name: field for field, names in COLUMNS.items() for name in names.split()}


class UnreadableFile(Exception):
    """Says in Dutch why nothing can be read from a file."""


@dataclass(frozen=True)
class Line:
    """One person as written. `number`: the line of the file that it ends on, as an editor counts."""

    number: int
    values: dict[str, str]


class CsvFile:
    """The lines of a file with a heading. Raises UnreadableFile, also while one goes through it."""

    def __init__(self, content: bytes):
        if content.startswith(b"PK\x03\x04"):
            raise UnreadableFile("Dit is een Excel-bestand. Sla het op als CSV en kies dat bestand.")
        encoding = _encoding_of(content)
        self._text = io.TextIOWrapper(io.BytesIO(content), encoding, errors="replace", newline="")
        first = self._text.readline(CHUNK)
        # Written by Excel, for Excel.
        named = first.strip().removeprefix("sep=") if first.startswith("sep=") else ""
        self._skipped = 1 if named else 0
        heading = self._text.readline(CHUNK) if named else first
        separator = named if named and named in SEPARATORS else max(SEPARATORS, key=heading.count)
        if "\x00" in heading:
            raise UnreadableFile("Dit is geen gewone tekst. Sla de lijst op als CSV en kies dat bestand.")
        self._text.seek(0)
        for _ in range(self._skipped):
            self._text.readline()
        self._reader = csv.reader(self._text, delimiter=separator)
        names = next(self._rows(), (0, []))[1]
        self.columns: dict[int, str] = {}
        for place, name in enumerate(names):
            field = FIELD_OF.get("".join(sign for sign in name.lower() if sign.isalnum()))
            if field and field not in self.columns.values():
                self.columns[place] = field
        if "email" not in self.columns.values():
            raise UnreadableFile(
                "In dit bestand staat geen kolom met e-mailadressen. Zet op de eerste regel hoe de kolommen "
                "heten, bijvoorbeeld: e-mail, voornaam, toestemming op, bron, labels."
            )

    def __iter__(self) -> Iterator[Line]:
        for count, (number, cells) in enumerate(self._rows()):
            if count >= MAX_ROWS:
                raise UnreadableFile("Dit bestand heeft meer dan 200.000 regels. Knip het in stukken.")
            yield Line(
                number,
                {field: cells[place].strip() for place, field in self.columns.items() if place < len(cells)},
            )

    def _rows(self) -> Iterator[tuple[int, list[str]]]:
        """Give the rows with something in them, each with the number of its last line."""
        while True:
            try:
                cells = next(self._reader)
            except StopIteration:
                return
            except csv.Error as error:
                number = self._reader.line_num + self._skipped
                raise UnreadableFile(
                    f"Regel {number} is niet te lezen. Staat er een aanhalingsteken te veel?"
                ) from error
            if any(cell.strip() for cell in cells):
                yield self._reader.line_num + self._skipped, cells


def _encoding_of(content: bytes) -> str:
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        for start in range(0, len(content), CHUNK):
            decoder.decode(content[start : start + CHUNK])
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return "windows-1252"
    return "utf-8-sig"
