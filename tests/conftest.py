"""What tests start from: an empty cache, no way out but loopback, and the real site for those that ask."""

import os
import shutil
import socket
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from django.conf import settings
from django.core.cache import cache
from django.db import DEFAULT_DB_ALIAS, connections
from environ import Env

from tests.migrated import copy_sqlite, postgres_url, sqlite_file
from tests.running_site import OwnDatabase, RunningSite
from tests.scheduling import OneSite, rank

STORIES = Path(__file__).parent / "e2e"
# Each story is told twice at the same site, so that one that counts on finding it untouched is found out.
TWICE = os.environ.get("STORIES_TWICE", "") not in ("", "0")
_first_tries: list[pytest.TestReport] = []
_LOOPBACK = ("127.", "::1", "localhost")
_real_connect = socket.socket.connect
_NO_CHROMIUM = (
    "The browser stories were left out, because no Chromium was found: "
    "apt-get install chromium, or set CHROMIUM to the path of one."
)


def chromium() -> str | None:
    """Return the path of the browser for the stories: CHROMIUM, else chromium on the PATH."""
    named = os.environ.get("CHROMIUM")
    if named and shutil.which(named) is None:
        raise pytest.UsageError(f"CHROMIUM={named} is no program that can be run.")
    return shutil.which(named or "chromium")


@pytest.hookimpl(wrapper=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> Iterator[None]:
    """Put the browser stories first, the longest of all; leave them out where there is no browser.

    A story that fails is told once more, and both times are reported: a browser on a busy machine can be late
    for what a person would have waited for. One that is wrong is wrong twice.
    """
    for item in items:
        if STORIES in item.path.parents:
            item.add_marker(pytest.mark.e2e)
            if not TWICE:
                item.add_marker(pytest.mark.flaky(reruns=1))
    if chromium() is None:
        left_out = [item for item in items if item.get_closest_marker("e2e")]
        items[:] = [item for item in items if item not in left_out]
        config.hook.pytest_deselected(items=left_out)
    yield
    items.sort(key=lambda item: rank(item.nodeid))


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> OneSite | None:
    return OneSite(config, log) if config.getoption("dist") == "load" else None


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    if report.outcome == "rerun":
        _first_tries.append(report)


def pytest_unconfigure() -> None:
    """Remove this process's data folder; processes of xdist end without the usual farewells."""
    if settings.configured:
        shutil.rmtree(settings.DATA_DIR, ignore_errors=True)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Show why a story was told again; pytest itself shows the last try alone."""
    if _first_tries:
        terminalreporter.write_sep("=", "First tries that failed")
    for report in _first_tries:
        terminalreporter.write_sep("_", f"{report.nodeid} ({report.when})")
        terminalreporter.write_line(report.longreprtext)
    if chromium() is None:
        terminalreporter.write_line(_NO_CHROMIUM)


def _connect_to_loopback(self: socket.socket, address: object) -> None:
    """Connect as usual, but refuse every address that is not this machine's own."""
    if self.family in (socket.AF_INET, socket.AF_INET6):
        host = str(address[0])
        if not host.startswith(_LOOPBACK):
            raise AssertionError(f"A test tried to reach {host}; tests stay on loopback.")
    _real_connect(self, address)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix: None) -> Iterator[None]:
    """Begin with a copy of a migrated database; Django migrates it nonetheless, and finds nothing to do."""
    default = connections.settings[DEFAULT_DB_ALIAS]
    if default["ENGINE"].endswith("postgresql"):
        default["TEST"]["TEMPLATE"] = Env.db_url_config(postgres_url(os.environ["DATABASE_URL"]))["NAME"]
        yield
        return
    # The name that Django gives the database of its tests; it lives as long as a connection to it is open.
    in_memory = connections[DEFAULT_DB_ALIAS].creation._get_test_db_name()
    with closing(copy_sqlite(sqlite_file(), in_memory)):
        yield


@pytest.fixture(autouse=True, scope="session")
def _only_loopback() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", _connect_to_loopback)
        yield


@pytest.fixture(autouse=True)
def _empty_cache() -> None:
    cache.clear()
    # Not above: the benches take the browser from here, before there are settings.
    from pagecache import kept

    kept.forget()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningSite]:
    """The real site with the demo, on the kind of database that the tests run on."""
    database_url = os.environ.get("DATABASE_URL", "")
    database = OwnDatabase(database_url) if database_url.startswith("postgres") else None
    if database:
        database.create(like=postgres_url(database_url))
    running = RunningSite(tmp_path_factory.mktemp("site") / "data", database.url if database else "")
    running.data_dir.mkdir()
    if not database:
        shutil.copyfile(sqlite_file(), running.data_dir / "site.sqlite3")
    # The readers of the stories each come from a network of their own.
    running.settings["TRUSTED_PROXY_DEPTH"] = "1"
    try:
        running.start()
        yield running
    finally:
        running.stop()
        if database:
            database.drop()
