"""Make .venv and install the locked requirements in it; do nothing when that is already so.

Needs nothing but a bare Python 3.11 or newer. Uses uv where it is on the PATH, else venv and pip.
    python3 bin/setup.py         what the site needs to run
    python3 bin/setup.py --dev   and what developing and testing need
"""

import fcntl
import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections import deque
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
STAMP = VENV / "installed.json"
NEEDED = (3, 11)


def main() -> None:
    if sys.version_info < NEEDED:
        run_with_newer_python()
    locks = ["requirements.txt"] + (["requirements-dev.txt"] if "--dev" in sys.argv[1:] else [])
    with open(ROOT / "requirements.txt", "rb") as guard:
        if up_to_date(locks):
            return
        # Two terminals may start at the same moment; the second waits and finds the work done.
        fcntl.flock(guard, fcntl.LOCK_EX)
        if not up_to_date(locks):
            install(locks)


def run_with_newer_python() -> None:
    """Replace this process by the newest suitable Python on the PATH, or say what is missing."""
    for minor in range(20, NEEDED[1] - 1, -1):
        if newer := shutil.which(f"python3.{minor}"):
            os.execv(newer, [newer, *sys.argv])  # noqa: S606
    found = ".".join(str(part) for part in sys.version_info[:2])
    sys.exit(f"This site needs Python 3.11 or newer; {sys.executable} is version {found}.")


def fingerprint(lock: str) -> str:
    """Return what must be the same for an earlier installation of this lock file to count."""
    return hashlib.sha256((ROOT / lock).read_bytes() + os.path.realpath(PYTHON).encode()).hexdigest()


def stamps() -> dict:
    try:
        return json.loads(STAMP.read_text())
    except (OSError, ValueError):
        return {}


def up_to_date(locks: list) -> bool:
    return PYTHON.exists() and all(stamps().get(lock) == fingerprint(lock) for lock in locks)


def install(locks: list) -> None:
    uv = shutil.which("uv")
    if uv:
        if not usable(module="sys"):
            make_venv([uv, "venv", "--quiet", "--python", sys.executable, str(VENV)])
        # As pip does. Who runs the site may not be able to write there, and without it each start takes
        # twice as long and the site some 10 MB more.
        command = [uv, "pip", "install", "--quiet", "--compile-bytecode"]
        command += ["--python", str(PYTHON), "--require-hashes"]
    else:
        if not usable(module="pip"):
            require_venv_module()
            make_venv([sys.executable, "-m", "venv", str(VENV)])
        command = [
            str(PYTHON),
            "-m",
            "pip",
            "install",
            "--disable-pip-version-check",
            "--no-input",
            "--require-hashes",
        ]
        command += ["--prefer-binary", "--progress-bar", "off"]
    for lock in locks:
        if stamps().get(lock) == fingerprint(lock):
            continue
        total = sum(
            1 for line in (ROOT / lock).read_text().splitlines() if "==" in line and not line[0].isspace()
        )
        say(f"Installing {total} packages from {lock} (only now; this may take a minute or two).")
        chosen = [*command, "-r", str(ROOT / lock)]
        if lock == "requirements.txt":
            # Building one would fetch tools that no lock names, and run them.
            chosen += ["--only-binary", ":all:"]
        if uv:
            returncode, tail = subprocess.run(chosen, check=False).returncode, []
        else:
            returncode, tail = watch_pip(chosen, total)
        if returncode:
            say("\n".join(tail))
            sys.exit(
                f"Installing {lock} failed; the reason stands above. Run the same command again to go on."
            )
        STAMP.write_text(json.dumps({**stamps(), lock: fingerprint(lock)}))


def require_venv_module() -> None:
    """Stop with the one line to type where Debian has split venv off from Python."""
    try:
        import venv  # noqa: F401
        from ensurepip import version  # noqa: F401
    except ImportError:
        sudo = "" if os.geteuid() == 0 else "sudo "
        line = f"    {sudo}apt-get install -y python3-venv"
        sys.exit(f"Python's venv module is missing. Install it and run the same command again:\n\n{line}\n")


def usable(module: str) -> bool:
    """Return whether an earlier .venv can be kept: its Python runs, is new enough and has the module."""
    if not PYTHON.exists():
        return False
    question = f"import {module}, sys; sys.exit(sys.version_info < {NEEDED})"
    return (
        subprocess.run([str(PYTHON), "-c", question], check=False, stderr=subprocess.DEVNULL).returncode == 0
    )


def make_venv(command: list) -> None:
    if VENV.exists():
        shutil.rmtree(VENV)
    if subprocess.run(command, check=False).returncode:
        sys.exit(f"Making {VENV} failed; the reason stands above.")


def watch_pip(command: list, total: int) -> tuple:
    """Run pip, show how far it is on one line, and return its exit code and last lines."""
    tail = deque(maxlen=12)
    seen = 0
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    for line in process.stdout:
        tail.append(line.rstrip())
        if line.startswith("Collecting "):
            seen += 1
            progress(f"  {seen} of {total}: {line.split()[1].split('==')[0]}", seen % 20 == 0)
        elif line.startswith("Installing collected packages"):
            progress("  installing", True)
    progress("", False)
    return process.wait(), list(tail)


def progress(text: str, milestone: bool) -> None:
    """Overwrite one line on a terminal; in a log print milestones only."""
    if sys.stdout.isatty():
        print("\r\033[K" + text, end="", flush=True)
    elif milestone:
        say(text)


def say(text: str) -> None:
    print(text, flush=True)


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        sys.exit("\nStopped. Run the same command again to go on.")
