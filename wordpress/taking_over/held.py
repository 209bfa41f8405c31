"""Items that wait for the page above them, which comes later in the file."""

from wordpress.reading.items import Item

# At most so many, with so much text in all.
_MOST, _MOST_SIGNS = 5000, 40_000_000


class Held:
    """Lists are never changed in place: who copied them beforehand can put them back."""

    def __init__(self) -> None:
        self._below: dict[int, list[Item]] = {}
        self._count = self._signs = 0

    @property
    def is_full(self) -> bool:
        return self._count >= _MOST or self._signs > _MOST_SIGNS

    def all(self) -> list[Item]:
        return [item for items in self._below.values() for item in items]

    def hold(self, item: Item) -> None:
        self._below[item.parent] = [*self._below.get(item.parent, ()), item]
        self._count += 1
        self._signs += len(item.content)

    def release(self, old_id: int) -> list[Item]:
        """Return what waited for the item with this id, which waits no longer."""
        items = self._below.pop(old_id, [])
        self._count -= len(items)
        self._signs -= sum(len(item.content) for item in items)
        return items

    def let_go(self, item: Item) -> bool:
        """Let one wait no longer; say whether it did."""
        waiting = self._below.get(item.parent, [])
        if not any(one is item for one in waiting):
            return False
        self._below[item.parent] = [one for one in waiting if one is not item]
        self._count -= 1
        self._signs -= len(item.content)
        return True
