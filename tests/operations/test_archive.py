"""An archive tells whether it is whole, also where it is not encrypted."""

import io
import json
import os
import tarfile
from pathlib import Path

import pytest

from operations.backup.archive import About, Writer, read
from operations.backup.sealing import Unreadable

FILES = {"media/a.txt": b"appel", "private/b.bin": bytes(3_000_000), "erasures.jsonl": b""}


def about() -> About:
    return About(
        "2026-11-23T08:00:00+00:00", "https://www.voorbeeld.example", "sqlite", {}, [["blog", "0001"]]
    )


def archive(files: dict[str, bytes] | None = None) -> bytes:
    target = io.BytesIO()
    writer = Writer(target, "")
    for name, data in (FILES if files is None else files).items():
        writer.add_bytes(name, data)
    writer.finish(about())
    return target.getvalue()


def test_files_come_out_as_they_went_in(tmp_path: Path) -> None:
    found = read(io.BytesIO(archive()), "", tmp_path)
    assert found == about()
    for name, data in FILES.items():
        assert (tmp_path / name).read_bytes() == data
        assert (tmp_path / name).stat().st_mode & 0o777 == 0o600


def test_mode_and_date_of_a_file_are_kept(tmp_path: Path) -> None:
    file = tmp_path / "foto.jpg"
    file.write_bytes(b"foto")
    file.chmod(0o644)
    os.utime(file, (1_700_000_000, 1_700_000_000))
    target = io.BytesIO()
    writer = Writer(target, "")
    assert writer.add_file("media/foto.jpg", file)
    writer.finish(about())
    target.seek(0)
    read(target, "", tmp_path / "uit")
    stat = (tmp_path / "uit/media/foto.jpg").stat()
    assert (stat.st_mode & 0o777, stat.st_mtime) == (0o644, 1_700_000_000)


def test_file_that_shrinks_while_it_is_read_breaks_nothing(tmp_path: Path) -> None:
    target = io.BytesIO()
    writer = Writer(target, "")
    assert not writer.add("media/a", io.BytesIO(b"kort"), 10)
    writer.add_bytes("media/b", b"heel")
    writer.finish(about())
    target.seek(0)
    read(target, "", tmp_path)
    assert (tmp_path / "media/a").read_bytes() == b"kort" + bytes(6)
    assert (tmp_path / "media/b").read_bytes() == b"heel"


@pytest.mark.parametrize("where", ["appel", "manifest", "ustar", "made_at"])
def test_changed_byte_is_noticed_without_encryption(where: str) -> None:
    data = bytearray(archive())
    data[data.index(where.encode())] ^= 1
    with pytest.raises(Unreadable):
        read(io.BytesIO(bytes(data)), "", None)


@pytest.mark.parametrize("left", [0.01, 0.5, 0.9, 0.997])
def test_cut_off_archive_is_noticed_without_encryption(left: float) -> None:
    data = archive()
    with pytest.raises(Unreadable):
        read(io.BytesIO(data[: int(len(data) * left)]), "", None)


@pytest.mark.parametrize("name", ["../weg", "/etc/passwd", "media/../../weg", "settings.py", "media"])
def test_nothing_is_unpacked_elsewhere(name: str, tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="does not belong"):
        read(io.BytesIO(archive({name: b"x"})), "", tmp_path / "stage")
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


def test_link_is_refused(tmp_path: Path) -> None:
    plain = io.BytesIO()
    Writer(plain, "").finish(about())
    header = plain.getvalue().split(b"\n")[:2]
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as tar:
        member = tarfile.TarInfo("media/link")
        member.type, member.linkname = tarfile.SYMTYPE, "/etc/passwd"
        tar.addfile(member)
    with pytest.raises(Unreadable, match="does not belong"):
        read(io.BytesIO(b"\n".join(header) + b"\n" + packed.getvalue()), "", tmp_path)


def test_backup_of_a_newer_kind_is_told_as_such() -> None:
    data = archive().replace(json.dumps({"format": 1})[1:-1].encode(), b'"format": 2')
    with pytest.raises(Unreadable, match="newer version"):
        read(io.BytesIO(data), "", None)
