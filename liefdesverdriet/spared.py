"""Libraries load what they could use; this leaves out what nobody here does, as it costs memory.

Django REST framework, of which Wagtail's admin uses a little, loads `requests` for its test client,
`pygments` for its pages, and PostgreSQL's driver for its fields. Willow loads a reader of HEIC, which is no
picture of ours, and Beautiful Soup a second parser and two guessers of encodings. Each is written to go
without (docs/decisions/0015).
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module

SPARED = {
    "rest_framework.compat": ("requests", "pygments", "django.contrib.postgres"),
    "willow.plugins.pillow": ("pillow_heif",),
    "bs4": ("lxml", "chardet", "charset_normalizer"),
}


def load_without() -> None:
    """Load each library that could use something without that something, unless it is loaded already."""
    # They look at the settings.
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "liefdesverdriet.settings")
    for name, optional in SPARED.items():
        with _missing(optional):
            import_module(name)


@contextmanager
def _missing(names: tuple[str, ...]) -> Iterator[None]:
    """Let those of `names` that are not loaded yet be impossible to load."""
    hidden = [name for name in names if name not in sys.modules]
    # Python takes None for "there is no such module".
    sys.modules.update(dict.fromkeys(hidden))  # type: ignore[arg-type]
    try:
        yield
    finally:
        for name in hidden:
            del sys.modules[name]
