import logging

import pytest

from leads.redaction import RedactTokens
from leads.tokens import download_token_of, new_token


def redacted(message: str, *args: object) -> str:
    record = logging.LogRecord("django.request", logging.WARNING, "", 0, message, args, None)
    assert RedactTokens().filter(record)
    return record.getMessage()


@pytest.mark.parametrize(
    "make", [new_token, lambda: download_token_of(new_token())], ids=["random", "derived"]
)
def test_no_token_in_a_line(make):
    token = make()
    assert redacted("%s: %s", "Gone", f"/download/{token}/3/") == "Gone: /download/…/3/"
    assert redacted(f"GET /afmelden/{token} 200") == "GET /afmelden/… 200"


def test_ordinary_addresses_stay():
    line = "Not Found: /blog/waarom-liefdesverdriet-lichamelijk-pijn-doet/"
    assert redacted(line) == line


def test_console_of_the_site_redacts(settings):
    assert "redact_tokens" in settings.LOGGING["handlers"]["console"]["filters"]
