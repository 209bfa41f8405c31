"""What in a reaction leads away from this site: links, addresses, numbers, markup."""

import re
from dataclasses import dataclass

from comments.spam import lexicon

# Repetitions in the patterns are bounded or start only where a word starts, so that no text takes long.
_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
_LINK = re.compile(r"(?:https?://|hxxps?://|www\.)[^\s<>\"'\[\]()]{2,}", re.IGNORECASE)
# An address without http is one when it ends in a common domain; "gaan.de hond" is a forgotten space.
_BARE = re.compile(
    r"(?<![\w@./:-])(?:[a-z0-9-]{1,63}\.){1,4}"
    r"(?:(?:com|net|org|nl|be|eu|ru|cn|biz|icu|xyz|example)(?![\w-])(?:/[^\s<>\"'\[\]()]*)?"
    r"|(?:[a-z]{2,6})/[^\s<>\"'\[\]()]+)",
    re.IGNORECASE,
)
_DEEP = re.compile(r"[^/:]/[^/?#\s]{3,}")
_HOST = re.compile(r"^(?:[a-z]{2,8}://)?(?:www\.)?([^/?#:\s]+)", re.IGNORECASE)
_PHONE = re.compile(r"(?<![\w.,-])(\+|00|\(?0)?\d(?:[ ().-]{0,2}\d){7,15}(?![\w-])")
_MESSENGER = re.compile(
    r"\b(?:whats ?app|telegram|viber|wickr|skype|signal|zalo|wechat|kik|snap|insta|icq|discord|dm)\b"
    r"|微信|واتساب",
    re.IGNORECASE,
)
# "t(.)me/money", "loans [dot] com", "dates . example": an address that hides from filters.
_HIDDEN_LINK = re.compile(
    r"(?<![a-z0-9-])[a-z0-9-]{1,63} ?[(\[] ?(?:\.|dot|punt) ?[)\]] ?[a-z]{2,10}\b"
    r"|(?<![a-z0-9-])[a-z0-9-]{1,63} \. ?(?:com|net|org|nl|be|eu|ru|info|biz|icu|xyz|top|example)\b"
    r"|\bwww ?\. |\bw w w\b",
    re.IGNORECASE,
)
# An account to write to, in a text that names a messenger.
_ACCOUNT = re.compile(r"(?<!\w)@[a-z]\w{5,40}", re.IGNORECASE)
# In these languages the name of a messenger in a text is an invitation by itself.
_FOREIGN_MESSENGER = re.compile(
    r"微信|加微|威信|телеграм|ватсап|вотсап|вайбер|واتساب|تلغرام|텔레그램|카톡", re.IGNORECASE
)
# "mama (at) mail (dot) com": hidden from robots, and from filters.
_HIDDEN_EMAIL = re.compile(
    r"(?<![\w.+-])[\w.+-]{2,64}\s?[(\[]\s?(?:at|apenstaartje|@)\s?[)\]]\s?[\w-]{2,63}", re.IGNORECASE
)
# "telegram: wealthy22" and "dm me @wealthy"; "@daan_n" alone is how readers answer each other.
_HANDLE = re.compile(
    r"""\b(?:telegram|skype|wickr|wechat|insta|snap|icq|dm)\b
    (?: [ :]{1,3} @? [^\W_]{4,40} _? \d | \W{0,2} [:@] \W? \w{4,40} | [^@\n]{1,30} @ \w{4,40} )""",
    re.IGNORECASE | re.VERBOSE,
)
_MARKUP = re.compile(
    r"\[/?(?:url|b|i|img|link)\b[^\]]{0,300}\]|<a\s|</a>|href\s?=|\{\w[^{}|]{0,80}\|", re.IGNORECASE
)
_MONEY = re.compile(r"[$€£]\s?\d|\d\s?(?:[$€£]|usd\b|eur\b|euro\b|dollar|btc\b)|\bk per\b", re.IGNORECASE)
_PERCENT = re.compile(r"\d\s?%")
_SYMBOL = re.compile("[\U0001f300-\U0001faff\u2190-\u21ff\u2600-\u27bf»«►▶]|(?<!-)-{2,}>|>>+|<<+")

SHORTENERS = lexicon.words("hosts", "shorteners")
MESSENGER_HOSTS = lexicon.words("hosts", "messengers")
HELP = lexicon.words("hosts", "help")
# Paid numbers behind which help or an authority answers: 113, the police, Kindertelefoon, the listening line.
SERVICES = frozenset({"09000113", "09008844", "09000132", "09000767", "09001010", "09000101"})
_CHEAP = lexicon.words("hosts", "cheap")


@dataclass(frozen=True)
class Traces:
    hosts: tuple[str, ...]  # of links in the text, without those in HELP
    deep: bool  # at least one link, and all of them to a page within a site, as readers give them
    site: str  # host of the website field
    emails: int
    phones: frozenset[str]  # of "nl", "foreign", "paid"
    messenger: bool  # a messenger together with a number or a name to reach someone at
    shortened: bool
    markup: bool
    hidden: bool  # a link written so that no program sees one
    cheap: bool  # a link to a domain of those that cost next to nothing
    money: int
    percent: bool
    symbols: int
    shouted: float  # share of capitals among the letters, 0 to 1
    rest: str  # the text without links and addresses

    @property
    def lures(self) -> bool:
        """Say whether the text itself gives a way to go or to call."""
        return bool(self.hosts or self.emails or self.phones or self.messenger or self.markup or self.hidden)


def trace(text: str, url: str) -> Traces:
    """Look for traces in a revealed text and in the website field; never raises."""
    rest, emails = _EMAIL.subn(" ", text)
    rest, hidden = _HIDDEN_EMAIL.subn(" ", rest)
    links = _LINK.findall(rest)
    rest = _LINK.sub(" ", rest)
    bare = [found[0] for found in _BARE.finditer(rest)]
    rest = _BARE.sub(" ", rest)
    known = [(host, link) for link in links + bare if not _helps(host := host_of(link))]
    hosts = tuple(host for host, _ in known)
    site = host_of(url[:500])
    phones = frozenset(filter(None, map(_kind_of_number, _PHONE.finditer(rest))))
    letters = [char for char in rest if char.isalpha()]
    return Traces(
        hosts=hosts,
        deep=bool(hosts) and all(_DEEP.search(link) for _, link in known),
        site="" if _helps(site) else site,
        emails=emails + hidden,
        phones=phones,
        messenger=any(host in MESSENGER_HOSTS for host in (*hosts, site))
        or bool(_FOREIGN_MESSENGER.search(rest) or _HANDLE.search(rest))
        or bool(_MESSENGER.search(rest) and (phones or _ACCOUNT.search(rest))),
        shortened=any(host in SHORTENERS for host in (*hosts, site)),
        markup=bool(_MARKUP.search(text)),
        hidden=bool(_HIDDEN_LINK.search(rest)),
        cheap=any(host.rpartition(".")[2] in _CHEAP for host in (*hosts, site)),
        money=len(_MONEY.findall(rest)),
        percent=bool(_PERCENT.search(rest)),
        symbols=len(_SYMBOL.findall(rest)),
        shouted=sum(char.isupper() for char in letters) / len(letters) if len(letters) > 9 else 0.0,
        rest=rest,
    )


def _helps(host: str) -> bool:
    """Say whether a host, or the domain it is part of, is one of HELP."""
    parts = host.split(".")
    return any(".".join(parts[start:]) in HELP for start in range(len(parts)))


def host_of(address: str) -> str:
    """Return the host of a web address in lower case, without www; empty when there is none."""
    found = _HOST.match(address.strip())
    return found[1].rpartition("@")[2].lower().strip(".,;!") if found else ""


def words_of_host(host: str) -> list[str]:
    """Return the words of a host without its top-level domain: "casino", "bonus" of casino-bonus.top."""
    return [word for word in re.split(r"[^a-z]+", host.rpartition(".")[0]) if len(word) > 1]


def _kind_of_number(found: re.Match[str]) -> str:
    """Return "nl", "paid" or "foreign"; nothing for numbers of services and for what is no telephone."""
    number = re.sub(r"[^\d+]", "", found[0])
    if number.startswith(("0800", "088", "113", "112")) or number in SERVICES:
        return ""
    if number.startswith(("0900", "0906", "0909")):
        return "paid"
    if number.startswith(("+31", "0031", "+32", "0032")):
        return "nl"
    if number.startswith(("+", "00")):
        return "foreign"
    if number.startswith("0") and len(number) in (9, 10, 11):
        return "nl"
    return "foreign" if len(number) > 9 else ""
