"""What SQLite knows of how its rows are spread: without it, it chooses an index by guessing."""

from datetime import datetime

from django.db import connection

# Rows that are looked at of each index: enough to choose by, and done in a moment however many there are
# (sqlite.org/lang_analyze.html).
LOOKED_AT = 1000


def refresh(now: datetime) -> None:
    """Count anew, on SQLite; PostgreSQL does so by itself. `now`: as of all daily chores."""
    if connection.vendor != "sqlite":
        return
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA analysis_limit={LOOKED_AT}")
        cursor.execute("ANALYZE")
