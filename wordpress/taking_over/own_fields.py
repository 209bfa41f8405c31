"""Fields of ours as an export tells them (wordpress.export.own_fields wrote them).

The file may have been written by anybody: each value passes what the editor's form would ask of it.
"""

import json
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from wagtail.fields import RichTextField, StreamField

from blog.models import AuthorPage
from blog.podcast import transcripts
from images.models import SiteImage
from leads.models import LeadMagnet
from wordpress import own
from wordpress.bodies.cleaning import without_control
from wordpress.bodies.own_blocks import GIFT, inward, rich_text
from wordpress.bodies.surroundings import Surroundings
from wordpress.reading.items import Item

MOST_AUTHORS, MOST_RELATED = 20, 20
UNUSABLE = "‘{}’ was niet te gebruiken en is leeg gelaten"
_LONGEST_TEXT = 2_000_000


class OwnFields:
    """Reads the own fields of one item."""

    def __init__(self, item: Item, surroundings: Surroundings) -> None:
        self._meta, self._surroundings = item.meta, surroundings
        self.remarks: list[str] = []
        # Addresses of pages and pictures that are not here yet.
        self.waits_for: set[str] = set()

    def value(self, page: Any, name: str) -> Any:
        """Return the value of a field of `page`; what it is by itself where nothing fit is told."""
        field = page._meta.get_field(name)
        text = self._meta.get(f"{own.PREFIX}{name}", "")
        if not text:
            return field.get_default()
        try:
            value = self._read(field, without_control(text[:_LONGEST_TEXT]))
            if value is not None and not field.is_relation and not isinstance(field, StreamField):
                value = field.clean(value, page)
            if name == "transcript":
                transcripts.parse(value)
        except (ValidationError, ValueError, RecursionError, transcripts.Unreadable):
            self.remarks.append(UNUSABLE.format(field.verbose_name))
            return field.get_default()
        return field.get_default() if value is None else value

    def authors(self) -> list[str]:
        """Return the logins of those who wrote it, in their order."""
        return list(dict.fromkeys(self._list(own.AUTHORS)))[:MOST_AUTHORS]

    def related(self) -> list[int]:
        """Return the ids of articles that are here."""
        found: dict[int, None] = {}
        for address in self._list(own.RELATED)[:MOST_RELATED]:
            target = self._surroundings.page(address)
            if target is not None and target.kind == "article":
                found[target.page_id] = None
            elif self._surroundings.comes_later(address):
                self.waits_for.add(address)
        return list(found)

    def _list(self, key: str) -> list[str]:
        try:
            found = json.loads(self._meta.get(key, "") or "[]")
        except (ValueError, RecursionError):
            return []
        return [one for one in found if isinstance(one, str)] if isinstance(found, list) else []

    def _read(self, field: Any, text: str) -> Any:
        known = self._surroundings
        match field:
            case StreamField():
                raw = inward(field.stream_block, json.loads(text), known, self.waits_for)
                return json.dumps(raw) if raw else None
            case RichTextField():
                return rich_text(text, known, self.waits_for)
            case models.BooleanField():
                return text == "1"
            case models.DateField():
                return date.fromisoformat(text)
        match field.related_model:
            case model if model is SiteImage:
                picture = known.picture(0, text)
                if picture is None and known.is_own(text):
                    self.waits_for.add(text)
                return SiteImage.objects.filter(pk=picture.image_id).first() if picture else None
            case model if model is LeadMagnet:
                return LeadMagnet.objects.filter(pk=known.gift(GIFT, {"id": text})).first()
            case model if model is AuthorPage:
                target = known.page(text)
                return AuthorPage.objects.filter(pk=target.page_id).first() if target else None
        return text
