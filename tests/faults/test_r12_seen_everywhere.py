"""Guarantee R12: what is published, unpublished or restricted is seen everywhere in a second."""

from tests.faults import freshness
from tests.faults.nodes import Node, Site


def test_r12_nothing_stale_a_second_after_a_change_at_two_machines(
    broken_site: Site, machines: list[Node]
) -> None:
    story = freshness.tell(broken_site, [node.port for node in machines])
    print(story)
    assert {one.status for one in story.seen} <= {200, 404}
    assert story.stale() == []
