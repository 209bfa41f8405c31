"""Guarantee S11: no regular expression of ours takes long, however hostile the text.

Four times the text may take about four times the time; what is quadratic takes sixteen times as much.
Measured in this process's own time, so that a busy machine changes nothing; and only where it can be
measured at all.
"""

import ast
import importlib
import pkgutil
import re
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType

import pytest

APPS = ["blog", "comments", "guard", "images", "leads", "liefdesverdriet", "mailing", "pagecache"]
# Reads our own style sheets and scripts, while they are put together.
OWN_FILES = ["liefdesverdriet.storage"]
# A form takes no longer text than this in one field; most take far less.
LENGTH = 5_000
# Less than this is no attack, and too little to measure well.
NOTICEABLE = 0.02
ALLOWED_RATIO = 9
SIGNS = [*"aAé01 \t\n\u00a0.-@'’/+_*([<…"]
PIECES = [
    *SIGNS,
    *(
        "a@",
        "a.",
        "a-",
        "a'",
        "a ",
        "A ",
        "0 ",
        "0-",
        "+0",
        "(0",
        "1 1",
        "Aa",
        "a*",
        "a@a.",
        "-a.",
        "\n ",
        " \n",
    ),
    *("http://", "www.", "www.a.", "https://a@", "//", "[url", "<a ", "{a|", "/*", "/* a", "*/", '<a id="'),
    *(
        "Van der ",
        "laan van ",
        "NL00 0000 ",
        "telegram ",
        "@a ",
        "a (at) ",
        "a [dot] ",
        "mailto:",
        "straat 1",
    ),
]
ENDINGS = ["\x00", "@"]


def modules() -> Iterator[ModuleType]:
    for app in APPS:
        package = importlib.import_module(app)
        yield package
        for found in pkgutil.walk_packages(package.__path__, f"{app}."):
            if not any(part in found.name for part in (".migrations", ".management", *OWN_FILES)):
                yield importlib.import_module(found.name)


def patterns() -> dict[str, re.Pattern[str]]:
    """Return every pattern of our modules: kept under a name, or written where it is used."""
    found: dict[str, re.Pattern[str]] = {}
    for module in modules():
        for name, value in vars(module).items():
            for pattern in _patterns_in(value):
                found.setdefault(f"{pattern.pattern}{pattern.flags}", pattern)
                found[f"{module.__name__}.{name}"] = found.pop(f"{pattern.pattern}{pattern.flags}")
        for pattern in _written_in(Path(module.__file__ or "")):
            found[f"{module.__name__}: {pattern.pattern[:40]}"] = pattern
    return found


def _patterns_in(value: object) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _patterns_in(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _patterns_in(inner)


def _written_in(path: Path) -> Iterator[re.Pattern[str]]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args):
            continue
        of_re = isinstance(node.func.value, ast.Name) and node.func.value.id == "re"
        first = node.args[0]
        # What is compiled stands under a name, with its flags.
        if (
            of_re
            and node.func.attr != "compile"
            and isinstance(first, ast.Constant)
            and isinstance(first.value, str)
        ):
            yield re.compile(first.value)


class _TooLongError(Exception):
    pass


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Raise _TooLongError after so many seconds of this process's own time, also from within a match."""

    def stop(*args: object) -> None:
        raise _TooLongError

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def seconds(pattern: re.Pattern[str], text: str) -> float:
    began = time.process_time()
    for _ in pattern.finditer(text):
        pass
    return time.process_time() - began


def is_slow(pattern: re.Pattern[str], piece: str, ending: str) -> bool:
    """Say whether four times the text takes far more than four times the time, three times in a row."""
    return all(_seems_slow(pattern, piece, ending) for _ in range(3))


def _seems_slow(pattern: re.Pattern[str], piece: str, ending: str) -> bool:
    def text(length: int) -> str:
        return piece * (length // len(piece)) + ending

    try:
        with at_most(1):
            if seconds(pattern, text(LENGTH)) < NOTICEABLE:
                return False
            # The best of three, against a processor that slept.
            whole = min(seconds(pattern, text(LENGTH)) for _ in range(3))
            quarter = min(seconds(pattern, text(LENGTH // 4)) for _ in range(3))
    except _TooLongError:
        return True
    return whole > NOTICEABLE and whole > ALLOWED_RATIO * quarter


@pytest.mark.parametrize(("name", "pattern"), sorted(patterns().items()), ids=str)
def test_no_pattern_is_slow(name: str, pattern: re.Pattern[str]) -> None:
    assert [(piece, end) for piece in PIECES for end in ENDINGS if is_slow(pattern, piece, end)] == []


@pytest.mark.parametrize("bad", [r"(a+)+$", r"\s+$", r"(a|a)*!"])
def test_the_measure_finds_what_is_slow(bad: str) -> None:
    assert any(is_slow(re.compile(bad), piece, "\x00") for piece in ("a", " "))
