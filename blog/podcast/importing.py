"""Take over a podcast from its feed: what is new comes in, what came in before is left as it is."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

import nh3
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.validators import validate_email
from django.db import transaction
from django.utils.text import slugify

from blog.models import PodcastEpisodePage, PodcastIndexPage
from blog.podcast import transcripts
from blog.podcast.audio import KINDS, SUFFIXES
from blog.podcast.fetching import NotFetched, fetch
from blog.podcast.reading import ReadEpisode, ReadShow

LARGEST_SOUND, LARGEST_TEXT = 500_000_000, 2_000_000
SOUND_SECONDS = 1800.0
_TAGS = {"p", "br", "ul", "ol", "li", "a", "b", "strong", "i", "em"}
_KIND_NAMES = {"audio/mp3": "audio/mpeg", "audio/mp4": "audio/x-m4a", "audio/m4a": "audio/x-m4a"}
_SUFFIX_OF = {kind: suffix for suffix, kind in reversed(SUFFIXES.items())}


@dataclass
class Report:
    """What came in, what was there already, what could not come, and remarks."""

    added: list[str] = field(default_factory=list)
    known: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    show: list[str] = field(default_factory=list)


def take_over(
    read: ReadShow,
    index: PodcastIndexPage,
    *,
    dry_run: bool = False,
    download: bool = False,
    get: Callable[..., bytes] = fetch,
    progress: Callable[[str], None] = lambda line: None,
) -> Report:
    """Add the episodes of `read` under `index` that are not there yet, oldest first, each on its own.

    Fields of the show are filled in where they are empty. With `download` the sound comes along.
    """
    report = Report()
    _fill_show(read, index, report, dry_run)
    known = set(PodcastEpisodePage.objects.child_of(index).values_list("guid", flat=True))
    # Without a date one came first in the feed or last: its place in the feed is all that is known.
    oldest_first = list(reversed(read.episodes))
    if all(episode.published for episode in oldest_first):
        oldest_first.sort(key=lambda episode: episode.published.timestamp() if episode.published else 0)
    for number, episode in enumerate(oldest_first, start=1):
        progress(f"{number} van {len(oldest_first)}: {episode.title}")
        if episode.guid in known:
            report.known.append(episode.title)
            continue
        try:
            page = _page(episode, report, get if download and not dry_run else None)
            page.slug = _free_slug(index, episode.title)
            _add(index, page, dry_run)
        except (ValidationError, NotFetched) as error:
            words = "; ".join(error.messages) if isinstance(error, ValidationError) else str(error)
            report.failed.append(f"{episode.title}: {words}")
        else:
            report.added.append(episode.title)
    return report


def _fill_show(read: ReadShow, index: PodcastIndexPage, report: Report, dry_run: bool) -> None:
    changed = {}
    for name, value in read.fields.items():
        if name == "owner_email" and value:
            try:
                validate_email(value)
            except ValidationError:
                continue
        field = PodcastIndexPage._meta.get_field(name)
        if value and getattr(index, name) in ("", field.get_default()) and getattr(index, name) != value:
            changed[name] = value
            report.show.append(f"{field.verbose_name}: {str(value)[:80]}")
    if changed and not dry_run:
        for name, value in changed.items():
            setattr(index, name, value)
        index.save()


def _page(episode: ReadEpisode, report: Report, get: Callable[..., bytes] | None) -> PodcastEpisodePage:
    """Return an unsaved page. Raises NotFetched, ValidationError."""
    kind = _KIND_NAMES.get(episode.kind, episode.kind)
    if kind not in KINDS:
        kind = SUFFIXES.get(urlsplit(episode.audio).path.lower().rpartition(".")[2], "")
    if not kind:
        raise ValidationError(f"{episode.kind or 'geen soort'} is geen geluid dat wij kennen.")
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
            report.remarks.append(f"{episode.title}: het transcript komt mee als je ook het geluid ophaalt.")
    else:
        sound = get(episode.audio, LARGEST_SOUND, seconds=SOUND_SECONDS)
        name = f"{slugify(episode.title)[:80] or 'aflevering'}.{_SUFFIX_OF[kind]}"
        page.audio = ContentFile(sound, name=name)
        page.transcript = _transcript(episode, report, get)
    if episode.published is None:
        report.remarks.append(f"{episode.title}: zonder datum, dus als concept bewaard.")
    return page


def _transcript(episode: ReadEpisode, report: Report, get: Callable[..., bytes]) -> str:
    if not episode.transcript:
        return ""
    try:
        text = transcripts.decode(get(episode.transcript, LARGEST_TEXT))
        transcripts.parse(text)
    except (NotFetched, transcripts.Unreadable) as error:
        report.remarks.append(f"{episode.title}: transcript niet meegenomen. {error}")
        return ""
    return text


def _notes(html: str) -> str:
    """Return show notes as our editor would have them: paragraphs, lists, links; nothing that runs."""
    if "<" not in html:
        html = "".join(f"<p>{part}</p>" for part in html.split("\n\n") if part.strip())
    return nh3.clean(
        html, tags=_TAGS, attributes={"a": {"href"}}, url_schemes={"https", "http", "mailto"}, link_rel=None
    ).strip()


def _free_slug(index: PodcastIndexPage, title: str) -> str:
    wanted = slugify(title)[:200] or "aflevering"
    taken = {*index.get_children().values_list("slug", flat=True), "feed"}
    free, number = wanted, 2
    while free in taken:
        free, number = f"{wanted}-{number}", number + 1
    return free


def _add(index: PodcastIndexPage, page: PodcastEpisodePage, dry_run: bool) -> None:
    if dry_run:
        # What saving would ask of it, without its place in the tree.
        page.clean_fields(exclude=[*_TREE])
        page.clean()
        return
    with transaction.atomic():
        index.refresh_from_db(fields=["numchild"])
        index.add_child(instance=page)
        revision = page.save_revision(changed=False, log_action=False, clean=False)
        values: dict[str, Any] = {"latest_revision": revision}
        if page.live:
            values |= {"live_revision": revision, "has_unpublished_changes": False}
        PodcastEpisodePage.objects.filter(pk=page.pk).update(**values)


_TREE = ("path", "depth", "numchild", "content_type", "locale", "url_path", "slug", "page_ptr")
