"""An episode of somebody's feed as a page of ours, and its place in the tree."""

from collections.abc import Callable
from enum import StrEnum
from typing import Any
from urllib.parse import urlsplit

import nh3
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import transaction
from django.utils.text import slugify

from blog.models import ImportedEpisode, PodcastEpisodePage, PodcastIndexPage
from blog.podcast import transcripts
from blog.podcast.audio import KINDS, SUFFIXES
from blog.podcast.fetching import NotFetched
from blog.podcast.reading import ReadEpisode

LARGEST_SOUND, LARGEST_TEXT = 500_000_000, 2_000_000
SOUND_SECONDS = 1800.0
TREE = ("path", "depth", "numchild", "content_type", "locale", "url_path", "slug", "page_ptr")
_TAGS = {"p", "br", "ul", "ol", "li", "a", "b", "strong", "i", "em"}
_KIND_NAMES = {"audio/mp3": "audio/mpeg", "audio/mp4": "audio/x-m4a", "audio/m4a": "audio/x-m4a"}
_SUFFIX_OF = {kind: suffix for suffix, kind in reversed(SUFFIXES.items())}


class Remark(StrEnum):
    """What a remark on an episode is about."""

    TRANSCRIPT = "transcript"
    DRAFT = "draft"


def make_page(
    episode: ReadEpisode, get: Callable[..., bytes] | None
) -> tuple[PodcastEpisodePage, dict[Remark, str]]:
    """Return an unsaved page and what to remark on it; with `get` its sound and transcript come along.

    Raises NotFetched, ValidationError.
    """
    kind = _KIND_NAMES.get(episode.kind, episode.kind)
    if kind not in KINDS:
        kind = SUFFIXES.get(urlsplit(episode.audio).path.lower().rpartition(".")[2], "")
    if not kind:
        raise ValidationError(
            f"Dit is geen geluid dat wij kennen, maar {episode.kind or 'iets zonder soort'}."
        )
    remarks: dict[Remark, str] = {}
    page = PodcastEpisodePage(
        title=episode.title,
        draft_title=episode.title,
        summary=episode.summary or episode.title,
        body=[("paragraph", notes)] if (notes := _notes(episode.notes)) else [],
        season=episode.season,
        number=episode.number,
        episode_type=episode.episode_type,
        explicit=episode.explicit,
        guid=episode.guid,
        duration=episode.seconds,
        audio_kind=kind,
        audio_bytes=episode.size,
        first_published_at=episode.published,
        last_published_at=episode.published,
        live=episode.published is not None,
    )
    page.chapters = [
        ("chapter", {"start": start, "title": title, "url": url, "image": None})
        for start, title, url in episode.chapters
    ]
    page.guests = [("guest", guest) for guest in episode.guests]
    if get is None:
        page.audio_address = episode.audio
        if episode.transcript:
            remarks[Remark.TRANSCRIPT] = "het transcript komt alleen mee als je ook het geluid ophaalt"
    else:
        sound = get(episode.audio, LARGEST_SOUND, seconds=SOUND_SECONDS)
        name = f"{slugify(episode.title)[:80] or 'aflevering'}.{_SUFFIX_OF[kind]}"
        page.audio = ContentFile(sound, name=name)
        if episode.transcript:
            page.transcript, why_not = _transcript(episode.transcript, get)
            if why_not:
                remarks[Remark.TRANSCRIPT] = f"zonder transcript: {why_not}"
    if episode.published is None:
        remarks[Remark.DRAFT] = "heeft geen datum en wordt daarom als concept bewaard"
    return page, remarks


def free_slug(index: PodcastIndexPage, title: str) -> str:
    wanted = slugify(title)[:200] or "aflevering"
    taken = {*index.get_children().filter(slug__startswith=wanted).values_list("slug", flat=True), "feed"}
    free, number = wanted, 2
    while free in taken:
        free, number = f"{wanted}-{number}", number + 1
    return free


@transaction.atomic
def add(index: PodcastIndexPage, page: PodcastEpisodePage, record: ImportedEpisode, user: Any) -> bool:
    """Give `page` its place under `index`, and keep `record` of it; False where another just did."""
    # Whoever adds to this podcast waits here, so that no episode comes twice.
    list(PodcastIndexPage.objects.select_for_update(of=("self",)).filter(pk=index.pk).values_list("pk"))
    if PodcastEpisodePage.objects.child_of(index).filter(guid=page.guid).exists():
        return False
    index.refresh_from_db(fields=["numchild"])
    page.owner = user
    index.add_child(instance=page)
    revision = page.save_revision(user=user, changed=False, log_action=False, clean=False)
    values: dict[str, Any] = {"latest_revision": revision}
    if page.live:
        values |= {"live_revision": revision, "has_unpublished_changes": False}
    PodcastEpisodePage.objects.filter(pk=page.pk).update(**values)
    record.page = page
    record.save(force_insert=True)
    return True


def _transcript(address: str, get: Callable[..., bytes]) -> tuple[str, str]:
    """Return the transcript, or why it can't be had."""
    try:
        text = transcripts.decode(get(address, LARGEST_TEXT))
        transcripts.parse(text)
    except (NotFetched, transcripts.Unreadable) as error:
        return "", str(error)
    return text, ""


def _notes(html: str) -> str:
    """Return show notes as our editor would have them: paragraphs, lists, links; nothing that runs."""
    if "<" not in html:
        html = "".join(f"<p>{part}</p>" for part in html.split("\n\n") if part.strip())
    return nh3.clean(
        html, tags=_TAGS, attributes={"a": {"href"}}, url_schemes={"https", "http", "mailto"}, link_rel=None
    ).strip()
