"""Where figures were measured: the machine, the day, and the versions of what matters."""

import os
import platform
import re
import shutil
import subprocess
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from tests.benchmarks.ready_file import nginx
from tests.conftest import chromium

PACKAGES = ("django", "wagtail", "granian")


def machine() -> str:
    """Return cores, memory and processor in one line."""
    model = re.search(r"^model name\s*:\s*(.+)$", Path("/proc/cpuinfo").read_text(), re.MULTILINE)
    memory = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") / 2**30
    processor = model[1] if model else platform.machine()
    return f"{len(os.sched_getaffinity(0))} cores of {processor}, {memory:.0f} GB, Linux {platform.release()}"


def day() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%d")


def versions(database: str) -> str:
    """Return names with versions; programs that are not there are left out."""
    found = [f"Python {platform.python_version()}"]
    found += [f"{name.capitalize()} {version(name)}" for name in PACKAGES]
    found.append(database)
    for name, program, argument in (
        ("nginx", nginx(), "-v"),
        ("wrk", shutil.which("wrk"), "-v"),
        ("Chromium", chromium(), "--version"),
    ):
        if program:
            found.append(f"{name} {_version_of(program, argument)}")
    return ", ".join(found)


def _version_of(program: str, argument: str) -> str:
    ran = subprocess.run([program, argument], capture_output=True, text=True, check=False)
    found = re.search(r"\d+(?:\.\d+)+", ran.stdout + ran.stderr)
    return found[0] if found else "?"


def database() -> str:
    """Return the name and version of the database that Django is set up with."""
    from django.db import connection

    connection.ensure_connection()
    if connection.vendor == "sqlite":
        import sqlite3

        return f"SQLite {sqlite3.sqlite_version}"
    return f"PostgreSQL {connection.pg_version // 10_000}.{connection.pg_version % 10_000}"  # type: ignore[attr-defined]


if __name__ == "__main__":
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "liefdesverdriet.settings")
    django.setup()
    print(database())
