"""What waits on the old site for something that is not here yet, with its line in the report."""

from wordpress.reading.items import Item
from wordpress.taking_over.known import Known
from wordpress.taking_over.report import Line


class Waiting:
    """Items of which links or pictures lead to what comes later in the file, or never."""

    def __init__(self, known: Known) -> None:
        self._known = known
        self._items: dict[int, tuple[Line, list[str]]] = {}
        # Addresses of files that stand in texts alone.
        self.loose: set[str] = set()

    def note(self, item: Item, addresses: list[str], line: Line) -> None:
        """Let an item wait for these addresses of the old site, and no longer for others."""
        if not addresses:
            self._items.pop(item.id, None)
            return
        self._items[item.id] = (line, addresses)
        for address in addresses:
            if "/wp-content/uploads/" in address and not self._known.attachment_of(address):
                self.loose.add(address)

    def line_of(self, old_id: int) -> Line | None:
        """Return the line of an item that waits, None of one that does not."""
        return self._items[old_id][0] if old_id in self._items else None

    def settled(self) -> set[int]:
        """Return the ids of items that wait for what has come since."""
        return {
            old_id
            for old_id, (_, addresses) in self._items.items()
            if any(map(self._known.is_settled, addresses))
        }
