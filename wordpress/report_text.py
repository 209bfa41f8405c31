"""A report as plain text, to keep or to mail."""

from collections.abc import Iterator

from wordpress.report_tables import OUTCOMES, name_of, rows, what_ended
from wordpress.taking_over.report import Outcome, Report


def as_text(report: Report) -> str:
    return "\n".join(_paragraphs(report)) + "\n"


def _paragraphs(report: Report) -> Iterator[str]:
    yield f"Verhuizing van {report.title or 'een site'} ({report.site or 'adres onbekend'})"
    if report.error:
        yield f"\n{what_ended(report)}"
    yield "\nWat er is gelezen, en wat daarvan is geworden:"
    for row in rows(report):
        parts = [
            f"{count} {name}" for name, count in zip(OUTCOMES.values(), row.counts, strict=True) if count
        ]
        yield f"  {row.name}: {row.read} gelezen = {' + '.join(parts) or '0'}"
    yield f"  Doorverwijzingen van oude adressen: {report.redirects}"
    if report.reasons:
        yield "\nWaarom er iets niet meekwam:"
        for reason, count in sorted(report.reasons.items(), key=lambda pair: -pair[1]):
            yield f"  {count} keer: {reason}"
    for outcome, name in OUTCOMES.items():
        lines = [line for line in report.of(outcome) if line.words or outcome != Outcome.KNOWN]
        if lines:
            yield f"\n{name.capitalize()}:"
            for line in lines:
                words = f": {'; '.join(line.words)}" if line.words else ""
                yield f"  {name_of(line.kind)} {line.old_id} ‘{line.title}’{words}"
