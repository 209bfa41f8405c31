"""From the demo's body notation to the stored form of a StreamField."""

import json
import re
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

from wagtail.models import Page

from blog.models import Category
from images.models import SiteImage
from leads.models import LeadMagnet

_LINK = re.compile(r'href="page:([\w-]+)"')


@dataclass
class Catalogue:
    """What was made so far, by the names that the data modules use."""

    pictures: dict[str, SiteImage] = field(default_factory=dict)
    magnets: dict[str, LeadMagnet] = field(default_factory=dict)
    categories: dict[str, Category] = field(default_factory=dict)
    pages: dict[str, Page] = field(default_factory=dict)

    def picture(self, name: str | None) -> SiteImage | None:
        return self.pictures[name] if name else None


def rich_text(html: str, catalogue: Catalogue) -> str:
    """Turn `href="page:slug"` into links that survive a change of the page's address."""
    return _LINK.sub(lambda match: f'linktype="page" id="{catalogue.pages[match[1]].pk}"', html)


def stream(body: list[tuple[str, Any]], catalogue: Catalogue) -> str:
    """Return `body`, a list of (block type, value), as the JSON that a StreamField is set from."""
    return json.dumps(_children(body, catalogue))


def _children(body: list[tuple[str, Any]], catalogue: Catalogue) -> list[dict]:
    # Fixed ids let Wagtail recognise a block in a later version of the page.
    return [
        {"type": kind, "value": _value(kind, value, catalogue), "id": str(uuid4())} for kind, value in body
    ]


def _items(values: list) -> list[dict]:
    return [{"type": "item", "value": value, "id": str(uuid4())} for value in values]


def _picture(value: Any, catalogue: Catalogue) -> dict:
    image = {
        "image": catalogue.pictures[value["image"]].pk,
        "alt_text": value["alt"],
        "decorative": value["decorative"],
    }
    return {"image": image, "caption": value["caption"]}


def _value(kind: str, value: Any, catalogue: Catalogue) -> Any:
    match kind:
        case "paragraph":
            return rich_text(value, catalogue)
        case "insight":
            return {**value, "text": rich_text(value["text"], catalogue)}
        case "image":
            return {**_picture(value, catalogue), "width": value["width"]}
        case "gallery":
            return {**value, "images": _items([_picture(item, catalogue) for item in value["images"]])}
        case "read_also":
            return {**value, "page": catalogue.pages[value["page"]].pk}
        case "listen_also":
            return {**value, "episode": catalogue.pages[value["episode"]].pk}
        case "call_to_action":
            return {**value, "page": catalogue.pages[value["page"]].pk, "url": ""}
        case "lead_magnet":
            return {"magnet": catalogue.magnets[value["magnet"]].pk if value["magnet"] else None}
        case "case_study":
            return {**value, "body": _children(value["body"], catalogue)}
        case "patterns" | "signals":
            return {**value, "items": _items(value["items"])}
        case "faq":
            answers = [{**item, "answer": rich_text(item["answer"], catalogue)} for item in value["items"]]
            return {**value, "items": _items(answers)}
        case "reflection":
            return {**value, "questions": _items(value["questions"])}
        case "media_appearance":
            logo = catalogue.picture(value["image"])
            return {**value, "image": logo.pk if logo else None}
        case "table":
            return {
                "caption": value["caption"],
                "table": {
                    "columns": [{"type": "text", "heading": heading} for heading in value["head"]],
                    "rows": [{"values": row} for row in value["rows"]],
                    "caption": "",
                },
            }
    return value
