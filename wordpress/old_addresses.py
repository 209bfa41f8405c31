"""Addresses of the WordPress site that was here before: answered from what came of each of its things.

Redirects hold the permalinks (wordpress.taking_over.redirects); here is what patterns tell: /?p=12, archives
by date, feeds of one article, /page/2/, files under wp-content/uploads. Each leads on in one step.
A site that nothing was imported to is asked once for each content version, and only where nothing stands.
"""

import re
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase, HttpResponsePermanentRedirect
from django.urls import reverse
from taggit.models import Tag
from wagtail.contrib.redirects.middleware import get_redirect
from wagtail.models import Page

from blog.dead_links.addresses import look_up
from blog.feeds import views as feeds
from blog.models import ArticleIndexPage, AuthorPage
from blog.redirects import category_address
from pagecache.kept import kept
from wordpress.models import Imported
from wordpress.taking_over.addresses import path_of, picture_path
from wordpress.taking_over.file_addresses import address_of

Kind = Imported.Kind
# The same as settings.PAGECACHE_PASS_PARAMETERS.
_ASKS = re.compile(r"(?:^|&)(?:p|page_id|attachment_id|cat|author|m|feed)=")
_NUMBER = re.compile(r"[1-9][0-9]{0,17}")
_MONTH = re.compile(r"(?:19|20)\d\d(?:[01]\d){0,1}(?:[0-3]\d){0,1}")
_ARCHIVE = re.compile(r"/(?:19|20)\d\d(?:/[01]\d)?(?:/[0-3]\d)?")
# What WordPress puts behind the address of anything.
_ENDING = re.compile(
    r"/(?:feed(?:/(?:rss2?|rdf|atom))?|amp|embed|trackback|page/\d{1,6}|comment-page-\d{1,6})$"
)
# The site has an answer to these that goes by the name of today (blog.urls); the old one may be another.
_FEED_OF_PART = re.compile(r"(?P<of>.*/(?:category|author)/[^?]+)/feed(?:/(?:rss2?|rdf|(?P<atom>atom)))?")
_CATEGORY = re.compile(r"/categorie/([-\w]+)/")
_MOST_SITES = 5
# What WordPress calls its feeds in a parameter.
_FEEDS = {
    **dict.fromkeys(("feed", "rss", "rss2", "rdf"), "blog:feed"),
    "atom": "blog:feed_atom",
}


def lead_on(
    get_response: Callable[[HttpRequest], HttpResponseBase],
) -> Callable[[HttpRequest], HttpResponseBase]:
    """Lead who asks for something as the old site had it to where it is now."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        is_read = request.method in ("GET", "HEAD")
        if is_read and _ASKS.search(request.META.get("QUERY_STRING", "")):
            address = _asked_for(request)
            if address:
                return HttpResponsePermanentRedirect(address)
            if _is_home(request) and request.GET.get("feed", "").strip().startswith("comments-"):
                return feeds.gone(request)
        elif is_read and (found := _FEED_OF_PART.fullmatch(request.path.rstrip("/"))):
            address = _feed_of(request, path_of(found["of"]), found["atom"])
            if address:
                return HttpResponsePermanentRedirect(address)
        response = get_response(request)
        if response.status_code != 404 or not is_read:
            return response
        address = _stood_at(request)
        return HttpResponsePermanentRedirect(address) if address else response

    return middleware


def _old_homes() -> frozenset[str]:
    """Return the paths of the home pages of the old sites; nothing where nothing was imported."""
    return kept("old homes", _look_for_homes)


def _look_for_homes() -> frozenset[str]:
    found: list[str] = []
    # From one to the next by the index, however many rows each has.
    rows = Imported.objects.order_by("site").values_list("site", flat=True)
    while len(found) < _MOST_SITES:
        site = rows.filter(site__gt=found[-1] if found else "").first()
        if site is None:
            break
        found.append(site)
    return frozenset(path_of(f"//{site}") for site in found)


def _is_home(request: HttpRequest) -> bool:
    """Say whether a request is for the home page of this site or of an old one."""
    # Others may use the same letters: the admin does.
    if request.path.startswith(settings.PAGECACHE_PASS_PREFIXES):
        return False
    path = path_of(request.path)
    return not path or path in _old_homes()


def _asked_for(request: HttpRequest) -> str:
    """Return where that is which WordPress tells by a parameter of its home page."""
    if not _is_home(request):
        return ""
    if not _old_homes():
        # Numbers mean nothing here, but a feed is a feed, as at /feed/rss2/ (blog.urls).
        feed = request.GET.get("feed", "").strip()
        return _FEEDS.get(feed, "") and reverse(_FEEDS[feed])
    asked = {name: request.GET[name].strip() for name in request.GET}
    numbers = {name: int(value) for name, value in asked.items() if _NUMBER.fullmatch(value)}
    for name in ("p", "page_id", "attachment_id"):
        if name in asked:
            return _of_number(numbers.get(name, 0), request)
    feed = asked.get("feed", "")
    if "cat" in numbers:
        record = _record(Kind.CATEGORY, numbers["cat"])
        category = record.category if record else None
        if category and feed:
            form = "_atom" if feed == "atom" else ""
            return reverse(f"blog:feed_category{form}", args=[category.slug])
        return (category_address(category) or "") if category else ""
    if "author" in numbers:
        record = _record(Kind.AUTHOR, numbers["author"])
        return _address(record.page if record else None, request)
    if feed and not feed.startswith("comments"):
        return reverse("blog:feed_atom" if feed == "atom" else "blog:feed")
    if _MONTH.fullmatch(asked.get("m", "")):
        return _list_of_articles(request)
    return ""


def _feed_of(request: HttpRequest, path: str, atom: str | None) -> str:
    """Return the feed of the category or the author of an old address."""
    if not _old_homes():
        return ""
    form = "_atom" if atom else ""
    records = Imported.objects.filter(old_path=path, kind__in=(Kind.CATEGORY, Kind.AUTHOR))
    record = records.select_related("page", "category").first()
    if record is not None and record.category is not None:
        return reverse(f"blog:feed_category{form}", args=[record.category.slug])
    redirect = None if record else get_redirect(request, path)
    if redirect is not None and (part := _CATEGORY.fullmatch(redirect.redirect_page_route_path)):
        return reverse(f"blog:feed_category{form}", args=[part[1]])
    page = record.page if record else redirect.redirect_page if redirect else None
    is_author = page is not None and page.live and issubclass(page.specific_class or Page, AuthorPage)
    return reverse(f"blog:feed_author{form}", args=[page.slug]) if page is not None and is_author else ""


def _of_number(number: int, request: HttpRequest) -> str:
    record = _record(Kind.ITEM, number) if number else None
    if record is not None:
        return _address(record.page, request)
    record = _record(Kind.MEDIA, number) if number else None
    return _of_file(record, request) if record else ""


def _of_file(record: Imported, request: HttpRequest) -> str:
    """Return where the page of a file is now: the article that it stood with, else the file itself."""
    parent = _record(Kind.ITEM, record.facts.get("parent", 0), site=record.site)
    return _address(parent.page if parent else None, request) or address_of(record)


def _record(kind: str, number: int, **also: str) -> Imported | None:
    records = Imported.objects.filter(kind=kind, old_id=number, **also).order_by("pk")
    return records.select_related("page", "image", "category").first()


def _stood_at(request: HttpRequest) -> str:
    """Return where that is now which stood at a path where nothing stands, "" for what nobody knows."""
    if request.path.startswith(settings.PAGECACHE_PASS_PREFIXES):
        return ""
    homes = _old_homes()
    # What begins with two slashes is no host here.
    path = path_of(f"/{request.path.lstrip('/')}")
    if not homes or not path or len(path) > 1000:
        return ""
    if address := _came_from({path, picture_path(path)}, request) or _tagged(path, homes, request):
        return address
    bare = path
    while (shorter := _ENDING.sub("", bare)) != bare:
        bare = shorter
    if bare in homes or any(_ARCHIVE.fullmatch(bare.removeprefix(home)) for home in homes):
        return _list_of_articles(request) if bare != path or _ARCHIVE.search(bare) else ""
    if bare == path:
        return ""
    found = _came_from({bare}, request) or _tagged(bare, homes, request)
    return found or _redirected(bare, request) or _stands_here(bare)


def _came_from(paths: set[str], request: HttpRequest) -> str:
    records = (
        Imported.objects.filter(old_path__in=paths).order_by("pk").select_related("page", "image", "category")
    )
    for record in records[:_MOST_SITES]:
        if record.category is not None:
            address = category_address(record.category) or ""
        else:
            address = _address(record.page, request) if record.page_id else address_of(record)
        if address:
            return address
    return ""


def _tagged(path: str, homes: frozenset[str], request: HttpRequest) -> str:
    """Return the list of a tag, also of one that the export told only with its articles."""
    before, _, slug = path.rpartition("/")
    if not before.endswith("/tag") or before.removesuffix("/tag") not in homes | {""}:
        return ""
    index = _list_of_articles(request)
    return f"{index}onderwerp/{slug}/" if index and Tag.objects.filter(slug=slug).exists() else ""


def _redirected(path: str, request: HttpRequest) -> str:
    redirect = get_redirect(request, path)
    if redirect is None or redirect.redirect_page is None or not redirect.redirect_page.live:
        return ""
    return str(redirect.link or "")


def _stands_here(path: str) -> str:
    found = look_up([f"{path}/"], follow=False).get(f"{path}/")
    return f"{path}/" if found and found.page_id and not found.problem else ""


def _address(page: Page | None, request: HttpRequest) -> str:
    return str(page.get_url(request) or "") if page is not None and page.live else ""


def _list_of_articles(request: HttpRequest) -> str:
    return _address(ArticleIndexPage.objects.live().order_by("path").first(), request)
