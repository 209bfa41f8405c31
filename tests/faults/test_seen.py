"""What becomes of views of gifts that a server has counted and not yet written."""

import signal

import pytest

from tests.faults.nodes import Node, Site
from tests.running_site import wait_until

TIMES = 5


def tell(node: Node) -> None:
    magnet = node.site.rows("SELECT id FROM leads_leadmagnet")[0][0]
    for _ in range(TIMES):
        assert node.ask("/aanmelden/gezien/", {"gezien": f"{magnet}.{node.site.article}.end"}).status == 204


def counted(site: Site) -> list[tuple]:
    return site.rows("SELECT page, placement, count FROM leads_magnetview")


def test_server_that_is_asked_to_stop_writes_them_first(broken_site: Site) -> None:
    node = broken_site.node()
    tell(node)
    assert counted(broken_site) == [], "written half a minute later, or at the end"
    assert node.process
    node.process.send_signal(signal.SIGTERM)
    node.process.wait(30)
    assert counted(broken_site) == [(broken_site.article, "end", TIMES)]


def test_server_that_runs_writes_them_now_and_then_and_a_kill_takes_no_more(
    broken_site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIFT_SEEN_SECONDS", "0.2")
    node = broken_site.node()
    tell(node)
    expected = [(broken_site.article, "end", TIMES)]
    wait_until(lambda: counted(broken_site) == expected, 30, "the views are written")
    node.kill()
    assert counted(broken_site) == expected
    assert broken_site.is_sound()
