"""What operators and load balancers are told."""

from unittest import mock

from django.db import OperationalError, connection
from django.test import SimpleTestCase, TestCase

from liefdesverdriet import health


class AliveTests(SimpleTestCase):
    def test_livez_answers_without_a_database(self) -> None:
        response = self.client.get("/livez")
        self.assertEqual((response.status_code, response.content), (200, b"ok\n"))
        self.assertIn("no-store", response["Cache-Control"])
        self.assertFalse(response.cookies)

    def test_livez_takes_no_post(self) -> None:
        self.assertEqual(self.client.post("/livez").status_code, 405)


class ReadyTests(TestCase):
    def setUp(self) -> None:
        self.enterContext(mock.patch.object(health._Migrations, "applied", False))

    def test_ready_when_the_database_answers_and_is_migrated(self) -> None:
        response = self.client.get("/readyz")
        self.assertEqual((response.status_code, response.content), (200, b"ok\n"))

    def test_not_ready_while_a_migration_waits(self) -> None:
        with mock.patch.object(health.MigrationExecutor, "migration_plan", return_value=[("waits", False)]):
            response = self.client.get("/readyz")
        self.assertEqual(response.status_code, 503)
        self.assertIn(b"migrations", response.content)

    def test_not_ready_without_a_database_and_without_telling_where_it_is(self) -> None:
        with mock.patch.object(
            connection, "cursor", side_effect=OperationalError("host secret-host refused")
        ):
            response = self.client.get("/readyz")
        self.assertEqual(response.status_code, 503)
        self.assertNotIn(b"secret-host", response.content)
