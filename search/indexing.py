"""Keeping entries and vocabulary in step with what readers can read."""

from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator
from typing import Any

from django.db import connection, transaction
from django.db.models import F
from wagtail.models import Page
from wagtail.search.backends import get_search_backend

from blog.listings import open_to_all
from dutch.spelling import sound
from leads.models import LeadMagnet
from search.models import Entry, Word
from search.reading import KINDS, Content, read_gift, read_page
from search.terms import LONGEST, Known, as_field, terms, vocabulary_of

KEY_TERMS = 40
AT_ONCE = 200
# What of an entry follows from its content.
FIELDS = (
    *("kind", "appeared_at", "categories", "name", "lead", "labels", "text"),
    *("name_terms", "lead_terms", "text_terms", "key_terms", "length"),
)


def refresh_page(page: Page) -> None:
    """Let what can be found of `page` be what readers can read of it now: perhaps nothing."""
    kind = page.specific_class
    if kind not in KINDS:
        return
    entry = Entry.objects.filter(page_id=page.pk).first()
    if page.live and open_to_all(Page.objects.filter(pk=page.pk)).exists():
        _write(entry or Entry(page_id=page.pk), read_page(page.specific))
    elif entry is not None:
        forget(entry)


def refresh_gift(gift: LeadMagnet) -> None:
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


@transaction.atomic
def _write(entry: Entry, content: Content) -> None:
    before = {field: getattr(entry, field) for field in FIELDS} if entry.pk else None
    old = words_of(entry) if entry.pk else set()
    _copy(entry, content)
    new = words_of(entry)
    vocabulary = set(Word.objects.filter(used__gt=0).values_list("word", flat=True)) | new
    _fill(entry, content, vocabulary, {})
    if before == {field: getattr(entry, field) for field in FIELDS}:
        return
    entry.save()
    count_words(old - new, -1)
    count_words(new - old, 1)


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


def _fill(entry: Entry, content: Content, vocabulary: Container[str], known: Known) -> None:
    _copy(entry, content)
    entry.kind = content.kind
    entry.appeared_at = content.appeared_at
    entry.categories = as_field([str(number) for number in content.categories])
    entry.name_terms = as_field(terms(content.name, vocabulary, known))
    entry.lead_terms = as_field(terms(f"{content.lead}\n{content.labels}", vocabulary, known))
    found = terms(content.text, vocabulary, known)
    entry.text_terms = as_field(found)
    often = [(term, count) for term, count in Counter(found).items() if count > 1]
    often.sort(key=lambda pair: (-pair[1], pair[0]))
    entry.key_terms = as_field([term for term, _ in often[:KEY_TERMS]])
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
    Entry.objects.all().delete()
    Word.objects.all().delete()
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
    backend = get_search_backend()
    made = 0
    known: Known = {}
    waiting: list[Entry] = []
    for entry, content in read():
        _fill(entry, content, used, known)
        waiting.append(entry)
        if len(waiting) == AT_ONCE:
            made += _add(backend, waiting)
    made += _add(backend, waiting)
    if connection.vendor == "sqlite":
        # Else SQLite goes through all of Wagtail's rows and asks of each whether it matches.
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE wagtailsearch_indexentry")
    return made


def _add(backend: Any, entries: list[Entry]) -> int:
    count = len(entries)
    Entry.objects.bulk_create(entries)
    if entries:
        backend.add_bulk(Entry, list(Entry.objects.filter(pk__in=[entry.pk for entry in entries])))
    entries.clear()
    return count


def _everything() -> Iterator[tuple[Entry, Content]]:
    for kind in KINDS:
        for page in open_to_all(kind.objects.order_by("pk")).iterator(chunk_size=AT_ONCE):
            yield Entry(page_id=page.pk), read_page(page)
    for gift in LeadMagnet.objects.available():
        yield Entry(gift=gift), read_gift(gift)
