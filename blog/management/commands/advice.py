"""manage.py advice: what would help a page, or which pages would gain most."""

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from advice.findings import Finding, Verdict
from advice.judging import gain
from blog.advising.site import Report, findings_of, published, refresh

SHOWN = 20


class Command(BaseCommand):
    help = "Say what would help a page to be found and read; without a slug, which pages would gain most"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("slug", nargs="?", help="of one page, published or not")
        parser.add_argument("--all", action="store_true", help=f"all pages, not just the first {SHOWN}")
        parser.add_argument("--json", action="store_true", help="as JSON, one page a line")

    def handle(self, *args: Any, slug: str | None, **options: Any) -> None:
        if slug is None:
            self._site(options["all"], options["json"])
        else:
            self._page(slug, options["json"])

    def _page(self, slug: str, as_json: bool) -> None:
        pages = published().model.objects.filter(slug=slug, depth__gt=2).specific()
        found = [page for page in pages if hasattr(page, "body")]
        if not found:
            raise CommandError(f"There is no page with a text at {slug!r}.")
        for page in found:
            findings = findings_of(page)
            if as_json:
                self._line(page.slug, page.title, gain(findings), [_whole(finding) for finding in findings])
                continue
            self.stdout.write(f"{page.title}  (winst {gain(findings)})")
            for finding in findings:
                self.stdout.write(f"  {finding.verdict:<10} {finding.message}")
                if finding.verdict is not Verdict.GOOD:
                    for place in finding.places:
                        self.stdout.write(f"             {place.where}: {place.excerpt}".rstrip(": "))

    def _site(self, everything: bool, as_json: bool) -> None:
        refresh()
        report = Report(published())
        rows = report.rows(report.order if everything else report.order[:SHOWN])
        for row in rows:
            if as_json:
                self._line(row.page.slug, row.page.title, row.gain, row.findings)
                continue
            self.stdout.write(f"{row.gain:>4}  {row.page.title}")
            for finding in row.findings[:3]:
                self.stdout.write(f"      {finding['verdict']}: {finding['message']}")
        if not as_json and len(rows) < len(report.order):
            self.stdout.write(f"en nog {len(report.order) - len(rows)} pagina's (--all)")

    def _line(self, slug: str, title: str, total: int, findings: list[dict[str, Any]]) -> None:
        line = {"slug": slug, "title": title, "gain": total, "findings": findings}
        self.stdout.write(json.dumps(line, ensure_ascii=False))


def _whole(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "verdict": str(finding.verdict),
        "message": finding.message,
        "gain": finding.gain,
        "places": [{"where": place.where, "excerpt": place.excerpt} for place in finding.places],
    }
