"""Files of the old site: pictures to our own, sound to the media, documents for download to documents."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import IO, Any, Protocol

from django.core.exceptions import ValidationError
from django.db import transaction
from wagtail.documents import get_document_model

from blog.podcast.audio import Unrecognised
from blog.podcast.fetching import NotFetched
from images.models import SiteImage
from images.signal_handlers import left_to_the_maker
from wordpress.models import Imported
from wordpress.reading.items import Contents, Item
from wordpress.taking_over import attachment
from wordpress.taking_over.addresses import OldSite, picture_path
from wordpress.taking_over.fetching import FromSite
from wordpress.taking_over.folder import Folder
from wordpress.taking_over.report import Line, Outcome
from wordpress.taking_over.storing import facts_of, largest, store, words_of
from wordpress.taking_over.task import Task

NOT_YET = "nog niet opgehaald: kies een map of het adres van de oude site, dan komt het bestand later mee"
GONE_HERE = "is hier weggegooid en komt niet vanzelf terug"
OTHER_THING = "een ander bestand op de oude site heeft hetzelfde nummer"
NO_ROOM = "Het bestand kon hier niet worden bewaard; is de schijf vol?"
NO_SOUND = "dit is geen geluid dat wij kennen"
_PIECE = 1024 * 1024
_LABELS = {"title": "titel", "description": "beschrijving", "credit": "bron of maker"}


class Source(Protocol):
    """Where files come from."""

    @property
    def problem(self) -> str: ...

    def open(self, names: Any, address: str, largest: int) -> AbstractContextManager[IO[bytes]]: ...


def source_of(task: Task, contents: Contents, told: Callable[[], None] = lambda: None) -> Source | None:
    """Return where the files of a task come from, None for not yet."""
    media = task.options.media.strip()
    if not media:
        return None
    if media.lower().startswith(("http://", "https://")):
        return FromSite(media, contents, allow_inside=task.options.allow_inside, told=told)
    return Folder(Path(media).expanduser())


class Files:
    """Brings the files of one move.

    `bring` is called outside of a transaction, as fetching may take long; it makes its own. `told` is called
    while something is fetched; what it raises ends it.
    """

    def __init__(
        self, site: str, contents: Contents, task: Task, told: Callable[[], None] = lambda: None
    ) -> None:
        self._site, self._task = site, task
        self._old_site = OldSite(contents.header)
        self.source = source_of(task, contents, told)

    def bring(self, item: Item) -> Line:
        """Take over an attachment, or see whether it is here already."""
        line = Line(item.kind, item.id, attachment.title(item), Outcome.KNOWN)
        record = Imported.objects.filter(site=self._site, kind=Imported.Kind.MEDIA, old_id=item.id).first()
        if record and record.guid != item.guid[:500]:
            return _end(line, Outcome.FAILED, OTHER_THING)
        if reason := attachment.refusal(item):
            return _end(line, Outcome.LEFT_OUT, reason)
        if record and is_here(record):
            return self._again(record, item, line)
        if record and record.file_hash:
            line.words.append(GONE_HERE)
            return line
        if self.source is None:
            self._expect(item, record)
            return _end(line, Outcome.LEFT_OUT, NOT_YET)
        if self.source.problem:
            return _end(line, Outcome.FAILED, self.source.problem)
        if self._task.dry_run:
            return self._look(item, line)
        return self._take(self.source, item, record, line)

    def bring_address(self, address: str) -> Imported | None:
        """Take over a file of the old site that stands in a text and in no list of files, by its address.

        Its record has a number below zero, that follows from its path. None where it can't be had.
        """
        if not self._old_site.is_own(address) or "/wp-content/uploads/" not in address:
            return None
        path = picture_path(address)
        number = -int.from_bytes(sha256(path.encode()).digest()[:7])
        item = replace(_NOTHING, id=number, guid=path, attachment_url=address)
        self.bring(item)
        found = Imported.objects.filter(site=self._site, kind=Imported.Kind.MEDIA, old_id=number).first()
        return found if found and is_here(found) else None

    def _look(self, item: Item, line: Line) -> Line:
        """Say what would be done, without fetching anything."""
        if isinstance(self.source, Folder) and not self.source.has(attachment.names(item)):
            return _end(line, Outcome.FAILED, "Dit bestand staat niet in de map.")
        return _end(line, Outcome.NEW)

    def _take(self, source: Source, item: Item, record: Imported | None, line: Line) -> Line:
        most = largest(item)
        try:
            with source.open(attachment.names(item), item.attachment_url, most) as file:
                digest = _digest(file)
                with transaction.atomic(), left_to_the_maker():
                    values = self._same_file(digest) or store(item, file, self._task.user, line)
                    self._keep(item, record, file_hash=digest, **values)
        except NotFetched as error:
            self._expect(item, record)
            return _end(line, Outcome.FAILED, str(error))
        except ValidationError as error:
            return _end(line, Outcome.LEFT_OUT, " ".join(error.messages))
        except Unrecognised:
            return _end(line, Outcome.LEFT_OUT, NO_SOUND)
        except OSError:
            self._expect(item, record)
            return _end(line, Outcome.FAILED, NO_ROOM)
        line.outcome = Outcome.NEW
        image = SiteImage.objects.filter(pk=values.get("image_id")).first()
        if image is not None and image.description != words_of(item)["description"]:
            line.words.append("hetzelfde bestand is hier al, met een andere beschrijving")
        if attachment.description_left(item):
            line.words.append("de langere beschrijving had hier geen plaats")
        return line

    def _same_file(self, digest: str) -> dict[str, Any] | None:
        """Return what the same file became when it came before, under another name."""
        for record in Imported.objects.filter(kind=Imported.Kind.MEDIA, file_hash=digest):
            if is_here(record):
                return {"image_id": record.image_id, "file": record.file, "facts": {}}
        return None

    def _expect(self, item: Item, record: Imported | None) -> None:
        """Keep that there is such a file, so that what waits for it is known when it comes."""
        if record is None and not self._task.dry_run:
            self._keep(item, None)

    def _keep(self, item: Item, record: Imported | None, **values: Any) -> None:
        record = record or Imported(site=self._site, kind=Imported.Kind.MEDIA, old_id=item.id)
        record.guid, record.old_kind = item.guid[:500], item.kind
        record.old_path = picture_path(item.attachment_url)[:1000]
        record.source_hash = _source_hash(item)
        record.facts = {**values.pop("facts", {}), "caption": attachment.caption(item), "parent": item.parent}
        if not record.brought_by_id:
            record.brought_by = self._task.move
        for name, value in values.items():
            setattr(record, name, value)
        record.save()

    def _again(self, record: Imported, item: Item, line: Line) -> Line:
        """Let the words with a picture follow the old site, where nobody changed them here."""
        if record.source_hash == _source_hash(item):
            return line
        image, words = record.image, words_of(item)
        new = facts_of(words)
        changed, ours = [], []
        if image is not None:
            here = facts_of({name: getattr(image, name) for name in words})
            for name in words:
                if name not in record.facts or new[name] in (record.facts[name], here[name]):
                    continue
                if here[name] == record.facts[name] or self._task.options.overwrite:
                    changed.append(name)
                else:
                    ours.append(name)
        if ours:
            line.words.append(
                f"hier zelf aangepast en dus gelaten: {', '.join(_LABELS[name] for name in ours)}"
            )
        facts = {name: value for name, value in record.facts.items() if name in _LABELS}
        with transaction.atomic(), left_to_the_maker():
            if image is not None and changed:
                for name in changed:
                    setattr(image, name, words[name])
                image.save(update_fields=changed)
            if picture_path(item.attachment_url) != record.old_path:
                line.words.append("kreeg op de oude site een ander adres; het bestand hier is gebleven")
            record.changed_by = self._task.move
            self._keep(item, record, facts={**facts, **{name: new[name] for name in changed}})
        line.outcome = Outcome.CHANGED
        return line


def is_here(record: Imported) -> bool:
    """Say whether the file of a record is on this site."""
    if record.image_id:
        return True
    if record.file.startswith("documents/"):
        return get_document_model().objects.filter(file=record.file).exists()
    return bool(record.file)


def caption_of(record: Imported) -> str:
    """Return the words that stood under a picture in the old library."""
    return str(record.facts.get("caption", ""))


def _end(line: Line, outcome: Outcome, words: str = "") -> Line:
    line.outcome = outcome
    if words:
        line.words.insert(0, words)
    return line


def _digest(file: IO[bytes]) -> str:
    """Return the SHA-256 of a file, and rewind it."""
    found = sha256()
    while piece := file.read(_PIECE):
        found.update(piece)
    file.seek(0)
    return found.hexdigest()


def _source_hash(item: Item) -> str:
    words = (*words_of(item).values(), attachment.caption(item), item.attachment_url, str(item.parent))
    return sha256("\x1f".join(words).encode()).hexdigest()


_NOTHING = Item(
    line=0,
    id=0,
    kind="attachment",
    status="inherit",
    title="",
    link="",
    guid="",
    slug="",
    creator="",
    content="",
    excerpt="",
    published_at=None,
    modified_at=None,
    comments_open=False,
    password="",
    parent=0,
    menu_order=0,
    is_sticky=False,
    attachment_url="",
    terms=(),
    meta={},
    reactions=(),
)
