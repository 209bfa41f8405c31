"""Nothing personal reaches the log, in whatever a library or an error puts into it."""

import json
import logging
import sys

import pytest

from operations.logs import Json, Line, NothingPersonal, cleaned, request_id

PLANTED = "hanne.de-vries+reactie@sub.voorbeeld.example"


@pytest.mark.parametrize(
    ("said", "written"),
    [
        (f"could not reach {PLANTED}: no", "could not reach …@…: no"),
        ("to=hanne%40voorbeeld.example", "to=…@…"),
        (f"<{PLANTED}>, '{PLANTED}'", "<…@…>, '…@…'"),
        ("limit of 203.0.113.7 reached", "limit of … reached"),
        ("from 2001:db8::8a2e:370:7334 port 5", "from … port 5"),
        ("GET /zoeken/?q=verdriet+om+jan HTTP/1.1", "GET /zoeken/?… HTTP/1.1"),
        ("bad row\nDETAIL: Failing row contains (7, Hanne, tekst).\nend", "bad row\n…\nend"),
    ],
)
def test_personal_data_is_taken_out(said: str, written: str) -> None:
    assert cleaned(said) == written


@pytest.mark.parametrize(
    "said",
    [
        "at 08:12:21 version 5.2.19 took 0.3 s",
        "the database at 127.0.0.1:5432 cannot be reached",
        "listening on [::1]:8000 and 0.0.0.0",
        "std::vector of /blog/waarom-is-dat/ again? yes",
        "decorated with @cached_property",
    ],
)
def test_what_is_not_personal_stays(said: str) -> None:
    assert cleaned(said) == said


def record(message: str, *arguments: object, error: bool = False) -> logging.LogRecord:
    try:
        raise ValueError(f"no row for {PLANTED} from 198.51.100.23")
    except ValueError:
        info = sys.exc_info() if error else None
    made = logging.LogRecord("comments", logging.ERROR, "", 0, message, arguments, info)
    NothingPersonal().filter(made)
    return made


def test_line_of_json_has_what_operators_need() -> None:
    token = request_id.set("abc-12345")
    try:
        line = json.loads(Json().format(record("mail to %s failed", PLANTED, error=True)))
    finally:
        request_id.reset(token)
    assert line.pop("time").endswith("+00:00")
    assert line.pop("exception").endswith("ValueError: no row for …@… from …")
    assert line == {
        "level": "ERROR",
        "logger": "comments",
        "message": "mail to …@… failed",
        "request_id": "abc-12345",
    }


def test_line_of_text_has_the_number_of_its_request_too() -> None:
    token = request_id.set("abc-12345")
    try:
        assert Line().format(record("ready")).endswith("ERROR comments ready [abc-12345]")
    finally:
        request_id.reset(token)
    assert Line().format(record("ready")).endswith("ERROR comments ready")


def test_request_that_django_lays_beside_a_line_is_not_written() -> None:
    made = record("Internal Server Error: /")
    made.request, made.status_code = object(), 500
    assert "request" not in json.loads(Json().format(made))
