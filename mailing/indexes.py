"""Indexes of ours on django-post-office's table, so that a hundred thousand mails are as quick as a hundred.

Made after each `migrate`: SQLite rebuilds a table that a migration alters, with its model's own indexes only.
"""

from django.db import connections

TABLE = "post_office_email"


def install(using: str) -> None:
    connection = connections[using]
    with connection.cursor() as cursor:
        if TABLE not in connection.introspection.table_names(cursor):
            return
        # The few that go next (mailing.delivery.due_mails), without reading texts of mails.
        cursor.execute(
            f"CREATE INDEX IF NOT EXISTS mailing_next ON {TABLE} "
            "(status, priority DESC, created, id, scheduled_time)"
        )
        if connection.vendor == "sqlite":
            # A row of SQLite is read with the text that stands in it; PostgreSQL keeps long texts apart.
            cursor.execute(
                f'CREATE INDEX IF NOT EXISTS mailing_search ON {TABLE} (id, "to", subject, status, created)'
            )
