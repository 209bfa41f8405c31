"""Sentences that look like Dutch, from a word list and a grammar: the same ones for the same seed."""

from random import Random

WHEN = [
    "gisteren",
    "soms",
    "na een week",
    "op zondag",
    "in het begin",
    "’s avonds",
    "later",
    "vandaag",
    "in de ochtend",
    "onderweg",
]
WHO = [
    "zij",
    "hij",
    "je zus",
    "een vriendin",
    "mijn moeder",
    "haar ex",
    "de buurman",
    "iemand",
    "zijn broer",
    "een collega",
]
DOES = [
    "leest",
    "schrijft",
    "bewaart",
    "mist",
    "vergeet",
    "zoekt",
    "verstopt",
    "herkent",
    "wist",
    "verbrandt",
]
WHAT = [
    "een oude brief",
    "het lege huis",
    "die laatste zin",
    "haar telefoon",
    "een foto van vroeger",
    "de stilte aan tafel",
    "zijn winterjas",
    "het lied van toen",
    "een half gesprek",
    "de sleutel van de voordeur",
]
WHERE = [
    "aan de keukentafel",
    "op de fiets",
    "bij het raam",
    "in de trein",
    "naast het bed",
    "onder de lamp",
    "op het strand",
    "in de gang",
    "achter het station",
    "tussen de dozen",
]
WHY = [
    "omdat wachten makkelijker is dan vragen",
    "terwijl niemand iets zegt",
    "zonder te weten waarom",
    "en dat is genoeg voor één dag",
    "hoewel het langzaam lichter wordt",
    "want afscheid nemen leert men niet",
    "totdat de avond weer begint",
    "en daarna blijft het lang stil",
    "alsof er niets gebeurd is",
    "omdat een gewoonte langer duurt dan liefde",
]
TOPICS = [
    "loslaten",
    "slapen",
    "wachten",
    "schrijven",
    "stilte",
    "jaloezie",
    "hoop",
    "vriendschap",
    "gewoonte",
    "verhuizen",
    "dromen",
    "spijt",
    "opnieuw beginnen",
    "alleen zijn",
    "de eerste weken",
    "contact houden",
]
NAMES = ["Hanne", "Joris", "Noor", "Sem", "Fleur", "Daan", "Yara", "Wout", "Lotte", "Bram"]


def sentence(chance: Random) -> str:
    """Return one sentence of about fifteen words."""
    when, who, does = chance.choice(WHEN), chance.choice(WHO), chance.choice(DOES)
    what, where, why = chance.choice(WHAT), chance.choice(WHERE), chance.choice(WHY)
    begin = when[0].upper() + when[1:] if when[0] != "’" else when.replace("’s a", "’s A")
    return f"{begin} {does} {who} {what} {where}, {why}."


def sentences(words: int, chance: Random) -> str:
    """Return whole sentences of at least `words` words together."""
    found: list[str] = []
    count = 0
    while count < words:
        found.append(sentence(chance))
        count += found[-1].count(" ") + 1
    return " ".join(found)


def title(number: int, chance: Random) -> str:
    """Return a title that no other number has."""
    one, other = chance.sample(TOPICS, 2)
    return f"Over {one} en {other}, deel {number}"
