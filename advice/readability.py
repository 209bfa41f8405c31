"""How easily a text reads: Flesch-Douma, and the length of sentences, paragraphs and stretches without "
"heading."""

from collections.abc import Callable

from advice.findings import Finding, Place, Verdict, excerpt
from advice.sentences import sentences, words
from advice.syllables import syllables
from advice.text import Block, Kind, Text

# What fewer words say about reading ease is chance.
LEAST_WORDS = 100
EASY, DIFFICULT = 60.0, 45.0
# Words in a long sentence, and which part of all sentences may be long (as Yoast counts for Dutch).
LONG_SENTENCE, MOST_LONG = 20, 0.25
LONG_PARAGRAPH = 150
# Words after which a reader wants a heading.
LONG_STRETCH = 300
MOST_PLACES = 5


def flesch_douma(word_count: int, sentence_count: int, syllable_count: int) -> float:
    """Return the reading ease of a Dutch text: about 0 (very hard) to 100 (very easy).

    206.84 - 0.93 x words a sentence - 77 x syllables a word: W.H. Douma, De leesbaarheid van landbouwbladen,
    Landbouwhogeschool Wageningen, 1960, after Flesch.
    """
    return 206.84 - 0.93 * word_count / sentence_count - 77 * syllable_count / word_count


def reading_ease(texts: list[str]) -> float | None:
    """Return the reading ease of all `texts` together, None where there are no words."""
    all_sentences = [sentence for text in texts for sentence in sentences(text)]
    all_words = [word for sentence in all_sentences for word in words(sentence)]
    if not all_words:
        return None
    return flesch_douma(len(all_words), len(all_sentences), sum(syllables(word) for word in all_words))


def readability(text: Text) -> list[Finding]:
    blocks = list(text.running())
    total = sum(len(words(block.text)) for block in blocks)
    rules: list[Callable[[Text, list[Block]], list[Finding]]] = [
        _long_sentences,
        _long_paragraphs,
        _stretches,
    ]
    if total >= LEAST_WORDS:
        rules.insert(0, _ease)
    return [finding for rule in rules for finding in rule(text, blocks)]


def _ease(text: Text, blocks: list[Block]) -> list[Finding]:
    score = reading_ease([block.text for block in blocks])
    if score is None:
        return []
    shown = max(0, min(100, round(score)))
    level = "makkelijk" if shown >= 70 else "gewoon" if shown >= EASY else "vrij moeilijk"
    if shown < DIFFICULT:
        level = "moeilijk"
    return [
        Finding(
            "leesgemak",
            Verdict.GOOD if shown >= EASY else Verdict.COULD_BE_BETTER,
            f"Leesgemak {shown} van de 100: {level}.",
            "Gerekend met korte zinnen en korte woorden (Flesch–Douma). Voor wie verdriet heeft, leest "
            "eenvoudig "
            "het prettigst; een lang woord dat klopt mag blijven.",
            weight=3 if shown >= DIFFICULT else 4,
        )
    ]


def _long_sentences(text: Text, blocks: list[Block]) -> list[Finding]:
    counted = [
        (len(words(sentence)), block.where, sentence)
        for block in blocks
        for sentence in sentences(block.text)
    ]
    if not counted:
        return []
    long = sorted((found for found in counted if found[0] > LONG_SENTENCE), key=lambda found: -found[0])
    good = len(long) <= MOST_LONG * len(counted)
    return [
        Finding(
            "zinslengte",
            Verdict.GOOD if good else Verdict.COULD_BE_BETTER,
            f"{_of(len(long), len(counted))} langer dan {LONG_SENTENCE} woorden.",
            "Een lange zin af en toe geeft ritme; veel achter elkaar vermoeit. Een kwart is ruim.",
            () if good else tuple(Place(where, excerpt(found)) for _, where, found in long[:MOST_PLACES]),
            weight=3,
        )
    ]


def _of(part: int, whole: int) -> str:
    number = {0: "Geen", 1: "Eén"}.get(part, str(part))
    return f"{number} van de {whole} zinnen {'is' if part < 2 else 'zijn'}"


def _long_paragraphs(text: Text, blocks: list[Block]) -> list[Finding]:
    paragraphs = [
        (len(words(line)), block.where, line)
        for block in blocks
        for line in block.text.splitlines()
        if line.strip()
    ]
    if not paragraphs:
        return []
    long = [found for found in paragraphs if found[0] > LONG_PARAGRAPH]
    message = f"Alle alinea's zijn korter dan {LONG_PARAGRAPH} woorden."
    if long:
        message = (
            f"Eén alinea telt {long[0][0]} woorden." if len(long) == 1 else f"{len(long)} alinea's zijn lang."
        )
    return [
        Finding(
            "alinealengte",
            Verdict.COULD_BE_BETTER if long else Verdict.GOOD,
            message,
            f"Op een telefoon vult een alinea van {LONG_PARAGRAPH} woorden het hele scherm.",
            tuple(Place(where, excerpt(found)) for _, where, found in long[:MOST_PLACES]),
            weight=2,
        )
    ]


def _stretches(text: Text, blocks: list[Block]) -> list[Finding]:
    """Look for stretches of words that no heading divides."""
    stretches: list[tuple[int, Block]] = []
    count, first = 0, None
    for block in text.blocks:
        if block.kind is Kind.HEADING:
            if first is not None:
                stretches.append((count, first))
            count, first = 0, None
            continue
        first = first or block
        count += len(words(block.text))
    if first is not None:
        stretches.append((count, first))
    if sum(count for count, _ in stretches) <= LONG_STRETCH:
        return []
    long = [(count, block) for count, block in stretches if count > LONG_STRETCH]
    has_headings = bool(text.headings())
    message = "De tekst is met koppen verdeeld."
    if long:
        message = (
            f"{long[0][0]} woorden achter elkaar zonder kop."
            if len(long) == 1
            else f"{len(long)} stukken van meer dan {LONG_STRETCH} woorden hebben geen kop."
        )
    verdict = Verdict.GOOD if not long else Verdict.COULD_BE_BETTER if has_headings else Verdict.MISSING
    return [
        Finding(
            "koppen-verdeling",
            verdict,
            message,
            "Koppen laten zien waar iemand in het verhaal is, en vullen de inhoudsopgave.",
            tuple(Place(block.where, excerpt(block.text)) for _, block in long[:MOST_PLACES]),
            weight=3,
        )
    ]
