"""Queries with their SQL made once find what the queryset itself finds."""

import pytest
from django.db import connection
from django.db.models import F
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page

from blog.models import ArticlePage
from pagecache.prepared import MOST_IDS, Prepared
from tests.blog.factories import make_site

by_ids = Prepared(lambda ids: Page.objects.only("title", "slug").filter(pk__in=ids))
by_place = Prepared(
    lambda slug, depth: ArticlePage.objects.select_related("hero_image").filter(slug=slug, depth=depth)
)


class Prepare(TestCase):
    @classmethod
    def setUpTestData(cls):
        site = make_site()
        cls.articles = [site.article(title=f"Nacht {number}", slug=f"nacht-{number}") for number in range(6)]

    def test_finds_what_the_queryset_finds_for_each_number_of_ids(self):
        for count in range(1, len(self.articles) + 1):
            ids = [article.pk for article in self.articles[:count]]
            for _ in range(2):
                assert by_ids.by_id(ids) == Page.objects.in_bulk(ids)

    def test_fetches_joined_rows_and_leaves_out_what_was_not_asked(self):
        article = self.articles[0]
        with self.assertNumQueries(1):
            (found,) = by_place(article.slug, article.depth)
            assert found.hero_image == article.hero_image
            assert found.title == article.title
        (page,) = by_ids([article.pk])
        assert "first_published_at" in page.get_deferred_fields()

    def test_values_of_one_question_are_not_those_of_the_next(self):
        first, second = self.articles[:2]
        assert by_place(first.slug, first.depth) == [first]
        assert by_place(second.slug, second.depth) == [second]
        assert by_place(second.slug, second.depth + 1) == []

    def test_signs_in_a_text_mean_nothing(self):
        for slug in ("%s", "nacht-%", "'; --", "~stand-in 0~"):
            assert by_place(slug, 4) == []

    def test_nothing_is_asked_about_no_ids(self):
        with self.assertNumQueries(0):
            assert by_ids([]) == []

    def test_many_ids_are_asked_at_once_as_well(self):
        ids = [article.pk for article in self.articles] + list(range(10**6, 10**6 + MOST_IDS))
        with CaptureQueriesContext(connection) as captured:
            assert by_ids.by_id(ids) == Page.objects.in_bulk([article.pk for article in self.articles])
        assert len(captured) == 2

    def test_rows_of_values_and_unions(self):
        both = Prepared(
            lambda one, other: (
                Page.objects.filter(pk=one)
                .order_by()
                .values_list("pk", "title")
                .union(
                    Page.objects.filter(pk=other)
                    .order_by()
                    .annotate(name=F("title"))
                    .values_list("pk", "name")
                )
            )
        )
        one, other = self.articles[2:4]
        assert sorted(both(one.pk, other.pk)) == sorted([(one.pk, one.title), (other.pk, other.title)])

    def test_a_value_that_is_changed_on_its_way_is_refused(self):
        with pytest.raises(ValueError, match="as it is"):
            Prepared(lambda start: Page.objects.filter(path__startswith=start))("0001")
