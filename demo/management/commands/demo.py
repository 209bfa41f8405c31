from typing import Any

from django.core.management.base import BaseCommand, CommandError

from demo.loader.site import is_empty, load

NOT_EMPTY = (
    "Deze site heeft al inhoud; de demosite komt alleen in een lege site. "
    "Kies een andere map met DATA_DIR om de demo toch te bekijken.\n"
    "This site already has content; the demo only loads into an empty one. Nothing was changed."
)


class Command(BaseCommand):
    help = "Load the demo site into an empty site"

    def handle(self, *args: Any, **options: Any) -> None:
        if not is_empty():
            raise CommandError(NOT_EMPTY)
        made = load(self._say if options["verbosity"] else _silently)
        self.stdout.write("Klaar: " + ", ".join(f"{count} {what}" for what, count in made.items()) + ".")

    def _say(self, line: str) -> None:
        self.stdout.write(f"{line} …")
        self.stdout.flush()


def _silently(line: str) -> None:
    """Report nothing."""
