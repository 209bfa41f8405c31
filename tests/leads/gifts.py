"""Gifts and sign-ups, for tests."""

import re
from typing import Any

from django.core.files.base import ContentFile
from post_office.models import Email

from leads.models import LeadMagnet, LeadMagnetFile

PDF = b"%PDF-1.7\nvijf kaarten\n%%EOF\n"


def make_magnet(**changes: Any) -> LeadMagnet:
    values = {
        "name": "De routekaart",
        "slug": "roadmap",
        "kind": "roadmap",
        "pitch": "Vijf kaarten.",
    } | changes
    magnet = LeadMagnet.objects.create(**values)
    gift = LeadMagnetFile(magnet=magnet, title="De kaart (A4)")
    gift.file.save("kaart.pdf", ContentFile(PDF), save=False)
    gift.save()
    return magnet


def link_in(mail: Email, path: str) -> str:
    """Return the path of the link to `path` in a mail's text."""
    return re.search(rf"http://localhost(/{path}/[\w-]+/)", mail.message)[1]


def last_link(path: str) -> str:
    return link_in(Email.objects.latest("pk"), path)


def last_token(path: str) -> str:
    return last_link(path).strip("/").split("/")[-1]
