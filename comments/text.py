"""Text as it is compared: without case, accents, or characters that nobody sees."""

import unicodedata


def folded(text: str) -> str:
    """Return `text` in lower case, without accents and invisible characters, with single spaces."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    if not plain.isascii():
        plain = "".join(char for char in plain if unicodedata.category(char) not in ("Mn", "Cf"))
    return " ".join(plain.split())
