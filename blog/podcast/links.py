"""Articles and episodes that belong together, whichever of the two names the other."""

import copy
from typing import NamedTuple

from django.db.models import Q
from wagtail.models import Page, ReferenceIndex

from blog.listings import LINKED, open_to_all
from pagecache.kept import kept

_CHOSEN, _MENTIONED = "articles.article", "listen_also.episode"


class _Links(NamedTuple):
    articles: dict[int, list[int]]
    episodes: dict[int, list[Page]]


def _links() -> _Links:
    """Return articles by episode, as ids, and the episodes to add to each article; shared by all readers."""
    return kept("podcast links", _find)


def _find() -> _Links:
    rows = (
        ReferenceIndex.objects.filter(
            base_content_type__app_label="wagtailcore", base_content_type__model="page"
        )
        .filter(Q(model_path=_CHOSEN) | Q(model_path__endswith=_MENTIONED))
        .order_by("pk")
        .values_list("object_id", "to_object_id", "model_path")
    )
    articles: dict[int, list[int]] = {}
    chosen: dict[int, list[int]] = {}
    mentioned: set[tuple[int, int]] = set()
    for source, target, where in rows:
        episode, article = (int(source), int(target)) if where == _CHOSEN else (int(target), int(source))
        listed = articles.setdefault(episode, [])
        if article not in listed:
            listed.append(article)
        if where == _CHOSEN:
            chosen.setdefault(article, []).append(episode)
        else:
            mentioned.add((article, episode))
    wanted = {episode for episodes in chosen.values() for episode in episodes}
    found = open_to_all(Page.objects.only(*LINKED)).in_bulk(wanted) if wanted else {}
    # An article that points to the episode in its own text need not do so twice.
    episodes = {
        article: [found[pk] for pk in pks if pk in found and (article, pk) not in mentioned]
        for article, pks in chosen.items()
    }
    return _Links(articles, episodes)


def episodes_for(article_id: int | None) -> list[Page]:
    """Return the published episodes that chose this article and that its own text does not point to."""
    return [copy.copy(episode) for episode in _links().episodes.get(article_id or 0, [])]


def articles_for(episode_id: int | None) -> list[int]:
    """Return the ids of the articles that this episode chose or that point to it, published or not."""
    return list(_links().articles.get(episode_id or 0, []))
