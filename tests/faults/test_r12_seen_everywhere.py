"""R12: what is published, unpublished or restricted is seen on every node a second after its commit."""

from tests.faults import freshness
from tests.faults.nodes import Site


def test_nothing_stale_a_second_after_a_change(broken_site: Site) -> None:
    nodes = [broken_site.node(), broken_site.node()]
    story = freshness.tell(broken_site, [node.port for node in nodes])
    print(story)
    assert {one.status for one in story.seen} <= {200, 404}
    assert story.stale() == []
