"""`manage.py podcast_import FEED`: take over a podcast from a file or an https address."""

import os
import signal
import threading
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from blog.models import PodcastIndexPage
from blog.podcast import import_work
from blog.podcast.fetching import NotFetched, fetch
from blog.podcast.importing import Outcome, Report, Task, take_over
from blog.podcast.reading import LARGEST, BadFeed, parse


class Command(BaseCommand):
    help = "Neem een podcast over uit een feed. Opnieuw draaien mag: wat je zelf hebt veranderd, blijft zo."
    # Started whenever the coach takes one over: it must be quick to begin, and `make check` runs the checks.
    requires_system_checks: Any = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("feed", nargs="?", help="bestand, of adres dat met https:// begint")
        parser.add_argument(
            "--waiting",
            action="store_true",
            help="neem over wat in de admin klaarstaat, zonder iets te zeggen",
        )
        parser.add_argument("--dry-run", action="store_true", help="alleen laten zien wat er zou gebeuren")
        parser.add_argument(
            "--download", action="store_true", help="haal ook het geluid en de transcripten op"
        )
        parser.add_argument("--page", type=int, help="nummer van het overzicht, als er meer dan één is")

    def handle(
        self,
        *,
        feed: str | None,
        waiting: bool,
        dry_run: bool,
        download: bool,
        page: int | None,
        **options: Any,
    ) -> None:
        if waiting:
            _do_waiting()
            return
        if feed is None:
            raise CommandError("Noem een bestand, of een adres dat met https:// begint.")
        try:
            read = parse(_data(feed))
        except (NotFetched, BadFeed) as error:
            raise CommandError(str(error)) from error
        report = take_over(read, _index(page), Task(dry_run=dry_run, download=download), self._say)
        self._tell(report, dry_run)
        if failed := report.of(Outcome.FAILED):
            raise CommandError(f"{len(failed)} aflevering(en) kwamen niet mee.")

    def _say(self, done: int, total: int, title: str) -> None:
        self.stderr.write(f"{done + 1} van {total}: {title}")

    def _tell(self, report: Report, dry_run: bool) -> None:
        lists = {
            "Zou erbij komen" if dry_run else "Erbij gekomen": report.of(Outcome.NEW),
            "Zou veranderen" if dry_run else "Veranderd": report.of(Outcome.CHANGED),
            "Stond er al": report.of(Outcome.KNOWN),
            "Kwam niet mee": report.of(Outcome.FAILED),
            "Is geen aflevering": report.of(Outcome.LEFT_OUT),
        }
        shown = {"Ingevuld bij de podcast": report.show}
        shown |= {
            heading: [f"{line.title}: {line.words}" if line.words else line.title for line in lines]
            for heading, lines in lists.items()
        }
        for heading, words in shown.items():
            if words:
                self.stdout.write(f"{heading} ({len(words)}):")
                self.stdout.writelines(f"  {line}\n" for line in words)


def _do_waiting() -> None:
    stopping = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stopping.set())
    # Readers go first: on a busy machine this takes what is left.
    os.nice(10)
    import_work.do_waiting(stopping.is_set)


def _data(feed: str) -> bytes:
    if "://" in feed:
        return fetch(feed, LARGEST)
    path = Path(feed)
    try:
        if path.stat().st_size > LARGEST:
            raise BadFeed("Deze feed is te groot: meer dan 20 MB.")
        return path.read_bytes()
    except OSError as error:
        raise CommandError(f"{feed} kan niet worden gelezen: {error.strerror}.") from error


def _index(page: int | None) -> PodcastIndexPage:
    pages = PodcastIndexPage.objects.order_by("path")
    found = pages.filter(pk=page).first() if page else pages.first()
    if found is None:
        raise CommandError("Er is geen overzicht van de podcast. Maak eerst die pagina aan.")
    return found
