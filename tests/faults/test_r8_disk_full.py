"""Guarantee R8: a full disk loses and breaks nothing, and the site goes on when there is room again."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest

from tests.faults.nodes import Answer, Node, Site
from tests.running_site import wait_until

MEGABYTES = 12
WORDS = "Dit schreef ik terwijl de schijf vol was, en ik wil het niet kwijt."
# What SQLite still has room for in files that it has already.
MOST = 400


@pytest.fixture
def small_disk(broken_site: Site, tmp_path: Path) -> Iterator[Site]:
    """The site on a disk of its own with little room."""
    if broken_site.database_url:
        pytest.skip("R8 was left out: the disk of PostgreSQL is its own; run it on SQLite.")
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={MEGABYTES}m", "tmpfs", str(disk)]
    if os.geteuid() or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("R8 was left out: only root can make a small disk (mount -t tmpfs).")
    try:
        for entry in broken_site.data_dir.iterdir():
            if entry.name == "static":
                (disk / "static").symlink_to(entry)
            elif entry.is_dir():
                shutil.copytree(entry, disk / entry.name)
            else:
                shutil.copy2(entry, disk)
        broken_site.data_dir = disk
        yield broken_site
    finally:
        for node in broken_site.nodes:
            node.stop()
        subprocess.run(["umount", "-l", str(disk)], check=True)


def fill(disk: Path) -> Path:
    filler = disk / "filler"
    with filler.open("wb", buffering=0) as file:
        for size in (65_536, 4_096):
            try:
                while True:
                    file.write(bytes(size))
            except OSError:
                continue
    return filler


def react(node: Node, text: str) -> Answer:
    values = {"name": "Hanne", "email": "hanne@voorbeeld.example", "text": text, "stamp": node.site.stamp}
    return node.ask(f"/reacties/{node.site.article}/plaatsen/", {**values, "website": "", "parent": ""})


def test_r8_full_disk_is_told_and_nothing_is_lost(small_disk: Site) -> None:
    node = small_disk.node()
    front = node.ask("/")
    assert front.status == 200
    assert react(node, "De eerste.").status == 303
    acknowledged = 1

    filler = fill(small_disk.data_dir)
    answer = Answer(303)
    for number in range(MOST):
        answer = react(node, f"{WORDS} {number}")
        if answer.status != 303:
            break
        acknowledged += 1
        fill(small_disk.data_dir)
    assert answer.status == 503, answer.status
    page = unescape(answer.body.decode())
    assert "Het is nog niet verstuurd" in page
    assert WORDS in page
    assert 'value="hanne@voorbeeld.example"' in page
    assert node.sign_up("noor@voorbeeld.example") == 503
    # Who only reads notices nothing; who watches is told.
    assert node.ask("/").body == front.body
    assert node.ask("/livez").status == 200
    ready = node.ask("/readyz")
    assert (ready.status, ready.body) == (503, b"nothing can be written in DATA_DIR\n")
    with pytest.raises(AssertionError, match="The backup was not made"):
        small_disk.run("backup", str(small_disk.data_dir / "backups"), "--plain")
    left = [path for path in small_disk.data_dir.rglob("*") if "backup" in path.name and path.is_file()]
    assert left == []

    filler.unlink()
    wait_until(lambda: node.ask("/readyz").status == 200, 30, "there is room again")
    # The page that came back is sent as it is.
    fields = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', page))
    sent = node.ask(f"/reacties/{small_disk.article}/plaatsen/", {**fields, "text": WORDS})
    assert sent.status == 303
    assert node.sign_up("noor@voorbeeld.example") == 303
    assert small_disk.count("comments_comment") == acknowledged + 1
    assert small_disk.count("leads_subscriber") == 1
    assert small_disk.is_sound()
