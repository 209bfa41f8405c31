"""Guarantee S12: what a real running site writes holds no address, token or network of anybody.

Visitors with planted names come in every way, also while the database is broken, so that errors are written
with their tracebacks; then all that the server wrote is searched.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from urllib.error import HTTPError
from urllib.parse import quote, urlencode
from urllib.request import Request, build_opener

import pytest
from django.contrib.auth.models import User
from django.contrib.auth.tokens import default_token_generator

from guard.tokens import new_token
from tests.faults.nodes import Node, Site, _NoRedirect
from tests.faults.prepared import copy_of_prepared
from tests.running_site import ROOT, OwnDatabase, free_port, wait_until

EMAIL, OTHER = "geplant.adres@verklikker.example", "tweede+geplant@verklikker.example"
NETWORKS = ("203.0.113.77", "2001:db8:77::beef", "198.51.100.23")
SEARCHED, NAME, SECRET = "geplanteverzoeking", "Geplantinus", "geplant-wachtwoord-1"
TABLES = ("leads_subscriber", "comments_comment", "post_office_email", "auth_user", "search_searchlog")


class TalkingNode(Node):
    """A server whose every word is kept, with the most that it can be made to say."""

    def start(self) -> None:
        self.said = (self.site.data_dir.parent / "said.log").open("ab")
        command = [sys.executable, "-m", "granian", "--interface", "wsgi", "--http", "1", "--no-ws"]
        command += ["--host", "127.0.0.1", "--port", str(self.port), "--workers", "1"]
        environment = self.site.environment(self.port) | {"LOG_LEVEL": "INFO", "TRUSTED_PROXY_DEPTH": "1"}
        self.process = subprocess.Popen(
            [*command, "liefdesverdriet.wsgi:application"],
            cwd=ROOT,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=self.said,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        wait_until(self.answers, 60, "the talking server answers")

    def heard(self) -> str:
        return (self.site.data_dir.parent / "said.log").read_text(errors="replace")


@pytest.fixture(scope="module")
def node(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TalkingNode]:
    database_url = os.environ.get("DATABASE_URL", "")
    database = OwnDatabase(database_url, "logs") if database_url.startswith("postgres") else None
    data_dir = tmp_path_factory.mktemp("logs") / "data"
    if database:
        database.create()
        data_dir.mkdir()
        site = Site(data_dir, database.url)
        site.prepare()
    else:
        site = copy_of_prepared(tmp_path_factory, data_dir)
    started = TalkingNode(site, free_port())
    started.start()
    try:
        yield started
    finally:
        started.stop()
        started.said.close()
        if database:
            database.drop()


def send(node: TalkingNode, path: str, values: dict[str, str] | None = None) -> int:
    headers = {
        "Sec-Fetch-Site": "same-origin",
        "X-Forwarded-For": ", ".join(NETWORKS),
        "Forwarded": f"for={NETWORKS[0]}",
        "User-Agent": f"{NAME}/1.0 ({EMAIL})",
        "Referer": f"{node.address('/zoeken/')}?q={SEARCHED}",
        "Cookie": f"sessionid={SECRET}",
    }
    data = None if values is None else urlencode(values).encode()
    try:
        with build_opener(_NoRedirect()).open(
            Request(node.address(path), data, headers), timeout=60
        ) as answer:
            return int(answer.status)
    except HTTPError as error:
        error.close()
        return error.code


def visit(node: TalkingNode, token: str, reset: str) -> list[int]:
    """Come in every way with what was planted, and return how each was answered."""
    site = node.site
    reaction = {"name": NAME, "email": EMAIL, "website": "", "text": f"Schrijf me: {OTHER}", "parent": ""}
    sign_up = {"email": EMAIL, "first_name": NAME, "placement": "landing"}
    proof = {"onderwerp": "", "stamp": site.stamp}
    return [
        send(node, f"/reacties/{site.article}/plaatsen/", reaction | proof),
        send(node, "/aanmelden/roadmap/", sign_up | proof | {"stamp": site.gift_stamp}),
        send(node, "/afmelden/", {"email": OTHER} | proof),
        send(node, f"/zoeken/?q={SEARCHED}+{quote(EMAIL)}"),
        send(node, f"/zoeken/suggesties/?q={quote(OTHER)}"),
        send(node, "/admin/login/", {"username": EMAIL, "password": SECRET}),
        *(
            send(node, path)
            for path in (
                f"/download/{token}/",
                f"/download/{token}/3/",
                f"/aanmelden/bevestigen/{token}/",
                f"/afmelden/{token}/",
                f"/reacties/mijn/{token}/",
                f"/reacties/modereren/{token}/",
                f"/mijn-gegevens/{token}/",
                f"/admin/password_reset/confirm/MQ/{reset}/",
                f"/bestaat-niet/{reset}/",
                f"/bestaat-niet/{quote(EMAIL)}/?mail={quote(OTHER)}",
                f"/bestaat-niet/{EMAIL}/",
            )
        ),
    ]


def broken(site: Site) -> str:
    """Take the tables away that forms write to, as a database that is being repaired would."""
    return (
        "from django.db import connection as c; names = c.introspection.table_names(); k = c.cursor();"
        f"[k.execute(f'ALTER TABLE {{n}} RENAME TO {{n}}_weg') for n in {TABLES!r} if n in names]"
    )


def test_s12_nothing_personal_is_written_not_even_in_errors(node: TalkingNode) -> None:
    token = new_token()
    reset = default_token_generator.make_token(User(pk=1, password=SECRET, email=EMAIL))
    well = visit(node, token, reset)
    assert {303, 200, 404} <= set(well)
    assert 500 not in well
    node.site.run("shell", "--no-imports", "-c", broken(node.site))
    badly = visit(node, token, reset)
    assert sum(status >= 500 for status in badly) >= 3, badly
    # A line that says what was asked for makes sure that something was written, and is read here.
    wait_until(lambda: "Traceback" in node.heard(), 20, "the errors are written")
    said = node.heard()
    # A line that tells of the link was written, so that something was left out of it.
    assert "/admin/password_reset/confirm/MQ/…/" in said
    planted = (
        EMAIL,
        quote(EMAIL),
        OTHER,
        quote(OTHER),
        "verklikker",
        *NETWORKS,
        token,
        reset,
        reset.partition("-")[2],
        SEARCHED,
        NAME,
        SECRET,
    )
    found = {word: said.count(word) for word in planted if word in said}
    assert found == {}, [line for line in said.splitlines() if any(word in line for word in found)][:5]
