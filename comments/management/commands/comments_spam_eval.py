from typing import Any

from django.core.management.base import CommandError, CommandParser
from django.utils.text import Truncator

from comments.management.judged_file import JudgedFileCommand
from comments.spam.evaluation import Evaluation, Judged, evaluate


class Command(JudgedFileCommand):
    help = "Measure the spam filter on a file of judged comments, one JSON object a line; learns nothing"

    undone = "Er is niets gemeten."

    def add_arguments(self, parser: CommandParser) -> None:
        super().add_arguments(parser)
        parser.add_argument("--worst", type=int, default=5, help="How many misses of each kind to show.")

    def handle(self, *args: Any, file: str, worst: int, **options: Any) -> None:
        if worst < 0:
            raise CommandError("--worst is een aantal: 0 of meer.")
        found = evaluate(self.judged(file))
        self.stdout.write(_summary(found))
        self._show("Echte reacties die als spam werden aangemerkt", found.false_alarms[:worst])
        self._show("Spam die niet werd herkend", found.missed[:worst])

    def _show(self, title: str, misses: list[Judged]) -> None:
        if not misses:
            return
        self.stdout.write(f"\n{title}, de ergste eerst:")
        for document, verdict in misses:
            self.stdout.write(
                f"- score {_number(verdict.score, 3)}  {document.author or 'zonder naam'}: ", ending=""
            )
            self.stdout.write(Truncator(" ".join(document.text.split())).chars(160))
            self.stdout.write(f"  {'; '.join(verdict.reasons) or 'geen sterke redenen'}")


def _summary(found: Evaluation) -> str:
    return "\n".join(
        [
            f"Reacties: {found.spam + found.ham} ({found.spam} spam, {found.ham} echt)",
            f"Precisie (precision): {_share(found.caught, found.marked)}",
            f"Herkende spam (recall): {_share(found.caught, found.spam)}",
            f"Vals alarm (false alarms): {_share(len(found.false_alarms), found.ham)}",
        ]
    )


def _share(part: int, whole: int) -> str:
    """Return "95,0 % (19 van 20)", or a dash where there is nothing to take a share of."""
    return f"{_number(100 * part / whole, 1)} % ({part} van {whole})" if whole else "– (0 van 0)"


def _number(value: float, decimals: int) -> str:
    return f"{value:.{decimals}f}".replace(".", ",")
