"""The real site, started as `make run` starts it, with a data folder and a database of its own."""

import json
import os
import re
import select
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

import psycopg
from environ import Env
from psycopg.sql import SQL, Identifier

ROOT = Path(__file__).resolve().parent.parent
START_SECONDS = 300
READY = "Ctrl-C stops it."
_OWN_SETTINGS = (
    "SECRET_KEY",
    "HASH_KEY",
    "DJANGO_SETTINGS_MODULE",
    "SITE_URL",
    "DATABASE_URL",
    "DATA_DIR",
    "HOST",
    "PORT",
    "EMAIL_URL",
)


def bare_environment(**settings: str) -> dict[str, str]:
    """Return this process's environment with the given settings instead of those of the tests."""
    kept = {name: value for name, value in os.environ.items() if name not in _OWN_SETTINGS}
    return {**kept, "PYTHONUNBUFFERED": "1", **settings}


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def manage(*arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
    """Run a command of manage.py as a person would, and return what it printed."""
    command = [sys.executable, str(ROOT / "manage.py"), *arguments]
    environment = bare_environment(**settings)
    return subprocess.run(
        command, env=environment, capture_output=True, text=True, timeout=START_SECONDS, check=False
    )


class RunningSite:
    """One site: its address, the coach's login, and the mails it sent."""

    login = "coach"

    def __init__(self, data_dir: Path, database_url: str = "") -> None:
        self.data_dir = data_dir
        self.port = free_port()
        self.url = f"http://localhost:{self.port}"
        self.settings = {"DATA_DIR": str(data_dir), "PORT": str(self.port)}
        if database_url:
            self.settings["DATABASE_URL"] = database_url
        self.password = ""
        self.output = ""
        self.process: subprocess.Popen[str] | None = None
        self._shell: subprocess.Popen[str] | None = None

    def start(self) -> None:
        """Start it and return when it says that it is ready; `output` then holds what it has printed."""
        log = self.data_dir.parent / f"{self.data_dir.name}.log"
        with log.open("w") as stream:
            self.process = subprocess.Popen(
                [sys.executable, str(ROOT / "manage.py"), "serve"],
                env=bare_environment(**self.settings),
                stdin=subprocess.DEVNULL,
                stdout=stream,
                stderr=subprocess.STDOUT,
                text=True,
                start_new_session=True,
            )

        def ready() -> bool:
            self.output = log.read_text()
            assert self.process
            if self.process.poll() is not None:
                raise AssertionError(f"The site ended instead of starting:\n{self.output}")
            return READY in self.output

        wait_until(ready, START_SECONDS, "the site is ready")
        if match := re.search(r"password (\S+) \(shown only now\)", self.output):
            self.password = match[1]

    def stop(self) -> int:
        """Stop it as Ctrl-C does, and return its exit code."""
        if self._shell:
            self._shell.communicate(timeout=30)
            self._shell = None
        if self.process is None:
            return 0
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
        try:
            return self.process.wait(30)
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, signal.SIGKILL)
            raise

    def manage(self, *arguments: str) -> str:
        """Run a command of manage.py on this site's data and return its output."""
        result = manage(*arguments, **self.settings)
        assert result.returncode == 0, result.stderr
        return result.stdout

    def python(self, code: str) -> str:
        """Run Python inside this site and return what it printed; quicker than `manage("shell", …)`."""
        if self._shell is None:
            settings = {"DJANGO_SETTINGS_MODULE": "liefdesverdriet.settings", **self.settings}
            self._shell = subprocess.Popen(
                [sys.executable, "-m", "tests.site_shell"],
                cwd=ROOT,
                env=bare_environment(**settings),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
            )
        assert self._shell.stdin
        assert self._shell.stdout
        self._shell.stdin.write(json.dumps(code) + "\n")
        self._shell.stdin.flush()
        answered, _, _ = select.select([self._shell.stdout], [], [], START_SECONDS)
        assert answered, f"No answer within {START_SECONDS} seconds."
        answer = json.loads(self._shell.stdout.readline())
        assert "error" not in answer, answer["error"]
        return str(answer["said"])

    def mails(self, to: str) -> list[EmailMessage]:
        """Return the mails to one address, oldest first."""
        files = sorted((self.data_dir / "mail").glob("*.eml"))
        read = [message_from_bytes(file.read_bytes(), policy=policy.default) for file in files]
        return [mail for mail in read if isinstance(mail, EmailMessage) and to in str(mail["To"])]

    def wait_for_mail(self, to: str, count: int = 1) -> EmailMessage:
        """Return the newest mail to one address as soon as there are `count` of them."""
        wait_until(lambda: len(self.mails(to)) >= count, 30, f"mail {count} to {to} is sent")
        return self.mails(to)[-1]


def wait_until(condition: Callable[[], bool], seconds: float, what: str) -> None:
    """Return as soon as the condition holds; fail when it does not within the time."""
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            raise AssertionError(f"It did not happen within {seconds:g} seconds that {what}.")
        time.sleep(0.05)


class OwnDatabase:
    """A PostgreSQL database beside the one of DATABASE_URL, for one running site."""

    def __init__(self, database_url: str, purpose: str = "site", *, of: int | None = None) -> None:
        """`purpose` is in its name, as is the process that it is `of`, by default this one; 0 for any."""
        parts = Env.db_url_config(database_url)
        self.name = f"{parts['NAME']}_{purpose}" + ("" if of == 0 else f"_{of or os.getpid()}")
        # The last of its name: a user may have the same one.
        before, _, after = database_url.rpartition(f"/{parts['NAME']}")
        self.url = f"{before}/{self.name}{after}"
        self.server = f"{before}/postgres{after}"

    def _run(self, statement: str, *others: str) -> None:
        with psycopg.connect(self.server, autocommit=True) as connection:
            connection.execute(SQL(statement).format(Identifier(self.name), *map(Identifier, others)))

    def create(self, like: str = "") -> None:
        """Make it empty, or as a copy of the database with the address `like`, which nobody may be using."""
        if like:
            self._run("CREATE DATABASE {} TEMPLATE {}", Env.db_url_config(like)["NAME"])
        else:
            self._run("CREATE DATABASE {}")

    def rename(self, name: str) -> None:
        self._run("ALTER DATABASE {} RENAME TO {}", name)

    def beside(self, prefix: str) -> list[str]:
        """Return the names of all databases on this server that begin so."""
        with psycopg.connect(self.server) as connection:
            found = connection.execute(
                "SELECT datname FROM pg_database WHERE starts_with(datname, %s)", [prefix]
            )
            return [name for (name,) in found.fetchall()]

    def drop(self) -> None:
        self._run("DROP DATABASE IF EXISTS {} WITH (FORCE)")
