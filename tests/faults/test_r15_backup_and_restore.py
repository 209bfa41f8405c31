"""Guarantee R15: a backup made under write load is whole, goes back by one command, brings nobody back."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest

from tests.faults.nodes import Node, Site
from tests.running_site import ROOT, OwnDatabase

KEY = "een sleutel die nergens anders voor dient"
WRITERS = 4
BEFORE = 12
ERASE = "from privacy.erasures import erase; erase('lezer0@voorbeeld.example')"
BESIDE = """
from django.utils import timezone
from operations.nightly import keep_journal
keep_journal(timezone.now())
"""


@pytest.fixture
def empty_site(broken_site: Site, tmp_path: Path) -> Iterator[Site]:
    """A place to restore into: no files, and no tables."""
    url = os.environ.get("DATABASE_URL", "")
    database = OwnDatabase(url, "restored") if broken_site.database_url else None
    if database:
        database.drop()
        database.create()
    site = replace(
        broken_site, data_dir=tmp_path / "restored", database_url=database.url if database else "", nodes=[]
    )
    try:
        yield site
    finally:
        for node in site.nodes:
            node.stop()
        if database:
            database.drop()


def command(site: Site, *arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(ROOT / "manage.py"), *arguments],
        env={**site.environment(), "BACKUP_KEY": KEY, **settings},
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )


def write_on(node: Node, writer: int, over: Event) -> list[str]:
    """Sign up and leave files, until it is over; return who was acknowledged."""
    acknowledged = []
    media = node.site.data_dir / "media" / "bijlage"
    media.mkdir(parents=True, exist_ok=True)
    number = 0
    while not over.is_set():
        address = f"schrijver{writer}-{number}@voorbeeld.example"
        if node.sign_up(address) == 303:
            acknowledged.append(address)
        file = media / f"{writer}-{number}.bin"
        file.write_bytes(os.urandom(40_000))
        if number:
            # What the backup has seen in the folder may be gone when it comes to it.
            (media / f"{writer}-{number - 1}.bin").unlink()
        number += 1
    return acknowledged


def addresses(site: Site) -> set[str]:
    return {email for (email,) in site.rows("SELECT email FROM leads_subscriber")}


def everything(site: Site) -> bytes:
    """Return all that a site holds of people, as text."""
    tables = (
        "leads_subscriber",
        "post_office_email",
        "comments_comment",
        "comments_commentauthor",
        "leads_signup",
    )
    return "".join(repr(site.rows(f"SELECT * FROM {table}")) for table in tables).encode()  # noqa: S608


def test_r15_backup_under_load_is_whole_and_erased_people_stay_erased(
    broken_site: Site, empty_site: Site, tmp_path: Path
) -> None:
    backups = tmp_path / "backups"
    node = broken_site.node()
    before = {f"lezer{number}@voorbeeld.example" for number in range(BEFORE)}
    assert {node.sign_up(address) for address in sorted(before)} == {303}
    over = Event()
    with ThreadPoolExecutor(WRITERS) as pool:
        writing = [pool.submit(write_on, node, writer, over) for writer in range(WRITERS)]
        try:
            made = command(broken_site, "backup", str(backups), "--keep", "2")
        finally:
            over.set()
        written = {address for one in writing for address in one.result()}
    print(made.stdout, made.stderr)
    assert made.returncode == 0, made.stderr
    assert len(written) >= WRITERS
    (backup,) = backups.glob("site-*.backup")
    # Nobody can be read in it.
    assert b"lezer0" not in backup.read_bytes()

    # Somebody is erased after the backup; the scheduler lays that beside it.
    assert command(broken_site, "shell", "--no-imports", "-c", ERASE).returncode == 0
    laid = command(broken_site, "shell", "--no-imports", "-c", BESIDE, BACKUP_DIR=str(backups))
    assert laid.returncode == 0, laid.stderr

    restored = command(empty_site, "restore", str(backups))
    print(restored.stdout, restored.stderr)
    assert restored.returncode == 0, restored.stderr
    assert empty_site.is_sound()
    found = addresses(empty_site)
    assert before - {"lezer0@voorbeeld.example"} <= found <= before | written
    assert b"lezer0@" not in everything(empty_site)
    # What is written together is there together: no sign-up without its mail.
    counts = [empty_site.count(table) for table in ("leads_subscriber", "leads_signup")]
    assert counts[0] == counts[1] == len(found)
    assert empty_site.count("post_office_email") == empty_site.count("mailing_delivery") == len(found)
    for key in ("secret_key", "hash_key"):
        assert (empty_site.data_dir / key).read_text() == (broken_site.data_dir / key).read_text()
    assert not [path for path in empty_site.data_dir.iterdir() if path.name.startswith(".")]

    # It runs, and ids go on where they were. Static files are made anew by `make run`.
    shutil.copytree(broken_site.data_dir / "static", empty_site.data_dir / "static")
    again = empty_site.node()
    assert again.ask("/").status == 200
    assert again.sign_up("nieuw@voorbeeld.example") == 303

    # A site that is there is not overwritten unasked, and stays as it is where the backup is no good.
    again.stop()
    there = addresses(empty_site)
    refused = command(empty_site, "restore", str(backups))
    assert "There is a site already" in refused.stderr
    broken = backups / "broken.backup"
    data = bytearray(backup.read_bytes())
    data[len(data) // 2] ^= 1
    broken.write_bytes(data)
    damaged = command(empty_site, "restore", str(broken), "--replace")
    assert damaged.returncode == 1
    assert "damaged" in damaged.stderr
    assert addresses(empty_site) == there
    replaced = command(empty_site, "restore", str(backup), "--replace")
    assert replaced.returncode == 0, replaced.stderr
    assert addresses(empty_site) == found
