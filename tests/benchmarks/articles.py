"""Articles of thirty blocks by the thousand, in rows written in bulk as publishing would have left them."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any
from uuid import UUID

from django.contrib.contenttypes.models import ContentType
from django.db.models import F, Model
from taggit.models import Tag
from wagtail.models import Page

from blog.models import ArticleAuthor, ArticleIndexPage, ArticlePage, AuthorPage, Category, SimilarArticle
from blog.models.articles import TaggedArticle
from blog.outline import reading_minutes
from images.models import SiteImage
from tests.benchmarks import dutch

FIRST = datetime(2020, 1, 1, 7, tzinfo=UTC)
WORDS = 3000
# Thirty blocks: p paragraph, h heading, s smaller heading, i image, q quote, n insight, l list of signals,
# a paragraph with a link to another article, r a line that leads to another article.
LAYOUT = "phapisppinhpaqpsplpipharphippr"
SIMILAR = 12
BATCH = 500


class Writer:
    """Writes articles with ready-made paragraphs, pictures, categories, tags and authors."""

    def __init__(self, blog: ArticleIndexPage) -> None:
        self.chance = Random(5)  # noqa: S311  the same articles each time
        self.blog = blog
        self.kind = ContentType.objects.get_for_model(ArticlePage)
        self.pictures = list(SiteImage.objects.order_by("pk"))
        self.categories = list(Category.objects.order_by("pk"))
        self.tags = list(Tag.objects.order_by("pk"))
        self.authors = list(AuthorPage.objects.order_by("pk"))
        self.written = list(ArticlePage.objects.order_by("pk").values_list("pk", flat=True))
        each = (WORDS - 250) // sum(kind in "pa" for kind in LAYOUT)
        self.paragraphs = [dutch.sentences(each, self.chance) for _ in range(200)]

    def grow(self, until: int) -> None:
        """Write articles until there are so many of them."""
        while len(self.written) < until:
            self._write_batch(len(self.written), min(BATCH, until - len(self.written)))

    def _write_batch(self, start: int, count: int) -> None:
        pages = Page.objects.bulk_create(self._page(number) for number in range(start, start + count))
        keys = [page.pk for page in pages]
        self.written += keys
        articles = [self._article(page) for page in pages]
        # `bulk_create` refuses models with a parent table; the parents' rows stand already.
        fields = ArticlePage._meta.local_concrete_fields
        ArticlePage._base_manager.all()._batched_insert(articles, fields, batch_size=100)
        self._relations(keys)
        Page.objects.filter(pk=self.blog.pk).update(numchild=F("numchild") + count)

    def _page(self, number: int) -> Page:
        slug = f"artikel-{number}"
        name = dutch.title(number, self.chance)
        # The newest first, so that lists show those that were there from the start however many follow.
        published = FIRST - timedelta(hours=number)
        return Page(
            path=ArticlePage._get_path(self.blog.path, self.blog.depth + 1, number + 1),
            depth=self.blog.depth + 1,
            title=name,
            draft_title=name,
            slug=slug,
            url_path=f"{self.blog.url_path}{slug}/",
            content_type=self.kind,
            locale_id=self.blog.locale_id,
            search_description=dutch.sentence(self.chance)[:160],
            live=True,
            first_published_at=published,
            last_published_at=published,
            latest_revision_created_at=published,
        )

    def _article(self, page: Page) -> ArticlePage:
        blocks = list(self._blocks())
        intro = dutch.sentences(30, self.chance)
        return ArticlePage(
            page_ptr_id=page.pk,
            intro=intro,
            hero_image=self.chance.choice(self.pictures),
            hero_alt="Getekende golven.",
            body=json.dumps(blocks),
            word_count=WORDS,
            reading_minutes=reading_minutes(WORDS),
        )

    def _blocks(self) -> Iterator[dict[str, Any]]:
        chance = self.chance
        for kind in LAYOUT:
            name, value = self._block(kind)
            yield {"type": name, "value": value, "id": str(UUID(int=chance.getrandbits(128), version=4))}

    def _block(self, kind: str) -> tuple[str, Any]:
        chance, text = self.chance, dutch.sentence(self.chance)
        if kind == "p":
            return "paragraph", f"<p>{chance.choice(self.paragraphs)}</p>"
        if kind == "a":
            link = f'<a linktype="page" id="{chance.choice(self.written)}">lees dit ook</a>'
            return "paragraph", f"<p>{chance.choice(self.paragraphs)} <b>Liever verder?</b> Dan {link}.</p>"
        if kind in "hs":
            return "heading", {
                "text": f"Wat {chance.choice(dutch.TOPICS)} met je doet",
                "level": "h2" if kind == "h" else "h3",
            }
        if kind == "i":
            picture = chance.choice(self.pictures).pk
            image = {"image": picture, "alt_text": "Getekende golven.", "decorative": False}
            return "image", {"image": image, "caption": text, "width": "text"}
        if kind == "q":
            return "quote", {"text": text, "source": chance.choice(dutch.NAMES), "kind": "saying"}
        if kind == "n":
            return "insight", {"label": "insight", "text": f"<p>{text}</p>"}
        if kind == "l":
            signals = [dutch.sentence(chance) for _ in range(3)]
            return "signals", {"title": "Hieraan merk je het", "items": signals}
        return "read_also", {"page": chance.choice(self.written), "text": ""}

    def _relations(self, keys: list[int]) -> None:
        chance = self.chance
        write(ArticleAuthor, [{"article_id": key, "author": chance.choice(self.authors)} for key in keys])
        write(
            ArticlePage.categories.through,
            [
                {"articlepage_id": key, "category": one}
                for key in keys
                for one in chance.sample(self.categories, 2)
            ],
        )
        write(
            TaggedArticle,
            [{"content_object_id": key, "tag": tag} for key in keys for tag in chance.sample(self.tags, 4)],
        )
        write(
            SimilarArticle,
            [
                {"article_id": key, "other_id": other, "score": chance.random()}
                for key in keys
                for other in chance.sample(self.written, min(SIMILAR, len(self.written)))
                if other != key
            ],
        )


def write(model: type[Model], rows: list[dict[str, Any]]) -> None:
    model._default_manager.bulk_create([model(**row) for row in rows], batch_size=BATCH)
