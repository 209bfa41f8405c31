"""A text of WordPress as one piece of HTML, with a place wherever something stands that HTML can't say."""

import re
from dataclasses import dataclass, field
from html import escape
from typing import Any

from wordpress.bodies.autop import autop
from wordpress.bodies.gutenberg import GutenbergBlock, has_blocks, parse
from wordpress.bodies.links import Notebook
from wordpress.bodies.shortcodes import Shortcode, split

_NEXT_PAGE = re.compile(r"<!--\s*nextpage\s*-->")
# Nobody but this module makes places.
_FOREIGN_PLACE = re.compile(r"(</?)(x-block)", re.IGNORECASE)
# A reusable block may hold others, and itself by mistake.
MOST_REUSED, DEEPEST_REUSED = 50, 5
DEEPEST_SHORTCODE = 10
# What draws itself from the rest of the old site: this site has its own ways for all of these.
DYNAMIC = frozenset(
    {
        *("archives", "avatar", "calendar", "categories", "latest-comments", "latest-posts", "loginout"),
        *("navigation", "page-list", "query", "rss", "search", "tag-cloud", "term-description"),
        *("template-part", "widget-group", "legacy-widget", "read-more", "home-link", "footnotes"),
    }
)
DYNAMIC_BEGINNINGS = ("post-", "query-", "comment", "site-", "navigation-")
CONTENTS = frozenset(
    {"table-of-contents", "yoast-seo/table-of-contents", "rank-math/toc-block", "aioseo/table-of-contents"}
)
# Nothing to read in these.
SILENT = frozenset({"spacer", "more", "yoast-seo/estimated-reading-time", "yoast-seo/breadcrumbs"})
CONTENTS_REMARK = "De inhoudsopgave maakt deze site zelf."


@dataclass(frozen=True, slots=True)
class Place:
    """What stands at a place: a block ("own", "embed", "unknown"), or a shortcode."""

    kind: str
    name: str
    attributes: dict[str, Any]
    source: str = ""
    # Whether HTML stands in it.
    holds: bool = False


@dataclass(slots=True)
class Markup:
    notebook: Notebook
    places: list[Place] = field(default_factory=list)
    reused: int = 0

    def html(self, content: str) -> str:
        """Return the HTML of a text; its places are in `places`, by number."""
        content = _FOREIGN_PLACE.sub(r"\1div", content)
        return self._shortcodes(self._text(content, 0), 0)

    def _text(self, content: str, depth: int) -> str:
        if not has_blocks(content):
            return autop(_NEXT_PAGE.sub("\n<hr>\n", content))
        parts = parse(content)
        return "".join(
            _NEXT_PAGE.sub("<hr>", autop(part))
            if isinstance(part, str) and part.strip()
            else self._part(part, depth)
            for part in parts
        )

    def _part(self, part: str | GutenbergBlock, depth: int) -> str:
        return part if isinstance(part, str) else self._block(part, depth)

    def _block(self, block: GutenbergBlock, depth: int) -> str:
        name, attributes = block.name, block.attributes
        if name == "nextpage":
            return "<hr>"
        if name in SILENT:
            return ""
        if name in CONTENTS:
            self.notebook.remark(CONTENTS_REMARK)
            return ""
        if name == "block":
            return self._reused(attributes.get("ref"), depth)
        inner = "".join(self._part(part, depth) for part in block.inner)
        if name == "freeform":
            return autop(inner)
        if name.startswith("liefdesverdriet/"):
            return self._place(Place("own", name, attributes, holds=bool(inner)), inner)
        if name == "embed" or name.startswith("core-embed/"):
            return self._place(Place("embed", name, attributes, holds=True), inner)
        if name in ("cover", "media-text") and "<img" not in inner:
            return self._picture(attributes) + inner
        if name == "social-link":
            return self._social(attributes)
        if name in DYNAMIC or name.startswith(DYNAMIC_BEGINNINGS):
            self.notebook.remark(f"Een onderdeel dat WordPress zelf vulde is weggelaten: {name}.")
            return inner if inner.strip() else ""
        if inner.strip():
            return f"{inner}\n"
        if name.endswith(("faq-block", "faq")):
            return _questions(attributes)
        return self._unknown(name, attributes)

    def _reused(self, ref: Any, depth: int) -> str:
        content = self.notebook.surroundings.reusable(ref) if isinstance(ref, int) else ""
        if not content:
            self.notebook.remark("Een herbruikbaar blok staat niet in de export.")
            return ""
        self.reused += 1
        if depth >= DEEPEST_REUSED or self.reused > MOST_REUSED:
            self.notebook.remark("Herbruikbare blokken staan te diep in elkaar; een deel is weggelaten.")
            return ""
        return self._text(_FOREIGN_PLACE.sub(r"\1div", content), depth + 1)

    def _picture(self, attributes: dict[str, Any]) -> str:
        address = attributes.get("url") or attributes.get("mediaUrl")
        number = attributes.get("id") or attributes.get("mediaId")
        if not isinstance(address, str) or attributes.get("backgroundType") == "video":
            return ""
        known = f"wp-image-{number}" if isinstance(number, int) else ""
        return f'<img src="{escape(address)}" class="{known}" alt="{escape(str(attributes.get("alt", "")))}">'

    def _social(self, attributes: dict[str, Any]) -> str:
        address, words = attributes.get("url"), attributes.get("label") or attributes.get("service")
        if not isinstance(address, str) or not address.strip("# "):
            return ""
        return f'<p><a href="{escape(address)}">{escape(str(words or address).capitalize())}</a></p>'

    def _unknown(self, name: str, attributes: dict[str, Any]) -> str:
        # Most of WordPress's own without words are empty: a paragraph, a group.
        if "/" not in name and not {"content", "url", "ref"} & attributes.keys():
            return ""
        return self._place(Place("unknown", name, attributes, source=name), "")

    def _place(self, place: Place, inner: str) -> str:
        self.places.append(place)
        return f'<x-block data-n="{len(self.places) - 1}">{inner}</x-block>'

    def _shortcodes(self, html: str, depth: int) -> str:
        if "[" not in html or depth > DEEPEST_SHORTCODE:
            return html
        return "".join(
            part if isinstance(part, str) else self._shortcode(part, depth) for part in split(html)
        )

    def _shortcode(self, shortcode: Shortcode, depth: int) -> str:
        inner = self._shortcodes(shortcode.content, depth + 1) if shortcode.content else ""
        place = Place("shortcode", shortcode.name, dict(shortcode.attributes), shortcode.source, bool(inner))
        return self._place(place, inner)


def _questions(attributes: dict[str, Any]) -> str:
    """Return the questions of a plugin that keeps them in the attributes alone."""
    questions = attributes.get("questions")
    html = ""
    for item in questions if isinstance(questions, list) else []:
        if not isinstance(item, dict):
            continue
        question = item.get("title") or item.get("jsonQuestion") or item.get("question")
        answer = item.get("content") or item.get("jsonAnswer") or item.get("answer")
        if isinstance(question, str) and isinstance(answer, str):
            html += (
                f'<div class="rank-math-faq-item"><h3 class="rank-math-question">{question}</h3>'
                f'<div class="rank-math-answer">{answer}</div></div>'
            )
    return _FOREIGN_PLACE.sub(r"\1div", html)
