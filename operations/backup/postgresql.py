"""A PostgreSQL database in a backup: the rows of all tables as they stood at one moment.

By COPY in one REPEATABLE READ transaction: it needs no pg_dump of the server's own version on this machine,
and nobody waits for it. The tables themselves come from the migrations that the backup names
(docs/decisions/0029-backups-of-our-own.md).
"""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

import psycopg
from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.graph import MigrationGraph
from psycopg import IsolationLevel
from psycopg.sql import SQL, Identifier

from operations.backup.archive import About, Writer
from operations.backup.sealing import Unreadable
from operations.backup.sqlite import InUse

PIECE = 8 * 1024 * 1024
ASIDE = "before_restore"
_COLUMNS = """
    SELECT c.relname, a.attname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
    WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p')
    AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '' ORDER BY c.relname, a.attnum
"""
_SEQUENCES = """
    SELECT sequencename, last_value FROM pg_sequences
    WHERE schemaname = current_schema() AND last_value IS NOT NULL ORDER BY sequencename
"""


class OtherDatabase(Exception):
    """The backup does not fit this database; says why in one sentence."""


def dump(writer: Writer, about: About) -> None:
    """Put all rows in, in pieces. Raises psycopg.Error."""
    with _session() as session:
        session.isolation_level, session.read_only = IsolationLevel.REPEATABLE_READ, True
        for table, column in session.execute(_COLUMNS).fetchall():
            about.columns.setdefault(table, []).append(column)
        about.sequences = dict(session.execute(_SEQUENCES).fetchall())
        for table, columns in about.columns.items():
            about.rows[table] = _dump_table(session, writer, table, columns)


def _dump_table(session: Any, writer: Writer, table: str, columns: list[str]) -> int:
    number, pending = 0, bytearray()
    with session.cursor() as cursor:
        with cursor.copy(_copy("COPY {} ({}) TO STDOUT", table, columns)) as rows:
            for data in rows:
                pending += data
                if len(pending) >= PIECE:
                    writer.add_bytes(f"database/{table}/{number:06}", bytes(pending))
                    number += 1
                    pending.clear()
        if pending:
            writer.add_bytes(f"database/{table}/{number:06}", bytes(pending))
        return int(cursor.rowcount)


def _copy(statement: str, table: str, columns: list[str]) -> Any:
    return SQL(statement).format(Identifier(table), SQL(", ").join(map(Identifier, columns)))


def is_empty() -> bool:
    with connection.cursor() as cursor:
        return not connection.introspection.table_names(cursor)


def require_unused() -> None:
    """Make sure that nobody else has a connection. Raises InUse."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
            " AND backend_type = 'client backend' AND pid <> pg_backend_pid()"
        )
        others = cursor.fetchone()[0]
    if others:
        raise InUse(f"Something still has the database open ({others} connections): stop the site first.")


@transaction.atomic
def put_aside() -> None:
    """Keep all tables under another schema, and leave none."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_schema()")
        schema = Identifier(cursor.fetchone()[0])
        cursor.execute(SQL("ALTER SCHEMA {} RENAME TO {}").format(schema, Identifier(ASIDE)))
        cursor.execute(SQL("CREATE SCHEMA {}").format(schema))


def is_aside() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_namespace WHERE nspname = %s", [ASIDE])
        return cursor.fetchone() is not None


@transaction.atomic
def put_back() -> None:
    """Take the tables that were kept, in the place of what is there now."""
    with connection.cursor() as cursor:
        schema = _clear(cursor)
        cursor.execute(SQL("DROP SCHEMA {}").format(schema))
        cursor.execute(SQL("ALTER SCHEMA {} RENAME TO {}").format(Identifier(ASIDE), schema))


def _clear(cursor: Any) -> Identifier:
    cursor.execute("SELECT current_schema()")
    schema = Identifier(cursor.fetchone()[0])
    cursor.execute(SQL("DROP SCHEMA {} CASCADE").format(schema))
    cursor.execute(SQL("CREATE SCHEMA {}").format(schema))
    return schema


def forget_aside() -> None:
    with connection.cursor() as cursor:
        cursor.execute(SQL("DROP SCHEMA IF EXISTS {} CASCADE").format(Identifier(ASIDE)))


def load(about: About, folder: Path) -> None:
    """Make the tables as the backup knows them, and put its rows in. Raises Unreadable, OtherDatabase.

    The rows come in one transaction, at whose end the database checks what refers to what.
    """
    executor = MigrationExecutor(connection)
    executor.migrate(_newest(executor.loader.graph, {(app, name) for app, name in about.migrations}))
    with _session() as session:
        there = {table for table, _ in session.execute(_COLUMNS).fetchall()}
        if unknown := sorted(set(about.columns) - there):
            raise OtherDatabase(f"The backup has tables that the site does not know: {', '.join(unknown)}.")
        # What the migrations put in themselves.
        names = SQL(", ").join(map(Identifier, sorted(there)))
        session.execute(SQL("TRUNCATE {}").format(names))
        session.execute("SET CONSTRAINTS ALL DEFERRED")
        for table, columns in about.columns.items():
            count = _load_table(session, table, columns, folder / "database" / table)
            if count != about.rows.get(table):
                raise Unreadable(f"The backup does not have all rows of {table}.")
        for sequence, value in about.sequences.items():
            session.execute("SELECT setval(%s::regclass, %s)", [f'"{sequence}"', value])
        session.commit()
        session.autocommit = True
        session.execute("ANALYZE")


def _newest(graph: MigrationGraph, applied: set[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return the applied migrations that no other applied one of their app stands on."""
    known = [node for node in applied if node in graph.node_map]
    return sorted(
        node
        for node in known
        if not any(
            child.key in applied and child.key[0] == node[0] for child in graph.node_map[node].children
        )
    )


def _load_table(session: Any, table: str, columns: list[str], folder: Path) -> int:
    with session.cursor() as cursor:
        with cursor.copy(_copy("COPY {} ({}) FROM STDIN", table, columns)) as rows:
            for piece in sorted(folder.iterdir()) if folder.is_dir() else ():
                with piece.open("rb") as file:
                    _pour(file, rows)
        return int(cursor.rowcount)


def _pour(file: IO[bytes], rows: Any) -> None:
    while data := file.read(io.DEFAULT_BUFFER_SIZE * 16):
        rows.write(data)


@contextmanager
def _session() -> Iterator[psycopg.Connection[Any]]:
    """Give a connection of its own, set up as Django's is."""
    parameters = connection.get_connection_params()
    session = connection.get_new_connection(parameters)
    try:
        session.autocommit = False
        yield session
    finally:
        session.close()
