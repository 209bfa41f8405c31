"""docs/benchmarks.md: for each database a table of each part of the bench, rewritten in place."""

import re
from collections.abc import Sequence
from pathlib import Path

from tests.benchmarks.figure import Figure

HEAD = """# Benchmarks

Written by `make bench`, each part as it ends. It fills a site of its own with generated articles (30 blocks,
3,000 words, 4 pictures, 20 reactions) and measures ratios in one run, as medians of three. What others reach
was measured elsewhere, on machines of this kind with an article of this kind, and stands here to compare
with. Machines differ twofold in speed from day to day: compare figures of one part, not of two.
"""
COLUMNS = ("", "measured", "goal", "", "others")


def table(where: str, figures: Sequence[Figure]) -> str:
    """Return where it was measured, and the table."""
    lines = [where, "", row(COLUMNS), row(["---"] * len(COLUMNS))]
    for figure in figures:
        measured = " — ".join(filter(None, (figure.measured, figure.note)))
        lines.append(row((figure.name, measured, figure.goal, figure.verdict, figure.peer)))
    return "\n".join(lines)


def row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def write(path: Path, database: str, part: str, text: str) -> None:
    """Put `text` in the place of what stands under a part of a database, or at the end; all others stay."""
    there = path.read_text() if path.exists() else ""
    sections = {name: _split(3, rest) for name, rest in _split(2, there).items()}
    sections.setdefault(database, {})[part] = text
    lines = [HEAD]
    for name, parts in sections.items():
        lines.append(f"## {name}\n")
        lines += [f"### {title}\n\n{body.strip()}\n" for title, body in parts.items()]
    path.write_text("\n".join(lines))


def _split(level: int, text: str) -> dict[str, str]:
    """Return what stands under each heading of a level."""
    found = re.split(rf"^{'#' * level} (.+)\n", text, flags=re.MULTILINE)
    return dict(zip(found[1::2], found[2::2], strict=True))
