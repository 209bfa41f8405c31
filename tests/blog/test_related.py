from django.test import TestCase
from wagtail.models import PageViewRestriction

from blog.models import ArticlePage, RelatedArticle
from blog.related import related_articles
from blog.similarity import refresh_similar
from tests.blog.factories import make_site


class Related(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.site = make_site()
        cls.article = cls.site.article()
        cls.alike = [cls.site.article(tags=["slaap"] if number < 4 else []) for number in range(5)]
        cls.article.tags.set(["slaap"])
        cls.article.save()
        refresh_similar()

    def pick(self, *others: ArticlePage) -> None:
        for order, other in enumerate(others):
            RelatedArticle.objects.create(article=self.article, other=other, sort_order=order)

    def related(self) -> list[int]:
        return [other.pk for other in related_articles(ArticlePage.objects.get(pk=self.article.pk))]

    def test_three_are_shown_and_the_most_alike_when_none_is_picked(self):
        found = self.related()
        self.assertEqual(len(found), 3)
        self.assertNotIn(self.alike[4].pk, found)

    def test_picked_ones_come_first_in_their_order(self):
        self.pick(self.alike[4], self.alike[0])
        self.assertEqual(self.related()[:2], [self.alike[4].pk, self.alike[0].pk])
        self.assertEqual(len(self.related()), 3)

    def test_unpublished_and_restricted_ones_are_left_out(self):
        self.pick(self.alike[4], self.alike[0])
        self.alike[4].unpublish()
        PageViewRestriction.objects.create(page=self.alike[0], restriction_type="login")
        found = self.related()
        self.assertEqual(len(found), 3)
        self.assertFalse({self.alike[4].pk, self.alike[0].pk} & set(found))

    def test_article_is_not_related_to_itself_even_when_picked(self):
        self.pick(self.article)
        self.assertNotIn(self.article.pk, self.related())

    def test_none_twice(self):
        self.pick(self.alike[0], self.alike[0])
        found = self.related()
        self.assertEqual(len(found), len(set(found)))

    def test_new_article_has_none_yet(self):
        self.assertEqual(related_articles(ArticlePage(title="Nieuw", intro="")), [])

    def test_picks_of_an_unsaved_draft_are_shown_in_its_preview(self):
        draft = ArticlePage.objects.get(pk=self.article.pk)
        draft.related_articles = [RelatedArticle(other=self.alike[4])]
        self.assertEqual(related_articles(draft)[0].pk, self.alike[4].pk)

    def test_only_article_of_a_site_shows_none(self):
        for other in self.alike:
            other.delete()
        self.assertEqual(self.related(), [])
