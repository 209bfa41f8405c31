"""Categories and tags of the old site: those of ours that they became."""

from hashlib import sha256

from django.utils.text import slugify
from taggit.models import Tag

from blog.models import ArticleIndexPage, Category
from wordpress.models import Imported
from wordpress.reading.items import Contents, Item, Term, TermOfItem
from wordpress.taking_over.known import Known
from wordpress.taking_over.places import free_slug
from wordpress.taking_over.report import Line, Outcome, Report
from wordpress.taking_over.task import Task
from wordpress.taking_over.words import LONGEST_NAME, plain, shortened

CATEGORY, TAG = "category", "post_tag"
FLAT = "stond onder een andere categorie; hier staan artikelen in allebei"
OTHER = "een indeling die deze site niet kent"
_LONGEST_TAG = 100


class Terms:
    """Brings categories and tags, also those that only an item names."""

    def __init__(self, known: Known, task: Task, report: Report) -> None:
        self._known, self._task, self._report = known, task, report
        self._categories: dict[str, Category] = {}
        self._tags: dict[str, Tag] = {}
        self._parents = {term.slug: term.parent for term in known.contents.terms if term.taxonomy == CATEGORY}
        index = ArticleIndexPage.objects.live().order_by("path").first()
        self._index_url = (index.url or "") if index else ""

    def bring_all(self) -> None:
        """Bring what the head of the export tells, the top of the hierarchy first."""
        for term in self._known.contents.terms:
            if term.taxonomy == CATEGORY:
                self._category(term)
            elif term.taxonomy == TAG:
                self._tag(term)
            else:
                self._report.tell(
                    Line(
                        "term",
                        term.id,
                        term.name[:255],
                        Outcome.LEFT_OUT,
                        [f"{OTHER} (‘{term.taxonomy[:40]}’)"],
                    )
                )

    def categories_of(self, item: Item) -> list[Category]:
        """Return the categories of an item and those above them, in their order."""
        found: dict[str, Category] = {}
        for term in item.terms:
            if term.taxonomy != CATEGORY:
                continue
            slug, seen = term.slug, set[str]()
            while slug and slug not in seen:
                seen.add(slug)
                category = self._categories.get(slug)
                if category is None and slug == term.slug:
                    category = self._category(_whole(term))
                if category is not None:
                    found[slug] = category
                slug = self._parents.get(slug, "")
        return list({category.pk: category for category in found.values()}.values())

    def tags_of(self, item: Item) -> list[Tag]:
        found = [
            self._tags.get(term.slug) or self._tag(_whole(term))
            for term in item.terms
            if term.taxonomy == TAG
        ]
        return list({tag.pk: tag for tag in found if tag is not None}.values())

    def know_all_of(self, item: Item) -> bool:
        here = {CATEGORY: self._categories, TAG: self._tags}
        return all(term.slug in here[term.taxonomy] for term in item.terms if term.taxonomy in here)

    def _category(self, term: Term) -> Category:
        name = shortened(plain(term.name) or term.slug, LONGEST_NAME)
        line = Line("category", term.id, name, Outcome.KNOWN)
        old_id = term.id or number_of(term.slug)
        records = Imported.objects.filter(site=self._known.site, kind=Imported.Kind.CATEGORY)
        record = records.filter(old_id=old_id).select_related("category").first()
        category = record.category if record else None
        if category is None:
            wanted = slugify(term.slug)[:70] or slugify(name)[:70] or f"categorie-{abs(old_id)}"
            category = Category.objects.filter(slug=wanted).first()
            if category is not None and category.name.lower() != name.lower():
                wanted = free_slug(wanted, lambda slug: Category.objects.filter(slug=slug).exists())
                category = None
            if category is None:
                line.outcome = Outcome.NEW
                category = Category(name=name, slug=wanted, description=plain(term.description))
                if term.parent:
                    line.words.append(FLAT)
            self._keep(category, record, old_id, term)
        self._categories[term.slug] = category
        self._parents.setdefault(term.slug, term.parent)
        if self._index_url:
            place = f"{self._index_url}categorie/{category.slug}/"
            self._known.places[self._old_path("category", term)] = place
        self._report.tell(line)
        return category

    def _keep(self, category: Category, record: Imported | None, old_id: int, term: Term) -> None:
        if self._task.dry_run:
            category.pk = category.pk or -len(self._categories) - 1
            return
        if category._state.adding:
            category.save()
        record = record or Imported(site=self._known.site, kind=Imported.Kind.CATEGORY, old_id=old_id)
        record.category = category
        record.old_kind = CATEGORY
        record.old_path = self._old_path("category", term)
        record.brought_by = record.brought_by or self._task.move
        record.save()

    def _tag(self, term: Term) -> Tag | None:
        name = shortened(plain(term.name) or term.slug, _LONGEST_TAG)
        line = Line("tag", term.id, name, Outcome.KNOWN)
        tag = Tag.objects.filter(name__iexact=name).first()
        if tag is None:
            line.outcome = Outcome.NEW
            slug = slugify(term.slug)[:90] or slugify(name)[:90] or f"onderwerp-{number_of(term.slug)}"
            tag = Tag(name=name, slug=free_slug(slug, lambda one: Tag.objects.filter(slug=one).exists()))
            if self._task.dry_run:
                tag.pk = -len(self._tags) - 1
            else:
                tag.save()
        self._tags[term.slug] = tag
        if self._index_url:
            self._known.places[self._old_path("tag", term)] = f"{self._index_url}onderwerp/{tag.slug}/"
        self._report.tell(line)
        return tag

    def _old_path(self, base: str, term: Term) -> str:
        """Return where WordPress shows the term as it is set up by default, those above it in the address."""
        slugs, above = [term.slug], self._parents.get(term.slug, term.parent)
        while base == "category" and above and above not in slugs:
            slugs.insert(0, above)
            above = self._parents.get(above, "")
        return f"{self._known.old.home_path}/{base}/{'/'.join(slugs)}"[:1000]


def number_of(name: str) -> int:
    """Return a number below zero for what the export gives none, the same one each time."""
    return -int.from_bytes(sha256(name.encode()).digest()[:7])


def terms_of(contents: Contents, taxonomy: str) -> list[Term]:
    return [term for term in contents.terms if term.taxonomy == taxonomy]


def _whole(term: TermOfItem) -> Term:
    return Term(0, term.taxonomy, term.slug, term.name)
