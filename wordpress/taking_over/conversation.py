"""Who answers whom on the old site, where an export leaves out, repeats and goes in circles."""

from collections.abc import Collection, Iterable, Mapping

from wordpress.reading.items import Reaction


def parents_here(reactions: Iterable[Reaction], here: Collection[int]) -> dict[int, int]:
    """Return for each of `here` which of them it answers, 0 for none.

    An answer to what is not here goes to what that answered, else to the top. Circles begin with the oldest.
    """
    above = _without_circles(list(reactions))
    found: dict[int, int] = {}
    for start in above:
        way: list[int] = []
        at = start
        while at not in found:
            way.append(at)
            parent = above.get(at, 0)
            if not parent or parent in here:
                found[at] = parent if parent in here else 0
                break
            at = parent
        found |= dict.fromkeys(way, found[at])
    return {old_id: parent for old_id, parent in found.items() if old_id in here}


def roots(parents: Mapping[int, int], known: Collection[int]) -> dict[int, int]:
    """Return for each which one its conversation begins with; of those `known` that is known elsewhere."""
    found: dict[int, int] = {}
    for start in parents:
        way: list[int] = []
        at = start
        while at not in found:
            way.append(at)
            if at in known or not parents.get(at, 0):
                found[at] = at
                break
            at = parents[at]
        found |= dict.fromkeys(way, found[at])
    return found


def _without_circles(reactions: list[Reaction]) -> dict[int, int]:
    above = {one.id: one.parent for one in reactions}
    age = {
        one.id: (one.created_at.timestamp() if one.created_at else float("inf"), one.id) for one in reactions
    }
    done: set[int] = set()
    for start in above:
        way: dict[int, None] = {}
        at = start
        while at in above and at not in done and at not in way:
            way[at] = None
            at = above[at]
        if at in way:
            passed = list(way)
            above[min(passed[passed.index(at) :], key=age.__getitem__)] = 0
        done |= way.keys()
    return above
