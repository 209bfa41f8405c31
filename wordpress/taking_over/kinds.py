"""What becomes of the kinds of things that WordPress keeps, and of their states."""

from enum import StrEnum

from wordpress.reading.items import Entry, Item
from wordpress.taking_over.task import Options


class Becomes(StrEnum):
    ARTICLE = "article"
    EPISODE = "episode"
    PAGE = "page"
    FILE = "file"


class State(StrEnum):
    LIVE = "live"
    DRAFT = "draft"
    SCHEDULED = "scheduled"


EPISODES = frozenset({"podcast", "podcast_episode", "episode"})
# What WordPress and well known plugins keep as a "post" and nobody reads, with what it is.
PLUMBING = {
    "revision": "een oudere versie",
    "nav_menu_item": "een regel van een menu",
    "wp_template": "een sjabloon",
    "wp_template_part": "een deel van een sjabloon",
    "wp_global_styles": "opmaak van het thema",
    "wp_navigation": "een menu",
    "wp_font_family": "een lettertype",
    "wp_font_face": "een lettertype",
    "wp_block": "een herbruikbaar blok; het staat in de teksten waarin het gebruikt is",
    "custom_css": "opmaak van het thema",
    "customize_changeset": "een instelling van het thema",
    "oembed_cache": "een bewaard antwoord van een andere site",
    "user_request": "een verzoek om persoonsgegevens",
    "wp_navigation_fallback": "een menu",
    "acf-field": "een veld van een plugin",
    "acf-field-group": "een veld van een plugin",
    "elementor_library": "een sjabloon van een plugin",
    "wpcf7_contact_form": "een formulier van een plugin",
    "mc4wp-form": "een formulier van een plugin",
    "tve_form_type": "een formulier van een plugin",
    "tve_lead_group": "een formulier van een plugin",
    "shop_order": "een bestelling",
    "shop_coupon": "een kortingsbon",
    "scheduled-action": "een taak van een plugin",
}
AUTO_DRAFT = "een leeg begin, dat WordPress zelf maakte"
INHERITED = "een onderdeel van iets anders"
TRASH = "stond in de prullenbak"
BY_CHOICE = "deze soort is overgeslagen, zoals gekozen"
UNKNOWN_STATE = "heeft een staat die wij niet kennen"

_DRAFTS = frozenset({"draft", "pending", "private", "trash"})


def becomes(kind: str, *, has_sound: bool = False) -> Becomes | None:
    """Return what a kind becomes here, None for plumbing."""
    if kind == "attachment":
        return Becomes.FILE
    if kind in PLUMBING:
        return None
    if kind in EPISODES or has_sound:
        return Becomes.EPISODE
    return Becomes.ARTICLE if kind == "post" else Becomes.PAGE


def why_left_out(thing: Item | Entry, options: Options) -> str:
    """Return in Dutch why an item that is no file does not come, "" when it does."""
    if thing.kind in PLUMBING:
        return PLUMBING[thing.kind]
    if thing.kind in options.leave_out:
        return BY_CHOICE
    if thing.status == "auto-draft":
        return AUTO_DRAFT
    if thing.status == "inherit":
        return INHERITED
    if thing.status == "trash" and not options.with_trash:
        return TRASH
    return ""


def state_of(item: Item, is_future: bool) -> tuple[State, list[str]]:
    """Return how an item stands here, and what to remark on it. What is not known to be public never is."""
    match item.status:
        case "publish":
            return State.LIVE, []
        case "future":
            return (State.SCHEDULED if is_future else State.LIVE), []
        case "private":
            return State.DRAFT, ["was privé en is daarom een concept"]
        case "trash":
            return State.DRAFT, ["stond in de prullenbak en is nu een concept"]
        case status if status in _DRAFTS:
            return State.DRAFT, []
    return State.DRAFT, [f"{UNKNOWN_STATE} (‘{item.status[:40]}’) en is daarom een concept"]
