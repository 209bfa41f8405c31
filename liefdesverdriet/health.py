"""What operators ask: is the process alive, and may readers be sent to it?"""

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe


class _Migrations:
    """Whether all are applied. Once they are, they stay so for the life of a process."""

    applied = False

    @classmethod
    def are_applied(cls) -> bool:
        if not cls.applied:
            executor = MigrationExecutor(connection)
            cls.applied = not executor.migration_plan(executor.loader.graph.leaf_nodes())
        return cls.applied


@never_cache
@require_safe
def livez(request: HttpRequest) -> HttpResponse:
    """Answer 200 as long as the process lives; a database that is away is no reason for a restart."""
    return HttpResponse("ok\n", content_type="text/plain")


@never_cache
@require_safe
def readyz(request: HttpRequest) -> HttpResponse:
    """Answer 200 when pages can be served from the database, else 503 and the reason, without details."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        reason = "" if _Migrations.are_applied() else "migrations are not applied"
    except DatabaseError:
        reason = "the database cannot be reached"
    return HttpResponse(f"{reason or 'ok'}\n", content_type="text/plain", status=503 if reason else 200)
