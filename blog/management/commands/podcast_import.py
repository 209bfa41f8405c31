"""`manage.py podcast_import FEED`: take over a podcast from a file or an https address."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from blog.models import PodcastIndexPage
from blog.podcast.fetching import NotFetched, fetch
from blog.podcast.importing import Report, take_over
from blog.podcast.reading import LARGEST, BadFeed, parse


class Command(BaseCommand):
    help = "Neem een podcast over uit een feed. Opnieuw draaien mag: wat er al is, blijft zoals het is."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("feed", help="bestand, of adres dat met https:// begint")
        parser.add_argument("--dry-run", action="store_true", help="alleen laten zien wat er zou gebeuren")
        parser.add_argument(
            "--download", action="store_true", help="haal ook het geluid en de transcripten op"
        )
        parser.add_argument("--page", type=int, help="nummer van het overzicht, als er meer dan één is")

    def handle(self, *, feed: str, dry_run: bool, download: bool, page: int | None, **options: Any) -> None:
        try:
            read = parse(_data(feed))
        except (NotFetched, BadFeed) as error:
            raise CommandError(str(error)) from error
        report = take_over(read, _index(page), dry_run=dry_run, download=download, progress=self.stderr.write)
        self._tell(report, dry_run)
        if report.failed:
            raise CommandError(f"{len(report.failed)} aflevering(en) kwamen niet mee.")

    def _tell(self, report: Report, dry_run: bool) -> None:
        lists = {
            "Ingevuld bij de podcast": report.show,
            "Zou erbij komen" if dry_run else "Erbij gekomen": report.added,
            "Stond er al": report.known,
            "Kwam niet mee": report.failed,
            "Let op": report.remarks,
        }
        for heading, lines in lists.items():
            if lines:
                self.stdout.write(f"{heading} ({len(lines)}):")
                self.stdout.writelines(f"  {line}\n" for line in lines)


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
