"""Keeping entries and vocabulary in step with what readers can read."""

from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Mapping

from django.db import connection, transaction
from django.db.models import F
from wagtail.models import Page

from blog.listings import open_to_all
from dutch.spelling import sound
from leads.models import LeadMagnet
from search import postings
from search.models import Entry, Posting, Word
from search.reading import KINDS, Content, read_gift, read_page
from search.terms import LONGEST, Known, as_field, terms, vocabulary_of
from search.weights import weights

AT_ONCE = 200
# What of an entry follows from its content.
FIELDS = (
    *("kind", "appeared_at", "categories", "name", "lead", "labels", "text"),
    *("name_terms", "lead_terms", "text_terms", "length"),
)


@transaction.atomic
def refresh_page(page: Page) -> None:
    """Let what can be found of `page` be what readers can read of it now: perhaps nothing."""
    kind = page.specific_class
    if kind not in KINDS:
        return
    postings.lock()
    entry = Entry.objects.filter(page_id=page.pk).first()
    if page.live and open_to_all(Page.objects.filter(pk=page.pk)).exists():
        _write(entry or Entry(page_id=page.pk), read_page(page.specific))
    elif entry is not None:
        forget(entry)


@transaction.atomic
def refresh_pages(pages: Iterable[Page]) -> None:
    """Do so for many pages at once, each in its own kind; most of them new to the search."""
    pages = [page for page in pages if type(page) in KINDS]
    if not pages:
        return
    postings.lock()
    keys = [page.pk for page in pages]
    entries = {entry.page_id: entry for entry in Entry.objects.filter(page__in=keys)}
    readable = set(open_to_all(Page.objects.filter(pk__in=keys)).values_list("pk", flat=True))
    new: list[tuple[Entry, Content]] = []
    for page in pages:
        entry = entries.get(page.pk)
        if page.pk not in readable:
            if entry is not None:
                forget(entry)
        elif entry is None:
            new.append((Entry(page_id=page.pk), read_page(page)))
        elif not _is_as_read(entry, content := read_page(page)):
            _write(entry, content)
    _write_new(new)


def _write_new(found: list[tuple[Entry, Content]]) -> None:
    """Write entries that were not there, their words and their postings."""
    if not found:
        return
    used: Counter[str] = Counter()
    for entry, content in found:
        _copy(entry, content)
        used.update(words_of(entry))
    vocabulary = set(Word.objects.filter(used__gt=0).values_list("word", flat=True)) | used.keys()
    known: Known = {}
    for entry, content in found:
        _fill(entry, content, vocabulary, known)
    count_many(used)
    added: dict[int, dict[str, postings.Found]] = {}
    for entry in Entry.objects.bulk_create([entry for entry, _ in found], batch_size=AT_ONCE):
        block, place = divmod(entry.pk, postings.BLOCK)
        terms_of_block = added.setdefault(block, {})
        for term, weight in weights(entry).items():
            terms_of_block.setdefault(term, {})[place] = weight
    for block, terms_found in added.items():
        postings.add(block, terms_found)


@transaction.atomic
def refresh_gift(gift: LeadMagnet) -> None:
    postings.lock()
    entry = Entry.objects.filter(gift=gift).first()
    if gift.is_active:
        _write(entry or Entry(gift=gift), read_gift(gift))
    elif entry is not None:
        forget(entry)


def refresh_under(page: Page) -> None:
    """Do so for a page and all below it: they moved, or others may read them now."""
    for kind in KINDS:
        for found in kind.objects.descendant_of(page, inclusive=True).iterator(chunk_size=AT_ONCE):
            refresh_page(found)


def forget(entry: Entry) -> None:
    entry.delete()


def take_out(entry: Entry) -> None:
    """Leave nothing in vocabulary and postings of an entry that is about to be removed."""
    postings.lock()
    count_words(words_of(entry), -1)
    postings.change(entry.pk, weights(entry), {})


def _write(entry: Entry, content: Content) -> None:
    before = {field: getattr(entry, field) for field in FIELDS} if entry.pk else None
    old, old_weights = (words_of(entry), weights(entry)) if entry.pk else (set(), {})
    _copy(entry, content)
    new = words_of(entry)
    vocabulary = set(Word.objects.filter(used__gt=0).values_list("word", flat=True)) | new
    _fill(entry, content, vocabulary, {})
    if before == {field: getattr(entry, field) for field in FIELDS}:
        return
    entry.save()
    count_words(old - new, -1)
    count_words(new - old, 1)
    postings.change(entry.pk, old_weights, weights(entry))


def _is_as_read(entry: Entry, content: Content) -> bool:
    """Say whether nothing changed of what was read of a page when its entry was written."""
    categories = as_field([str(number) for number in content.categories])
    was = (entry.name, entry.lead, entry.labels, entry.text, entry.appeared_at, entry.categories)
    return was == (
        *(content.name, content.lead, content.labels, content.text),
        *(content.appeared_at, categories),
    )


def words_of(entry: Entry) -> set[str]:
    """Return the words of an entry as the vocabulary has them."""
    return vocabulary_of(f"{entry.name}\n{entry.lead}\n{entry.labels}\n{entry.text}")


def _copy(entry: Entry, content: Content) -> None:
    entry.name, entry.lead, entry.labels, entry.text = (
        content.name,
        content.lead,
        content.labels,
        content.text,
    )


def count_words(found: Iterable[str], step: int) -> None:
    """Note that one entry more, or one less, uses each of `found`."""
    every = sorted(found)
    for start in range(0, len(every), AT_ONCE):
        part = every[start : start + AT_ONCE]
        if step > 0:
            new = [Word(word=word, sound=sound(word)[:LONGEST]) for word in part]
            Word.objects.bulk_create(new, ignore_conflicts=True)
            Word.objects.filter(word__in=part).update(used=F("used") + 1)
        else:
            Word.objects.filter(word__in=part, used__gt=0).update(used=F("used") - 1)


def count_many(found: Mapping[str, int]) -> None:
    """Note of each word how many entries more use it; whoever writes words waits for the lock of postings."""
    every = sorted(found)
    for start in range(0, len(every), AT_ONCE * 2):
        part = every[start : start + AT_ONCE * 2]
        used = dict(Word.objects.filter(word__in=part).values_list("word", "used"))
        rows = [
            Word(word=word, used=used.get(word, 0) + found[word], sound=sound(word)[:LONGEST])
            for word in part
        ]
        Word.objects.bulk_create(rows, update_conflicts=True, unique_fields=["word"], update_fields=["used"])


def _fill(entry: Entry, content: Content, vocabulary: Container[str], known: Known) -> None:
    _copy(entry, content)
    entry.kind = content.kind
    entry.appeared_at = content.appeared_at
    entry.categories = as_field([str(number) for number in content.categories])
    entry.name_terms = as_field(terms(content.name, vocabulary, known))
    entry.lead_terms = as_field(terms(f"{content.lead}\n{content.labels}", vocabulary, known))
    found = terms(content.text, vocabulary, known)
    entry.text_terms = as_field(found)
    entry.length = len(found)


@transaction.atomic
def rebuild(
    progress: Callable[[str], None] = lambda line: None,
    read: Callable[[], Iterable[tuple[Entry, Content]]] | None = None,
) -> int:
    """Make all entries and the vocabulary anew; return how many can be found.

    `read` goes through what there is to find, twice; by default all that readers can read.
    """
    read = read or _everything
    postings.lock()
    for model in (Entry, Word, Posting):
        # Not one by one, as a removed entry would be counted out of the others.
        model._base_manager.all()._raw_delete(using=connection.alias)
    progress("Woorden tellen")
    used: Counter[str] = Counter()
    for entry, content in read():
        _copy(entry, content)
        used.update(words_of(entry))
    Word.objects.bulk_create(
        (Word(word=word, used=count, sound=sound(word)[:LONGEST]) for word, count in sorted(used.items())),
        batch_size=AT_ONCE * 5,
    )
    progress("Teksten ontleden")
    known: Known = {}
    index = Filling()
    waiting: list[Entry] = []
    for entry, content in read():
        _fill(entry, content, used, known)
        waiting.append(entry)
        if len(waiting) == AT_ONCE:
            index.add(waiting)
    index.add(waiting)
    index.close()
    return index.entries


class Filling:
    """Writes new entries, and their postings a block at a time."""

    def __init__(self) -> None:
        self.entries = self._block = 0
        self._found: dict[str, postings.Found] = {}

    def add(self, entries: list[Entry]) -> None:
        """Write `entries`, which is emptied."""
        self.entries += len(entries)
        for entry in Entry.objects.bulk_create(entries):
            block, place = divmod(entry.pk, postings.BLOCK)
            if block != self._block:
                self.close()
                self._block = block
            for term, weight in weights(entry).items():
                self._found.setdefault(term, {})[place] = weight
        entries.clear()

    def close(self) -> None:
        """Write the block that was begun."""
        postings.fill(self._block, self._found)
        self._found = {}


def _everything() -> Iterator[tuple[Entry, Content]]:
    for kind in KINDS:
        for page in open_to_all(kind.objects.order_by("pk")).iterator(chunk_size=AT_ONCE):
            yield Entry(page_id=page.pk), read_page(page)
    for gift in LeadMagnet.objects.available():
        yield Entry(gift=gift), read_gift(gift)
