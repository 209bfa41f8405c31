"""A restore that is killed, or that fails, loses nothing of what was there."""

import json
from pathlib import Path

import pytest

from operations.backup import restoring
from operations.backup.restoring import TOLD, WHOLE, Restore


class Killed(BaseException):
    """As if the process ended here."""


@pytest.fixture
def site(settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site of files alone: what stands in the places of its data is all that is looked at."""
    settings.DATA_DIR = data = tmp_path / "data"
    for name in ("media", "private"):
        (data / name).mkdir(parents=True)
        (data / name / "oud.txt").write_text("oud")
    (data / "hash_key").write_text("oude sleutel")
    (data / "site.sqlite3").write_text("oude database")
    monkeypatch.setattr(restoring, "roots", lambda: {name: data / name for name in ("media", "private")})
    monkeypatch.setattr(restoring.sqlite, "database_path", lambda: data / "site.sqlite3")
    monkeypatch.setattr(restoring.connection, "close", lambda: None)
    return data


@pytest.fixture
def restore(site: Path) -> Restore:
    made = Restore(site / "x.backup", "", replace=True, say=lambda line: None)
    made.is_sqlite = True
    return made


def stage(site: Path, name: str = "stage") -> Path:
    """Return an unpacked backup: other files, another key, another database, and no private files."""
    folder = site / name
    for part in ("media", "keys", "database"):
        (folder / part).mkdir(parents=True)
    (folder / "media/nieuw.txt").write_text("nieuw")
    (folder / "keys/hash_key").write_text("nieuwe sleutel")
    (folder / "keys/secret_key").write_text("nieuwe sleutel")
    (folder / "database/site.sqlite3").write_text("nieuwe database")
    return folder


def all_files(site: Path) -> dict[str, str]:
    """Return every file of the site itself with what is in it."""
    return {
        str(path.relative_to(site)): path.read_text()
        for path in sorted(site.rglob("*"))
        if path.is_file() and not path.relative_to(site).parts[0].startswith((".", "stage"))
    }


def test_new_one_takes_the_place_of_all_of_the_old_one(site: Path, restore: Restore) -> None:
    restore._put_in_place(None, stage(site), lambda journal: None)
    assert all_files(site) == {
        "hash_key": "nieuwe sleutel",
        "media/nieuw.txt": "nieuw",
        "secret_key": "nieuwe sleutel",
        "site.sqlite3": "nieuwe database",
    }
    assert not restore.aside.exists()


def test_all_is_as_it_was_where_the_last_step_fails(site: Path, restore: Restore) -> None:
    before = all_files(site)

    def fail(journal: Path) -> None:
        raise OSError("no room")

    with pytest.raises(OSError, match="no room"):
        restore._put_in_place(None, stage(site), fail)
    assert all_files(site) == before
    assert not restore.aside.exists()


@pytest.mark.parametrize("moves", range(8))
def test_all_is_as_it_was_wherever_it_was_killed(
    moves: int, site: Path, restore: Restore, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = all_files(site)
    real, left = restoring.shutil.move, [moves]

    def move(*paths: object) -> object:
        if not left[0]:
            raise Killed
        left[0] -= 1
        return real(*paths)

    def no_farewell() -> None:
        raise Killed

    with monkeypatch.context() as patch:
        patch.setattr(restoring.shutil, "move", move)
        patch.setattr(restore, "_put_back", no_farewell)
        with pytest.raises(Killed):
            restore._put_in_place(None, stage(site), lambda journal: None)
    # Taking it back may be killed as well, at any moment.
    for again in range(1, 6):
        left[0] = again
        with monkeypatch.context() as patch:
            patch.setattr(restoring.shutil, "move", move)
            try:
                restore._put_back()
            except Killed:
                continue
        break
    restore._put_back()
    assert all_files(site) == before
    assert not restore.aside.exists()


def test_what_was_aside_is_told_before_anything_moves(site: Path, restore: Restore) -> None:
    restore._put_aside(stage(site))
    told = json.loads((restore.aside / TOLD).read_text())
    assert {Path(place).name for place in told["there"]} == {"media", "private", "site.sqlite3", "hash_key"}
    assert "secret_key" in {Path(place).name for place in told["all"]}
    assert (restore.aside / WHOLE).exists()
