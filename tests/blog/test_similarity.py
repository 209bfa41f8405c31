from django.test import TestCase

from blog.models import ArticlePage, SimilarArticle
from blog.similarity import KEPT, refresh_similar
from tests.blog.factories import CategoryFactory, make_site, stream


def text(words: str) -> str:
    return stream(("paragraph", f"<p>{words}</p>"))


class Similarity(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.site = make_site()

    def order(self, article: ArticlePage) -> list[str]:
        refresh_similar()
        return [pair.other.title for pair in article.similar.select_related("other")]

    def article(self, title: str, **fields) -> ArticlePage:
        return self.site.article(
            **{"title": title, "intro": "Kort.", "body": text("niets bijzonders"), **fields}
        )

    def test_shared_category_and_tag_come_before_other_words(self):
        category = CategoryFactory()
        article = self.article("Vast", categories=[category], tags=["slaap"])
        self.article("Geen")
        self.article("Onderwerp", tags=["slaap"])
        self.article("Categorie", categories=[category])
        self.article("Beide", categories=[category], tags=["slaap"])
        self.assertEqual(self.order(article), ["Beide", "Categorie", "Onderwerp", "Geen"])

    def test_shared_words_decide_where_nothing_else_does(self):
        article = self.article("Nacht", body=text("slapeloosheid maanlicht kussens"))
        self.article("Brief", body=text("postzegel enveloppe handschrift"))
        self.article("Bed", body=text("slapeloosheid kussens dekbed"))
        self.assertEqual(self.order(article)[0], "Bed")

    def test_words_that_everyone_uses_say_nothing(self):
        common = "omdat wanneer zonder misschien"
        article = self.article("Nacht", body=text(f"{common} maanlicht"))
        self.article("Anders", body=text(f"{common} {common} enveloppe"))
        self.article("Gelijk", body=text("maanlicht dekbed kussens"))
        self.assertEqual(self.order(article)[0], "Gelijk")

    def test_article_is_not_like_itself_and_unpublished_ones_do_not_count(self):
        article = self.article("Vast")
        self.article("Schets", live=False)
        self.assertEqual(self.order(article), [])

    def test_working_it_out_again_changes_nothing(self):
        articles = [self.article(f"Nummer {number}") for number in range(3)]
        first = self.order(articles[0])
        self.assertEqual(self.order(articles[0]), first)
        self.assertEqual(SimilarArticle.objects.count(), 6)

    def test_only_the_best_are_kept(self):
        articles = [self.article(f"Nummer {number}") for number in range(KEPT + 3)]
        self.assertEqual(len(self.order(articles[0])), KEPT)

    def test_empty_articles_are_no_trouble(self):
        article = self.article("Vast", body="[]")
        self.article("Leeg", body="[]")
        self.assertEqual(self.order(article), ["Leeg"])

    def test_publishing_and_unpublishing_work_it_out(self):
        article, other = self.article("Vast"), self.article("Ander")
        with self.captureOnCommitCallbacks(execute=True):
            article.save_revision().publish()
        self.assertEqual([pair.other_id for pair in article.similar.all()], [other.pk])
        other.unpublish()
        self.assertEqual(list(article.similar.all()), [])

    def test_removing_an_article_removes_its_pairs(self):
        article, other = self.article("Vast"), self.article("Ander")
        refresh_similar()
        other.delete()
        self.assertEqual(list(article.similar.all()), [])
