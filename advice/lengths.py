"""Whether title and description fit in a search result, and whether there is enough text to find."""

from advice.findings import Finding, Place, Verdict
from advice.sentences import words
from advice.text import Text
from advice.widths import DESCRIPTION_LIMIT, TITLE_LIMIT, description_width, title_width

SHORT_TITLE, SHORT_DESCRIPTION = 180, 400
# Below it a page rarely answers a question.
LEAST_WORDS = 300


def lengths(text: Text) -> list[Finding]:
    return [*_title(text), _description(text), *_words(text)]


def _title(text: Text) -> list[Finding]:
    title = (text.seo_title or text.title).strip()
    place = (Place("seo_title" if text.seo_title.strip() else "title"),)
    if not title:
        return [
            Finding(
                "titel-breedte",
                Verdict.MISSING,
                "Er is nog geen titel.",
                "Zonder titel geen pagina.",
                place,
                10,
            )
        ]
    width = title_width(title)
    message, verdict = f"De titel past in de zoekresultaten ({width} van {TITLE_LIMIT} pixels).", Verdict.GOOD
    if width > TITLE_LIMIT:
        message = f"De titel is in de zoekresultaten te breed ({width} van {TITLE_LIMIT} pixels)."
        verdict = Verdict.COULD_BE_BETTER
    elif width < SHORT_TITLE:
        message = f"De titel is kort ({width} van {TITLE_LIMIT} pixels); er is ruimte om meer te zeggen."
        verdict = Verdict.COULD_BE_BETTER
    return [
        Finding(
            "titel-breedte",
            verdict,
            message,
            "Wat niet past, wordt afgekapt. Met een eigen titel voor zoekmachines mag de titel zelf lang "
            "blijven.",
            place,
            weight=3 if width > TITLE_LIMIT else 1,
        )
    ]


def _description(text: Text) -> Finding:
    description = text.description.strip()
    width = description_width(description)
    verdict = Verdict.GOOD
    message = f"De omschrijving past in de zoekresultaten ({width} van {DESCRIPTION_LIMIT} pixels)."
    if not description:
        verdict = Verdict.COULD_BE_BETTER if text.intro.strip() else Verdict.MISSING
        message = (
            "Er is geen omschrijving; de inleiding staat er dan."
            if text.intro.strip()
            else "Er is geen omschrijving."
        )
    elif width > DESCRIPTION_LIMIT:
        verdict = Verdict.COULD_BE_BETTER
        message = f"De omschrijving wordt afgekapt ({width} van {DESCRIPTION_LIMIT} pixels)."
    elif width < SHORT_DESCRIPTION:
        verdict = Verdict.COULD_BE_BETTER
        message = f"De omschrijving is kort ({width} van {DESCRIPTION_LIMIT} pixels)."
    return Finding(
        "beschrijving-breedte",
        verdict,
        message,
        "Twee regels om te vertellen wat iemand hier vindt, en waarom zij zou klikken.",
        (Place("search_description"),),
        weight=3,
    )


def _words(text: Text) -> list[Finding]:
    # Pages without a keyphrase (contact, thanks) may be as short as they like.
    if text.keyphrase is None:
        return []
    total = len(words(text.intro)) + sum(len(words(block.text)) for block in text.blocks)
    return [
        Finding(
            "tekst-lengte",
            Verdict.GOOD if total >= LEAST_WORDS else Verdict.COULD_BE_BETTER,
            f"De tekst telt {total} woorden.",
            f"Onder de {LEAST_WORDS} woorden blijft een vraag meestal half beantwoord. Langer is niet "
            f"vanzelf beter.",
            weight=4,
        )
    ]
