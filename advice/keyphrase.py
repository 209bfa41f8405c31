"""Whether the words that one wants to be found by stand where they are looked for."""

from advice.findings import Finding, Place, Verdict, excerpt
from advice.matching import Keyphrase
from advice.sentences import words
from advice.text import Block, Text

# Words that tell; beyond it hardly anyone types the same.
MOST_WORDS = 4
# Occurrences a hundred words. Yoast asks for 0.5 to 3.5 % of a word where inflections count as well, and
# for fewer
# of a longer phrase (yoastseo, recommendedKeywordCount.js and keyphraseLengthFactor.js: 0.7 + words / 3).
LEAST_DENSITY, MOST_DENSITY = 0.5, 3.5
LEAST_TIMES = 2
# From how many words on its spread says something, and which part of the text may go without.
SPREAD_FROM, SPREAD_PART = 300, 0.4
# With this many headings or more, all of them naming it sounds like a list for machines.
MANY_HEADINGS, MOST_HEADINGS = 4, 0.75


def keyphrase(text: Text) -> list[Finding]:
    if text.keyphrase is None:
        return []
    phrase = Keyphrase(text.keyphrase)
    field = Place(text.where("focus_keyphrase"))
    if not phrase:
        return [
            Finding(
                "zoekwoord",
                Verdict.MISSING,
                "Er is nog geen zoekwoord.",
                "Met één of twee woorden die een lezer zou typen, kijkt deze lijst of zij op de goede "
                "plekken staan.",
                (field,),
                weight=6,
            )
        ]
    return [
        _length(phrase, field),
        _place(text, phrase, "title", "titel", text.title, 6),
        _place(text, phrase, "slug", "adres", text.slug.replace("-", " "), 2),
        _place(text, phrase, "intro", "inleiding", text.intro, 4),
        *([_description(text, phrase)] if text.description.strip() else []),
        *_headings(text, phrase),
        *_alt_texts(text, phrase),
        *_density(text, phrase),
        *_spread(text, phrase),
        elsewhere(text),
    ]


def _length(phrase: Keyphrase, field: Place) -> Finding:
    good = len(phrase.wanted) <= MOST_WORDS
    return Finding(
        "zoekwoord-lengte",
        Verdict.GOOD if good else Verdict.COULD_BE_BETTER,
        "Het zoekwoord is kort genoeg." if good else f"Het zoekwoord telt {len(phrase.wanted)} woorden.",
        f"Hoe langer, hoe minder mensen precies dat typen; tot {MOST_WORDS} woorden is ruim.",
        (field,),
        weight=2,
    )


def _place(text: Text, phrase: Keyphrase, name: str, label: str, words_there: str, weight: int) -> Finding:
    found = phrase.occurs(words_there)
    the = "het" if label == "adres" else "de"
    return Finding(
        f"zoekwoord-{label}",
        Verdict.GOOD if found else Verdict.MISSING,
        f"Het zoekwoord staat in {the} {label}." if found else f"Het zoekwoord staat niet in {the} {label}.",
        {
            "title": "De titel is het eerste wat een zoeker leest, en waar zoekmachines het zwaarst op "
            "letten.",
            "slug": "Een adres waar het onderwerp uit blijkt, klikt prettiger. Verander het van een "
            "verschenen "
            "artikel niet meer om deze reden alleen.",
            "intro": "In de eerste zinnen ziet een lezer of zij hier goed is.",
        }[name],
        (Place(text.where(name)),),
        weight,
    )


def _description(text: Text, phrase: Keyphrase) -> Finding:
    found = phrase.occurs(text.description)
    return Finding(
        "zoekwoord-beschrijving",
        Verdict.GOOD if found else Verdict.COULD_BE_BETTER,
        "Het zoekwoord staat in de omschrijving."
        if found
        else "Het zoekwoord staat niet in de omschrijving.",
        "Wat iemand typte, staat in de zoekresultaten vetgedrukt.",
        (Place("search_description"),),
        weight=3,
    )


def _headings(text: Text, phrase: Keyphrase) -> list[Finding]:
    headings = [block for block in text.headings() if block.text.strip() and block.level <= 3]
    if not headings:
        return []
    naming = [block for block in headings if phrase.occurs(block.text)]
    too_many = len(headings) >= MANY_HEADINGS and len(naming) > MOST_HEADINGS * len(headings)
    message = f"Het zoekwoord staat in {len(naming)} van de {len(headings)} koppen."
    if not naming:
        message = "Geen enkele kop noemt het zoekwoord."
    return [
        Finding(
            "zoekwoord-koppen",
            Verdict.GOOD if naming and not too_many else Verdict.COULD_BE_BETTER,
            message,
            "Eén of twee koppen die het onderwerp noemen, helpen wie vluchtig leest. In alle koppen "
            "klinkt het gekunsteld.",
            tuple(Place(block.where, excerpt(block.text)) for block in naming[:1] or headings[:1]),
            weight=3,
        )
    ]


def _alt_texts(text: Text, phrase: Keyphrase) -> list[Finding]:
    described = [picture for picture in text.pictures if picture.alt.strip() and not picture.decorative]
    if not described:
        return []
    naming = [picture for picture in described if phrase.occurs(picture.alt)]
    return [
        Finding(
            "zoekwoord-beeld",
            Verdict.GOOD if naming else Verdict.COULD_BE_BETTER,
            "Een beschrijving van een afbeelding noemt het zoekwoord."
            if naming
            else "Geen beschrijving van een afbeelding noemt het zoekwoord.",
            "Alleen waar het klopt met wat er te zien is: de beschrijving is er voor wie niet kan zien.",
            tuple(Place(picture.where, excerpt(picture.alt)) for picture in (naming or described)[:1]),
            weight=1,
        )
    ]


def _density(text: Text, phrase: Keyphrase) -> list[Finding]:
    total = sum(len(words(block.text)) for block in _all(text))
    if total < 100:
        return []
    times = sum(phrase.count(block.text) for block in _all(text))
    factor = 0.7 + len(phrase.wanted) / 3
    least = max(LEAST_TIMES, round(total * LEAST_DENSITY / 100 / factor))
    most = max(LEAST_TIMES, int(total * MOST_DENSITY / 100 / factor))
    verdict = Verdict.GOOD if least <= times <= most else Verdict.COULD_BE_BETTER
    if not times:
        verdict = Verdict.MISSING
    often = {0: "niet", 1: "één keer"}.get(times, f"{times} keer")
    message = f"Het zoekwoord komt {often} voor in {total} woorden."
    if times < least:
        message += f" Vanaf {least} keer is het duidelijk waarover dit gaat."
    elif times > most:
        message += f" Tot {most} keer leest nog natuurlijk."
    return [
        Finding(
            "zoekwoord-dichtheid",
            verdict,
            message,
            "Verbuigingen en samenstellingen tellen mee. Schrijf voor lezers: een ander woord voor "
            "hetzelfde is "
            "vaak mooier dan het zoekwoord nog eens.",
            weight=4,
        )
    ]


def _spread(text: Text, phrase: Keyphrase) -> list[Finding]:
    """Look for the longest stretch of words in which the phrase does not occur."""
    total, since, begin = 0, 0, None
    longest, place = 0, None
    for block in _all(text):
        length = len(words(block.text))
        total += length
        begin = begin or block
        since += length
        if phrase.count(block.text):
            since, begin = 0, None
        elif since > longest:
            longest, place = since, begin
    if total < SPREAD_FROM or longest == total:
        return []
    even = longest <= SPREAD_PART * total
    return [
        Finding(
            "zoekwoord-spreiding",
            Verdict.GOOD if even else Verdict.COULD_BE_BETTER,
            "Het zoekwoord is over de hele tekst verspreid."
            if even
            else f"{longest} woorden achter elkaar gaan voorbij zonder het zoekwoord.",
            "Wie halverwege begint te lezen, wil ook weten waarover het gaat.",
            () if even or place is None else (Place(place.where, excerpt(place.text)),),
            weight=2,
        )
    ]


def elsewhere(text: Text) -> Finding:
    others = text.surroundings.same_keyphrase
    message = "Geen andere pagina heeft dit zoekwoord."
    if others:
        named = ", ".join(f"‘{title}’" for title in others[:3])
        message = f"Dit zoekwoord heeft ook {named}{' en meer' if len(others) > 3 else ''}."
    return Finding(
        "zoekwoord-dubbel",
        Verdict.COULD_BE_BETTER if others else Verdict.GOOD,
        message,
        "Twee pagina's met hetzelfde zoekwoord zitten elkaar in de weg. Kies per pagina een eigen "
        "invalshoek.",
        (Place(text.where("focus_keyphrase")),),
        weight=4,
    )


def _all(text: Text) -> list[Block]:
    intro = [Block(text.where("intro"), text.intro)] if text.intro.strip() else []
    return [*intro, *text.blocks]
