"""`manage.py import_wordpress EXPORT.xml`: take over a WordPress site, or what changed there since."""

import csv
import json
import os
import time
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from leads.models import LeadMagnet
from wordpress.reading.items import BadExport
from wordpress.report_text import as_text
from wordpress.taking_over.progress import Progress
from wordpress.taking_over.report import Outcome, Report
from wordpress.taking_over.run import take_over
from wordpress.taking_over.task import AuthorChoice, Options, Task

# Exit codes beside 1, which is any CommandError: it was broken off, or the file was.
STOPPED, BROKEN = 130, 3
MOST_LINES = 300
_SECONDS_BETWEEN, _BAR = 0.5, 24
_YES = frozenset({"ja", "yes", "1", "true", "x"})


class Command(BaseCommand):
    help = (
        "Neem een site van WordPress over uit een export. Opnieuw draaien mag: wat er is, blijft; wat daar "
        "veranderde, volgt; wat hier is aangepast, blijft zoals het is."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("export", type=Path, help="het bestand van WordPress (.xml)")
        parser.add_argument(
            "--media", default="", help="map wp-content/uploads, of het adres van de oude site"
        )
        parser.add_argument("--dry-run", action="store_true", help="alleen laten zien wat er zou gebeuren")
        parser.add_argument(
            "--parent", choices=("blog", "home"), default="blog", help="waar berichten onder komen"
        )
        parser.add_argument("--authors", type=Path, help="csv met de kolommen login;naam;gebruiker")
        parser.add_argument("--limit", type=int, default=0, help="hooguit zoveel berichten en pagina's")
        parser.add_argument(
            "--leave-out",
            nargs="+",
            action="extend",
            default=[],
            metavar="KIND",
            help="soorten die wegblijven",
        )
        parser.add_argument(
            "--gift",
            action="append",
            default=[],
            metavar='"thrive_leads 12=slug"',
            help="welke weggever er in de plaats van een shortcode komt",
        )
        parser.add_argument("--without-trash", action="store_true", help="laat de prullenbak daar")
        parser.add_argument(
            "--overwrite", action="store_true", help="ook wat hier is aangepast volgt de export"
        )
        parser.add_argument(
            "--allow-private-network", action="store_true", help="bestanden mogen van een eigen netwerk komen"
        )
        parser.add_argument("--report", type=Path, help="map waar het verslag in komt, als JSON en als tekst")

    def handle(self, **options: Any) -> None:
        path: Path = options["export"]
        if not path.is_file():
            raise CommandError(f"{path} is geen bestand.")
        task = Task(
            Options(
                parent=options["parent"],
                media=options["media"],
                limit=max(options["limit"], 0),
                authors=read_authors(options["authors"]) if options["authors"] else {},
                gifts=dict(map(_gift, options["gift"])),
                leave_out=frozenset(options["leave_out"]),
                with_trash=not options["without_trash"],
                overwrite=options["overwrite"],
                allow_inside=options["allow_private_network"],
            ),
            dry_run=options["dry_run"],
        )
        bar = _Bar(self)
        try:
            report = take_over(path, task, bar)
        except BadExport as error:
            raise CommandError(str(error)) from error
        except KeyboardInterrupt:
            bar.end()
            self.stderr.write("Gestopt. Wat er al is, staat er; draai het opnieuw om verder te gaan.")
            raise SystemExit(STOPPED) from None
        except OSError as error:
            raise CommandError(f"{error.filename or path}: {error.strerror}.") from error
        bar.end()
        self.stdout.write(_shown(report))
        if options["report"]:
            write_report(report, options["report"])
        if report.error:
            raise CommandError(report.error, returncode=BROKEN)
        if failed := len(report.of(Outcome.FAILED)):
            raise CommandError(f"{failed} onderdelen kwamen niet mee; het verslag zegt waarom.")


def write_report(report: Report, folder: Path) -> None:
    """Write the report as JSON and as text, with all its lines. Only the owner may read them."""
    folder.mkdir(parents=True, exist_ok=True)
    everything = report.as_data() | {"lines": [_line(line) for line in report.lines]}
    texts = {
        "verslag.json": json.dumps(everything, ensure_ascii=False, indent=1),
        "verslag.txt": as_text(report),
    }
    for name, text in texts.items():
        part = folder / f"{name}.part"
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
            file.write(text)
        part.replace(folder / name)


def read_authors(path: Path) -> dict[str, AuthorChoice]:
    """Read who is who: `login;naam;gebruiker`, the last one "ja" for a user. Raises CommandError."""
    try:
        text = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise CommandError(f"{path} kan niet worden gelezen als tekst in UTF-8.") from error
    rows = csv.DictReader(text.splitlines(), delimiter=";" if ";" in text.partition("\n")[0] else ",")
    if "login" not in (rows.fieldnames or ()):
        raise CommandError(f"{path} heeft geen kolom ‘login’ in de eerste regel.")
    return {
        login: AuthorChoice((row.get("naam") or login).strip(), user=_is_yes(row.get("gebruiker")))
        for row in rows
        if (login := (row["login"] or "").strip())
    }


def _shown(report: Report) -> str:
    """Return the report for a terminal: nobody reads ten thousand lines there."""
    lines = as_text(report).splitlines()
    if len(lines) <= MOST_LINES:
        return "\n".join(lines)
    return "\n".join([*lines[:MOST_LINES], f"… en {len(lines) - MOST_LINES} regels meer: zie --report."])


def _gift(text: str) -> tuple[str, int]:
    shortcode, _, slug = text.rpartition("=")
    gift = LeadMagnet.objects.filter(slug=slug.strip()).values_list("pk", flat=True).first()
    if not shortcode.strip() or gift is None:
        raise CommandError(f'‘{text}’: schrijf het zo: "thrive_leads 12=slug-van-de-weggever".')
    return " ".join(shortcode.split()), gift


def _is_yes(text: str | None) -> bool:
    return (text or "").strip().lower() in _YES


def _line(line: Any) -> dict[str, Any]:
    return {name: getattr(line, name) for name in line.__slots__}


class _Bar:
    """A progress bar on a terminal; silence anywhere else."""

    def __init__(self, command: BaseCommand) -> None:
        self._out = command.stderr
        self._is_shown = bool(self._out.isatty())
        self._shown_at = 0.0

    def __call__(self, progress: Progress) -> None:
        now = time.monotonic()
        if not self._is_shown or now - self._shown_at < _SECONDS_BETWEEN:
            return
        self._shown_at = now
        share = progress.done / progress.total if progress.total else 0.0
        bar = "#" * round(share * _BAR)
        left = f", nog {int(progress.seconds_left // 60)}:{int(progress.seconds_left % 60):02}"
        line = (
            f"[{bar:<{_BAR}}] {progress.done} van {progress.total}, {progress.rate:.0f}/s"
            f"{left if progress.rate else ''} · {progress.phase}: {progress.title}"
        )
        self._out.write(f"\r\x1b[K{line[:110]}", ending="")

    def end(self) -> None:
        if self._is_shown:
            self._out.write("\r\x1b[K", ending="")
