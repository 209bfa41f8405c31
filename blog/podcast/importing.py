"""Take over a podcast from its feed: what is new comes in, what changed there follows, our words stay."""

from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from blog.models import ImportedEpisode, PodcastEpisodePage, PodcastImport, PodcastIndexPage
from blog.podcast import import_changes
from blog.podcast.fetching import NotFetched, fetch
from blog.podcast.import_page import TREE, Remark, add, free_slug, make_page
from blog.podcast.reading import ReadEpisode, ReadShow

DRAFT_HERE = "hier staat een concept klaar, dus wat in de feed veranderde ({}) is niet overgenomen"
LOCKED_HERE = "deze aflevering is op slot, dus wat in de feed veranderde ({}) is niet overgenomen"
CHANGED_HERE = "zelf aangepast en dus gelaten zoals het is: {}"


class Outcome(StrEnum):
    NEW = "new"
    CHANGED = "changed"
    KNOWN = "known"
    # Could come another time: its sound was not to be reached, its address was wrong.
    FAILED = "failed"
    # Never an episode: without sound, or in the feed twice.
    LEFT_OUT = "left_out"


@dataclass
class Line:
    """What becomes of one episode, and the page that it is."""

    outcome: Outcome
    title: str
    words: str = ""
    page_id: int | None = None


@dataclass
class Report:
    lines: list[Line] = field(default_factory=list)
    # What is filled in for the podcast as a whole.
    show: list[str] = field(default_factory=list)
    # Bytes of sound that come, or would come, along.
    size: int = 0

    def of(self, outcome: Outcome) -> list[Line]:
        return [line for line in self.lines if line.outcome == outcome]

    def as_data(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_data(cls, data: dict[str, Any]) -> "Report":
        lines = [Line(**{**line, "outcome": Outcome(line["outcome"])}) for line in data.get("lines", [])]
        return cls(lines, data.get("show", []), data.get("size", 0))


@dataclass
class Task:
    """How to take over: in whose name, whether published, with the sound, for which kept import."""

    dry_run: bool = False
    download: bool = False
    publish: bool = True
    user: Any = None
    job: PodcastImport | None = None
    get: Callable[..., bytes] = fetch

    def gets(self) -> Callable[..., bytes] | None:
        return self.get if self.download and not self.dry_run else None


def take_over(
    read: ReadShow,
    index: PodcastIndexPage,
    task: Task | None = None,
    progress: Callable[[int, int, str], None] = lambda done, total, title: None,
) -> Report:
    """Add the episodes of `read` under `index` that are not there yet, oldest first, each on its own.

    Known ones follow the feed where nobody changed them here. Fields of the show are filled in where they are
    empty, the first time only: what is empty later was emptied. `progress` hears before each episode how many
    are done; what it raises ends the import, of which nothing done is lost.
    """
    task = task or Task()
    report = Report()
    known = dict(PodcastEpisodePage.objects.child_of(index).values_list("guid", "pk"))
    records = ImportedEpisode.objects.filter(page__in=known.values()).in_bulk()
    if not records:
        _fill_show(read, index, report, task)
    # Without a date one came first in the feed or last: its place in the feed is all that is known.
    oldest_first = list(reversed(read.episodes))
    if all(episode.published for episode in oldest_first):
        oldest_first.sort(key=lambda episode: episode.published.timestamp() if episode.published else 0)
    for done, episode in enumerate(oldest_first):
        progress(done, len(oldest_first), episode.title)
        if page_id := known.get(episode.guid):
            line = _again(episode, page_id, records.get(page_id), task)
        else:
            line = _new(episode, index, task)
            report.size += episode.size if line.outcome is Outcome.NEW else 0
        report.lines.append(line)
    report.lines += [Line(Outcome.LEFT_OUT, title, why) for title, why in read.left_out]
    return report


def _new(episode: ReadEpisode, index: PodcastIndexPage, task: Task) -> Line:
    try:
        page, remarks = make_page(episode, task.gets())
        if task.download and task.dry_run:
            remarks.pop(Remark.TRANSCRIPT, None)
        if not task.publish and page.live:
            page.live = False
            page.first_published_at = page.last_published_at = None
            remarks[Remark.DRAFT] = "wordt als concept bewaard, omdat jij niet mag publiceren"
        page.slug = free_slug(index, episode.title)
        if task.dry_run:
            import_changes.check(page, apart_from=TREE)
            return Line(Outcome.NEW, episode.title, "; ".join(remarks.values()))
        record = ImportedEpisode(
            facts=import_changes.facts(page), remarks=list(remarks.values()), brought_by=task.job
        )
        if not add(index, page, record, task.user):
            return Line(Outcome.KNOWN, episode.title)
    except ValidationError as error:
        return Line(Outcome.FAILED, episode.title, " ".join(error.messages))
    except NotFetched as error:
        return Line(Outcome.FAILED, episode.title, str(error))
    except OSError:
        return Line(
            Outcome.FAILED, episode.title, "Het geluid kon hier niet worden bewaard; is de schijf vol?"
        )
    return Line(Outcome.NEW, episode.title, "; ".join(remarks.values()), page.pk)


def _again(episode: ReadEpisode, page_id: int, record: ImportedEpisode | None, task: Task) -> Line:
    """Return what becomes of an episode that is here; without a record it was made here, or came long ago."""
    if record is None:
        return Line(Outcome.KNOWN, episode.title, page_id=page_id)
    if task.job and record.brought_by_id == task.job.pk:
        # This same import was broken off after it.
        return Line(Outcome.NEW, episode.title, "; ".join(record.remarks), page_id)
    outcome = Outcome.KNOWN
    if task.job and record.changed_by_id == task.job.pk:
        outcome = Outcome.CHANGED
    try:
        fresh, _ = make_page(episode, None)
        if not import_changes.differs(fresh, record.facts):
            return Line(outcome, episode.title, page_id=page_id)
        return _follow(fresh, record, outcome, task)
    except ValidationError as error:
        return Line(Outcome.FAILED, episode.title, " ".join(error.messages), page_id)


def _follow(fresh: PodcastEpisodePage, record: ImportedEpisode, outcome: Outcome, task: Task) -> Line:
    live = PodcastEpisodePage.objects.get(pk=record.page_id)
    here = live.get_latest_revision_as_object()
    found = import_changes.changes(fresh, here, record.facts)
    words = [CHANGED_HERE.format(import_changes.labels(found.ours))] if found.ours else []
    if found.follow:
        names = import_changes.labels(found.follow)
        if not task.publish or (live.live and live.has_unpublished_changes):
            words = [DRAFT_HERE.format(names)]
        elif live.locked:
            words = [LOCKED_HERE.format(names)]
        else:
            outcome = Outcome.CHANGED
            words.insert(0, names)
            if not task.dry_run:
                record.changed_by = task.job
                import_changes.follow(fresh, here, found.follow, record, task.user)
    return Line(outcome, live.title, "; ".join(words), live.pk)


def _fill_show(read: ReadShow, index: PodcastIndexPage, report: Report, task: Task) -> None:
    # The editor goes on with the last version; what is filled in has to be in that.
    latest = index.get_latest_revision_as_object()
    changed = {
        name: value
        for name, value in read.fields.items()
        if value
        and getattr(latest, name) in ("", PodcastIndexPage._meta.get_field(name).get_default())
        and getattr(latest, name) != value
        and (name != "owner_email" or _is_address(value))
    }
    if not changed or not task.publish:
        return
    if index.has_unpublished_changes or index.locked:
        report.show.append(
            "Niets, want van de pagina van de podcast staat een concept klaar of ze is op slot."
        )
        return
    for name, value in changed.items():
        setattr(latest, name, value)
        report.show.append(f"{PodcastIndexPage._meta.get_field(name).verbose_name}: {_shown(name, value)}")
    if not task.dry_run:
        revision = latest.save_revision(user=task.user, changed=True, clean=False)
        if latest.live:
            revision.publish(user=task.user)
        else:
            PodcastIndexPage.objects.filter(pk=index.pk).update(**changed)
        index.refresh_from_db()


def _shown(name: str, value: Any) -> str:
    if isinstance(value, bool):
        return "ja" if value else "nee"
    choices = dict(PodcastIndexPage._meta.get_field(name).choices or [])
    text = str(choices.get(value, value))
    return text if len(text) <= 80 else f"{text[:79]}…"


def _is_address(value: str) -> bool:
    try:
        validate_email(value)
    except ValidationError:
        return False
    return True
