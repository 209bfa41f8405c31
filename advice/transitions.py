"""Words that tie sentences together: "daarom", "toch", "bovendien"."""

import re

from advice.findings import Finding, Verdict
from advice.sentences import sentences
from advice.text import Text

LEAST_PART = 0.20
LEAST_SENTENCES = 10

_WORDS = """
    aangezien aldus allereerst alsof alsnog althans anderzijds bijgevolg bijvoorbeeld bovendien
    concluderend daarbij daardoor daarentegen daarmee daarna daarnaast daarom daarop daartegenover
    daarvoor dankzij desalniettemin desondanks dientengevolge doch doordat dus echter eerst
    eindelijk enerzijds evenals eveneens evengoed evenmin evenzeer hierbij hierdoor hierna hierom
    hoewel immers indien inmiddels intussen juist kortom later maar mits nadat namelijk naarmate
    niettemin nochtans ofschoon ondanks ondertussen ook omdat opdat overigens samengevat sindsdien
    slotsom soms straks tegelijk tegelijkertijd tenminste tenslotte tenzij terwijl toch toen tot
    totdat uiteindelijk vandaar vervolgens voordat vooral voorts waardoor waarna waarom
    waarschijnlijk wanneer want zelfs zoals zodat zodoende zodra zolang
"""
# Little words that only tie at the front of a sentence.
_IN_FRONT = "als dan en eerst later maar nu ook of soms straks toen tot zo"
_PHRASES = (
    "aan de andere kant",
    "aan de ene kant",
    "aan de hand van",
    "als gevolg van",
    "als gezegd",
    "daar staat tegenover",
    "dat betekent dat",
    "dat komt doordat",
    "dat wil zeggen",
    "eerder gezegd",
    "even later",
    "in de eerste plaats",
    "in de tweede plaats",
    "in dat geval",
    "in feite",
    "in het kort",
    "in plaats van",
    "in tegenstelling tot",
    "kort gezegd",
    "met als doel",
    "met andere woorden",
    "met het oog op",
    "met name",
    "na verloop van tijd",
    "net als",
    "net zoals",
    "niet alleen",
    "om te beginnen",
    "om die reden",
    "onder andere",
    "op die manier",
    "op dezelfde manier",
    "op het eerste gezicht",
    "op voorwaarde dat",
    "te beginnen met",
    "ten eerste",
    "ten derde",
    "ten gevolge van",
    "ten slotte",
    "ten tweede",
    "ter illustratie",
    "tot slot",
    "uit ervaring",
    "vanaf dat moment",
    "vergeleken met",
    "zo ook",
    "zonder dat",
)
_FRONT_ONLY = frozenset(_IN_FRONT.split())
_ANYWHERE = frozenset(_WORDS.split()) - _FRONT_ONLY
_FOUND = re.compile(
    r"\b(?:" + "|".join(map(re.escape, sorted({*_ANYWHERE, *_PHRASES}, key=len, reverse=True))) + r")\b",
    re.IGNORECASE,
)
_FRONT = re.compile(r"^\W*(?:" + "|".join(sorted(_FRONT_ONLY)) + r")\b", re.IGNORECASE)


def has_transition(sentence: str) -> bool:
    return bool(_FRONT.search(sentence) or _FOUND.search(sentence))


def transitions(text: Text) -> list[Finding]:
    judged = [sentence for block in text.running() for sentence in sentences(block.text)]
    if len(judged) < LEAST_SENTENCES:
        return []
    tied = sum(map(has_transition, judged))
    good = tied >= LEAST_PART * len(judged)
    number = {0: "Geen", 1: "Eén"}.get(tied, str(tied))
    return [
        Finding(
            "verbindingswoorden",
            Verdict.GOOD if good else Verdict.COULD_BE_BETTER,
            f"{number} van de {len(judged)} zinnen {'heeft' if tied < 2 else 'hebben'} een verbindingswoord.",
            "Woorden als ‘daarom’, ‘toch’ en ‘bovendien’ laten zien hoe gedachten samenhangen. Een vijfde "
            "is genoeg.",
            weight=1,
        )
    ]
