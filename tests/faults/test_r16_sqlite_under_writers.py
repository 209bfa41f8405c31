"""Guarantee R16: eight writers, a mail worker and backups at once on SQLite: none finds the database locked.

R16_SECONDS says for how long (15; the guarantee is given for 60).
"""

import os
import subprocess
import sys
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.faults.nodes import Node, Site
from tests.faults.workers import SENT
from tests.running_site import ROOT, wait_until

SECONDS = int(os.environ.get("R16_SECONDS", "15"))
WRITERS = 8


def write_on(node: Node, writer: int, deadline: float) -> Counter[int]:
    answers: Counter[int] = Counter()
    while time.monotonic() < deadline:
        number = answers.total()
        if number % 2:
            answers[node.react(f"Woord {number} van schrijver {writer}.")] += 1
        else:
            answers[node.sign_up(f"lezer{writer}-{number}@voorbeeld.example")] += 1
    return answers


def back_up_on(site: Site, folder: Path, deadline: float) -> int:
    made = 0
    while time.monotonic() < deadline:
        site.run("backup", str(folder), "--plain", "--keep", "1")
        made += 1
    return made


def test_r16_nobody_finds_the_database_locked(broken_site: Site, tmp_path: Path) -> None:
    if broken_site.database_url:
        pytest.skip("R16 was left out: it is about SQLite.")
    nodes = [broken_site.node(), broken_site.node()]
    log = tmp_path / "worker.log"
    with log.open("w") as stream:
        worker = subprocess.Popen(
            [sys.executable, str(ROOT / "manage.py"), "worker"],
            env=broken_site.environment(),
            stdin=subprocess.DEVNULL,
            stdout=stream,
            stderr=stream,
        )
        try:
            assert nodes[0].sign_up("eerste@voorbeeld.example") == 303
            wait_until(lambda: broken_site.count("post_office_email", SENT) == 1, 300, "the worker is at it")
            deadline = time.monotonic() + SECONDS
            with ThreadPoolExecutor(WRITERS + 1) as pool:
                writing = [
                    pool.submit(write_on, nodes[writer % 2], writer, deadline) for writer in range(WRITERS)
                ]
                backing_up = pool.submit(back_up_on, broken_site, tmp_path / "backups", deadline)
                answers = sum((one.result() for one in writing), Counter())
                backups = backing_up.result()
        finally:
            worker.terminate()
            worker.wait(60)
    sent = broken_site.count("post_office_email", SENT) - 1
    print(f"{SECONDS} s: {answers.total()} posts, {sent} mails sent, {backups} backups")
    assert set(answers) == {303}
    assert broken_site.count("leads_signup") + broken_site.count("comments_comment") == answers.total() + 1
    assert sent
    assert backups
    assert "locked" not in log.read_text()
    assert broken_site.is_sound()
