"""What was changed of a page since it came, there and here."""

from hashlib import sha256
from typing import Any

from wagtail.models import PageViewRestriction

from blog.followed import Facts, compare, fact
from blog.models import ArticlePage, PodcastEpisodePage, StandardPage
from blog.models.base import SitePage
from wordpress import own
from wordpress.reading.items import Item
from wordpress.taking_over.kinds import State
from wordpress.taking_over.making import Made, has_place
from wordpress.taking_over.relations import RELATIONS
from wordpress.taking_over.writing import Standing

DRAFT_HERE = "hier staat een concept klaar, dus wat op de oude site veranderde ({}) is niet overgenomen"
LOCKED_HERE = "deze pagina is op slot, dus wat op de oude site veranderde ({}) is niet overgenomen"
CHANGED_HERE = "zelf aangepast en dus gelaten zoals het is: {}"
FOLLOWED = "bijgewerkt: {}"

__all__ = ["compare", "facts_here", "facts_of", "labels", "place_of", "source_hash", "take"]

_EVERY = (
    "title",
    "slug",
    "body",
    "seo_title",
    "search_description",
    "noindex",
    "canonical_url",
    "social_image",
)
_PLAIN = ("intro", "hero_image", "hero_alt")
_ARTICLE = ("hero_caption", "comments_open", "focus_keyphrase", "categories", "tags", "authors")
_EPISODE = (
    *("summary", "season", "number", "episode_type", "explicit", "duration"),
    *("audio_address", "audio_kind", "audio_bytes", "cover"),
)
# Of these WordPress knows nothing, so they follow exports of sites like this one alone.
_OWN: dict[type[SitePage], tuple[str, ...]] = {
    kind: tuple(name for name in own.FIELDS[kind] if name not in _PLAIN and name not in _ARTICLE)
    for kind in (ArticlePage, StandardPage, PodcastEpisodePage)
}
_LABELS = {
    "related_articles": "verwante artikelen",
    "slug": "adres",
    "authors": "auteurs",
    "state": "gepubliceerd of niet",
    "password": "wachtwoord",
    "audio": "geluidsbestand",
}
# What WordPress writes whenever somebody merely looks.
_RESTLESS = frozenset({"_edit_lock", "_edit_last", "_wp_old_slug", "post_views_count"})


def source_hash(item: Item) -> str:
    """Return the hash of an item as it stands in the export, without its reactions."""
    meta = sorted((key, value) for key, value in item.meta.items() if key not in _RESTLESS)
    parts: list[Any] = [item.kind, item.status, item.title, item.link, item.slug, item.creator, item.content]
    parts += [item.excerpt, item.published_at, item.modified_at, item.comments_open, item.password]
    parts += [item.parent, item.menu_order, item.is_sticky, item.terms, meta]
    return sha256(repr(parts).encode(errors="surrogatepass")).hexdigest()


def fields_of(page: SitePage) -> tuple[str, ...]:
    if isinstance(page, ArticlePage):
        return (*_EVERY, *_PLAIN, *_ARTICLE)
    if isinstance(page, PodcastEpisodePage):
        return (*_EVERY, *_EPISODE, "audio")
    return (*_EVERY, *_PLAIN)


def facts_of(made: Made) -> Facts:
    """Return the hash of each field that follows the old site."""
    standing = made.standing
    own_facts = _own_facts(made.page) if made.is_own else {}
    return {**_facts(made.page), **own_facts, **_standing_facts(standing.state, standing)}


def place_of(item: Item, parent_id: int) -> Facts:
    """Return the fact of the place of a page that stands there by its parent (see `tree`)."""
    return {"parent": fact(parent_id)} if has_place(item) else {}


def facts_here(page: SitePage) -> Facts:
    """Return the same of a page of ours, as its latest version has it."""
    state = State.LIVE if page.live else State.DRAFT
    if not page.live and page.go_live_at and page.scheduled_revision:
        state = State.SCHEDULED
    restriction = PageViewRestriction.objects.filter(
        page_id=page.pk, restriction_type=PageViewRestriction.PASSWORD
    ).first()
    standing = Standing(state, page.go_live_at, password=restriction.password if restriction else "")
    return {**_facts(page), **_own_facts(page), **_standing_facts(state, standing)}


def labels(page: SitePage, names: list[str]) -> str:
    """Return fields as the coach knows them: "titel, tekst"."""
    return ", ".join(_LABELS.get(name) or str(page._meta.get_field(name).verbose_name) for name in names)


def take(page: SitePage, fresh: SitePage, names: list[str]) -> None:
    """Let the fields `names` of `page` be as in `fresh`; slugs and states are the writer's."""
    for name in names:
        if name in ("state", "password"):
            continue
        name = RELATIONS.get(name, name)
        value = getattr(fresh, name)
        setattr(page, name, list(value.all()) if hasattr(value, "all") else value)


def _facts(page: SitePage) -> Facts:
    return {name: fact(_value(page, name)) for name in fields_of(page)}


def _own_facts(page: SitePage) -> Facts:
    names = [*_OWN[type(page)], *(["related_articles"] if isinstance(page, ArticlePage) else [])]
    return {name: fact(_value(page, name)) for name in names}


def _standing_facts(state: State, standing: Standing) -> Facts:
    moment = standing.published_at.isoformat() if state is State.SCHEDULED and standing.published_at else ""
    return {"state": fact(f"{state} {moment}".strip()), "password": fact(standing.password)}


def _value(page: Any, name: str) -> Any:
    match name:
        case "categories":
            return sorted(category.pk for category in page.categories.all())
        case "tags":
            return sorted(item.tag_id for item in page.tagged_items.all())
        case "authors":
            return [link.author_id for link in page.article_authors.all()]
        case "related_articles":
            return [link.other_id for link in page.related_articles.all()]
        case "hero_image" | "social_image" | "cover" | "magnet":
            return getattr(page, f"{name}_id")
        case "audio":
            return page.audio.name or ""
    return getattr(page, name)
