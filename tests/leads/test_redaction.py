import logging
import sys

import pytest
from django.contrib.auth.models import User
from django.contrib.auth.tokens import default_token_generator

from guard.tokens import new_token
from leads.redaction import RedactTokens
from leads.tokens import download_token_of


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


def test_no_link_to_a_new_password_in_a_line():
    token = default_token_generator.make_token(User(pk=1, password="", email="marit@voorbeeld.nl"))
    line = f"Internal Server Error: /admin/password_reset/confirm/MQ/{token}/"
    assert redacted(line) == "Internal Server Error: /admin/password_reset/confirm/MQ/…/"
    assert redacted(f"kwargs '{{'token': '{token}'}}'") == "kwargs '{'token': '…'}'"


def test_ordinary_addresses_stay():
    line = "Not Found: /blog/waarom-liefdesverdriet-lichamelijk-pijn-doet/"
    assert redacted(line) == line


def test_console_of_the_site_redacts(settings):
    assert settings.LOGGING["handlers"]["console"]["filters"] == ["nothing_personal"]


def test_no_token_in_what_an_error_quotes():
    token = new_token()
    try:
        raise ValueError(f"Reverse for 'file' with arguments '('{token}', 3)' not found: /download/{token}?x")
    except ValueError:
        record = logging.LogRecord("x", logging.ERROR, "", 0, "Failed", (), sys.exc_info())
    assert RedactTokens().filter(record)

    line = logging.Formatter().format(record)

    assert token not in line
    assert "ValueError: Reverse for 'file' with arguments '('…', 3)'" in line
