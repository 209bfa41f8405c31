"""A page as a text file that any program opens: Markdown, with what is known of it on top."""

import json
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from markdownify import markdownify

from comments.models import Comment
from wordpress.export import gutenberg
from wordpress.export.addresses import SiteAddresses
from wordpress.export.leaving import standing

MEDIA = "media"
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_BLANK_LINES = re.compile(r"\n{3,}")


class _Beside:
    """Addresses as on the site, but of pictures: those lie in the folder of media."""

    def __init__(self, addresses: SiteAddresses, up: str) -> None:
        self._addresses, self._up = addresses, up
        self.page, self.title = addresses.page, addresses.title
        self.gift, self.category = addresses.gift, addresses.category

    def image(self, number: int) -> str:
        name = self._addresses.image_name(number)
        return f"{self._up}{MEDIA}/{quote(name)}" if name else ""


def place(page: Any, addresses: SiteAddresses) -> str:
    """Return the path of a page's file below the folder: as its address, with those at the top together."""
    path = addresses.page(page.pk).removeprefix(f"{addresses.root}/").strip("/") or f"pagina-{page.pk}"
    return f"{path}.md" if "/" in path else f"paginas/{path}.md"


def document(page: Any, addresses: SiteAddresses) -> str:
    """Return a page with its front matter; of the reactions those that every reader may see."""
    up = "../" * (place(page, addresses).count("/") + 1)
    beside = _Beside(addresses, up)
    lead, picture = page.lead_text(), page.lead_image()
    html = _COMMENT.sub("", gutenberg.body(page.body.raw_data, beside))
    text = markdownify(html, heading_style="ATX", bullets="-").strip()
    parts = ["---", *_front_matter(page, addresses), "---", "", f"# {_line(page.title)}", ""]
    if picture is not None:
        alt = getattr(page, "hero_alt", "") or getattr(page, "portrait_alt", "")
        parts += [f"![{_line(alt)}]({beside.image(picture.pk)})", ""]
    parts += [_words(lead), ""] if lead else []
    parts += [text, ""] if text else []
    parts += _reactions(page)
    return _BLANK_LINES.sub("\n\n", "\n".join(parts)).strip() + "\n"


def _front_matter(page: Any, addresses: SiteAddresses) -> Iterator[str]:
    status, password, moment = standing(page)
    values: dict[str, Any] = {
        "title": page.title,
        "slug": page.slug,
        "address": addresses.page(page.pk),
        "status": "password" if password else status,
        "date": moment.isoformat() if moment else "",
        "changed": page.latest_revision_created_at.isoformat() if page.latest_revision_created_at else "",
        "seo_title": page.seo_title,
        "description": page.search_description,
    }
    if hasattr(page, "article_authors"):
        values["authors"] = [link.author.title for link in page.article_authors.all()]
        values["categories"] = [category.name for category in page.categories.all()]
        values["tags"] = [tag.name for tag in page.tags.all()]
    if hasattr(page, "audio_url"):
        values |= {"season": page.season, "number": page.number, "duration": page.duration_display()}
        values["sound"] = addresses.absolute(page.audio_url())
    for key, value in values.items():
        if value not in ("", None, []):
            # What JSON writes is YAML too, with every sign quoted that means something there.
            yield f"{key}: {json.dumps(value, ensure_ascii=False)}"


def _reactions(page: Any) -> list[str]:
    """Return approved reactions, each below the one that it answers is named after; no addresses."""
    shown = Comment.objects.approved().for_page(page.pk).filter(withdrawn_at=None)
    comments = list(shown.select_related("parent").order_by("created_at", "pk"))
    if not comments or not page.live:
        return []
    parts = ["## Reacties", ""]
    for comment in comments:
        answers = f", antwoord aan {_line(comment.parent.author_name)}" if comment.parent else ""
        parts += [f"**{_line(comment.author_name)}** ({comment.created_at:%Y-%m-%d}{answers}):", ""]
        parts += [f"> {line}".rstrip() for line in _words(comment.text).split("\n")]
        parts.append("")
    return parts


def _words(text: str) -> str:
    """Return plain text that stays so: no HTML and no links of Markdown."""
    return re.sub(r"([\\`*_\[\]<>#])", r"\\\1", text.replace("\r", ""))


def _line(text: str) -> str:
    return _words(" ".join(text.split()))
