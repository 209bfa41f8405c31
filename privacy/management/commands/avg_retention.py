"""Let go what is past its time, or only say what that would be."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from privacy.retention import expire_all, expiring


class Command(BaseCommand):
    help = (
        "Wist wat over zijn bewaartermijn heen is, in alle delen van de site. Gebeurt ook elke dag vanzelf."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="Zeg alleen wat er zou gaan; wis niets.")

    def handle(self, *args: Any, **options: Any) -> None:
        now = timezone.now()
        due = 0
        for part, rules in expiring(now):
            for rule in rules:
                due += rule.due
                self.stdout.write(
                    f"{part}: {rule.what}, {rule.days} dagen ({rule.setting or 'vast'}): "
                    f"{rule.due} van {rule.total} nu {rule.then}"
                )
        if options["dry_run"]:
            self.stdout.write(f"Er is niets gewist. Over de termijn: {due}.")
            return
        self.stdout.write(self.style.SUCCESS(f"Gedaan: {expire_all(now)} rijen gewist of leeggemaakt."))
