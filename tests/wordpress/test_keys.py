"""Keys that are taken before their rows are written are nobody else's."""

from django.db import connection, transaction
from django.test import TestCase

from blog.models import Category
from comments.models import Comment
from wordpress.taking_over.keys import Keys


class KeysTests(TestCase):
    def test_rows_that_others_write_get_other_keys(self) -> None:
        keys = Keys(Category)
        keys.expect(3)
        between = Category.objects.create(name="Tussendoor", slug="tussendoor")
        taken = keys.take(5)
        after = Category.objects.create(name="Erna", slug="erna")
        assert len({*taken, between.pk, after.pk}) == 7
        Category.objects.bulk_create(Category(pk=pk, name=f"C{pk}", slug=f"c{pk}") for pk in taken)
        last = Category.objects.create(name="Laatst", slug="laatst")
        assert last.pk not in {*taken, between.pk, after.pk}

    def test_table_that_never_had_a_row_has_keys(self) -> None:
        Comment.objects.all().delete()
        if connection.vendor == "sqlite":
            with connection.cursor() as cursor:
                cursor.execute("DELETE FROM sqlite_sequence WHERE name = %s", [Comment._meta.db_table])
        keys = Keys(Comment)
        assert len({keys.next(), keys.next()}) == 2

    def test_keys_taken_back_may_be_given_again_once_they_are_forgotten(self) -> None:
        keys = Keys(Category)
        with transaction.atomic():
            keys.expect(2)
            transaction.set_rollback(True)
        keys.forget()
        (key,) = keys.take(1)
        Category.objects.create(pk=key, name="Eb", slug="eb")
        assert Category.objects.create(name="Vloed", slug="vloed").pk != key
