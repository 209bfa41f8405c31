"""The coach before the screens of a move, for tests of them."""

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import TestCase
from django.urls import reverse

from blog.roles import COACH
from tests.blog.factories import make_site
from tests.blog.users import user_in
from tests.wordpress.exports import HOME, export, item
from wordpress.models import Move
from wordpress.taking_over.report import Line, Outcome, Report
from wordpress.taking_over.task import Options

State = Move.State
SITE = "oud.voorbeeld.example"


def report() -> Report:
    told = Report(site=HOME, title="Het oude huis", redirects=2)
    told.tell(Line("post", 1, "Alleen thuis", Outcome.NEW))
    told.tell(Line("post", 2, "Zonder datum", Outcome.NEW, ["had geen datum"]))
    told.tell(Line("page", 3, "Over mij", Outcome.KNOWN))
    told.tell(Line("post", 4, "Kapot", Outcome.FAILED, ["de titel is te lang"]))
    told.tell(Line("revision", 5, "Ouder", Outcome.LEFT_OUT, ["een oudere versie"]))
    told.tell(Line("revision", 6, "Nog ouder", Outcome.LEFT_OUT, ["een oudere versie"]))
    return told


class ScreenTestCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.site = make_site()
        cls.coach = user_in(COACH)

    def setUp(self):
        self.client.force_login(self.coach)
        self.choose = reverse("wordpress_move:upload")

    def upload(self, content: bytes, name: str = "oud.xml"):
        return self.client.post(self.choose, {"file": SimpleUploadedFile(name, content)})

    def make_move(self, state: str = State.LOOKED, content: bytes = b"", **values) -> Move:
        content = content or export([item()])
        return Move.objects.create(
            source="oud.xml",
            export=SimpleUploadedFile("oud.xml", content),
            user=self.coach,
            state=state,
            options=Options().as_data(),
            **{"report": {**report().as_data(), "found": {"home": HOME, "site": SITE}}, **values},
        )

    def address(self, name: str, *arguments: object) -> str:
        return reverse(f"wordpress_move:{name}", args=arguments)

    def get(self, name: str, *arguments: object, **asked: str):
        return self.client.get(self.address(name, *arguments), asked)
