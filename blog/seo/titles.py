"""Titles and descriptions as search engines show them: from the site's templates, within their room."""

import re

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator

from advice.widths import DESCRIPTION_LIMIT, TITLE_LIMIT, description_width, title_width

TITLE, PRACTICE, INTRO = "{titel}", "{praktijk}", "{inleiding}"
_PLACEHOLDER = re.compile(r"\{[^{}]*\}|[{}]")
# Longer than any two lines can be; a long text is cut to this before it is measured.
_MOST = 400


def check_template(template: str) -> None:
    """Refuse what would stand in search results as it was typed: a placeholder that is none."""
    wrong = set(_PLACEHOLDER.findall(template)) - {TITLE, PRACTICE, INTRO}
    if wrong:
        named = ", ".join(sorted(wrong))
        raise ValidationError(f"Hier kan de site niets voor invullen: {named}.")


def check_title_template(template: str) -> None:
    check_template(template)
    if template.count(TITLE) != 1:
        raise ValidationError(f"Zet {TITLE} er één keer in: anders heten alle pagina's hetzelfde.")
    if INTRO in template:
        raise ValidationError(f"{INTRO} is te lang voor een titel.")


def check_profiles(text: str) -> None:
    check = URLValidator(schemes=["https", "http"], message="")
    for line in profiles(text):
        try:
            check(line)
        except ValidationError as error:
            message = f"‘{line}’ is geen volledig adres. Een adres begint met https://."
            raise ValidationError(message) from error


def profiles(text: str) -> list[str]:
    """Return the addresses in `text`, one a line."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def full_title(title: str, practice: str, template: str = f"{TITLE} – {PRACTICE}") -> str:
    """Return `template` filled in, or the title alone where that would be cut off or repeat itself."""
    title = " ".join(title.split())
    # The title last: what somebody typed there is no placeholder.
    joined = template.replace(PRACTICE, practice).replace(TITLE, title)
    return title if title == practice or title_width(joined) > TITLE_LIMIT else joined


def cut_title(title: str) -> str:
    """Return `title` as a search engine shows it where it is too long: cut after a whole word."""
    words = title.split(" ")
    while len(words) > 1 and title_width(title) > TITLE_LIMIT:
        words.pop()
        title = " ".join(words).rstrip(",.;:–-") + "…"
    return title


def described(intro: str, title: str, practice: str, template: str = INTRO) -> str:
    """Return `template` filled in and cut to what search engines show; "" where there is no introduction."""
    if not intro.strip():
        return ""
    parts = {TITLE: title, PRACTICE: practice, INTRO: intro}
    filled = _PLACEHOLDER.sub(lambda found: parts.get(found[0], ""), template)
    return fitting(filled)


def fitting(text: str) -> str:
    """Return `text` on one line, in the room of a description; cut after a whole word, with an ellipsis."""
    text = " ".join(text.split())
    # The widest letters are 14 px, so few are surely short enough.
    if len(text) * 14 <= DESCRIPTION_LIMIT or (
        len(text) <= _MOST and description_width(text) <= DESCRIPTION_LIMIT
    ):
        return text
    words = text[:_MOST].split(" ")
    while len(words) > 1 and description_width(f"{' '.join(words)}…") > DESCRIPTION_LIMIT:
        words.pop()
    return " ".join(words).rstrip(",.;:–-") + "…"
