"""Fields for words that differ from Wagtail's: they ask in their own way, or readers do not read them."""

import re
from typing import Any

from django.core.exceptions import ValidationError
from wagtail import blocks

# An id without anything that has a meaning in HTML or in an address.
ANCHOR = re.compile(r"[\w:.-]{1,100}")


class AskingCharBlock(blocks.CharBlock):
    def __init__(self, *args: Any, error_messages: dict[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.field.error_messages |= error_messages


class AskingTextBlock(blocks.TextBlock):
    def __init__(self, *args: Any, error_messages: dict[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.field.error_messages |= error_messages


class UnreadCharBlock(blocks.CharBlock):
    """Words that no reader sees, such as an address: not searched, not counted."""

    def get_searchable_content(self, value: Any) -> list[str]:
        return []


class UnreadTextBlock(blocks.TextBlock):
    def get_searchable_content(self, value: Any) -> list[str]:
        return []


class AnchorCharBlock(UnreadCharBlock):
    """The id of a place in the text, as links name it. The admin's CSS hides the field while it is empty."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.field.widget.attrs["placeholder"] = "adres-van-de-kop"

    def clean(self, value: Any) -> Any:
        value = super().clean(value)
        if value and not ANCHOR.fullmatch(value):
            raise ValidationError("Gebruik alleen letters, cijfers, streepjes, punten en dubbele punten.")
        return value


# In migrations these are what they are to the database.
DECONSTRUCT_ALIASES = {
    AnchorCharBlock: "wagtail.blocks.CharBlock",
    UnreadCharBlock: "wagtail.blocks.CharBlock",
    UnreadTextBlock: "wagtail.blocks.TextBlock",
    AskingCharBlock: "wagtail.blocks.CharBlock",
    AskingTextBlock: "wagtail.blocks.TextBlock",
}
