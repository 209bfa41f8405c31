"""What an episode shows beyond its notes: chapters, transcript, people, articles."""

from typing import Any
from urllib.parse import urlsplit

from django.http import HttpRequest

from blog.article_context import share_links
from blog.listings import as_cards, open_to_all
from blog.models.articles import ArticlePage
from blog.models.categories import give_categories
from blog.navigation import blog_url
from blog.podcast import show
from blog.podcast.clock import clock
from blog.podcast.links import articles_for
from blog.podcast.transcripts import Cue, is_timed

ARTICLES = 6
# A paragraph of the transcript ends at another voice, or at the end of a sentence after so many characters.
_PARAGRAPH = 420


def paragraphs(cues: tuple[Cue, ...], taken: set[str]) -> list[dict[str, Any]]:
    """Return the transcript as one reads it: paragraphs with a speaker, a moment and their pieces.

    `taken`: moments whose id another element has; each id is given once.
    """
    found: list[dict[str, Any]] = []
    length, speaker = 0, None
    for cue in cues:
        ended = not found or found[-1]["cues"][-1].text.rstrip("”’\"'")[-1:] in ".?!…"
        if not found or cue.speaker != speaker or cue.start is None or (length > _PARAGRAPH and ended):
            named = cue.speaker if cue.speaker != speaker else ""
            moment = "" if cue.start is None else clock(cue.start)
            own = moment not in taken
            taken = taken | {moment, ""}
            found.append({"speaker": named, "cues": [], "start": cue.start, "clock": moment, "own": own})
            length, speaker = 0, cue.speaker
        found[-1]["cues"].append(cue)
        length += len(cue.text)
    return found


def episode_context(episode, request: HttpRequest, context: dict) -> dict[str, Any]:
    """Return what an episode's template needs beyond `context`, to whose `pictures` it adds its own."""
    chosen = [child.value.pk for child in episode.articles if child.value and child.value.live]
    wanted = list(dict.fromkeys([*chosen, *articles_for(episode.pk)]))
    cards = (
        {card.pk: card for card in as_cards(open_to_all(ArticlePage.objects.filter(pk__in=wanted)))}
        if wanted
        else {}
    )
    articles = [cards[pk] for pk in wanted if pk in cards][:ARTICLES]
    give_categories(articles)
    context["pictures"] += [article.hero_image for article in articles]
    cues, chapters = episode.cues(), episode.chapter_list()
    own_url = episode.get_url(request) or ""
    parent = episode.get_parent() if episode.depth else None
    return {
        "articles": articles,
        "blog_url": blog_url(request),
        "chapters": chapters,
        "feed_url": show.feed_url(episode, request),
        "guests": [child.value for child in episode.guests],
        "hosts": [child.value for child in episode.hosts if child.value and child.value.live],
        "platforms": show.platforms(parent.pk) if parent else [],
        "share": share_links(episode.title, episode.full_url or ""),
        "sound": episode.audio_url(),
        "sound_host": "" if episode.audio else urlsplit(episode.audio_address).hostname or "",
        "transcript": paragraphs(cues, {chapter.clock for chapter in chapters} | {""}),
        "transcript_url": f"{own_url}transcript/" if is_timed(cues) and own_url else "",
    }
