"""What is installed is what was locked, and it can be told what that is."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from bin import audit
from tests.running_site import ROOT

LOCKS = ("requirements.txt", "requirements-dev.txt")


def locked(lock: str) -> dict[str, str]:
    """Return name and version of what a lock file holds."""
    return dict(
        re.findall(r"^([\w.-]+)(?:\[[\w,-]+\])?==([^\s;\\]+)", (ROOT / lock).read_text(), re.MULTILINE)
    )


@pytest.mark.parametrize("lock", LOCKS)
def test_everything_is_locked_with_hashes_and_comes_from_nowhere_else(lock: str) -> None:
    text = (ROOT / lock).read_text()
    entries = re.split(r"\n(?=[A-Za-z0-9])", re.sub(r"^#.*\n", "", text, flags=re.MULTILINE).strip())
    assert len(entries) > 20
    for entry in entries:
        assert re.match(r"[\w.-]+(\[[\w,-]+\])?==", entry), entry
        assert "--hash=sha256:" in entry, entry
    assert not re.search(r"https?://|git\+|--(?:extra-)?index-url|--find-links|--trusted-host", text)


def test_installing_asks_for_hashes_and_builds_nothing_that_the_site_runs_on() -> None:
    steps = (ROOT / "bin" / "setup.py").read_text()
    assert steps.count('"--require-hashes"') == 2
    assert '"--only-binary"' in steps


def test_sbom_names_all_that_is_locked(tmp_path: Path) -> None:
    target = tmp_path / "sbom.cdx.json"
    command = ["make", "--no-print-directory", "--silent", "sbom", "setup-dev=", f"SBOM={target}"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    sbom = json.loads(target.read_text())
    assert sbom["bomFormat"] == "CycloneDX"
    found = {part["name"]: part["version"] for part in sbom["components"]}
    assert found == locked("requirements.txt")
    for part in sbom["components"]:
        assert any(reference.get("hashes") for reference in part["externalReferences"]), part["name"]
    assert sbom["metadata"]["component"]["name"] == "liefdesverdriet"


class TestAudit:
    def answer(self, *found: dict[str, object]) -> str:
        return json.dumps({"dependencies": list(found)})

    def test_fine_only_when_everything_was_looked_at(self) -> None:
        code, lines = audit.judge("lock", self.answer({"name": "a", "version": "1", "vulns": []}), "")
        assert (code, "no weakness is known" in lines[0]) == (audit.FINE, True)

    @pytest.mark.parametrize("answer", ["", "{}", "[]", "not json", '{"dependencies": []}'])
    def test_no_data_is_said_and_is_not_fine(self, answer: str) -> None:
        code, lines = audit.judge("lock", answer, "Connection refused")
        assert code == audit.NOT_LOOKED_AT
        assert "NOT looked at" in lines[0]

    def test_what_was_left_out_is_said(self) -> None:
        fine = {"name": "a", "version": "1", "vulns": []}
        code, lines = audit.judge("lock", self.answer(fine, {"name": "b", "skip_reason": "not found"}), "")
        assert code == audit.NOT_LOOKED_AT
        assert "1 of 2" in lines[0]
        assert lines[0].endswith(": b")

    def test_weakness_is_named_with_its_release(self) -> None:
        weak = {"name": "a", "version": "1", "vulns": [{"id": "PYSEC-1", "fix_versions": ["1.1"]}]}
        code, lines = audit.judge("lock", self.answer(weak), "")
        assert (code, lines) == (audit.FOUND, ["lock: a 1 has PYSEC-1, mended in 1.1"])

    def test_it_runs_and_never_keeps_silent(self, tmp_path: Path) -> None:
        """Asked of nobody: a lock file that is not there."""
        command = [sys.executable, str(ROOT / "bin" / "audit.py"), str(tmp_path / "none.txt")]
        done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
        assert done.returncode == audit.NOT_LOOKED_AT
        assert "NOT looked at" in done.stdout
