"""Sentences in the passive voice: a form of "worden" or "zijn" with a past participle in the same clause."""

import re

from advice.findings import Finding, Place, Verdict, excerpt
from advice.sentences import sentences, words
from advice.text import Text

MOST_PASSIVE = 0.10
LEAST_SENTENCES = 5
MOST_PLACES = 5

_WORDEN = frozenset({"word", "wordt", "worden", "werd", "werden"})
_ZIJN = frozenset({"ben", "bent", "is", "zijn", "was", "waren"})
# Words that open a clause with a verb of its own.
_CLAUSE = re.compile(
    r"[,;:()–—]|\b(?:dat|omdat|doordat|zodat|als|toen|terwijl|wanneer|hoewel|nadat|voordat|totdat|zodra|tenzij|"
    r"of|maar|want|dus|die|wie|wat|waar|waarom|waarin|waarmee|waardoor|waarvan|waarop|hoe|en)\b",
    re.IGNORECASE,
)
_SEPARABLE = (
    "aan",
    "achter",
    "af",
    "bij",
    "binnen",
    "dicht",
    "door",
    "heen",
    "in",
    "klaar",
    "kwijt",
    "los",
    "mee",
    "mis",
    "na",
    "neer",
    "om",
    "onder",
    "op",
    "over",
    "plaats",
    "recht",
    "samen",
    "stil",
    "tegen",
    "terug",
    "thuis",
    "toe",
    "uit",
    "vast",
    "voor",
    "vol",
    "voort",
    "vrij",
    "weg",
)
# Strong verbs: participles on -en that begin with ge-, without "ge".
_STRONG_GE_LIST = """
    bakken beden beten bogen boden bonden braden broken dragen dreven drongen dronken dwongen floten
    geten geven goten grepen hangen heten holpen houden kozen knepen laden laten lezen loten meden
    meten nomen prezen raden roepen schapen scholden schonken schoren schoten schoven schreven
    slagen slapen slepen slopen sloten smeten sneden snoven spleten sponnen spoten sproken spogen
    staken stoken stolen stoten streden streken treden trokken vangen vochten vonden vouwen vreten
    wassen weken wezen wonnen worpen wreven wogen zongen zonden zopen zworen zouten daan zien staan
    bracht dacht kocht zocht
"""
_STRONG_GE = frozenset(_STRONG_GE_LIST.split())
_STRONG_OTHER_LIST = """
    aanbevolen achterhaald bedolven bedrogen begonnen begrepen behangen beholpen behouden bekeken
    beleden benomen beraden beschreven beslopen besloten besproken bestolen bestreden betreden
    betrokken bevolen bevonden bewezen bewogen bezeten bezien bezocht bezonnen bezworen doorstaan
    doorzien erkend ervaren herkozen hernomen herroepen herschreven hervonden herzien misbruikt
    misdragen misleid miskend omschreven ondergaan ondernomen ondervonden onderzocht onderworpen
    onderbroken ontboden ontdaan ontheven onthouden ontnomen ontslagen ontvangen ontvoerd ontweken
    ontworpen overdreven overdragen overgenomen overvallen overwogen overwonnen verbannen verboden
    verbonden verborgen verbroken verdreven verdrongen vergeleken vergeven vergeten verkozen
    verkregen verlaten verlegd verloren vermeden vernomen verraden verslagen verscholen verschoven
    versleten versneden verstaan verstoten vertreden vervangen verweten verworpen verworven verwezen
    verzonden verzonnen verzwegen volbracht voltooid voorkomen voorzien weerhouden weerstaan
"""
_STRONG_OTHER = frozenset(_STRONG_OTHER_LIST.split())
# What looks like a participle and is none, or says how someone is rather than what was done.
_NOT_LIST = """
    bedeesd bedroefd bedreven begaan bekaf bekend belust bereid beroemd bestand bevreesd bewust
    bezorgd bezig gebied gebrand gebrek gebruind gedachten gedeeld gedrag geduld gedwee geest geheim
    geheugen geil gek gelaat geld geliefd gelijk geloof geluid geluk gemeen gemoed genoeg gepast
    gerust geschikt gespannen getrouwd gevat gevecht gevoel gevoelens geweld gewend gewenst gewicht
    gewoon gewoond gezicht gezien gezind gezond beeld beest bed begint behoud belangt belt benadert
    bent bestaat best betreft bezit ontspannen ontroostbaar opgelucht opgewonden teleurgesteld
    uitgeput uitgerust verbaasd verbitterd verblind verband verdacht verdient verdriet verheugd
    verkeerd verlangt verleden verlegen verliefd vermoeid verloofd vers verschillend verstand
    verstandig vert vertelt vertrouwd vervelend verward verwacht verwant verwoed verzot gescheiden
    gesteld gehecht gehaast gekleed geneigd geraakt geremd overspannen overstuur ongerust onbekend
    onbewust hert erst ernst
"""
_NOT = frozenset(_NOT_LIST.split())
# These make their perfect with "zijn": "is gekomen" is active.
_MOVED_LIST = """
    afgelopen afgenomen begonnen beland bevallen bezweken gebeurd gebleken gebleven gedaald gegaan
    gegroeid gekomen geland gelukt genezen geraakt gereden gereisd geschrokken geslaagd gestegen
    gestopt gestorven gestart gevallen gevlogen gevlucht geweest gewend geworden gelopen gegleden
    gesprongen gezakt gezonken ontsnapt ontstaan ontwaakt overleden overkomen teruggegaan
    teruggekomen toegenomen veranderd verbeterd verdwenen vergaan vergeten verhuisd verlopen
    verschenen verslechterd vertrokken verdwaald verlept verouderd verstreken voorbijgegaan
    weggegaan weggelopen aangekomen opgestaan opgehouden opgegroeid opgevallen uitgegaan uitgekomen
    ingeslapen thuisgekomen vreemdgegaan doorgegaan misgegaan meegegaan omgegaan bijgekomen
    achtergebleven vastgelopen
"""
_MOVED = frozenset(_MOVED_LIST.split())
_WEAK_GE = re.compile(r"^ge[^\W\d_]{2,}[dt]$")
_WEAK_OTHER = re.compile(r"^(?:be|ver|ont|her|er)[^\W\d_]{2,}[dt]$")


def is_participle(word: str) -> bool:
    """Tell whether `word` looks like a past participle that can make a passive."""
    word = word.lower()
    if word in _NOT:
        return word == "gezien"
    if word in _STRONG_OTHER or _WEAK_OTHER.match(word):
        return True
    for rest in (word, *(word.removeprefix(part) for part in _SEPARABLE if word.startswith(part + "ge"))):
        if rest in _NOT and rest != "gezien":
            return False
        if rest.startswith("ge") and rest[2:] in _STRONG_GE:
            return True
        if _WEAK_GE.match(rest) or (rest != word and _WEAK_OTHER.match(rest)):
            return True
    return False


def is_passive(sentence: str) -> bool:
    """Tell whether a clause of `sentence` is in the passive voice.

    "Er werd gelachen" and "de brief is geschreven" are; "zij is gekomen" and "hij is verliefd" are not.
    Without
    understanding what is said this stays a guess, which is why it only advises.
    """
    for clause in _CLAUSE.split(sentence):
        found = [word.lower() for word in words(clause)]
        if not _WORDEN.isdisjoint(found) and any(is_participle(word) for word in found):
            return True
        if not _ZIJN.isdisjoint(found) and any(
            is_participle(word) and word not in _MOVED for word in found if word != "geworden"
        ):
            return True
    return False


def passive(text: Text) -> list[Finding]:
    judged = [(block.where, sentence) for block in text.running() for sentence in sentences(block.text)]
    if len(judged) < LEAST_SENTENCES:
        return []
    found = [(where, sentence) for where, sentence in judged if is_passive(sentence)]
    good = len(found) <= MOST_PASSIVE * len(judged)
    few = (
        "Geen zin staat"
        if not found
        else "Eén zin staat"
        if len(found) == 1
        else f"{len(found)} zinnen staan"
    )
    return [
        Finding(
            "lijdende-vorm",
            Verdict.GOOD if good else Verdict.COULD_BE_BETTER,
            f"{few} in de lijdende vorm, van de {len(judged)}.",
            "‘Er werd gezwegen’ houdt afstand; ‘zij zwegen’ is dichterbij. Eén op de tien is geen bezwaar.",
            () if good else tuple(Place(where, excerpt(sentence)) for where, sentence in found[:MOST_PLACES]),
            weight=2,
        )
    ]
