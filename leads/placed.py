"""Where a gift stands on the site: from Wagtail's reference index, and from settings, which it leaves out."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.utils.text import capfirst
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.contrib.settings.models import BaseSiteSetting
from wagtail.fields import StreamField
from wagtail.models import Page, ReferenceIndex, Site

from leads.models import LeadMagnet

SHOWN = 50
SITE = "De hele site"
HOME = "Startpagina"


@dataclass(frozen=True)
class Place:
    title: str
    how: str
    url: str | None
    is_draft: bool


@dataclass(frozen=True)
class PlaceGroup:
    """Places of one kind, such as articles; `more` are not shown."""

    heading: str
    places: list[Place]
    more: int


@dataclass(frozen=True)
class _Source:
    """One place where something of a coach's names a gift. `key`: its content type and id."""

    magnet_id: int
    key: tuple[int, str]
    in_text: bool


def places(magnet: LeadMagnet, user: Any) -> list[PlaceGroup]:
    """Return where `magnet` stands, with links to those screens that `user` may open."""
    found: dict[tuple[int, str], list[_Source]] = defaultdict(list)
    for source in _sources([magnet]):
        found[source.key].append(source)
    homes, finder, objects = _home_pages(), AdminURLFinder(user), _load(found)
    by_heading: dict[tuple[int, str], list[Place]] = defaultdict(list)
    for key, sources in found.items():
        if key in objects:
            by_heading[_heading(*key, homes)].append(_place(objects[key], sources, homes, finder))
    groups = []
    for (_, heading), members in sorted(by_heading.items()):
        members.sort(key=lambda place: place.title.lower())
        groups.append(PlaceGroup(heading, members[:SHOWN], max(0, len(members) - SHOWN)))
    return groups


def summaries(magnets: Iterable[LeadMagnet]) -> dict[int, str]:
    """Return in a few words where each gift stands, such as "De hele site · 2 artikelen", by its id."""
    homes = _home_pages()
    found: dict[int, dict[tuple[int, str], set[tuple[int, str]]]] = defaultdict(lambda: defaultdict(set))
    for source in _sources(magnets):
        found[source.magnet_id][_heading(*source.key, homes)].add(source.key)
    return {
        magnet_id: " · ".join(_counted(heading, keys) for (_, heading), keys in sorted(headings.items()))
        for magnet_id, headings in found.items()
    }


def _sources(magnets: Iterable[LeadMagnet]) -> Iterator[_Source]:
    """Yield what names these gifts and is edited by a coach, so not sign-ups and the like."""
    magnets = list(magnets)
    own = ContentType.objects.filter(app_label="leads").values("pk")
    for reference in ReferenceIndex.get_references_to_in_bulk(magnets).exclude(content_type__in=own):
        in_text = isinstance(reference.source_field, StreamField)
        key = (reference.content_type_id, reference.object_id)
        yield _Source(int(reference.to_object_id), key, in_text)
    for relation in LeadMagnet._meta.get_fields(include_hidden=True):
        model = relation.related_model
        if relation.auto_created and isinstance(model, type) and issubclass(model, BaseSiteSetting):
            name = relation.remote_field.attname
            content_type = ContentType.objects.get_for_model(model)
            rows: Any = model._base_manager  # type: ignore[attr-defined]
            for row in rows.filter(**{f"{name}__in": magnets}).values("pk", name):
                yield _Source(row[name], (content_type.pk, str(row["pk"])), in_text=False)


def _home_pages() -> set[str]:
    return {str(site.root_page_id) for site in Site.objects.all()}


def _heading(content_type_id: int, object_id: str, homes: set[str]) -> tuple[int, str]:
    """Return under which heading something comes, with its place among the headings: widest first."""
    model = ContentType.objects.get_for_id(content_type_id).model_class()
    if model is None:
        return 9, "Elders"
    if issubclass(model, BaseSiteSetting):
        return 0, SITE
    if issubclass(model, Page) and object_id in homes:
        return 1, HOME
    return 3 if issubclass(model, Page) else 2, capfirst(str(model._meta.verbose_name_plural))


def _counted(heading: str, keys: set[tuple[int, str]]) -> str:
    if heading in (SITE, HOME):
        return heading
    model = ContentType.objects.get_for_id(next(iter(keys))[0]).model_class()
    if len(keys) == 1 and model is not None:
        return f"1 {model._meta.verbose_name}"
    return f"{len(keys)} {heading.lower()}"


def _load(keys: Iterable[tuple[int, str]]) -> dict[tuple[int, str], Any]:
    ids: dict[int, list[str]] = defaultdict(list)
    for content_type_id, object_id in keys:
        ids[content_type_id].append(object_id)
    loaded = {}
    for content_type_id, object_ids in ids.items():
        model = ContentType.objects.get_for_id(content_type_id).model_class()
        manager = Page.objects if model is None or issubclass(model, Page) else model._base_manager
        for pk, instance in manager.in_bulk(object_ids).items():
            loaded[(content_type_id, str(pk))] = instance
    return loaded


def _place(instance: Any, sources: list[_Source], homes: set[str], finder: AdminURLFinder) -> Place:
    in_text = any(source.in_text for source in sources)
    chosen = any(not source.in_text for source in sources)
    is_page = isinstance(instance, Page)
    if isinstance(instance, BaseSiteSetting):
        title, how = "Instellingen van de site", "onder elk artikel dat geen eigen weggever heeft"
    elif is_page and str(instance.pk) in homes:
        title, how = instance.get_admin_display_title(), ""
    elif is_page:
        title = instance.get_admin_display_title()
        how = " en ".join([*(["eigen keuze"] if chosen else []), *(["in de tekst"] if in_text else [])])
    else:
        title, how = str(instance), "bij alles wat hierin staat en geen eigen weggever heeft"
    is_draft = is_page and not instance.live
    return Place(title, how, finder.get_edit_url(instance), is_draft)
