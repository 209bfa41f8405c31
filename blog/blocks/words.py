"""Fields for words that say in their own way that they are needed; Wagtail's have no room for that."""

from typing import Any

from wagtail import blocks


class AskingCharBlock(blocks.CharBlock):
    def __init__(self, *args: Any, error_messages: dict[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.field.error_messages |= error_messages


class AskingTextBlock(blocks.TextBlock):
    def __init__(self, *args: Any, error_messages: dict[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.field.error_messages |= error_messages


# In migrations these are what they are to the database.
DECONSTRUCT_ALIASES = {
    AskingCharBlock: "wagtail.blocks.CharBlock",
    AskingTextBlock: "wagtail.blocks.TextBlock",
}
