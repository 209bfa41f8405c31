"""Files of the old site in a folder on this machine: wp-content/uploads, however it was copied."""

import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from blog.podcast.fetching import NotFetched

# Where the files are in what people copy: the folder itself, the site, or wp-content.
_WITHIN = ("", "wp-content/uploads", "uploads")
NOT_THERE = "Dit bestand staat niet in de map."


class Folder:
    """Finds files by their path below wp-content/uploads; never outside of the folder."""

    def __init__(self, path: Path) -> None:
        self._root = path.resolve()
        self._starts = [start for part in _WITHIN if (start := self._root / part).is_dir()]
        # What stands in each folder, by its name however it is written.
        self._names: dict[Path, dict[str, str]] = {}

    @property
    def problem(self) -> str:
        return "" if self._root.is_dir() else "Deze map bestaat niet."

    def has(self, names: Iterable[str]) -> bool:
        return self._find(names) is not None

    @contextmanager
    def open(self, names: Iterable[str], address: str, largest: int) -> Iterator[IO[bytes]]:
        """Give the first of `names` that is there. Raises NotFetched, OSError."""
        found = self._find(names)
        if found is None:
            raise NotFetched(NOT_THERE)
        if found.stat().st_size > largest:
            raise NotFetched(f"Dit is te groot: meer dan {largest // 1_000_000} MB.")
        with found.open("rb") as file:
            yield file

    def _find(self, names: Iterable[str]) -> Path | None:
        for name in names:
            for start in self._starts:
                found = self._below(start, name)
                if found is not None:
                    return found
        return None

    def _below(self, start: Path, name: str) -> Path | None:
        parts = name.split("/")
        if any(part in ("", ".", "..") or "\\" in part or "\0" in part for part in parts):
            return None
        place = start
        for part in parts:
            listed = self._listed(place)
            # Two may differ in case alone.
            there = listed.get(part) or listed.get(_folded(part))
            if there is None:
                return None
            place = place / there
        try:
            real = place.resolve(strict=True)
        except (OSError, RuntimeError):
            return None
        # A link may lead anywhere within the folder and nowhere else.
        return real if real.is_relative_to(self._root) and real.is_file() else None

    def _listed(self, place: Path) -> dict[str, str]:
        if place not in self._names:
            try:
                names = sorted(entry.name for entry in place.iterdir())
            except OSError:
                names = []
            self._names[place] = {_folded(name): name for name in names} | {name: name for name in names}
        return self._names[place]


def _folded(name: str) -> str:
    """A disk of another kind of machine wrote accents apart, or forgot about capitals."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())
