"""A prepared site, made once for all test processes of a run and copied from then on. SQLite only."""

import fcntl
import os
import shutil
from pathlib import Path

import pytest

from tests.faults.nodes import Site


def prepared(factory: pytest.TempPathFactory) -> Site:
    """Return the one to copy; whoever comes first makes it, and others wait for that."""
    base = factory.getbasetemp()
    # Below xdist each process has a folder of its own in that of the run.
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "prepared-site"
    folder.mkdir(exist_ok=True)
    site, said = Site(folder / "data", ""), folder / "said"
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if said.exists():
            site.knows(said.read_text().split())
            return site
        # Half a site of somebody who failed is no site.
        shutil.rmtree(site.data_dir, ignore_errors=True)
        site.data_dir.mkdir()
        site.prepare()
        said.write_text(f"{site.article} {site.stamp} {site.gift_stamp}")
    return site


def copy_of_prepared(factory: pytest.TempPathFactory, data_dir: Path, **settings: str) -> Site:
    """Return a site of its own in `data_dir`, which is not there yet."""
    site = prepared(factory)
    shutil.copytree(site.data_dir, data_dir)
    return Site(data_dir, "", site.article, site.stamp, site.gift_stamp, settings)
