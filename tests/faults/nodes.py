"""Web servers of one site on one database, to be killed and started again."""

import os
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import HTTPRedirectHandler, Request, build_opener

import psycopg

from tests.migrated import sqlite_file
from tests.running_site import ROOT, bare_environment, free_port, wait_until

PREPARE = """
from django.contrib.auth import get_user_model
from guard.stamps import make_stamp
from leads.forms import SignUpForm
from tests.blog.factories import make_site
from tests.leads.gifts import make_magnet
article = make_site().article(title="Stilte na de storm")
get_user_model().objects.create_superuser("coach", "coach@tussentij.example", "een lang wachtwoord")
gift_stamp = SignUpForm(magnet=make_magnet()).initial["stamp"]
print("PREPARED", article.pk, make_stamp("comment-2", article.pk), gift_stamp)
"""
COLLECT = """
import sys
from django.core.management.base import OutputWrapper
from liefdesverdriet.preparation import Progress, collect_static_when_changed
collect_static_when_changed(Progress(OutputWrapper(sys.stdout)))
"""
SIGN_UP = "/aanmelden/roadmap/"
# Files in DATA_DIR that are settings on a site of more than one machine.
KEYS = ("secret_key", "hash_key")


class _NoRedirect(HTTPRedirectHandler):
    def redirect_request(self, *args: object) -> None:
        return None


@dataclass(frozen=True)
class Answer:
    """What a server said; status 0 where none came."""

    status: int
    location: str = ""
    body: bytes = b""


@dataclass
class Site:
    """A database with one open article and one gift of one file, and the servers that stand on it.

    `settings`: what stands in the environment of all that runs on it, such as CACHE_URL.
    """

    data_dir: Path
    database_url: str
    article: int = 0
    stamp: str = ""
    gift_stamp: str = ""
    settings: dict[str, str] = field(default_factory=dict)
    nodes: list["Node"] = field(default_factory=list)

    def environment(self, port: int = 0, own_folder: Path | None = None) -> dict[str, str]:
        """Return it for a process that listens at `port`; with `own_folder`, of a machine of its own."""
        settings = {
            "DATA_DIR": str(self.data_dir),
            "DJANGO_SETTINGS_MODULE": "tests.faults.settings",
            "SITE_URL": f"http://127.0.0.1:{port}" if port else "http://127.0.0.1",
            "PYTHONPATH": str(ROOT),
            **self.settings,
        }
        if self.database_url:
            settings["DATABASE_URL"] = self.database_url
        if own_folder:
            settings |= {
                "DATA_DIR": str(own_folder),
                "DATABASE_URL": self.database_url or f"sqlite:///{self.data_dir / 'site.sqlite3'}",
                **{
                    key.upper(): (self.data_dir / key).read_text()
                    for key in KEYS
                    if (self.data_dir / key).exists()
                },
            }
        return bare_environment(**settings)

    def run(self, *arguments: str) -> str:
        """Run a command of manage.py on this site and return its output."""
        command = [sys.executable, str(ROOT / "manage.py"), *arguments]
        done = subprocess.run(
            command, env=self.environment(), capture_output=True, text=True, timeout=600, check=False
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def prepare(self) -> None:
        if not self.database_url:
            shutil.copyfile(sqlite_file(), self.data_dir / "site.sqlite3")
        with ThreadPoolExecutor(1) as beside:
            collecting = beside.submit(self.run, "shell", "--no-imports", "-c", COLLECT)
            self.run("migrate", "--verbosity", "0")
            said = self.run("shell", "--no-imports", "-c", PREPARE).split("PREPARED ")[1].split()
            collecting.result()
        self.knows(said)

    def knows(self, said: list[str]) -> None:
        """Take what the preparation told: the article, and the stamps of both forms."""
        self.article, self.stamp, self.gift_stamp = int(said[0]), said[1], said[2]

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        """Ask the database itself."""
        if self.database_url:
            with psycopg.connect(self.database_url) as connection:
                return connection.execute(query).fetchall()
        with closing(sqlite3.connect(self.data_dir / "site.sqlite3")) as connection:
            return connection.execute(query).fetchall()

    def count(self, table: str, where: str = "1 = 1") -> int:
        return int(self.rows(f"SELECT count(*) FROM {table} WHERE {where}")[0][0])  # noqa: S608

    def is_sound(self) -> bool:
        """Whether the database finds nothing wrong with itself; PostgreSQL has no such question."""
        return bool(self.database_url) or self.rows("PRAGMA integrity_check") == [("ok",)]

    def links_in_outbox(self, path: str) -> list[str]:
        """Return the paths of the links to `path` in the texts of all mails, oldest first."""
        texts = self.rows("SELECT message FROM post_office_email ORDER BY id")
        return [link for (text,) in texts for link in re.findall(rf"https?://[^/\s]+(/{path}/[\w-]+/)", text)]

    def node(self, *, apart: bool = False) -> "Node":
        """Start a server; `apart`: with a data folder of its own, and the same database, cache and keys."""
        own_folder = self.data_dir.parent / f"machine-{len(self.nodes)}" if apart else None
        if own_folder:
            shutil.copytree(self.data_dir / "static", own_folder / "static")
        node = Node(self, free_port(), own_folder)
        self.nodes.append(node)
        node.start()
        return node


@dataclass
class Node:
    site: Site
    port: int
    own_folder: Path | None = None
    process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        self.process = subprocess.Popen(
            [
                sys.executable,
                *("-m", "granian", "--interface", "wsgi", "--http", "1", "--no-ws", "--host", "127.0.0.1"),
                *("--port", str(self.port), "--workers", "1", "--blocking-threads", "4"),
                *("--log-level", "error", "liefdesverdriet.wsgi:application"),
            ],
            cwd=ROOT,
            env=self.site.environment(self.port, self.own_folder),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        wait_until(self.answers, 60, f"the server on port {self.port} answers")

    def answers(self) -> bool:
        return self.ask("/livez").status == 200

    def kill(self) -> None:
        """Kill -9 the server and all its workers at once."""
        assert self.process
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait(30)

    def stop(self) -> None:
        if self.process and self.process.poll() is None:
            self.kill()

    def address(self, path: str) -> str:
        return f"http://127.0.0.1:{self.port}{path}"

    def react(self, text: str) -> int:
        """Send a reaction and return the status of the answer; 0 where none came."""
        values = {
            "name": "Hanne",
            "email": "hanne@voorbeeld.example",
            "website": "",
            "text": text,
            "parent": "",
            "onderwerp": "",
            "stamp": self.site.stamp,
        }
        return self.ask(f"/reacties/{self.site.article}/plaatsen/", values).status

    def sign_up(self, email: str) -> int:
        """Ask for the gift and return the status of the answer; 0 where none came."""
        values = {
            "email": email,
            "first_name": "Hanne",
            "placement": "landing",
            "onderwerp": "",
            "stamp": self.site.gift_stamp,
        }
        return self.ask(SIGN_UP, values).status

    def ask(
        self,
        path: str,
        values: dict[str, str] | None = None,
        method: str = "",
        headers: dict[str, str] | None = None,
    ) -> Answer:
        """Send a request, a POST where it has values, and return the answer, redirects included."""
        request = Request(
            self.address(path),
            data=None if values is None else urlencode(values).encode(),
            headers={"Sec-Fetch-Site": "same-origin", **(headers or {})},
            method=method or None,
        )
        try:
            with build_opener(_NoRedirect()).open(request, timeout=60) as response:
                return Answer(int(response.status), body=response.read())
        except HTTPError as error:
            with error:
                return Answer(error.code, error.headers.get("Location", ""), error.read())
        except OSError:
            return Answer(0)


def storm(node: Node, posts: list[Callable[[], int]], kills: int) -> None:
    """Send all posts, eight at a time, until each is acknowledged, while the server is killed now and then.

    Unanswered is not acknowledged: the visitor presses again, as the browser's own error page offers.
    """
    acknowledged: list[int] = []
    is_over = Event()

    def insist(post: Callable[[], int]) -> None:
        while (status := post()) != 303:
            assert status in (0, 502, 503), status
            assert not is_over.wait(0.1)
        acknowledged.append(status)

    with ThreadPoolExecutor(8) as pool:
        running = [pool.submit(insist, post) for post in posts]
        try:
            for kill in range(1, kills + 1):
                enough = kill * len(posts) // (kills + 1)
                wait_until(
                    lambda enough=enough: len(acknowledged) >= enough, 120, f"{enough} are acknowledged"
                )
                node.kill()
                node.start()
            for post in running:
                post.result(timeout=240)
        finally:
            is_over.set()
    assert len(acknowledged) == len(posts)
