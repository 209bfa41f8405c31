"""Whether a list says what it is a list of."""

from advice.findings import Finding, Place, Verdict
from advice.text import Text


def introductions(text: Text) -> list[Finding]:
    has_words = bool(text.intro.strip())
    message = (
        "Boven de lijst staat waar zij over gaat." if has_words else "Boven de lijst staat geen inleiding."
    )
    return [
        Finding(
            "lijst-inleiding",
            Verdict.GOOD if has_words else Verdict.MISSING,
            message,
            "Wie uit een zoekmachine komt, begint hier. Eén of twee zinnen zijn genoeg om te zeggen wat er "
            "te vinden is.",
            (Place(text.where("intro")),),
            weight=3,
        )
    ]
