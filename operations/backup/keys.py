"""What both commands need: the key that somebody gives, and sentences for what goes wrong."""

import argparse
import sys
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import CommandError

from operations.backup.sealing import BadKey, check_key


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--key-file", type=Path, help="A file whose first line is the key; without it BACKUP_KEY is."
    )


def key_from(options: dict[str, Any]) -> str:
    """Return the key, "" where none was given. Raises CommandError where it is no good."""
    path: Path | None = options["key_file"]
    try:
        key = path.read_text().partition("\n")[0].strip() if path else settings.BACKUP_KEY
        return check_key(key) if key or path else ""
    except (OSError, UnicodeError) as error:
        raise CommandError(f"The key can't be read from {path}: {error}.") from error
    except BadKey as error:
        raise CommandError(str(error)) from error


def sentence(error: Exception) -> str:
    """Return what an error of the system says, with the file that it is about."""
    if isinstance(error, OSError) and error.strerror:
        return f"{error.strerror}: {error.filename}." if error.filename else f"{error.strerror}."
    return str(error)


def interrupt(*_: object) -> None:
    """End as after Ctrl-C: what is half-made is taken away."""
    sys.exit("Stopped; nothing was left half-made.")
