"""What the documents point at exists, and lies within the repository."""

import re
from pathlib import Path

import pytest

from tests.running_site import ROOT

DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
# [words](target), ![words](target "title"); code is left out beforehand.
LINK = re.compile(r"(!?)\[([^\]]*)\]\(\s*<?([^\s)>]+)>?(?:\s+\"[^\"]*\")?\s*\)")
CODE = re.compile(r"^```.*?^```|`[^`\n]+`", re.DOTALL | re.MULTILINE)
# A file of one machine. `/srv/site` and the like, with which a document shows a setting, are nobody's.
OUTSIDE = re.compile(r"(?<![\w.])(?:/(?:home|root|tmp|work|Users|mnt)/\w+|~/\w+|[A-Z]:\\\w+)")

every_document = pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))


def targets(document: Path) -> list[tuple[str, str, str]]:
    """Return of each link to a file of our own: "!" for a picture, its words, and its target."""
    found = LINK.findall(CODE.sub("", document.read_text()))
    return [link for link in found if not re.match(r"[a-z]+:", link[2])]


def anchors(document: Path) -> set[str]:
    """Return the anchors of a document's headings, as GitHub and GitLab make them."""
    headings = re.findall(r"^#{1,6}\s+(.+)$", CODE.sub("", document.read_text()), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-") for heading in headings}


@every_document
def test_links_and_pictures_exist_in_the_repository(document: Path) -> None:
    for _, _, target in targets(document):
        path, _, anchor = target.partition("#")
        file = (document.parent / path).resolve() if path else document
        assert file.is_relative_to(ROOT), f"{target} lies outside the repository"
        assert file.exists(), f"{target} does not exist"
        if anchor:
            assert anchor in anchors(file), f"{target}: {file.name} has no such heading"


@every_document
def test_pictures_are_described(document: Path) -> None:
    for mark, words, target in targets(document):
        assert not mark or len(words) > 20, f"{target} needs a description for who cannot see it"


@every_document
def test_no_path_of_one_machine_is_named(document: Path) -> None:
    assert OUTSIDE.findall(document.read_text()) == []


def test_every_picture_is_used() -> None:
    used = {
        (document.parent / target).resolve() for document in DOCUMENTS for _, _, target in targets(document)
    }
    kept = {path for folder in ("images", "pictures") for path in (ROOT / "docs" / folder).glob("*.*")}
    assert kept - used == set()
