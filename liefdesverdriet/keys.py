"""The site's keys: one for what is signed for a while, one for hashes that have to last.

They are two so that SECRET_KEY may change without a block of an address, or the record of an erasure, losing
whom it is about (docs/operations.md, "Keys").
"""

import os
import tempfile
from pathlib import Path

import environ
from django.core.management.utils import get_random_secret_key

from liefdesverdriet import environment

env = environ.Env()


def secret_key(data_dir: Path) -> str:
    """Return the key from the environment, else from DATA_DIR, where it is made on first use for us alone."""
    if key := env.str("SECRET_KEY", default=""):
        return key
    path = data_dir / "secret_key"
    if not path.exists():
        # A new site, so nothing was hashed before: this key need not follow from the other.
        _keep(data_dir / "hash_key", get_random_secret_key())
        _keep(path, get_random_secret_key())
    return path.read_text().strip()


def fallbacks() -> list[str]:
    """Return the earlier keys, parted by spaces, under which what was signed stays good for now."""
    return env.str("SECRET_KEY_FALLBACKS", default="").split()


def hash_key(data_dir: Path, secret_key: str) -> str:
    """Return the key of lasting hashes: from the environment, else from DATA_DIR.

    A site from before there were two keys has hashed with SECRET_KEY: that is what is put down there.
    """
    if key := env.str("HASH_KEY", default=""):
        return key
    path = data_dir / "hash_key"
    if not path.exists():
        _keep(path, secret_key)
    return path.read_text().strip()


def _keep(path: Path, key: str) -> None:
    """Write a key down where none is yet, whole or not at all: several processes may start at once."""
    environment.writable_folder(path.parent)
    descriptor, unfinished = tempfile.mkstemp(dir=path.parent, prefix=".key-")
    try:
        with os.fdopen(descriptor, "w") as file:
            file.write(key)
            file.flush()
            os.fsync(file.fileno())
        os.link(unfinished, path)
    except FileExistsError:
        pass
    finally:
        os.unlink(unfinished)
