"""Files in a folder: found however they are written, and never outside of it."""

import os
import unicodedata
from pathlib import Path

import pytest

from blog.podcast.fetching import NotFetched
from tests.wordpress.exports import HOME
from tests.wordpress.things import attachment
from wordpress.taking_over.attachment import credit, description_left, names
from wordpress.taking_over.folder import Folder


@pytest.fixture
def uploads(tmp_path: Path) -> Path:
    folder = tmp_path / "uploads"
    (folder / "2019" / "03").mkdir(parents=True)
    (folder / "2019" / "03" / "zee.jpg").write_bytes(b"zee")
    (tmp_path / "geheim.txt").write_bytes(b"geheim")
    return folder


def get(folder: Path, *wanted: str) -> bytes:
    with Folder(folder).open(wanted, "", 1000) as file:
        return file.read()


def test_a_file_is_found_by_its_place_below_uploads(uploads: Path) -> None:
    assert get(uploads, "2019/03/zee.jpg") == b"zee"


def test_the_folder_may_be_the_whole_site(uploads: Path) -> None:
    site = uploads.parent / "site"
    (site / "wp-content").mkdir(parents=True)
    uploads.rename(site / "wp-content" / "uploads")
    assert get(site, "2019/03/zee.jpg") == b"zee"
    assert get(site / "wp-content", "2019/03/zee.jpg") == b"zee"


def test_capitals_and_the_way_accents_are_kept_make_no_difference(uploads: Path) -> None:
    apart, together = (unicodedata.normalize(form, "2019/03/Café.JPG") for form in ("NFD", "NFC"))
    (uploads / apart).write_bytes(b"koffie")
    assert get(uploads, together) == get(uploads, "2019/03/café.jpg") == b"koffie"


def test_of_two_that_differ_in_capitals_each_is_itself(uploads: Path) -> None:
    (uploads / "2019" / "03" / "ZEE.jpg").write_bytes(b"ZEE")
    assert get(uploads, "2019/03/zee.jpg") == b"zee"
    assert get(uploads, "2019/03/ZEE.jpg") == b"ZEE"


@pytest.mark.parametrize(
    "name",
    [
        *("../geheim.txt", "2019/../../geheim.txt", "/etc/passwd", "..\\geheim.txt", "..", ""),
        *("2019//03/zee.jpg", "./2019/03/zee.jpg", "2019/03/zee.jpg\0.png", "2019/03", "weg.jpg"),
    ],
)
def test_nothing_outside_and_nothing_that_is_no_file(uploads: Path, name: str) -> None:
    with pytest.raises(NotFetched):
        get(uploads, name)


def test_links_out_of_the_folder_lead_nowhere(uploads: Path) -> None:
    (uploads / "uit.txt").symlink_to(uploads.parent / "geheim.txt")
    (uploads / "map").symlink_to(uploads.parent)
    (uploads / "rond.jpg").symlink_to(uploads / "rond.jpg")
    (uploads / "binnen.jpg").symlink_to(uploads / "2019" / "03" / "zee.jpg")
    for name in ("uit.txt", "map/geheim.txt", "rond.jpg"):
        with pytest.raises(NotFetched):
            get(uploads, name)
    assert get(uploads, "binnen.jpg") == b"zee"


def test_what_would_never_end_is_no_file(uploads: Path) -> None:
    os.mkfifo(uploads / "pijp.jpg")
    with pytest.raises(NotFetched):
        get(uploads, "pijp.jpg")


def test_what_is_too_large_is_not_opened(uploads: Path) -> None:
    (uploads / "groot.jpg").write_bytes(b"x" * 1001)
    with pytest.raises(NotFetched, match="te groot"):
        get(uploads, "groot.jpg")


def test_a_folder_that_is_not_there_is_said() -> None:
    assert Folder(Path("/nergens/uploads")).problem


@pytest.mark.parametrize(
    ("file", "address", "first"),
    [
        ("2019/03/zee.jpg", "", "2019/03/zee.jpg"),
        ("/home/oud/www/wp-content/uploads/2012/01/a.jpg", "", "2012/01/a.jpg"),
        ("", f"{HOME}/wp-content/uploads/2019/03/caf%C3%A9.jpg", "2019/03/café.jpg"),
        ("", "https://x.files.example/2008/06/canola2.jpg", "2008/06/canola2.jpg"),
        ("", f"{HOME}/wp-content/uploads/sites/3/2019/03/zee.jpg", "2019/03/zee.jpg"),
        ("", f"{HOME}/wp-content/uploads/%2e%2e/geheim.txt", "../geheim.txt"),
    ],
)
def test_where_a_file_may_be_is_told_by_its_address(file: str, address: str, first: str) -> None:
    item = attachment(7, file or "x", address=address)
    item.meta["_wp_attached_file"] = file
    found = names(item)
    assert first in found[:1] or first.startswith("..")


def test_the_original_of_a_picture_that_was_made_smaller_is_known() -> None:
    assert "2019/03/zee.jpg" in names(attachment(7, "2019/03/zee-scaled.jpg"))
    assert "2019/03/zee-scaled.jpg" in names(attachment(7, "2019/03/zee.jpg"))


def test_whose_a_picture_is_stands_in_its_description_or_in_the_camera() -> None:
    told = 'a:2:{s:6:"credit";s:0:"";s:9:"copyright";s:9:"Jan Visch";}'
    by_camera = attachment(7, "a.jpg", meta={"_wp_attachment_metadata": told})
    assert credit(by_camera) == "Jan Visch"
    described = attachment(
        7, "a.jpg", content="Foto: <b>Bo</b> de Wit", meta={"_wp_attachment_metadata": told}
    )
    assert (credit(described), description_left(described)) == ("Foto: Bo de Wit", False)
    assert description_left(attachment(7, "a.jpg", content="Een lange wandeling bij eb."))
