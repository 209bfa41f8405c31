"""Links to other pages of the site, from them to this one, and the words they stand on."""

from advice.findings import Finding, Place, Verdict
from advice.text import Text

# From this many words on a text has room for a link.
LEAST_WORDS = 150
# Words that tell nothing to whoever hears links one by one (WCAG 2.4.4).
_EMPTY = frozenset(
    {
        *("deze link", "hier", "klik", "klik hier", "lees meer", "lees verder", "link", "meer", "meer info"),
        *("meer informatie", "pagina", "verder", "website"),
    }
)


def links(text: Text) -> list[Finding]:
    return [*_outgoing(text), *_incoming(text), *_words(text), *_places(text)]


def _outgoing(text: Text) -> list[Finding]:
    if text.is_list:
        return []
    inside = {link.page for link in text.links if link.page is not None}
    if not inside and sum(len(block.text.split()) for block in text.blocks) < LEAST_WORDS:
        return []
    message = f"{'Eén link leidt' if len(inside) == 1 else f'{len(inside)} links leiden'} verder op de site."
    hint = ""
    if not inside:
        message = "Geen link leidt verder op de site."
        if text.surroundings.suggestions:
            hint = " Hieronder staan artikelen die erop lijken."
    return [
        Finding(
            "links-uit",
            Verdict.GOOD if inside else Verdict.MISSING,
            message,
            "Wie uitgelezen is, wil vaak nog iets lezen; en zo vinden zoekmachines de rest van de site."
            + hint,
            weight=4,
        )
    ]


def _incoming(text: Text) -> list[Finding]:
    incoming = text.surroundings.incoming
    if incoming is None:
        return []
    message = f"{incoming} andere pagina's verwijzen hierheen."
    if incoming < 2:
        message = f"{'Eén' if incoming else 'Geen'} andere pagina verwijst hierheen."
    return [
        Finding(
            "links-in",
            Verdict.GOOD if incoming else Verdict.COULD_BE_BETTER,
            message,
            "Een artikel waar niets naar verwijst, wordt zelden gevonden. Zet in een ouder artikel een link "
            "hierheen.",
            weight=4,
        )
    ]


def _words(text: Text) -> list[Finding]:
    if not text.links:
        return []
    empty = [link for link in text.links if link.words.strip(" .…›»>").lower() in _EMPTY]
    return [
        Finding(
            "links-tekst",
            Verdict.COULD_BE_BETTER if empty else Verdict.GOOD,
            f"Een link heet ‘{empty[0].words.strip()}’."
            if empty
            else "De woorden van de links zeggen waar zij heen leiden.",
            "Wie links hoort in plaats van ziet, hoort alleen die woorden (WCAG 2.4.4).",
            tuple(Place(link.where, link.words.strip()) for link in empty),
            weight=3,
        )
    ]


def _places(text: Text) -> list[Finding]:
    lost = text.surroundings.lost
    if not lost:
        return []
    first = lost[0]
    where = "op deze pagina zelf" if first.page is None else "op een pagina van je site"
    more = "" if len(lost) == 1 else f" Bij {len(lost)} links is dat zo."
    return [
        Finding(
            "links-plek",
            Verdict.COULD_BE_BETTER,
            f"De link ‘{first.words}’ gaat naar #{first.anchor}, maar die plek is er niet {where}.{more}",
            "Zo'n plek heet naar een tussenkop; wie de kop verandert, verandert ook de naam van de plek. "
            "Lezers komen nu bovenaan de pagina uit. Haal weg wat na de # staat, of neem de nieuwe naam.",
            tuple(Place(link.where, link.words) for link in lost),
            weight=3,
        )
    ]
