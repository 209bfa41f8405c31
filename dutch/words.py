"""Text to words: where they stand, and the plain form in which two spellings of one word are equal."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

# Apart at hyphens ("ex-partner" is "ex" and "partner"), together at apostrophes ("foto's").
_WORD = re.compile(r"[^\W_]+(?:['’‘´`][^\W_]+)*")
_APOSTROPHES = re.compile("['’‘´`]")

# Words that say nothing about what a text is about. "Alleen" and "samen" do, on a site about love.
_STOP_WORDS = """
    aan aangezien achter af al alle allebei allemaal allen als altijd ander andere anderen anders beetje ben
    bent bij binnen blijf blijft boven bv daar daarbij daardoor daarmee daarna daarom daarop daarvan
    daarvoor dan dat de deed deze dezelfde die dit doe doen doet door dr dus echt een eens eerst eigenlijk
    elk elke en enige er erg erin ermee erop ervan even ga gaan gaat geen ging gij haar had hadden heb
    hebben hebt heeft heel hele hem hen het hetzelfde hier hij hoe hoezo hun iemand iets ieder iedereen
    iedere ik ikzelf in is ja je jezelf jij jou jouw jullie k kan ken kon konden krijg krijgt kun kunnen
    kunt laat maar maak maakt me mee meer meest men met mezelf mij mijn misschien mn moest moet moeten
    mogelijk mocht mag mogen na naar nee net niet niets nog nogal nou nu of om omdat omtrent onder ons
    onszelf onze ook op over per pas qua s sinds sommige soms steeds t te tegen ten ter terwijl toch toe
    toen tot tussen u uit uw vaak van vanaf vanuit vanwege veel via vind vindt vooral voor waar waarbij
    waardoor waarin waarmee waarna waarom waarop waarvan waarvoor wanneer want waren was wat we weer weet
    wel welk welke werd werden wie wij wil wilde wilden wilt willen word wordt worden zal ze zeer zei zeg
    zegt zelf zelfde zelfs zich zichzelf zie ziet zij zijn zit zn zo zodat zoals zonder zou zouden zulke
    zullen zult
"""


class Word(NamedTuple):
    """A word in a text: as it stands there, and from where to where."""

    text: str
    start: int
    end: int


def words(text: str) -> Iterator[Word]:
    for match in _WORD.finditer(text):
        yield Word(match.group(), match.start(), match.end())


def spelled(text: str) -> list[str]:
    """Return the words of `text` as they stand there: quicker, where their places do not matter."""
    return _WORD.findall(text)


@lru_cache(maxsize=50_000)
def plain(word: str) -> str:
    """Return `word` in lower case, without accents and apostrophes: "Ruzieën" is "ruzieen"."""
    letters = unicodedata.normalize("NFKD", word.casefold())
    return _APOSTROPHES.sub("", "".join(letter for letter in letters if not unicodedata.combining(letter)))


STOP_WORDS = frozenset(_STOP_WORDS.split())


def is_stop_word(word: str) -> bool:
    """Say whether `word` tells nothing; so does a letter by itself."""
    bare = plain(word)
    return bare in STOP_WORDS or (len(bare) < 2 and not bare.isdigit())
