"""What belongs to a page in other tables: its authors, tags and categories, and what it refers to."""

from collections.abc import Iterator
from typing import Any

from django.contrib.contenttypes.models import ContentType
from modelcluster.models import get_all_child_m2m_relations, get_all_child_relations
from wagtail.models import ReferenceIndex

from blog.models.base import SitePage

# What is no field by its name here, and where it stands.
RELATIONS = {"tags": "tagged_items", "authors": "article_authors"}


def write(page: SitePage, names: set[str]) -> None:
    """Write those of the relations `names` that a page has anew."""
    wanted = {RELATIONS.get(name, name) for name in names}
    for relation in get_all_child_relations(page):
        if relation.get_accessor_name() in wanted:
            rows = _rows(page, relation)
            relation.related_model._default_manager.filter(**{relation.field.name: page.pk}).delete()
            relation.related_model._default_manager.bulk_create(rows)
    for many in get_all_child_m2m_relations(page):
        if many.name in wanted:
            through = many.remote_field.through
            through._default_manager.filter(**{many.m2m_column_name(): page.pk}).delete()
            through._default_manager.bulk_create(_links(page, many))


def numbers_in(page: SitePage) -> Iterator[int]:
    """Yield all whole numbers in the streams of a page as they are stored: keys of other pages among them."""
    for name in page.get_streamfield_names():
        for raw in getattr(page, name).raw_data:
            yield from _numbers(raw["value"])


def _numbers(raw: Any) -> Iterator[int]:
    if isinstance(raw, int):
        yield raw
    elif isinstance(raw, dict | list):
        for value in raw.values() if isinstance(raw, dict) else raw:
            yield from _numbers(value)


def complete(pages: list[SitePage]) -> None:
    """Let pages that are new know that they have nothing in a relation that was not given to them.

    Whoever reads it asks the database otherwise, a query for each relation of each page.
    """
    for page in pages:
        if not hasattr(page, "_cluster_related_objects"):
            page._cluster_related_objects = {}
        for relation in get_all_child_relations(page):
            page._cluster_related_objects.setdefault(relation.get_accessor_name(), [])
        for many in get_all_child_m2m_relations(page):
            page._cluster_related_objects.setdefault(many.name, [])


def write_new(pages: list[SitePage]) -> None:
    """Write what belongs to pages that are new, in one statement for each kind."""
    rows: dict[Any, list[Any]] = {}
    for page in pages:
        for relation in get_all_child_relations(page):
            rows.setdefault(relation.related_model, []).extend(_rows(page, relation))
        for many in get_all_child_m2m_relations(page):
            rows.setdefault(many.remote_field.through, []).extend(_links(page, many))
    for model, found in rows.items():
        if found:
            model._default_manager.bulk_create(found)


def _rows(page: SitePage, relation: Any) -> list[Any]:
    """Return the rows of a relation, in their order and as new ones of `page`."""
    rows: list[Any] = []
    if relation.get_accessor_name() not in getattr(page, "_cluster_related_objects", {}):
        return rows
    for number, row in enumerate(getattr(page, relation.get_accessor_name()).all()):
        row.pk = None
        row._state.adding = True
        setattr(row, relation.field.attname, page.pk)
        if hasattr(row, "sort_order"):
            row.sort_order = number
        rows.append(row)
    return rows


def _links(page: SitePage, many: Any) -> list[Any]:
    if many.name not in getattr(page, "_cluster_related_objects", {}):
        return []
    own, other = many.m2m_column_name(), many.m2m_reverse_name()
    chosen = getattr(page, many.name).all()
    return [many.remote_field.through(**{own: page.pk, other: one.pk}) for one in chosen]


def index_new(pages: list[SitePage]) -> None:
    """Note what new pages refer to, as `ReferenceIndex.create_or_update_for_object` does of each."""
    rows = []
    for page in pages:
        kind = ContentType.objects.get_for_model(type(page), for_concrete_model=False)
        base = ReferenceIndex._get_base_content_type(page)
        for to_kind, to_id, model_path, content_path in set(
            ReferenceIndex._extract_references_from_object(page)
        ):
            rows.append(
                ReferenceIndex(
                    content_type=kind,
                    base_content_type=base,
                    object_id=page.pk,
                    to_content_type_id=to_kind,
                    to_object_id=to_id,
                    model_path=model_path,
                    content_path=content_path,
                    content_path_hash=ReferenceIndex._get_content_path_hash(content_path),
                )
            )
    ReferenceIndex.objects.bulk_create(rows, ignore_conflicts=True)
