import os
import shutil
from collections.abc import Iterator
from dataclasses import replace

import pytest

from tests.faults.nodes import Node, Site
from tests.faults.prepared import prepared
from tests.faults.workers import Worker
from tests.mailing.sink import Sink
from tests.migrated import postgres_url
from tests.redis_server import RedisServer
from tests.running_site import OwnDatabase


@pytest.fixture(scope="session")
def whole_site(tmp_path_factory) -> Iterator[Site]:
    """A site that is made once and copied for each test, on the kind of database that the tests run on."""
    database_url = os.environ.get("DATABASE_URL", "")
    if not database_url.startswith("postgres"):
        yield prepared(tmp_path_factory)
        return
    database = OwnDatabase(database_url, "whole")
    database.drop()
    database.create(like=postgres_url(database_url))
    site = Site(tmp_path_factory.mktemp("whole") / "data", database.url)
    site.data_dir.mkdir()
    try:
        site.prepare()
        yield site
    finally:
        database.drop()


@pytest.fixture
def broken_site(whole_site: Site, tmp_path) -> Iterator[Site]:
    """A site to be broken; its servers are gone at the end."""
    database_url = os.environ.get("DATABASE_URL", "")
    database = OwnDatabase(database_url, "faults") if whole_site.database_url else None
    if database:
        database.drop()
        database.create(like=whole_site.database_url)
    site = replace(
        whole_site,
        data_dir=tmp_path / "data",
        database_url=database.url if database else "",
        settings={},
        nodes=[],
    )
    shutil.copytree(whole_site.data_dir, site.data_dir)
    try:
        yield site
    finally:
        for node in site.nodes:
            node.stop()
        if database:
            database.drop()


@pytest.fixture
def redis(tmp_path) -> Iterator[RedisServer]:
    server = RedisServer(tmp_path)
    server.start()
    yield server
    server.stop()


@pytest.fixture
def machines(broken_site: Site, redis: RedisServer) -> list[Node]:
    """Two web servers of one site that share its database, Redis and the keys, and nothing else."""
    broken_site.settings["CACHE_URL"] = redis.url
    return [broken_site.node(apart=True), broken_site.node(apart=True)]


@pytest.fixture
def sink() -> Iterator[Sink]:
    sink = Sink()
    sink.start()
    yield sink
    sink.stop()


@pytest.fixture
def worker(broken_site: Site, sink: Sink) -> Iterator[Worker]:
    worker = Worker(broken_site, sink)
    yield worker
    worker.stop()
