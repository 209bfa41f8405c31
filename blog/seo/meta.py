"""How a page presents itself: title, description, canonical address, social picture, structured data."""

import json
from dataclasses import dataclass, field
from html import unescape
from urllib.parse import urljoin

from django.core.paginator import Page as ListPage
from django.http import HttpRequest
from django.utils.html import strip_tags
from django.utils.safestring import SafeString, mark_safe
from wagtail.models import Page, Site

from blog.models import ArticlePage, AuthorPage, PodcastEpisodePage, SiteSettings
from images.reading import shown

# Where search engines cut off; beyond it the practice's name is left out.
TITLE_LENGTH = 60
DESCRIPTION_LENGTH = 160
_JSON_ESCAPES = {ord(">"): "\\u003E", ord("<"): "\\u003C", ord("&"): "\\u0026"}


@dataclass(frozen=True)
class PageMeta:
    """Everything in a page's head that is meant for machines."""

    title: str
    description: str = ""
    canonical: str = ""
    url: str = ""
    robots: str = ""
    og_type: str = "website"
    image: object | None = None
    image_url: str = ""
    published: str = ""
    revised: str = ""
    graph: list[dict] = field(default_factory=list)

    @property
    def json_ld(self) -> SafeString:
        """The structured data as JSON that is safe inside a script element."""
        text = json.dumps({"@context": "https://schema.org", "@graph": self.graph}, ensure_ascii=False)
        return mark_safe(text.translate(_JSON_ESCAPES))  # noqa: S308


def shortened(text: str) -> str:
    """Return `text` at the length that search engines show, cut after a whole word."""
    if len(text) <= DESCRIPTION_LENGTH:
        return text
    return text[: DESCRIPTION_LENGTH - 1].rsplit(None, 1)[0].rstrip(",.;:") + "…"


def full_title(title: str, practice: str) -> str:
    """Return "title – practice", or the title alone where that would be cut off or repeat itself."""
    joined = f"{title} – {practice}"
    return title if len(joined) > TITLE_LENGTH or title == practice else joined


def _root(request: HttpRequest) -> str:
    """Return the address of the site, whatever name of it the reader asked for."""
    site = Site.find_for_request(request)
    return f"{site.root_url}/" if site else request.build_absolute_uri("/")


def _own_address(page: Page, request: HttpRequest, context) -> str:
    """Return the page's canonical address; sub-lists and later pages of a list are pages of their own."""
    address = page.get_full_url(request) or ""
    own_path = page.get_url_parts(request)[2] if address else ""
    if address and request.path != own_path and request.path.startswith(own_path):
        address += request.path.removeprefix(own_path)
    lists = [value for name in ("articles", "episodes") if isinstance(value := context.get(name), ListPage)]
    number = max((shown.number for shown in lists), default=1)
    return f"{address}?pagina={number}" if number > 1 else address


def _social_image(image, root: str) -> str:
    """Return the address of `image` cut for social networks, "" without one."""
    found = shown(image, "social", or_original=False) if image else None
    return urljoin(root, found.url) if found else ""


def _breadcrumbs(page: Page, request: HttpRequest) -> dict | None:
    trail = [ancestor for ancestor in page.trail if ancestor.live]
    if not trail:
        return None
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": number, "name": step.title, "item": step.get_full_url(request)}
            for number, step in enumerate([*trail, page], start=1)
        ],
    }


def _person(author: AuthorPage, request: HttpRequest) -> dict:
    address = author.get_full_url(request)
    person = {"@type": "Person", "@id": f"{address}#persoon", "name": author.title, "url": address}
    return person | ({"jobTitle": author.role} if author.role else {})


def _article(
    page: ArticlePage, request: HttpRequest, context, address: str, image_url: str, publisher: dict
) -> dict:
    authors = context.get("authors")
    if authors is None:
        authors = page.authors()
    section = context.get("section")
    article = {
        "@type": "BlogPosting",
        "@id": f"{address}#artikel",
        "headline": page.title,
        "description": page.search_description or page.intro,
        "mainEntityOfPage": address,
        "inLanguage": "nl",
        "wordCount": page.word_count,
        "author": [_person(author, request) for author in authors] or [publisher],
        "publisher": {"@id": publisher["@id"]},
    }
    if page.first_published_at:
        article["datePublished"] = page.first_published_at.isoformat(timespec="seconds")
        article["dateModified"] = (
            page.revised_on.isoformat()
            if page.revised_on
            else page.first_published_at.isoformat(timespec="seconds")
        )
    if image_url:
        article["image"] = image_url
    if section is not None:
        article["commentCount"] = section.count
    return article


def _episode(page: PodcastEpisodePage, address: str) -> dict:
    episode = {"@type": "PodcastEpisode", "name": page.title, "url": address, "description": page.summary}
    if page.first_published_at:
        episode["datePublished"] = page.first_published_at.isoformat(timespec="seconds")
    return episode


def _plain(html: str) -> str:
    """Return the words of cleaned rich text, its paragraphs and list items with a space between."""
    return unescape(strip_tags(html.replace("</p>", " ").replace("</li>", " "))).strip()


def _faq(page: Page) -> list[dict]:
    """Return a FAQPage of all questions in the page's body, none without questions."""
    body = getattr(page, "body", None) or []
    items = [item for child in body if child.block_type == "faq" for item in child.value["items"]]
    if not items:
        return []
    questions = [
        {
            "@type": "Question",
            "name": item["question"],
            "acceptedAnswer": {"@type": "Answer", "text": _plain(item["answer"].source)},
        }
        for item in items
    ]
    return [{"@type": "FAQPage", "mainEntity": questions}]


def page_meta(page: Page, request: HttpRequest, context) -> PageMeta:
    """Return the meta data of a page of the tree.

    `context` is the template's context; what the page gathered already (authors, comment section, the title
    of a sub-list) is used from there rather than looked up again.
    """
    settings = SiteSettings.for_request(request)
    listing = context.get("listing_title")
    title = listing or page.seo_title or page.title
    image = page.social_image or page.lead_image() or settings.social_image
    root = _root(request)
    image_url = _social_image(image, root)
    address = _own_address(page, request, context)
    publisher = {
        "@type": "Organization",
        "@id": f"{root}#praktijk",
        "name": settings.practice_name,
        "url": root,
    }
    website = {
        "@type": "WebSite",
        "@id": f"{root}#site",
        "url": root,
        "name": settings.practice_name,
        "inLanguage": "nl",
        "publisher": {"@id": publisher["@id"]},
        "potentialAction": {
            "@type": "SearchAction",
            "target": {"@type": "EntryPoint", "urlTemplate": f"{root}zoeken/?q={{search_term_string}}"},
            "query-input": "required name=search_term_string",
        },
    }
    graph: list[dict] = [publisher, website]
    if crumbs := _breadcrumbs(page, request):
        graph.append(crumbs)
    if isinstance(page, ArticlePage):
        graph.append(_article(page, request, context, address, image_url, publisher))
    elif isinstance(page, AuthorPage):
        graph.append(
            {"@type": "ProfilePage", "@id": f"{address}#profiel", "mainEntity": _person(page, request)}
        )
    elif isinstance(page, PodcastEpisodePage):
        graph.append(_episode(page, address))
    graph += _faq(page)
    is_article = isinstance(page, ArticlePage)
    return PageMeta(
        title=full_title(title, settings.practice_name),
        description=shortened(page.search_description or page.lead_text() or settings.default_description),
        canonical=page.canonical_url or address,
        url=address,
        # A list of everything with one tag says nothing that its articles do not say.
        robots="noindex" if page.noindex or context.get("tag") else "",
        og_type="article" if is_article else "website",
        image=image,
        image_url=image_url,
        published=page.first_published_at.isoformat(timespec="seconds")
        if is_article and page.first_published_at
        else "",
        revised=page.revised_on.isoformat() if is_article and page.revised_on else "",
        graph=graph,
    )


def simple_meta(request: HttpRequest | None, context) -> PageMeta:
    """Return the meta data of a screen outside the tree: a form, a thank-you page, an error.

    The template's context may say `title`, `description` and `share_image`; only a view that says `indexable`
    may be found by search engines.
    """
    if request is None:
        return PageMeta(title=context.get("title") or "liefdesverdriet", robots="noindex")
    settings = SiteSettings.for_request(request)
    image = context.get("share_image") or settings.social_image
    url = urljoin(_root(request), request.path)
    indexable = bool(context.get("indexable"))
    return PageMeta(
        title=full_title(context.get("title") or settings.practice_name, settings.practice_name),
        description=shortened(context.get("description") or settings.default_description),
        canonical=url if indexable else "",
        url=url,
        robots="" if indexable else "noindex",
        image=image,
        image_url=_social_image(image, _root(request)),
    )
