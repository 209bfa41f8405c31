"""What counted in a verdict, in words for the coach."""

from collections.abc import Iterable

from comments.spam.themes import GENERAL, THEMES

# At most so many reasons, and so many words within one.
_REASONS, _WORDS = 5, 5
# A reason weighs at least this much (see weighing.py).
_LEAST = 0.7

_FOR_SPAM = {
    "cheap": "een link naar een soort adres dat reclamemakers veel gebruiken",
    "dashes": "een webadres met streepjes",
    "front page": "een link naar een voorpagina, niet naar een artikel",
    "site of another": "een website die niet bij de naam past",
    "email": "een e-mailadres in de tekst",
    "email of a role": "een e-mailadres van een afdeling (info, sales)",
    "email with digits": "een e-mailadres met veel cijfers",
    "formal": "spreekt je aan met ‘u’",
    "host": "een webadres dat als reclame klinkt",
    "language": "geen Nederlands of Engels",
    "long name": "een lange naam",
    "markup": "code voor links of opmaak",
    "hidden": "een adres dat zich verstopt",
    "messenger": "een nummer of naam voor WhatsApp, Telegram of iets dergelijks",
    "miracle": "iemand met een titel die wonderen belooft",
    "money": "bedragen",
    "name": "een naam die als reclame klinkt",
    "name in small letters": "een naam in kleine letters",
    "name in small letters, praise": "algemene lof onder een naam in kleine letters",
    "name is site": "de naam is die van de website",
    "name with digit": "cijfers in de naam",
    "owner": "schrijft aan de beheerder van de site",
    "own email": "het eigen e-mailadres in de tekst",
    "percent": "percentages",
    "phone:foreign": "een buitenlands telefoonnummer",
    "phone:nl": "een telefoonnummer",
    "phone:paid": "een betaald telefoonnummer",
    "praise": "lof die onder elk artikel kan staan",
    "script": "een ander schrift dan het onze",
    "share": "naar verhouding veel reclamewoorden",
    "shortened": "een verkorte link",
    "shouted": "bijna alles in hoofdletters",
    "symbols": "pijltjes of plaatjes",
    "themes": "reclametaal",
    "title": "iemand met een titel",
    "trick:digits": "cijfers of tekens in plaats van letters",
    "trick:drawn": "getekende letters",
    "trick:hidden": "onzichtbare tekens tussen de letters",
    "trick:mixed": "letters uit een ander alfabet die op de onze lijken",
    "trick:spelled": "woorden uit elkaar gespeld",
}
_FOR_REAL = {
    "personal:much:bare": "een persoonlijk verhaal, zonder link of nummer",
    "personal:some:bare": "persoonlijk, zonder link of nummer",
    "warning:bare": "waarschuwt anderen",
    "personal:none:bare": "geen link of nummer",
    "themes:0:bare": "geen reclametaal",
    "share": "weinig reclamewoorden",
}
_ABOUT = {
    "theme": "woorden over {}",
    "full": "woorden over {}",
    "host": "een webadres over {}",
    "name": "een naam over {}",
}

# Said only where nothing more precise can be said.
_VAGUE = {_FOR_SPAM[kind] for kind in ("share", "host", "name", "themes")}
_GENERAL = tuple(GENERAL)


def explain(weights: Iterable[tuple[str, float]], for_spam: bool) -> list[str]:
    """Return the reasons on one side, the strongest first: for spam, or for a real reaction."""
    sums: dict[str, float] = {}
    words: dict[str, list[str]] = {}
    for feature, weight in sorted(weights, key=lambda item: (-abs(item[1]), item[0])):
        if weight == 0 or (weight > 0) is not for_spam:
            continue
        kind, _, value = feature.partition(":")
        if kind in ("w", "u", "a"):
            phrase = "" if " " in value else _word_reason(kind, for_spam)
            if phrase:
                words.setdefault(phrase, []).append(value)
        else:
            phrase = _spam_reason(feature) if for_spam else _real_reason(feature)
        if phrase:
            # A subject and a link are what the coach recognises first.
            plain = kind == "links" or (kind in _ABOUT and value and not value.startswith(_GENERAL))
            sums[phrase] = sums.get(phrase, 0) + abs(weight) * (2 if plain else 1)
    strongest = sorted(
        (phrase for phrase in sums if sums[phrase] >= _LEAST),
        key=lambda phrase: (phrase in _VAGUE, -sums[phrase]),
    )
    return [
        f"{phrase}: {', '.join(words[phrase][:_WORDS])}" if words.get(phrase) else phrase
        for phrase in strongest[:_REASONS]
    ]


def _word_reason(kind: str, for_spam: bool) -> str:
    if not for_spam:
        return "woorden die in echte reacties vaak voorkomen" if kind == "w" else ""
    return {"u": "woorden in een webadres", "a": "woorden in de naam"}.get(
        kind, "woorden die in reclame vaak voorkomen"
    )


def _spam_reason(trait: str) -> str:
    kind, *values = trait.split(":")
    if kind == "links":
        count, site = values
        if count == "0":
            return "een website bij de naam"
        links = {"1": "1 link", "2": "2 links"}.get(count, "3 links of meer")
        return f"{links} en een website bij de naam" if site else links
    if kind == "personal":
        return (
            ""
            if values == ["much", "lures"] or values[1] == "bare"
            else "weinig persoonlijks, wel een link of nummer"
        )
    if kind in _ABOUT and values and values[0] in THEMES:
        return _ABOUT[kind].format(values[0])
    return _FOR_SPAM.get(trait) or _FOR_SPAM.get(kind, "")


def _real_reason(trait: str) -> str:
    return _FOR_REAL.get(trait) or _FOR_REAL.get(trait.partition(":")[0], "")
