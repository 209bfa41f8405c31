"""A database and a data folder of one's own, to fill and to throw away."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager

import django

from tests.running_site import OwnDatabase


@contextmanager
def scratch_site(**environment: str) -> Iterator[None]:
    """Set Django up with an empty, migrated site: SQLite in a temporary folder, or beside DATABASE_URL.

    Processes that are started meanwhile find the same site by their environment.
    """
    named = os.environ.get("DATABASE_URL", "")
    database = OwnDatabase(named) if named.startswith("postgres") else None
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {"DATA_DIR": folder, "SITE_URL": "http://localhost", "DEBUG": "0", **environment}
        os.environ["DJANGO_SETTINGS_MODULE"] = "liefdesverdriet.settings"
        if database:
            database.create()
            os.environ["DATABASE_URL"] = database.url
        django.setup()
        from django.core.management import call_command
        from django.db import connection

        try:
            call_command("migrate", verbosity=0)
            call_command("collectstatic", interactive=False, verbosity=0)
            yield
        finally:
            connection.close()
            if database:
                database.drop()
