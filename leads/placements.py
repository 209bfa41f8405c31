"""A gift with its form, ready to stand on any page."""

from dataclasses import dataclass

from wagtail.models import Page

from leads.forms import SignUpForm
from leads.models import LeadMagnet


@dataclass(frozen=True)
class SignUpCard:
    """Input of templates/leads/card.html."""

    magnet: LeadMagnet
    form: SignUpForm
    action_url: str
    page_id: int | None
    placement: str

    @property
    def dom_id(self) -> str:
        return f"weggever-{self.placement}-{self.magnet.pk}"


def sign_up_card(magnet: LeadMagnet, page: Page | None, placement: str) -> SignUpCard:
    """Make the card of a gift. `placement` is a slug for where it stands, such as "sidebar".

    On one page each pair of gift and placement stands once, because ids of fields are made of it.
    """
    page_id = page.pk if page else None
    form = SignUpForm(
        magnet=magnet,
        initial={"page": page_id, "placement": placement},
        auto_id=f"weggever-{placement}-{magnet.pk}-%s",
    )
    return SignUpCard(magnet, form, magnet.get_absolute_url(), page_id, placement)
