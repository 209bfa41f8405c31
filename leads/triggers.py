"""Database triggers that keep the record of consents append-only.

SQLite rebuilds a table (and drops its triggers) when a later migration alters it: such a migration ends with
`install` again.
"""

from django.db.backends.base.base import BaseDatabaseWrapper

TABLE = "leads_consentevent"
REFUSAL = "leads_consentevent is append-only"


def install(connection: BaseDatabaseWrapper) -> None:
    remove(connection)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "CREATE OR REPLACE FUNCTION leads_refuse_consent_change() RETURNS trigger LANGUAGE plpgsql "
                f"AS $$ BEGIN RAISE EXCEPTION '{REFUSAL}' USING ERRCODE = 'integrity_constraint_violation'; "
                "END $$"
            )
            cursor.execute(
                f"CREATE TRIGGER leads_consent_append_only BEFORE UPDATE OR DELETE ON {TABLE} "
                "FOR EACH ROW EXECUTE FUNCTION leads_refuse_consent_change()"
            )
        else:
            for action in ("UPDATE", "DELETE"):
                cursor.execute(
                    f"CREATE TRIGGER leads_consent_no_{action.lower()} BEFORE {action} ON {TABLE} "
                    f"BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
                )


def remove(connection: BaseDatabaseWrapper) -> None:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(f"DROP TRIGGER IF EXISTS leads_consent_append_only ON {TABLE}")
        else:
            cursor.execute("DROP TRIGGER IF EXISTS leads_consent_no_update")
            cursor.execute("DROP TRIGGER IF EXISTS leads_consent_no_delete")
