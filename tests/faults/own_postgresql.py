"""A PostgreSQL server of its own, to be stopped and started again."""

import os
import pwd
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from tests.running_site import free_port

# PostgreSQL refuses to run as root.
OWNER = "postgres"


def programs() -> Path | None:
    """Return where initdb is, None where there is no PostgreSQL that we may run on this machine."""
    found = [*sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), reverse=True)]
    if on_path := shutil.which("initdb"):
        found.append(Path(on_path))
    if not found:
        return None
    if os.geteuid() == 0:
        try:
            pwd.getpwnam(OWNER)
        except KeyError:
            return None
    return found[0].parent


@dataclass
class OwnServer:
    programs: Path
    # A new folder that its owner can reach, unlike those of pytest.
    folder: Path
    port: int = 0

    def prepare(self) -> None:
        if os.geteuid() == 0:
            shutil.chown(self.folder, OWNER)
        self._run("initdb", "-D", str(self.data), "-U", "postgres", "-A", "trust", "--no-sync")
        self.port = free_port()
        self.start()

    @property
    def data(self) -> Path:
        return self.folder / "data"

    @property
    def url(self) -> str:
        return f"postgres://postgres@127.0.0.1:{self.port}/postgres"

    def fill(self, url: str) -> None:
        """Copy a whole database from another server."""
        dump = subprocess.run(
            [str(self.programs / "pg_dump"), url.replace("postgres://", "postgresql://", 1)],
            capture_output=True,
            check=True,
        )
        psql = [str(self.programs / "psql"), "-q", "-v", "ON_ERROR_STOP=1", self.url]
        subprocess.run(psql, input=dump.stdout, capture_output=True, check=True)

    def start(self) -> None:
        options = f"-p {self.port} -h 127.0.0.1 -k {self.folder} -c fsync=off"
        self._run(
            "pg_ctl", "-D", str(self.data), "-l", str(self.folder / "log"), "-w", "-o", options, "start"
        )

    def stop(self) -> None:
        """Stop it as a power cut would."""
        self._run("pg_ctl", "-D", str(self.data), "-w", "-m", "immediate", "stop")

    def _run(self, program: str, *arguments: str) -> None:
        command = [str(self.programs / program), *arguments]
        if os.geteuid() == 0:
            command = ["runuser", "-u", OWNER, "--", *command]
        subprocess.run(
            command,
            cwd=self.folder,
            check=True,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=120,
        )
