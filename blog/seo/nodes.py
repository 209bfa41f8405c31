"""Which nodes a page's graph has, and how they are tied together."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from django.http import HttpRequest
from wagtail.models import Page

from blog.models import ArticlePage, AuthorPage, PodcastEpisodePage, PodcastIndexPage, SiteSettings
from blog.seo import content, graph
from blog.seo.addresses import Crumb, list_shown
from blog.seo.graph import Node, ref
from blog.seo.sharing import SharePicture


class Subject(NamedTuple):
    """A page as it is asked for: with what was gathered for it, where it is, and its picture."""

    page: Page
    request: HttpRequest
    context: Mapping[str, Any]
    settings: SiteSettings
    root: str
    address: str
    picture: SharePicture | None


def nodes_of(subject: Subject, webpage: Node, crumbs: list[Crumb]) -> list[Node]:
    """Return the nodes of a page: `webpage` itself, its picture, the way to it and what it is about."""
    address = subject.address
    nodes = [webpage]
    if picture := subject.picture:
        identity = f"{address}#afbeelding"
        nodes.append(graph.image(identity, picture.url, picture.width, picture.height, picture.alt))
        webpage["primaryImageOfPage"] = ref(identity)
    if crumbs:
        nodes.append(graph.breadcrumbs(f"{address}#kruimelpad", crumbs))
        webpage["breadcrumb"] = ref(f"{address}#kruimelpad")
    else:
        webpage["about"] = ref(graph.publisher_id(subject.settings, subject.root))
    if about := _about(subject):
        _tie(subject, webpage, about)
        nodes.append(about)
    if asked := content.questions(subject.page, address):
        nodes.append(asked)
    return nodes


def _about(subject: Subject) -> Node:
    """Return what the page is about, nothing where it is about itself."""
    page, request, context, settings, root, address, _ = subject
    if isinstance(page, ArticlePage):
        return content.article(page, context, settings, root, address)
    if isinstance(page, PodcastEpisodePage):
        return content.episode(page, request, root, address)
    if isinstance(page, PodcastIndexPage):
        return content.podcast(page, settings, root, address)
    if isinstance(page, AuthorPage):
        return content.author(page, root)
    return _list(subject)


def _list(subject: Subject) -> Node:
    """Return the list that the page shows, nothing without one."""
    page, request, context, _, root, address, _ = subject
    shown = list_shown(context)
    if shown is not None and not isinstance(page, AuthorPage):
        before = shown.start_index() - 1 if shown.object_list else 0
        return content.listed(list(shown.object_list), request, root, address, before)
    people = context.get("authors")
    if isinstance(people, list) and not isinstance(page, ArticlePage):
        return content.listed(people, request, root, address)
    return {}


def _tie(subject: Subject, webpage: Node, about: Node) -> None:
    """Say of both, the page and what it is about, that they belong together."""
    kind = about["@type"]
    if kind == "Person":
        # In the place itself: checkers want to read a name there.
        webpage["@type"] = "ProfilePage"
        webpage["mainEntity"] = about.copy()
        for name, date in zip(("dateCreated", "dateModified"), content.dates(subject.page), strict=True):
            if date:
                webpage[name] = date
        about["mainEntityOfPage"] = ref(webpage["@id"])
        return
    webpage["mainEntity"] = ref(about["@id"])
    if kind in ("ItemList", "PodcastSeries"):
        webpage["@type"] = "CollectionPage"
    if kind == "ItemList":
        return
    about["mainEntityOfPage"] = ref(webpage["@id"])
    if subject.picture:
        about["image"] = ref(f"{subject.address}#afbeelding")
    if kind != "PodcastSeries":
        about["isPartOf"] = ref(webpage["@id"])
        webpage |= {name: about[name] for name in ("datePublished", "dateModified") if name in about}
