"""Someone who visits the pages of gifts, for tests."""

from django.test import TestCase
from post_office.models import Email

from guard.stamps import make_stamp
from leads.consents import gift_consent
from leads.forms import SignUpForm
from leads.models import ConsentEvent, DownloadGrant, LeadMagnet, SignUp, Subscriber
from leads.services.signing_up import request_magnet
from tests.leads.gifts import last_link, make_magnet

OWN = {"HTTP_SEC_FETCH_SITE": "same-origin"}
SIGN_UP = "/aanmelden/roadmap/"
CHECK_INBOX = "/aanmelden/roadmap/kijk-in-je-mail/"


def rows() -> list[int]:
    counted = [model.objects.count() for model in (Subscriber, SignUp, ConsentEvent, DownloadGrant, Email)]
    confirmed = (
        SignUp.objects.confirmed().count() + SignUp.objects.filter(downloaded_at__isnull=False).count()
    )
    return [*counted, confirmed, *DownloadGrant.objects.values_list("uses_left", flat=True)]


def comparable(response) -> dict[str, str]:
    """Return the headers of an answer but the number that each one has."""
    return dict(response.headers) | {"X-Request-ID": ""}


def read(response) -> bytes:
    """Take all of an answer, which also closes a file that was streamed."""
    return b"".join(response)


def agreed(magnet: LeadMagnet, **ticked: str) -> dict[str, str]:
    """Return what the button of the confirmation page sends."""
    return {"tekst": gift_consent(magnet).hash, **ticked}


class VisitorTestCase(TestCase):
    def setUp(self):
        self.magnet = make_magnet()

    def post(self, **values):
        stamp = make_stamp(SignUpForm.form_version, self.magnet.pk)
        return self.client.post(SIGN_UP, {"email": "lezer@voorbeeld.nl", "stamp": stamp, **values}, **OWN)

    def confirm_link(self) -> str:
        request_magnet(self.magnet, "lezer@voorbeeld.nl")
        return last_link("aanmelden/bevestigen")

    def download_link(self) -> str:
        return self.client.post(self.confirm_link(), agreed(self.magnet))["Location"]
