"""Pictures without a description."""

import re

from advice.findings import Finding, Place, Verdict
from advice.text import Text

_FILE_NAME = re.compile(
    r"\.(?:avif|gif|jpe?g|png|svg|webp)$|^(?:img|dsc|foto|image|whatsapp)[\W_]*\d", re.IGNORECASE
)


def pictures(text: Text) -> list[Finding]:
    shown = [picture for picture in text.pictures if not picture.decorative]
    if not shown:
        return []
    bare = [picture for picture in shown if not picture.alt.strip()]
    named = [picture for picture in shown if _FILE_NAME.search(picture.alt.strip())]
    message = "Elke afbeelding heeft een beschrijving."
    if bare:
        message = (
            "Eén afbeelding heeft geen beschrijving."
            if len(bare) == 1
            else f"{len(bare)} afbeeldingen hebben geen beschrijving."
        )
    elif named:
        message = f"‘{named[0].alt.strip()}’ is een bestandsnaam, geen beschrijving."
    verdict = Verdict.MISSING if bare else Verdict.COULD_BE_BETTER if named else Verdict.GOOD
    return [
        Finding(
            "beeld-beschrijving",
            verdict,
            message,
            "Vertel in één zin wat er te zien is, voor wie niet kan zien. Alleen versiering? Vink dat dan "
            "aan.",
            tuple(Place(picture.where, picture.alt.strip()) for picture in bare or named),
            weight=5,
        )
    ]
