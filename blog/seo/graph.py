"""Structured data (schema.org) as one graph: every node has an address of its own by which others name it.

Root ─ WebSite ─ WebPage ─┬─ BreadcrumbList
  publisher ┘             ├─ ImageObject ── BlogPosting, PodcastEpisode, Person (what the page is about)
                          └─ FAQPage, ItemList
"""

import json
from typing import Any

from django.templatetags.static import static
from django.utils.safestring import SafeString, mark_safe
from wagtail.models import Page

from blog.models import AuthorPage, SiteSettings
from blog.seo.addresses import Crumb, full
from blog.seo.titles import profiles
from images.reading import shown
from pagecache.kept import kept

Node = dict[str, Any]
LANGUAGE = "nl-NL"
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def script(site: str, nodes: list[Node]) -> SafeString:
    """Return the graph as JSON that is safe inside a script element; `site` from `site_json`."""
    own = _safe(_encode(nodes)[1:-1])
    parts = ",".join(part for part in (site, own) if part)
    return mark_safe(f'{{"@context":"https://schema.org","@graph":[{parts}]}}')  # noqa: S308 - escaped


def _safe(text: str) -> str:
    """Return JSON in which nothing ends or begins an element."""
    return text.replace("&", "\\u0026").replace("<", "\\u003C").replace(">", "\\u003E")


def ref(address: str) -> Node:
    return {"@id": address}


def publisher_id(settings: SiteSettings, root: str) -> str:
    person = settings.publisher_person
    return person_id(author_address(person, root)) if person else f"{root}#praktijk"


def person_id(address: str) -> str:
    return f"{address}#persoon"


def author_address(author: AuthorPage, root: str) -> str:
    """Return the full address of an author, looked up once for each content version."""
    return kept(("author address", root, author.pk), lambda: full(root, author.url or ""))


def site_json(settings: SiteSettings, root: str) -> str:
    """Return the nodes that every page has, the publisher and the site, as JSON without brackets."""
    key = ("site graph", settings.site_id, root)
    return kept(key, lambda: _safe(_encode(site_nodes(settings, root))[1:-1]))


def site_nodes(settings: SiteSettings, root: str) -> list[Node]:
    publisher = _publisher(settings, root)
    website: Node = {
        "@type": "WebSite",
        "@id": f"{root}#site",
        "url": root,
        "name": settings.practice_name,
        "inLanguage": LANGUAGE,
        "publisher": ref(publisher["@id"]),
        "potentialAction": {
            "@type": "SearchAction",
            "target": {"@type": "EntryPoint", "urlTemplate": f"{root}zoeken/?q={{search_term_string}}"},
            "query-input": "required name=search_term_string",
        },
    }
    if settings.tagline:
        website["description"] = settings.tagline
    return [publisher, website]


def _publisher(settings: SiteSettings, root: str) -> Node:
    elsewhere = profiles(settings.profile_links)
    if settings.publisher_person:
        node = person(settings.publisher_person, root, with_portrait=True)
    else:
        node = {
            "@type": "Organization",
            "@id": f"{root}#praktijk",
            "name": settings.practice_name,
            "url": root,
        }
        node["logo"] = _logo(settings, root)
        node["image"] = ref(node["logo"]["@id"])
        if settings.tagline:
            node["description"] = settings.tagline
    if settings.contact_email:
        node["email"] = settings.contact_email
    if settings.contact_phone:
        node["telephone"] = settings.contact_phone
    if elsewhere:
        node["sameAs"] = elsewhere
    return node


def _logo(settings: SiteSettings, root: str) -> Node:
    """Return the practice's own logo, or the site's mark."""
    found = shown(settings.logo, "square") if settings.logo else None
    if found is None:
        return image(f"{root}#logo", full(root, static("img/icon-180.png")), 180, 180)
    return image(f"{root}#logo", full(root, found.url), found.width, found.height)


def image(identity: str, url: str, width: int, height: int, caption: str = "") -> Node:
    node: Node = {"@type": "ImageObject", "@id": identity, "url": url, "contentUrl": url}
    node |= {"width": width, "height": height}
    return node | ({"caption": caption} if caption else {})


def named_person(author: Page, root: str) -> Node:
    """Return who somebody is, of whom no more than the page is known."""
    address = author_address(author, root)
    return {"@type": "Person", "@id": person_id(address), "name": author.title, "url": address}


def person(author: AuthorPage, root: str, *, with_portrait: bool = False) -> Node:
    node = named_person(author, root)
    if author.role:
        node["jobTitle"] = author.role
    if author.short_bio:
        node["description"] = author.short_bio
    found = shown(author.portrait, "square") if with_portrait and author.portrait else None
    if found:
        node["image"] = full(root, found.url)
    return node


def breadcrumbs(identity: str, crumbs: list[Crumb]) -> Node:
    steps = [
        {"@type": "ListItem", "position": number, "name": step.name, "item": step.url}
        for number, step in enumerate(crumbs, start=1)
    ]
    return {"@type": "BreadcrumbList", "@id": identity, "itemListElement": steps}
