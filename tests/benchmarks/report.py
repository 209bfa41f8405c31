"""docs/benchmarks.md: a table for each database, rewritten in place."""

import re
from collections.abc import Sequence
from pathlib import Path

from tests.benchmarks.figure import Figure

HEAD = """# Benchmarks

Written by `make bench`. It fills a site of its own with generated articles (30 blocks, 3,000 words, 4
pictures, 20 reactions) and measures ratios in one run, as medians of three. What others reach was measured
elsewhere, on machines of this kind with an article of this kind, and stands here to compare with.
"""
COLUMNS = ("", "measured", "goal", "", "others")


def section(heading: str, where: Sequence[str], figures: Sequence[Figure]) -> str:
    """Return a section of the document: where it was measured, and the table."""
    lines = [f"## {heading}", "", *(f"- {line}" for line in where), ""]
    lines += [row(COLUMNS), row(["---"] * len(COLUMNS))]
    for figure in figures:
        measured = " — ".join(filter(None, (figure.measured, figure.note)))
        lines.append(row((figure.name, measured, figure.goal, figure.verdict, figure.peer)))
    return "\n".join(lines) + "\n"


def row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def write(path: Path, heading: str, text: str) -> None:
    """Put a section in the place of the one with its heading, or at the end; all others stay."""
    there = path.read_text() if path.exists() else HEAD
    sections = {
        found.splitlines()[0].removeprefix("## "): found.rstrip() + "\n"
        for found in re.split(r"^(?=## )", there, flags=re.MULTILINE)[1:]
    }
    sections[heading] = text
    path.write_text("\n".join([HEAD, *sections.values()]))
