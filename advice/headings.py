"""Whether the headings are an outline: one step down at a time, none empty, none twice."""

from advice.findings import Finding, Place, Verdict, excerpt
from advice.text import Text

NAMES = {2: "Kop", 3: "Tussenkop", 4: "Kleine tussenkop"}


def headings(text: Text) -> list[Finding]:
    found = text.headings()
    if not found:
        return []
    previous, skipping, empty, twice = 1, [], [], []
    seen: set[str] = set()
    for block in found:
        plain = " ".join(block.text.lower().split())
        if not plain:
            empty.append(block)
        elif plain in seen:
            twice.append(block)
        seen.add(plain)
        if block.level > previous + 1:
            skipping.append(block)
        previous = block.level
    findings = []
    if empty:
        findings.append(
            Finding(
                "koppen-leeg",
                Verdict.MISSING,
                "Eén kop heeft nog geen tekst." if len(empty) == 1 else f"{len(empty)} koppen zijn leeg.",
                "Een lege kop staat ook in de inhoudsopgave, en wie luistert hoort ‘kop’ en verder niets.",
                tuple(Place(block.where) for block in empty),
                weight=4,
            )
        )
    if twice:
        findings.append(
            Finding(
                "koppen-dubbel",
                Verdict.COULD_BE_BETTER,
                f"De kop ‘{excerpt(twice[0].text)}’ komt twee keer voor.",
                "In de inhoudsopgave zijn zij niet uit elkaar te houden.",
                tuple(Place(block.where, excerpt(block.text)) for block in twice),
                weight=2,
            )
        )
    wanted = ""
    if skipping:
        before = found[found.index(skipping[0]) - 1].level if found.index(skipping[0]) else 1
        wanted = NAMES.get(before + 1, "Kop")
    findings.append(
        Finding(
            "koppen-volgorde",
            Verdict.COULD_BE_BETTER if skipping else Verdict.GOOD,
            f"Een kop slaat een stap over; kies daar ‘{wanted}’."
            if skipping
            else "De koppen volgen elkaar netjes op.",
            "Schermlezers en de inhoudsopgave lezen koppen als een boom met takken (WCAG 1.3.1).",
            tuple(Place(block.where, excerpt(block.text)) for block in skipping),
            weight=4,
        )
    )
    return findings
