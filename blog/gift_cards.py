"""Which gifts stand where on a page."""

from collections import Counter
from dataclasses import dataclass

from wagtail.blocks import StreamValue

from blog.models.settings import SiteSettings
from blog.outline import words_in
from leads.models import LeadMagnet
from leads.placements import SignUpCard, sign_up_card

# Blocks that stay within the column of the text.
IN_COLUMN = {
    "paragraph",
    "heading",
    "quote",
    "read_also",
    "listen_also",
    "divider",
    "signals",
    "patterns",
    "note",
}
# As many words as stand beside the card in the margin.
WORDS_BESIDE = 160


@dataclass(frozen=True)
class GiftCards:
    """The cards that the page shows by itself; those of blocks are with their blocks."""

    end: SignUpCard | None = None
    # Beside the text, from the block with number `side_at`.
    side: SignUpCard | None = None
    side_at: int = 0
    slide_in: SignUpCard | None = None


def default_gift(page, settings: SiteSettings) -> LeadMagnet | None:
    """Return the gift of the page itself, else its main category's, else the site's; None without any.

    One that is not to be had just now counts as none.
    """
    category = page.main_category() if hasattr(page, "main_category") else None
    gifts = (getattr(page, "magnet", None), category and category.magnet, settings.default_magnet)
    return next((gift for gift in gifts if gift is not None and gift.is_active), None)


def place_gifts(page, settings: SiteSettings) -> GiftCards:
    """Give each gift block of `page.body` its card; return those around the text.

    At the end stands none that the body shows already. Beside and over the text of a sensitive page stands
    none at all. Ids of form fields are made of gift and placement: a gift that comes back in the body gets
    another placement.
    """
    default = default_gift(page, settings)
    times: Counter[int] = Counter()
    for child in page.body:
        if child.block_type != "lead_magnet":
            continue
        gift = child.value["magnet"] or default
        if gift is not None and gift.is_active:
            times[gift.pk] += 1
            placement = "article" if times[gift.pk] == 1 else f"article-{times[gift.pk]}"
            child.value.card = sign_up_card(gift, page, placement)
    if default is None:
        return GiftCards()
    is_calm = not getattr(page, "sensitive", True)
    return GiftCards(
        end=None if default.pk in times else sign_up_card(default, page, "end"),
        side=sign_up_card(default, page, "sidebar") if is_calm and settings.gift_in_sidebar else None,
        side_at=quiet_place(page.body),
        slide_in=sign_up_card(default, page, "slide-in") if is_calm and settings.gift_slides_in else None,
    )


def quiet_place(body: StreamValue) -> int:
    """Return the number of the block from which the margin stays empty beside enough words.

    The first such place after the beginning of the text, not between a heading and what it is about; where
    the text has none, the place with the most words beside it.
    """
    best, most = 0, 0
    for number in range(1, len(body)):
        if body[number - 1].block_type == "heading":
            continue
        words = _quiet_words(body, number)
        if words >= WORDS_BESIDE:
            return number
        if words > most:
            best, most = number, words
    return best


def _quiet_words(body: StreamValue, start: int) -> int:
    words = 0
    for number in range(start, len(body)):
        child = body[number]
        if words >= WORDS_BESIDE or child.block_type not in IN_COLUMN:
            break
        words += len(words_in(child.block.get_searchable_content(child.value)))
    return words
