"""The cards of pages: which wait to be drawn, and drawing them.

published, renamed, another picture ─ ask ─ waiting ─ make_waiting ─┬─ drawn, its name from what it shows
                                                                    ├─ as it was: nothing to do
                                                                    └─ broke off three times: left alone
"""

import logging
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from hashlib import sha256

from django.core.files.base import ContentFile
from django.db.models import F, QuerySet
from django.utils import timezone
from PIL import Image
from wagtail.models import Page, get_page_models

from blog.models import ArticlePage, HomePage, PodcastEpisodePage, SiteSettings, SocialPicture
from blog.models.base import SitePage
from blog.seo.card import RECIPE, SCENE, SLEEVE, Words, draw
from blog.seo.sharing import STORAGE
from images.models import SiteImage
from images.sources import Unreadable, read
from pagecache.versions import bump

logger = logging.getLogger("blog")

FOLDER = "social"
MOST_TRIES = 3
# The content version rises once for so many cards: each time, readers' pages are made anew.
TOGETHER = 25
# Who was shown a page a moment ago may still fetch the card it named.
KEPT_ON = timedelta(days=2)


def ask(pages: Iterable[int]) -> None:
    """Let the cards of the pages with these ids be looked at, and drawn anew where they are out of date."""
    now = timezone.now()
    SocialPicture.objects.bulk_create(
        [SocialPicture(page_id=pk, asked_at=now) for pk in pages],
        update_conflicts=True,
        unique_fields=["page"],
        update_fields=["asked_at", "tries"],
    )


def ask_for_all() -> None:
    ask(_cardable().values_list("pk", flat=True))


def ask_for_missing() -> None:
    """Ask for cards that were never asked for, or were drawn as it was done before."""
    there = SocialPicture.objects.filter(file__contains=f"-{RECIPE}-") | SocialPicture.objects.filter(file="")
    ask(_cardable().exclude(pk__in=there.values("page")).values_list("pk", flat=True))


def ask_for_pages_with(image_id: int) -> None:
    """Ask for the cards that show this picture."""
    for model in get_page_models():
        names = {field.name for field in model._meta.fields}
        for name in {"hero_image", "cover", "portrait"} & names:
            ask(model._default_manager.filter(live=True, **{name: image_id}).values_list("pk", flat=True))


def waiting() -> QuerySet[SocialPicture]:
    return SocialPicture.objects.filter(asked_at__isnull=False, tries__lt=MOST_TRIES)


def make_waiting(is_stopping: Callable[[], bool] = lambda: False) -> int:
    """Draw all that wait, and return how many cards are new. Raises DatabaseError."""
    made = 0
    while not is_stopping() and (row := waiting().order_by("asked_at", "pk").first()):
        # Counted first: a picture that breaks the process breaks it three times, not for ever.
        SocialPicture.objects.filter(pk=row.pk, asked_at=row.asked_at).update(tries=F("tries") + 1)
        try:
            name = _made(row)
        except (OSError, ValueError, MemoryError):
            logger.exception("the card of page %s could not be drawn", row.pk)
            continue
        if SocialPicture.objects.filter(pk=row.pk).exclude(file=name).update(file=name):
            made += 1
            if made % TOGETHER == 1:
                bump()
        # Asked again meanwhile, it waits again.
        SocialPicture.objects.filter(pk=row.pk, asked_at=row.asked_at).update(asked_at=None, tries=0)
    if made > 1:
        bump()
    return made


def sweep(now: datetime) -> None:
    """Remove cards that are of no page any more."""
    named = set(SocialPicture.objects.exclude(file="").values_list("file", flat=True))
    try:
        names = STORAGE.listdir(FOLDER)[1]
    except FileNotFoundError:
        return
    for name in (f"{FOLDER}/{found}" for found in names):
        if name not in named and STORAGE.get_modified_time(name) < now - KEPT_ON:
            STORAGE.delete(name)


def _cardable() -> QuerySet[Page]:
    """Return the published pages of our kinds."""
    kinds = [model for model in get_page_models() if issubclass(model, SitePage)]
    return Page.objects.filter(live=True, depth__gt=1).type(*kinds)


def _made(row: SocialPicture) -> str:
    """Return the name of the file with the page's card, which is there then; "" for a page that has none."""
    page = Page.objects.get(pk=row.pk).specific
    site = page.get_site()
    settings = SiteSettings.for_site(site) if site else None
    if settings is None or not settings.social_titles or not page.live or page.social_image_id:
        return ""
    # A title that is kept for some is not told to all.
    if page.get_view_restrictions().exists():
        return ""
    words = _words(page, settings)
    image = page.lead_image()
    focus = image and (image.file.name, image.get_focal_point() and image.get_focal_point().__dict__)
    shows = sha256(repr((RECIPE, words, focus)).encode()).hexdigest()[:16]
    name = f"{FOLDER}/{page.pk}-{RECIPE}-{shows}.jpg"
    if not STORAGE.exists(name):
        name = STORAGE.save(name, ContentFile(draw(words, _beside(page, image))))
    return name


def _words(page: SitePage, settings: SiteSettings) -> Words:
    title, kicker = page.title, ""
    if isinstance(page, HomePage):
        title = page.hero_sentence or settings.tagline or page.title
    elif isinstance(page, ArticlePage):
        category = page.main_category()
        kicker = category.name if category else ""
    elif isinstance(page, PodcastEpisodePage):
        kicker = f"Podcast · aflevering {page.number}" if page.number else "Podcast"
    return Words(title, kicker, settings.practice_name, page.pk)


def _beside(page: SitePage, image: SiteImage | None) -> Image.Image | None:
    """Return the page's picture, cut around its focal point; None where there is nothing to show."""
    if image is None:
        return None
    width, height = SLEEVE if isinstance(page, PodcastEpisodePage) else SCENE
    try:
        source = read(image, {"social": (f"fill-{width}x{height}",)})
    except Unreadable:
        return None
    # What one sees through was made for another ground.
    if not source.is_opaque:
        return None
    return source.cut(source.cuts[0]).resize((width, height), Image.Resampling.LANCZOS)
