"""The surroundings of one item, answered from what is known."""

from blog.models import Category
from leads.models import LeadMagnet
from wordpress.bodies.own_blocks import GIFT
from wordpress.bodies.surroundings import Picture, Target
from wordpress.reading.items import Item
from wordpress.taking_over.addresses import id_in, path_of
from wordpress.taking_over.file_addresses import file_address
from wordpress.taking_over.known import Known


class ItemSurroundings:
    """`wordpress.bodies.surroundings.Surroundings` of an item."""

    def __init__(self, known: Known, item: Item) -> None:
        self._known, self._item = known, item

    def is_own(self, address: str) -> bool:
        return self._known.old.is_own(address)

    def page(self, address: str) -> Target | None:
        if not self.is_own(address):
            return None
        found = self._known.pages.get(self._known.entry_of(address))
        return found or self._known.people.get(path_of(address))

    def comes_later(self, address: str) -> bool:
        old_id = self._known.entry_of(address) if self.is_own(address) else 0
        return self._known.is_coming(old_id) and old_id not in self._known.pages

    def new_address(self, address: str) -> str:
        if not self.is_own(address):
            return ""
        if self._known.old.is_home(address):
            return "/"
        if place := self._known.places.get(path_of(address)):
            return place
        file = self._known.files.get(id_in(address) or self._known.attachment_of(address))
        return file_address(file) if file else ""

    def picture(self, attachment: int, address: str) -> Picture | None:
        found = self._known.images.get(attachment) if attachment else None
        if found is None and address and self.is_own(address):
            found = self._known.images.get(self._known.attachment_of(address))
        return found

    def attached_pictures(self) -> list[int]:
        return [
            old_id
            for old_id in self._known.attached_to(self._item.id)
            if old_id in self._known.images or _is_picture(self.attachment_address(old_id))
        ]

    def attachment_address(self, attachment: int) -> str:
        entry = self._known.contents.entries.get(attachment)
        return entry.attachment_url if entry else ""

    def gift(self, shortcode: str, attributes: dict[str, str]) -> int | None:
        if shortcode == GIFT:
            return (
                LeadMagnet.objects.filter(slug=attributes.get("id", "")).values_list("pk", flat=True).first()
            )
        gifts = self._known.options.gifts
        number = attributes.get("id", "").strip()
        return gifts.get(f"{shortcode} {number}".strip(), gifts.get(shortcode))

    def category(self, slug: str) -> int | None:
        return Category.objects.filter(slug=slug).values_list("pk", flat=True).first()

    def reusable(self, ref: int) -> str:
        return self._known.contents.reusable.get(ref, "")


def _is_picture(address: str) -> bool:
    endings = (".jpg", ".jpeg", ".png", ".webp", ".avif", ".gif")
    return path_of(address).lower().endswith(endings)
