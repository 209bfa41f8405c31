"""What stands in the head of a page for machines: title, description, addresses, picture, structured data."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin

from django.http import HttpRequest
from django.utils.safestring import SafeString
from wagtail.models import Page

from blog.models import ArticlePage, AuthorPage, SiteSettings
from blog.seo import content, graph
from blog.seo.addresses import Crumb, canonical, list_shown, site_root, trail
from blog.seo.nodes import Subject, nodes_of
from blog.seo.sharing import SharePicture, cut, share_picture
from blog.seo.titles import described, fitting, full_title

# A large picture beside a result is otherwise not shown (developers.google.com, robots meta tag).
INDEXED = "max-image-preview:large"
HIDDEN = "noindex"


@dataclass(frozen=True)
class PageMeta:
    """Everything in a page's head that is meant for machines, and the way to the page."""

    title: str
    # The title on its own, as social networks show it above the name of the site.
    share_title: str = ""
    site_name: str = ""
    description: str = ""
    canonical: str = ""
    url: str = ""
    robots: str = ""
    og_type: str = "website"
    picture: SharePicture | None = None
    published: str = ""
    revised: str = ""
    authors: tuple[str, ...] = ()
    section: str = ""
    tags: tuple[str, ...] = ()
    crumbs: tuple[Crumb, ...] = ()
    json_ld: SafeString | str = ""


def page_meta(page: Page, request: HttpRequest, context: Mapping[str, Any]) -> PageMeta:
    """Return the meta data of a page of the tree.

    `context` is the template's context; what the page gathered already (authors, comment section, the title
    of a sub-list) is used from there rather than looked up again.
    """
    settings = SiteSettings.for_request(request)
    listing = context.get("listing_title")
    title = listing or page.seo_title or page.title
    root = site_root(request)
    shown = list_shown(context)
    own, whole, address = canonical(page, request, shown, listing is not None)
    steps = [Crumb(page.title, own)] + ([Crumb(listing, whole)] if listing else [])
    crumbs = trail(page, request, root, *steps)
    own_picture = cut(page.lead_image(), root)
    picture = share_picture(page, settings, root, own_picture)
    described_as = "" if listing else page.search_description
    # A sub-list speaks for itself, or not at all: the words of the whole list are not about it.
    intro = context.get("listing_intro", "") if listing else page.lead_text()
    description = (
        described_as
        or described(intro, title, settings.practice_name, settings.description_template)
        or settings.default_description
    )
    # A list of everything with one tag says nothing that its articles do not say.
    is_hidden = page.noindex or bool(context.get("tag")) or getattr(request, "is_preview", False)
    is_article = isinstance(page, ArticlePage)
    published, revised = content.dates(page) if is_article else ("", "")
    # What the page itself shows goes before a card with its title (Google's guidelines for articles).
    subject = Subject(page, request, context, settings, root, address, own_picture or picture)
    webpage = _webpage(root, address, title, description)
    return PageMeta(
        title=full_title(title, settings.practice_name, settings.title_template),
        share_title=title,
        site_name=settings.practice_name,
        description=description,
        canonical=page.canonical_url or address,
        url=address,
        robots=HIDDEN if is_hidden else INDEXED,
        og_type="article" if is_article else "profile" if isinstance(page, AuthorPage) else "website",
        picture=picture,
        published=published,
        revised=revised if revised != published else "",
        authors=tuple(graph.author_address(author, root) for author in context.get("authors") or ())
        if is_article
        else (),
        section=category.name if is_article and (category := page.main_category()) else "",
        tags=tuple(tag.name for tag in context.get("tags") or ()) if is_article else (),
        crumbs=tuple(crumbs),
        json_ld=graph.script(graph.site_json(settings, root), nodes_of(subject, webpage, crumbs)),
    )


def _webpage(root: str, address: str, title: str, description: str) -> graph.Node:
    node: graph.Node = {
        "@type": "WebPage",
        "@id": f"{address}#pagina",
        "url": address,
        "name": title,
        "isPartOf": graph.ref(f"{root}#site"),
        "inLanguage": graph.LANGUAGE,
    }
    return node | ({"description": description} if description else {})


def simple_meta(request: HttpRequest | None, context: Mapping[str, Any]) -> PageMeta:
    """Return the meta data of a screen outside the tree: a form, a thank-you page, an error.

    The template's context may say `title`, `description` and `share_image`; only a view that says `indexable`
    may be found by search engines.
    """
    if request is None:
        return PageMeta(title=context.get("title") or "liefdesverdriet", robots=HIDDEN)
    settings = SiteSettings.for_request(request)
    root = site_root(request)
    url = urljoin(root, request.path)
    indexable = bool(context.get("indexable"))
    title = context.get("title") or settings.practice_name
    description = fitting(context.get("description") or settings.default_description)
    nodes = [_webpage(root, url, title, description)]
    return PageMeta(
        title=full_title(title, settings.practice_name, settings.title_template),
        share_title=title,
        site_name=settings.practice_name,
        description=description,
        canonical=url if indexable else "",
        url=url,
        robots=INDEXED if indexable else HIDDEN,
        picture=cut(context.get("share_image") or settings.social_image, root),
        json_ld=graph.script(graph.site_json(settings, root), nodes) if indexable else "",
    )
