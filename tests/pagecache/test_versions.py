import pytest
from django.db import transaction
from django.test import TestCase

from pagecache import versions
from pagecache.models import ContentVersion


class VersionTests(TestCase):
    def setUp(self):
        versions.forget()
        self.addCleanup(versions.forget)

    def test_first_change_makes_the_row_and_later_ones_count_on(self):
        versions.bump()
        versions.bump()
        assert ContentVersion.objects.get().number == 2

    def test_version_is_looked_up_once_in_a_while_only(self):
        versions.current()
        with self.assertNumQueries(0):
            versions.current()

    def test_a_change_that_fails_raises_nothing(self):
        @transaction.atomic
        def change_and_fail():
            versions.bump()
            raise ZeroDivisionError

        versions.bump()
        with pytest.raises(ZeroDivisionError):
            change_and_fail()
        versions.forget()
        assert versions.current() == 1
