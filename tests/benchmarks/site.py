"""A site of generated articles in a folder and a database of its own, to be served, copied and grown."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.benchmarks.seed import ARTICLE
from tests.running_site import ROOT, OwnDatabase, RunningSite, bare_environment

ARTICLE_PATH = f"/blog/{ARTICLE}/"


class BenchSite:
    """One site: its data folder, its database, and the address it is served at."""

    def __init__(self, folder: Path, name: str) -> None:
        named = os.environ.get("DATABASE_URL", "")
        self.folder, self.name = folder, name
        self.database = OwnDatabase(named, f"bench_{name}") if named.startswith("postgres") else None
        self.running = RunningSite(folder / name, self.database.url if self.database else "")

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.running.port}"

    @property
    def article(self) -> str:
        return self.url + ARTICLE_PATH

    @property
    def environment(self) -> dict[str, str]:
        return bare_environment(**self.running.settings, DEBUG="0")

    def create(self) -> None:
        (self.folder / self.name).mkdir()
        if self.database:
            self.database.create()

    def copy_of(self, other: "BenchSite") -> None:
        """Become what `other` is, which nobody may be using."""
        shutil.copytree(other.folder / other.name, self.folder / self.name)
        if self.database and other.database:
            self.database.create(like=other.database.url)

    def seed(self, articles: int, comments: int) -> None:
        self.python("tests.benchmarks.seed", str(articles), str(comments))

    def python(self, module: str, *arguments: str) -> str:
        """Run a module of ours in a process of its own on this site, and return what it printed."""
        command = [sys.executable, "-m", module, *arguments]
        ran = subprocess.run(
            command, cwd=ROOT, env=self.environment, capture_output=True, text=True, check=False
        )
        if ran.returncode:
            raise RuntimeError(f"{module} ended with {ran.returncode}:\n{ran.stderr[-3000:]}")
        return ran.stdout

    def json(self, module: str, *arguments: str) -> Any:
        return json.loads(self.python(module, *arguments))

    @contextmanager
    def served(self) -> Iterator["BenchSite"]:
        """Serve it as `make run` does, while the context lasts."""
        self.running.start()
        try:
            yield self
        finally:
            self.running.stop()

    @contextmanager
    def restarted(self, **settings: str) -> Iterator["BenchSite"]:
        """Serve it with other settings for a while, where it is being served already."""
        usual = self.running.settings
        self.running.stop()
        self.running.settings = usual | settings
        self.running.start()
        try:
            yield self
        finally:
            self.running.stop()
            self.running.settings = usual
            self.running.start()

    def drop(self) -> None:
        self.running.stop()
        if self.database:
            self.database.drop()
