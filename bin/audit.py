"""Ask pip-audit whether a weakness is known of what is locked, and say plainly what could not be asked.

    .venv/bin/python bin/audit.py                  requirements.txt and requirements-dev.txt
    .venv/bin/python bin/audit.py requirements.txt
Ends with 0 when everything was looked at and nothing is known, 1 when something is, 2 when not all could be
looked at: pip-audit itself would then say that it found nothing.
"""

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCKS = ("requirements.txt", "requirements-dev.txt")
FINE, FOUND, NOT_LOOKED_AT = 0, 1, 2


def main(locks: list[str]) -> int:
    worst = FINE
    for lock in locks:
        code, lines = judge(lock, *ask(ROOT / lock))
        print("\n".join(lines))
        worst = max(worst, code) if FOUND not in (worst, code) else FOUND
    return worst


def ask(lock: Path) -> tuple[str, str]:
    """Return what pip-audit says of a lock file: its JSON, "" without one, and its complaints."""
    command = [sys.executable, "-m", "pip_audit", "--requirement", str(lock), "--disable-pip"]
    command += ["--require-hashes", "--format", "json", "--progress-spinner", "off", "--timeout", "15"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.stdout, done.stderr.strip()


def judge(lock: str, answer: str, complaint: str) -> tuple[int, list[str]]:
    """Return the exit code and the lines to print for one lock file."""
    try:
        found = json.loads(answer)["dependencies"]
    except (ValueError, KeyError, TypeError):
        last = complaint.splitlines()[-1] if complaint else "pip-audit said nothing"
        return NOT_LOOKED_AT, [f"{lock}: NOT looked at, pip-audit's data cannot be reached: {last}"]
    looked_at = [one for one in found if "vulns" in one]
    left_out = [one for one in found if "vulns" not in one]
    weak = [one for one in looked_at if one["vulns"]]
    lines = [
        f"{lock}: {one['name']} {one['version']} has {vuln['id']}, mended in "
        f"{', '.join(vuln.get('fix_versions') or ['no release yet'])}"
        for one in weak
        for vuln in one["vulns"]
    ]
    if left_out or not looked_at:
        names = ", ".join(one["name"] for one in left_out[:5]) + (" …" if len(left_out) > 5 else "")
        lines.append(
            f"{lock}: {len(left_out)} of {len(found)} packages NOT looked at, "
            f"pip-audit's data of them cannot be reached: {names}"
        )
        return FOUND if weak else NOT_LOOKED_AT, lines
    if not weak:
        lines.append(f"{lock}: {len(looked_at)} packages looked at, no weakness is known.")
    return FOUND if weak else FINE, lines


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:] or list(LOCKS)))
