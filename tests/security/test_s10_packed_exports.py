"""S10: a small packed export that becomes endless is given up, on the form and in the background."""

import gzip
import time
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from wordpress.reading import source
from wordpress.reading.export import Export
from wordpress.reading.items import BadExport
from wordpress.upload_form import UploadForm

HEAD = (
    b'<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/">'
    b"<channel><wp:wxr_version>1.2</wp:wxr_version>"
)
ITEM = b"<item><title>Een</title><wp:post_id>7</wp:post_id></item></channel></rss>"
MEGABYTE = 1024 * 1024


def bomb(filling: bytes, megabytes: int) -> bytes:
    """Return a packed export that says little for so long, and has an item behind that."""
    return gzip.compress(HEAD + filling * (megabytes * MEGABYTE // len(filling)) + ITEM)


@pytest.mark.parametrize("filling", [b" ", b"&x;", b"<wp:category/>"])
def test_s10_bomb_is_given_up_in_words(tmp_path: Path, filling: bytes, monkeypatch) -> None:
    monkeypatch.setattr(source, "ALWAYS_UNPACKED", MEGABYTE)
    path = tmp_path / "export.xml"
    path.write_bytes(bomb(filling, 8))
    assert path.stat().st_size < 8 * MEGABYTE / source.MOST_UNPACKED
    with pytest.raises(BadExport, match="veel te groot"):
        list(Export(path).items())
    assert "veel te groot" in Export(path).contents().error


def test_s10_what_is_packed_as_text_is_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "export.xml"
    path.write_bytes(bomb(b" ", 8))
    assert [item.id for item in Export(path).items()] == [7]


def test_s10_form_looks_at_the_beginning_alone() -> None:
    """What is behind it is read in the background, where it can be stopped."""
    spent = {}
    for megabytes in (16, 128):
        form = UploadForm(files={"file": SimpleUploadedFile("export.xml", bomb(b" ", megabytes))})
        began = time.process_time()
        assert form.is_valid(), form.errors
        spent[megabytes] = time.process_time() - began
    assert spent[128] < 3 * spent[16], spent
