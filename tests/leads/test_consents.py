import pytest
from django.db import DatabaseError, connection, transaction
from django.test import TestCase
from django.utils import timezone

from leads.consents import NEWSLETTER, record
from leads.models import ConsentEvent
from leads.triggers import REFUSAL, TABLE


class AppendOnlyTests(TestCase):
    def setUp(self):
        now = timezone.now()
        record("lezer@voorbeeld.nl", ConsentEvent.Event.GIVEN, NEWSLETTER, "https://voorbeeld.nl/", now)

    def refused(self, sql: str) -> None:
        with pytest.raises(DatabaseError, match=REFUSAL), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql)
        assert ConsentEvent.objects.get().text == NEWSLETTER.text

    def test_database_refuses_to_change_a_consent(self):
        self.refused("UPDATE leads_consentevent SET text = 'iets anders'")

    def test_database_refuses_to_delete_a_consent(self):
        self.refused("DELETE FROM leads_consentevent")

    def test_models_are_refused_too(self):
        with pytest.raises(DatabaseError), transaction.atomic():
            ConsentEvent.objects.all().delete()
        with pytest.raises(DatabaseError), transaction.atomic():
            ConsentEvent.objects.update(text="iets anders")

    def test_no_address_is_kept(self):
        assert "lezer" not in str(ConsentEvent.objects.values().get())

    def test_triggers_are_on_the_table_of_the_model(self):
        assert ConsentEvent._meta.db_table == TABLE
