"""Personal details in a reader's text: someone's full name, telephone number, address or e-mail address.

Made for a gentle note before sending ("wil je dat liever weglaten?"), which blocks nothing. So it would
rather be silent than doubt every number: dates, amounts, bank accounts and helplines are no details.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

MAX_FOUND = 5
LABELS: dict[str, str] = {
    "phone": "een telefoonnummer",
    "email": "een e-mailadres",
    "address": "een adres",
    "name": "een volledige naam",
}
FIRST_NAMES = Path(__file__).parent / "lexicon" / "voornamen.txt"


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_EMAIL = re.compile(
    r"(?<![\w.+\-])[\w.+\-]{1,64}(?:@|\s?[(\[](?:at|apenstaartje)[)\]]\s?)"
    r"(?:[\w\-]{1,63}\.){1,5}[^\W\d_]{2,24}(?![\w\-])",
    re.IGNORECASE,
)
_DATE = re.compile(r"(?<!\d)(?:\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)\d{2}|(?:19|20)\d{2}-\d{2}-\d{2})(?!\d)")
_BANK_ACCOUNT = re.compile(r"\b[A-Z]{2}\d{2} ?[A-Z0-9]{4}(?: ?\d{4}){1,6}(?: ?\d{1,3})?\b")
# Abroad with + or 00 in front; 31 and 32 also without, as they stand in WhatsApp; national with the 0.
# Nine digits are a Belgian land line. At most three signs stand before a digit: "+31 (0)6-123 456 78".
_SIGNS = r"[ .\-/()\u00a0]{0,3}"
_PHONE = re.compile(
    rf"""
    (?<![\w+.,€])
    (?: (?:\(?\+|00){_SIGNS}
        (?: 31(?:{_SIGNS}\d){{9,10}}? | 32(?:{_SIGNS}\d){{8,10}}? | [1-9](?:{_SIGNS}\d){{7,13}} )
      | 3[12][1-9]\d{{8}}
      | \(?0{_SIGNS}[1-9](?:{_SIGNS}\d){{8}}
      | \(?0{_SIGNS}[1-9](?:{_SIGNS}\d){{7}}
    )
    (?!\w|[.,]\d)
    """,
    re.VERBOSE,
)
_HELPLINE = re.compile(r"0(?:800|90\d|88|14)")

_STREET_NUMBER = (
    r"[ \u00a0]{1,2}(?:nr\.? ?)?\d{1,4}(?: ?[a-zA-Z](?![\w'’])|[-/]\d{1,4})?(?![\w:%]|[.,]\d)"
    r"(?! ?(?:uur|uren|dag|week|weken|maand|ja+r|keer|x\b|km\b|kilometer|meter|minu|min\b|euro|mensen))"
)
_STREET = re.compile(rf"(?<![\w'’\-])([\w'’\-]{{4,40}}){_STREET_NUMBER}")
_STREET_OF = re.compile(
    r"(?<![\w'’\-])(?:[Ll]aan|[Pp]lein|[Ww]eg|[Ss]traat|[Pp]ad|[Hh]of|[Kk]ade|[Ss]ingel)"
    rf"(?: (?:van|der|den|de|het|’t|'t|ter|ten)){{1,3}}(?: [A-Z][\w'’\-]{{1,30}}){{1,3}}{_STREET_NUMBER}"
)
_STREET_ENDING = re.compile(r"(?:straat|plein|gracht|kade|singel|dreef|steenweg|boulevard)$", re.IGNORECASE)
# These also end everyday words, so only with a capital: "Parklaan 3", not "overslaan 3".
_STREET_ENDING_CAPITAL = re.compile(
    r"^[A-Z].*(?:laan|weg|hof|pad|steeg|lei|wal|dijk|markt|park|baan|erf|hoek)$"
)
_NO_STREET = re.compile(
    r"^(?:straat|plein|gracht|kade|singel|dreef|weg|onderweg|halfweg|snelweg|autosnelweg"
    r"|(?:over|toe|af|op|in|om|uit|door|stuk|ver|be|ont|neer|mis|aan|terug)?slaan)$",
    re.IGNORECASE,
)
_POSTCODE = re.compile(r"(?<![\w€.,\-])[1-9]\d{3}(?: ?)(?!SA|SD|SS)[A-Z]{2}(?!\w)")
# "In 2019 EN" in a text of capitals only.
_NO_POSTCODE = _words("AL DE EN ER HE IK IN IS JA JE KM ME NA NU OF OM OP SO TE WE ZE ZO")

_WORD = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*")
_GAP = re.compile(r"[ \u00a0]{1,2}['’]?")
_PREFIXES = _words("van von de der den het t van’t van't te ten ter el al ben bin bint ait aït da dos du")
# With a capital, and yet no surname: starts of sentences, days, months, greetings, what helps.
_NO_SURNAME = _words(
    """
    aan alle allemaal alles als beste bedankt dank dankjewel dankje daar dat de deze die dit doe een en
    er ga gaat goed graag groet groeten groetjes gelukkig haar heb heeft heel het hier hij hoe hoi hallo
    hey ik in is ja je jij jou jouw jullie kan kun liefs lieve maar maak met mijn misschien mooi na nee
    niet nooit nu of om ook op over precies sinds soms sterkte succes super toen toch u uit van vandaag
    veel voor waar waarom wanneer want wat we wel welkom wens werd wie wij wil zal ze zei zeg zelf zij
    zijn zo zonder maandag dinsdag woensdag donderdag vrijdag zaterdag zondag januari februari maart
    april mei juni juli augustus september oktober november december kerst pasen sinterklaas facebook
    instagram whatsapp tinder google youtube netflix nederland belgie vlaanderen amsterdam rotterdam
    utrecht antwerpen gent
    """
)
# Known to all: writers and therapists whom readers name.
_KNOWN = frozenset(
    {
        "alain de botton", "amir levine", "andre hazes", "anna karenina", "anne frank",
        "cindy hazan", "dirk de wachter", "esther perel", "harriet lerner", "jan geurtz",
        "jan terlouw", "john bowlby", "john gottman", "julie gottman", "marco borsato",
        "mark manson", "mary ainsworth", "paul verhaeghe", "rika ponnet", "taylor swift",
        "thomas erikson",
    }
)  # fmt: skip


@dataclass(frozen=True)
class Detail:
    kind: str  # a key of LABELS
    found: str


def find_details(text: str, author_name: str = "") -> list[Detail]:
    """Return at most MAX_FOUND details in the order of the text.

    `author_name` is what the writer fills in as name and is shown anyway: just that is no news. Its first
    word counts as a first name, so that who signs with a surname too hears of it.
    """
    found: dict[Detail, None] = {}
    covered = _covered(text)
    for kind, start, end in sorted(
        [*_emails(text), *_phones(covered), *_addresses(covered), *_names(covered, author_name)],
        key=lambda place: place[1],
    ):
        found.setdefault(Detail(kind, " ".join(text[start:end].split())))
    return list(found)[:MAX_FOUND]


_Place = tuple[str, int, int]


def _covered(text: str) -> str:
    """Return the text, as long as it was, with stars over e-mail addresses, dates and bank accounts."""
    for pattern in (_EMAIL, _DATE, _BANK_ACCOUNT):
        text = pattern.sub(lambda match: "*" * len(match[0]), text)
    return text


def _emails(text: str) -> Iterator[_Place]:
    for match in _EMAIL.finditer(text):
        yield "email", match.start(), match.end()


def _phones(text: str) -> Iterator[_Place]:
    for match in _PHONE.finditer(text):
        if not _HELPLINE.match(re.sub(r"\D", "", match[0])):
            # "(06-12345678)": the bracket is not the number's.
            unclosed = match[0].count("(") > match[0].count(")")
            yield "phone", match.start() + unclosed, match.end()


def _addresses(text: str) -> Iterator[_Place]:
    ends = 0
    for match in _STREET_OF.finditer(text):
        ends = match.end()
        yield "address", match.start(), ends
    for match in _STREET.finditer(text):
        word = match[1]
        ends_as_street = _STREET_ENDING.search(word) or _STREET_ENDING_CAPITAL.search(word)
        if ends_as_street and not _NO_STREET.match(word):
            yield "address", match.start(), match.end()
    for match in _POSTCODE.finditer(text):
        if " " not in match[0] or match[0][-2:] not in _NO_POSTCODE:
            yield "address", match.start(), match.end()


def _names(text: str, author_name: str) -> Iterator[_Place]:
    own = _plain(author_name).split()
    first_names = _first_names() | set(own[:1])
    words = list(_WORD.finditer(text))
    index = 0
    while index < len(words):
        last = _surname(text, words, index, first_names)
        if last is None:
            index += 1
            continue
        name = _plain(text[words[index].start() : words[last].end()])
        if name not in _KNOWN and name.split() != own:
            yield "name", words[index].start(), words[last].end()
        index = last + 1


def _surname(text: str, words: list[re.Match[str]], index: int, first_names: frozenset[str]) -> int | None:
    """Return where the surname of the first name at `index` stands, past more first names and "van der"."""
    first = words[index][0]
    if (
        not first[0].isupper()
        or (first.isupper() and len(first) > 1)
        or not _is_first_name(first, first_names)
    ):
        return None
    for following in range(index + 1, min(index + 6, len(words))):
        if not _GAP.fullmatch(text, words[following - 1].end(), words[following].start()):
            return None
        word = words[following][0]
        if word.lower() in _PREFIXES:
            continue
        if not word[0].isupper() or len(word) < 2 or word.lower() in _NO_SURNAME:
            return None
        if not _is_first_name(word, first_names):
            return following
    return None


def _is_first_name(word: str, first_names: frozenset[str]) -> bool:
    """Say whether a word, or the first half of "Marie-Louise", is a first name."""
    plain = _plain(word)
    return plain in first_names or plain.partition("-")[0] in first_names


@cache
def _first_names() -> frozenset[str]:
    lines = FIRST_NAMES.read_text(encoding="utf-8").splitlines()
    return frozenset(name for line in lines if not line.startswith("##") for name in line.split())


def _plain(word: str) -> str:
    """Return a word in small letters without accents, as the lists have them."""
    decomposed = unicodedata.normalize("NFKD", word)
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter)).casefold()
