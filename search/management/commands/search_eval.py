from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from search.evaluation import evaluate, read_file, recall


class Command(BaseCommand):
    help = 'Ask the questions of a file ({"query": …, "expect": slug or title} a line); print recall at 3'

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            expectations = read_file(options["file"])
        except (OSError, ValueError) as error:
            raise CommandError(str(error)) from error
        if not expectations:
            raise CommandError("Het bestand heeft geen vragen.")
        outcomes = evaluate(expectations)
        for outcome in outcomes:
            if not outcome.is_found:
                got = "; ".join(outcome.best) or "niets"
                self.stdout.write(f"MIS  {outcome.asked.query!r} → {outcome.asked.expect}; kreeg: {got}")
        times = sorted(outcome.milliseconds for outcome in outcomes)
        hits = sum(outcome.is_found for outcome in outcomes)
        self.stdout.write(
            f"recall@3 {recall(outcomes):.3f} ({hits} van {len(outcomes)}); "
            f"p50 {times[len(times) // 2]:.1f} ms, p95 {times[int(len(times) * 0.95)]:.1f} ms"
        )
