"""Files that were written while loading, so that a failed load leaves none behind."""

from django.core.files.storage import Storage
from django.db.models.fields.files import FieldFile


class SavedFiles:
    def __init__(self) -> None:
        self._saved: list[tuple[Storage, str]] = []

    def add(self, file: FieldFile) -> None:
        self._saved.append((file.storage, str(file.name)))

    def remove(self) -> None:
        """Remove every file that was added, also when one of them is gone already."""
        for storage, name in self._saved:
            storage.delete(name)
