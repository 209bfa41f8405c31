"""A gift with its form, ready to stand on any page."""

from dataclasses import dataclass
from functools import cached_property

from wagtail.models import Page

from leads.forms import SignUpForm
from leads.models import LeadMagnet


@dataclass(frozen=True)
class SignUpCard:
    """Input of templates/leads/card.html."""

    magnet: LeadMagnet
    action_url: str
    page_id: int | None
    placement: str

    @cached_property
    def form(self) -> SignUpForm:
        return SignUpForm(
            magnet=self.magnet,
            initial={"page": self.page_id, "placement": self.placement},
            auto_id=f"{self.dom_id}-%s",
        )

    @property
    def dom_id(self) -> str:
        return f"weggever-{self.placement}-{self.magnet.pk}"

    @property
    def is_small(self) -> bool:
        """Beside or over a text the card is a small one, which leaves out what is in the gift."""
        return self.placement in ("sidebar", "slide-in")

    @property
    def seen_as(self) -> str:
        """What static/js/seen.js tells when the card came into view (leads.views.seen)."""
        return seen_as(self.magnet, self.page_id, self.placement)


def seen_as(magnet: LeadMagnet, page_id: int | None, placement: str) -> str:
    return f"{magnet.pk}.{page_id or 0}.{placement}"


def sign_up_card(magnet: LeadMagnet, page: Page | None, placement: str) -> SignUpCard:
    """Make the card of a gift. `placement` is a slug for where it stands, such as "sidebar".

    On one page each pair of gift and placement stands once, because ids of fields are made of it.
    """
    page_id = page.pk if page else None
    return SignUpCard(magnet, magnet.get_absolute_url(), page_id, placement)
