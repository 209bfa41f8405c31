"""What the filter looks at."""

from dataclasses import dataclass
from typing import Literal

Label = Literal["spam", "ham"]
LABELS: tuple[Label, Label] = ("spam", "ham")


@dataclass(frozen=True)
class Document:
    """A reaction as it was typed. Whatever is unknown is empty."""

    text: str
    author: str = ""
    email: str = ""
    url: str = ""
