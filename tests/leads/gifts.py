"""Gifts and sign-ups, for tests."""

import re
from datetime import timedelta
from typing import Any

import time_machine
from django.core.files.base import ContentFile
from django.test import TestCase
from django.utils import timezone
from post_office.models import Email

from leads.models import LeadMagnet, LeadMagnetFile
from leads.services.signing_up import request_magnet

NOW = "2026-03-14 20:30:00+01:00"
PDF = b"%PDF-1.7\nvijf kaarten\n%%EOF\n"


def make_magnet(**changes: Any) -> LeadMagnet:
    values = {
        "name": "De routekaart",
        "slug": "roadmap",
        "kind": "roadmap",
        "pitch": "Vijf kaarten.",
    } | changes
    magnet = LeadMagnet.objects.create(**values)
    add_file(magnet)
    return magnet


def add_file(magnet: LeadMagnet, title: str = "De kaart (A4)", content: bytes = PDF) -> LeadMagnetFile:
    gift = LeadMagnetFile(magnet=magnet, title=title)
    gift.file.save("kaart.pdf", ContentFile(content), save=False)
    gift.save()
    return gift


def link_in(mail: Email, path: str) -> str:
    """Return the path of the link to `path` in a mail's text."""
    return re.search(rf"http://[\w.:]+(/{path}/[\w-]+/)", mail.message)[1]


def last_link(path: str) -> str:
    return link_in(Email.objects.latest("pk"), path)


def last_token(path: str) -> str:
    return last_link(path).strip("/").split("/")[-1]


def later(**delta: float) -> time_machine.travel:
    return time_machine.travel(timezone.now() + timedelta(**delta), tick=False)


class GiftTestCase(TestCase):
    def setUp(self):
        self.enterContext(time_machine.travel(NOW, tick=False))
        self.magnet = make_magnet()

    def request(self, email: str = "lezer@voorbeeld.nl", **changes) -> str:
        request_magnet(self.magnet, email, **changes)
        return last_token("aanmelden/bevestigen")
