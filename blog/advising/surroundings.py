"""What only the site knows of a page: who links to it, who shares its keyphrase, what it could link to."""

import math
from collections import Counter
from functools import lru_cache

from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet
from wagtail.models import Page, ReferenceIndex

from advice.matching import Keyphrase
from advice.text import Link, Suggestion, Surroundings, Text
from blog.dead_links.anchors import AROUND, Anchor, headings, missing
from blog.listings import open_to_all
from blog.models import ArticlePage, SimilarArticle
from dutch.lemmas import lemmas

SUGGESTED = 5
# So many of the newest articles are looked through for suggestions to one that was never published.
LOOKED_THROUGH = 1000


@lru_cache(maxsize=10_000)
def key_of(keyphrase: str) -> str:
    """Return what is equal for keyphrases that ask for the same, "" for none."""
    return Keyphrase(keyphrase).key()


def references() -> QuerySet[ReferenceIndex]:
    """Return the links from pages to pages, in text, blocks and choices alike."""
    page = ContentType.objects.get_for_model(Page)
    found: QuerySet[ReferenceIndex] = ReferenceIndex.objects.filter(
        base_content_type=page, to_content_type=page
    )
    return found


def incoming(page: Page) -> int:
    """Return how many other published pages link to `page`."""
    from_pages = references().filter(to_object_id=str(page.pk)).exclude(object_id=str(page.pk))
    ids = {int(pk) for pk in from_pages.values_list("object_id", flat=True)}
    return Page.objects.live().filter(pk__in=ids).count() if ids else 0


def same_keyphrase(page: Page, keyphrase: str) -> tuple[str, ...]:
    """Return the titles of other published articles with this keyphrase, whatever its form and order."""
    key = key_of(keyphrase)
    if not key:
        return ()
    others = ArticlePage.objects.live().exclude(focus_keyphrase="").exclude(pk=page.pk)
    rows = others.values_list("title", "focus_keyphrase").order_by("title")
    return tuple(title for title, phrase in rows if key_of(phrase) == key)


def suggestions(page: Page, text: Text) -> tuple[Suggestion, ...]:
    """Return articles that `page` could link to and does not yet, the likeliest first."""
    linked = {link.page for link in text.links} | {page.pk}
    similar = SimilarArticle.objects.filter(article_id=page.pk) if page.pk else SimilarArticle.objects.none()
    chosen = [pk for pk in similar.values_list("other_id", flat=True) if pk not in linked]
    chosen = chosen or _by_words(text, linked)
    pages = open_to_all(ArticlePage.objects.filter(pk__in=chosen[: SUGGESTED * 2])).in_bulk()
    found = [pages[pk] for pk in chosen if pk in pages][:SUGGESTED]
    return tuple(Suggestion(other.pk, other.title, other.full_url or "") for other in found)


@lru_cache(maxsize=10_000)
def _terms(words: str) -> frozenset[str]:
    return frozenset(lemmas(words))


def _by_words(text: Text, linked: set[int | None]) -> list[int]:
    """Return the articles whose titles and keyphrases share the rarest words with `text`."""
    own = _terms(f"{text.title} {text.keyphrase or ''}") | _terms(text.intro)
    rows = ArticlePage.objects.live().order_by("-first_published_at")
    terms = {
        pk: _terms(f"{title} {phrase}")
        for pk, title, phrase in rows.values_list("pk", "title", "focus_keyphrase")[:LOOKED_THROUGH]
        if pk not in linked
    }
    frequency = Counter(term for found in terms.values() for term in found)
    scores = {
        pk: sum(math.log(1 + len(terms) / frequency[term]) for term in sorted(found & own))
        for pk, found in terms.items()
    }
    best = sorted((pk for pk in scores if scores[pk]), key=lambda pk: -scores[pk])
    return best[: SUGGESTED * 2]


def lost(page: Page, text: Text) -> tuple[Link, ...]:
    """Return the links of `text` to places that are not there; those within `page` as it is written now."""
    here = headings(page)
    gone = missing(Anchor(link.page, link.anchor) for link in text.links if link.page and link.anchor)
    return tuple(
        link
        for link in text.links
        if link.anchor
        and (Anchor(link.page, link.anchor) in gone if link.page else link.anchor not in here | AROUND)
    )


def around(page: Page, text: Text) -> Surroundings:
    """Return all that the site knows of `page`, which may be unsaved."""
    is_article = isinstance(page, ArticlePage)
    return Surroundings(
        # Nothing can lead to what is not there yet.
        incoming=incoming(page) if page.pk and page.live and is_article else None,
        same_keyphrase=same_keyphrase(page, text.keyphrase or "") if is_article else (),
        suggestions=suggestions(page, text) if is_article else (),
        lost=lost(page, text),
    )
