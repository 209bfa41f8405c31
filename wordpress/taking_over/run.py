"""Take over a WordPress export: what is new comes in, what changed there follows, our own words stay.

contents ─ categories, tags ─ authors ─ files ─ items with their reactions ─┐
  which articles are alike ─ redirects ─ moved pages ─ again: what waited ──┘

Items come in batches of one transaction each, in which all that follows from them is done too. So what is
killed loses at most a batch, and the next run finds what is here by its records and goes on.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.utils import timezone

from blog.similarity import refresh_missing
from wordpress.reading.export import TWICE, Export
from wordpress.reading.items import BadExport, BadItem, Contents, Item
from wordpress.taking_over.addresses import path_of
from wordpress.taking_over.authors import Authors
from wordpress.taking_over.batches import Batches
from wordpress.taking_over.items import Items
from wordpress.taking_over.known import Known
from wordpress.taking_over.making import Maker
from wordpress.taking_over.media import Files
from wordpress.taking_over.own_pages import OwnPages, wish
from wordpress.taking_over.pages import Pages
from wordpress.taking_over.places import NoPlace, Places
from wordpress.taking_over.progress import Clock, Progress
from wordpress.taking_over.reactions import Reactions
from wordpress.taking_over.redirects import lead_here
from wordpress.taking_over.report import Line, Outcome, Report
from wordpress.taking_over.task import Task
from wordpress.taking_over.terms import Terms
from wordpress.taking_over.tree import Tree
from wordpress.taking_over.waiting import Waiting
from wordpress.taking_over.writing import Writer

__all__ = ["Progress", "take_over"]

BATCH, BATCH_SIGNS = 50, 4_000_000
MOST_LOOSE = 20_000
READING, TERMS, FILES, PAGES, AGAIN, REDIRECTS, ALIKE = (
    "lezen",
    "categorieën en auteurs",
    "bestanden",
    "berichten en pagina's",
    "links en afbeeldingen",
    "oude adressen",
    "verwante artikelen",
)


def take_over(path: Path, task: Task, progress: Callable[[Progress], None] = lambda progress: None) -> Report:
    """Take over what is in the file at `path`, and tell what became of each thing in it.

    Raises BadExport when the file is no export at all; one that breaks off gives a report with `error`. What
    `progress` raises ends it, and nothing that was done is lost. With `task.dry_run` nothing is kept.
    """
    return _Run(path, task, progress).go()


class _Run:
    def __init__(self, path: Path, task: Task, progress: Callable[[Progress], None]) -> None:
        self._export, self._task, self._tell = Export(path), task, progress
        self._report = Report()
        self._clock = Clock(0)

    def go(self) -> Report:
        self._say("", READING)
        contents = self._export.contents()
        self._report.site, self._report.title = contents.header.home, contents.header.title
        self._clock.total = len(contents.entries) + len(contents.bad)
        try:
            self._places = Places(dry_run=self._task.dry_run)
        except NoPlace as error:
            self._report.error = str(error)
            return self._report
        site = site_of(contents)
        self._bring(site, contents)
        if contents.error and not self._report.error:
            self._report.error = contents.error
        self._report.seconds = round(self._clock.seconds(), 1)
        return self._report

    def _bring(self, site: str, contents: Contents) -> None:
        task, report = self._task, self._report
        self._known = known = Known(site, contents, task.options)
        writer = Writer(task.user)
        self._places.before_making = writer.write_rows
        reactions = Reactions(site, task)
        self._together = Batches(task, writer, reactions, report)
        terms = Terms(known, task, report)
        authors = Authors(known, self._places, writer, task, report)
        self._own = OwnPages(known, self._places, authors, task)
        self._say("", TERMS)
        with self._together.one():
            wish(self._places, contents)
            terms.bring_all()
            authors.bring_all()
            self._own.find()
        files = Files(site, contents, task, told=lambda: self._say("", FILES))
        self._bring_files(files)
        self._waiting = Waiting(known)
        maker = Maker(known, terms, authors, timezone.now())
        pages = Pages(known, self._places, maker, writer, self._waiting, task)
        self._items = Items(
            known=known,
            terms=terms,
            authors=authors,
            pages=pages,
            waiting=self._waiting,
            writer=writer,
            reactions=reactions,
            task=task,
            report=report,
        )
        self._together.remember(
            *(known, terms, authors, self._places, self._waiting, pages),
            *(self._items, self._items.held, self._clock),
        )
        self._bring_items()
        if not task.dry_run:
            self._bring_loose(files)
            self._settle()
        self._move_pages()
        if not task.dry_run:
            self._say("", REDIRECTS)
            report.redirects = lead_here(site, contents)
            refresh_missing(lambda done, total: self._say(f"{done} van {total}", ALIKE))
        for words in self._places.made:
            report.tell(Line("list", 0, words, Outcome.NEW))

    def _bring_files(self, files: Files) -> None:
        entries = self._known.contents.entries.values()
        if not any(entry.kind == "attachment" for entry in entries):
            return
        for item in self._read():
            if isinstance(item, Item) and item.kind == "attachment":
                self._say(item.title, FILES)
                self._report.tell(files.bring(item))
                self._clock.done += 1
        self._known.read_files()

    def _bring_items(self) -> None:
        limit = self._task.options.limit
        for batch in self._batches(self._others()):
            self._say(batch[0].title, PAGES)
            self._together.together(batch, self._take, self._fail, self._items.expect)
            if limit and self._items.count >= limit:
                return
        for batch in self._batches(iter(self._items.held.all())):
            self._together.together(batch, self._take_held, self._fail, self._items.expect)

    def _take(self, item: Item | BadItem) -> None:
        if isinstance(item, BadItem):
            outcome = Outcome.LEFT_OUT if item.reason == TWICE else Outcome.FAILED
            line = Line("item", item.id, item.title[:255], outcome, [item.reason])
            if item.line:
                line.words.append(f"regel {item.line} van de export")
            self._report.tell(line)
            self._clock.done += 1
            return
        limit = self._task.options.limit
        if limit and self._items.count >= limit:
            return
        if self._own.takes(item):
            self._report.tell(self._own.bring(item))
            self._clock.done += 1
            return
        for _ in self._items.take(item):
            self._clock.done += 1

    def _take_held(self, item: Item) -> None:
        for _ in self._items.take_held(item):
            self._clock.done += 1

    def _fail(self, item: Item, error: Exception) -> None:
        self._items.fail(item, error)
        self._clock.done += 1

    def _bring_loose(self, files: Files) -> None:
        """Fetch files that stand in texts and in no list of files."""
        if files.source is None or files.source.problem:
            return
        for address in sorted(self._waiting.loose)[:MOST_LOOSE]:
            self._say(address.rpartition("/")[2], FILES)
            files.bring_address(address)
        if self._waiting.loose:
            self._known.read_files()

    def _settle(self) -> None:
        """Read the file again for what waited for pages or pictures that have come since."""
        waiting = self._waiting.settled()
        if not waiting:
            return
        wanted = (item for item in self._read() if isinstance(item, Item) and item.id in waiting)
        for batch in self._batches(wanted):
            self._say(batch[0].title, AGAIN)
            self._together.together(batch, self._items.settle, self._items.fail_again, self._items.expect)

    def _move_pages(self) -> None:
        """Let pages stand where they stand on the old site now."""
        tree = Tree(self._known, self._places, self._task, self._report)
        for one in tree.misplaced():
            self._say(one.line.title, PAGES)
            self._together.together([one], tree.put, tree.fail)

    def _others(self) -> Iterator[Item | BadItem]:
        return (item for item in self._read() if isinstance(item, BadItem) or item.kind != "attachment")

    def _read(self) -> Iterator[Item | BadItem]:
        """Give what is in the file up to where it breaks off."""
        try:
            yield from self._export.items()
        except BadExport as error:
            self._report.error = str(error)

    def _batches(self, items: Iterator[Any]) -> Iterator[list[Any]]:
        batch: list[Any] = []
        signs = 0
        for item in items:
            batch.append(item)
            signs += len(getattr(item, "content", ""))
            if len(batch) == BATCH or signs > BATCH_SIGNS:
                yield batch
                batch, signs = [], 0
        if batch:
            yield batch

    def _say(self, title: str, phase: str) -> None:
        self._tell(self._clock.progress(title[:255], phase))


def site_of(contents: Contents) -> str:
    """Return what the old site is known by: its address, however it was reached."""
    home = contents.header.home or contents.header.site
    host = (urlsplit(home).netloc or "").lower().removeprefix("www.")
    return f"{host}{path_of(home)}"[:255] or contents.header.title[:255]
