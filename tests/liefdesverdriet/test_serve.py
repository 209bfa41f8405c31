"""`manage.py serve` as a person runs it: its words when it cannot start, what a later start leaves alone."""

import json
import socket
import subprocess
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.running_site import RunningSite, free_port, manage


def _refused(result: subprocess.CompletedProcess[str]) -> str:
    """Return the one sentence that a start ended with."""
    assert result.returncode == 1, result.stdout + result.stderr
    assert "Traceback" not in result.stderr
    lines = result.stderr.strip().splitlines()
    assert len(lines) == 1, result.stderr
    return lines[0]


@pytest.fixture
def taken_port() -> Iterator[int]:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        yield listener.getsockname()[1]


def test_taken_port_is_named_with_a_way_out(tmp_path: Path, taken_port: int) -> None:
    sentence = _refused(manage("serve", DATA_DIR=str(tmp_path), PORT=str(taken_port)))
    assert f"Port {taken_port} on 127.0.0.1 is taken" in sentence
    assert f"make run PORT={taken_port + 1}" in sentence


def test_host_of_another_machine_is_named(tmp_path: Path) -> None:
    sentence = _refused(manage("serve", DATA_DIR=str(tmp_path), HOST="192.0.2.1", PORT=str(free_port())))
    assert "HOST '192.0.2.1'" in sentence


@pytest.mark.parametrize("settings", [{}, {"SECRET_KEY": "x" * 60}], ids=["generated key", "own key"])
def test_data_dir_that_cannot_be_written_is_named(tmp_path: Path, settings: dict[str, str]) -> None:
    # A file in the place of the folder, since root may write in every folder.
    in_the_way = tmp_path / "file"
    in_the_way.touch()
    sentence = _refused(manage("serve", DATA_DIR=str(in_the_way), PORT=str(free_port()), **settings))
    assert str(in_the_way) in sentence
    assert "it is a file, not a folder" in sentence


def test_unreachable_database_is_named_without_its_password(tmp_path: Path) -> None:
    port = free_port()
    url = f"postgres://someone:geheim@127.0.0.1:{port}/site"
    sentence = _refused(manage("serve", DATA_DIR=str(tmp_path), PORT=str(free_port()), DATABASE_URL=url))
    assert f"The database at 127.0.0.1:{port} cannot be reached" in sentence
    assert "geheim" not in sentence


def test_broken_setting_is_named(tmp_path: Path) -> None:
    sentence = _refused(manage("serve", DATA_DIR=str(tmp_path), SITE_URL="www.voorbeeld.example"))
    assert "SITE_URL must be an address" in sentence


def test_password_of_an_unknown_login_is_refused_in_one_sentence(site: RunningSite) -> None:
    sentence = _refused(manage("password", "niemand", **site.settings))
    assert "There is no user 'niemand'; there are: coach" in sentence


def test_first_start_prints_the_coachs_password_once(site: RunningSite) -> None:
    assert site.password
    assert site.output.count(site.password) == 1
    assert site.url in site.output


def test_later_start_changes_no_content_and_shows_no_password(site: RunningSite) -> None:
    # What goes on in the background goes on: jobs are written down, cards and sizes of pictures are made.
    background = ("operations.jobrun", "blog.socialpicture", "images.siterendition", "images.renditionjob")
    # Each of which is a new version to readers.
    background += ("pagecache.contentversion",)

    def content() -> list[dict]:
        return json.loads(site.manage("dumpdata", "--all", *(f"--exclude={name}" for name in background)))

    before = content()
    assert site.stop() == 0
    site.start()
    assert content() == before
    assert "password forgotten?" in site.output
    assert "demo" not in site.output
    with urllib.request.urlopen(f"{site.url}/readyz", timeout=10) as response:
        assert response.read() == b"ok\n"
