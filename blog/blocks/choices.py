"""Choosing one of a few words."""

from typing import Any

from wagtail import blocks


class WordChoiceBlock(blocks.ChoiceBlock):
    """A choice of which each value is a text, as it is stored.

    To find the choice that a stored value stands for, Wagtail makes all choices anew: 6 % of the CPU of an
    article (docs/decisions/0017). A text stands for itself.
    """

    def normalize_choice(self, value: Any) -> Any:
        return value if isinstance(value, str) else super().normalize_choice(value)
