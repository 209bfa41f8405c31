"""docs/security.md names what exists, and leaves no guarantee out."""

import re

from tests.running_site import ROOT

TEXT = (ROOT / "docs" / "security.md").read_text()


def test_every_test_that_it_names_exists() -> None:
    named = set(re.findall(r"`((?:tests|blog|comments|images|liefdesverdriet|deploy|docs)/[\w/.-]+)`", TEXT))
    assert len(named) > 40
    assert [path for path in sorted(named) if not (ROOT / path).exists()] == []


def test_every_guarantee_has_a_test_that_bears_its_number() -> None:
    for number in range(1, 13):
        row = re.search(rf"^\| S{number} \|.*$", TEXT, re.MULTILINE)
        assert row, number
        files = [ROOT / path for path in re.findall(r"`(tests/[\w/]+\.py)`", row[0])]
        assert any(
            re.search(rf"(?:test_|_)s{number}_", f"{file.name} {file.read_text()}") for file in files
        ), number
    for number in range(1, 17):
        assert re.search(rf"R{number} `tests/faults/test_r{number}_\w+\.py`", TEXT), number
